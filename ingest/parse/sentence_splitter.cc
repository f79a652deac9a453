#include "ingest/parse/sentence_splitter.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// A longer bracket is a paragraph of its own rather than an aside.
constexpr int kLongestAside = 600;  // bytes
// How far back a word before a full stop is looked at.
constexpr size_t kLongestAbbreviation = 8;  // bytes

bool IsDigit(char32_t code) { return code >= '0' && code <= '9'; }
bool IsUpper(char32_t code) { return code >= 'A' && code <= 'Z'; }
bool IsLatin(char32_t code) { return IsUpper(code) || (code >= 'a' && code <= 'z'); }

bool IsClosingMark(char32_t code) {
  static constexpr std::u32string_view kClosing = U"”’\"'」』)]）］";
  return kClosing.find(code) != std::u32string_view::npos;
}

bool IsOpeningMark(char32_t code) {
  static constexpr std::u32string_view kOpening = U"“‘\"'「『([（［△▲■◆●▶";
  return kOpening.find(code) != std::u32string_view::npos;
}

const std::set<char32_t>& EndingSyllables() {
  static const auto& syllables = *[] {
    auto* rows = new std::set<char32_t>();
    const LexiconTable table = FindLexicon("sentence_endings");
    for (const LexiconRow& row : table.rows()) rows->insert(DecodeRune(row[0], 0).code);
    return rows;
  }();
  return syllables;
}

const std::set<std::string, std::less<>>& Abbreviations() {
  static const auto& abbreviations = *[] {
    auto* rows = new std::set<std::string, std::less<>>();
    const LexiconTable table = FindLexicon("abbreviations");
    for (const LexiconRow& row : table.rows()) rows->emplace(row[0]);
    return rows;
  }();
  return abbreviations;
}

// Bracket pairs that are short enough to be an aside.
std::vector<TextSpan> FindAsides(std::string_view text) {
  std::vector<TextSpan> asides;
  std::vector<std::pair<int, char>> open;  // where, and what closes it
  for (int at = 0; at < static_cast<int>(text.size()); ++at) {
    const char byte = text[at];
    if (byte == '(') open.emplace_back(at, ')');
    if (byte == '[') open.emplace_back(at, ']');
    if ((byte != ')' && byte != ']') || open.empty() || open.back().second != byte) continue;
    if (at - open.back().first <= kLongestAside) asides.push_back({open.back().first, at + 1});
    open.pop_back();
  }
  return asides;
}

// A stretch in which no sentence ends; `speech` when it is somebody's words between doubled marks.
struct Shelter {
  TextSpan span;
  bool speech = false;
};

std::vector<Shelter> FindShelters(std::string_view text, const std::vector<QuotedStretch>& quotations) {
  std::vector<Shelter> all;
  for (const QuotedStretch& stretch : quotations) {
    if (stretch.closed && stretch.depth == 0) all.push_back({stretch.outer, stretch.doubled});
  }
  for (const TextSpan& aside : FindAsides(text)) all.push_back({aside, false});
  std::sort(all.begin(), all.end(), [](const Shelter& a, const Shelter& b) { return a.span < b.span; });
  std::vector<Shelter> outermost;
  for (const Shelter& shelter : all) {
    if (!outermost.empty() && shelter.span.begin < outermost.back().span.end) {
      outermost.back().span.end = std::max(outermost.back().span.end, shelter.span.end);
    } else {
      outermost.push_back(shelter);
    }
  }
  return outermost;
}

// A run of end marks: "?!", "...", "…".
struct EndMark {
  int begin = 0;
  int end = 0;
  bool full_stop = false;  // exactly one "." or "。"
  bool dots = false;       // "…" or two dots and more
};

// The byte can begin an end mark: ASCII ones, or a lead byte of … and 。.
bool MayBeginEndMark(char byte) {
  return byte == '.' || byte == '?' || byte == '!' || byte == '\xE2' || byte == '\xE3';
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<QuotedStretch>& quotations)
      : text_(text), size_(static_cast<int>(text.size())), shelters_(FindShelters(text, quotations)) {}

  std::vector<TextSpan> Run() {
    size_t next_shelter = 0;
    for (int at = 0; at < size_;) {
      if (next_shelter < shelters_.size() && shelters_[next_shelter].span.begin == at) {
        const Shelter& shelter = shelters_[next_shelter++];
        at = shelter.span.end;
        if (shelter.speech && SpeechStandsAlone(shelter.span)) Cut(at);
        continue;
      }
      const EndMark mark = MayBeginEndMark(text_[at]) ? MarkAt(at) : EndMark{.begin = at, .end = at};
      if (mark.end == mark.begin) {
        ++at;
        continue;
      }
      const int shelter = next_shelter < shelters_.size() ? shelters_[next_shelter].span.begin : size_;
      at = SkipClosingMarks(mark.end, shelter);
      if (EndsSentence(mark, at)) Cut(at);
    }
    Cut(size_);
    return std::move(sentences_);
  }

 private:
  [[nodiscard]] char32_t CodeAt(int at) const { return at < size_ ? DecodeRune(text_, at).code : 0; }

  // The code point before `at`, spaces left out; 0 at the beginning of the sentence.
  [[nodiscard]] char32_t CodeBefore(int at) const {
    while (at > begin_ && text_[at - 1] == ' ') --at;
    return at > begin_ ? DecodeRuneBefore(text_, at).code : 0;
  }

  // The run of end marks at `at`; empty when there is none.
  [[nodiscard]] EndMark MarkAt(int at) const {
    EndMark mark{.begin = at, .end = at};
    int dots = 0;
    while (mark.end < size_) {
      const char byte = text_[mark.end];
      if (byte == '.' || byte == '?' || byte == '!') {
        dots += byte == '.' ? 1 : 0;
        ++mark.end;
        continue;
      }
      const std::string_view rest = text_.substr(mark.end);
      const bool ellipsis = rest.starts_with("…");
      if (!ellipsis && !rest.starts_with("。")) break;
      dots += ellipsis ? 2 : 1;
      mark.end += 3;
    }
    mark.full_stop = dots == 1 && mark.end - mark.begin != 2;
    mark.dots = dots > 1;
    return mark;
  }

  // Marks that close what was opened elsewhere stay with the sentence they close; those from `shelter` on open something.
  [[nodiscard]] int SkipClosingMarks(int at, int shelter) const {
    while (at < shelter && IsClosingMark(CodeAt(at))) {
      const int next = at + DecodeRune(text_, at).length;
      const char32_t after = CodeAt(next);
      if (after != 0 && after != ' ' && !IsClosingMark(after)) break;
      at = next;
    }
    return at;
  }

  [[nodiscard]] bool EndsSentence(const EndMark& mark, int end) const {
    if (end >= size_) return true;
    const char32_t before = CodeBefore(mark.begin);
    const char32_t after = CodeAt(end);
    if (before == 0) return false;
    const bool sure_ending = EndingSyllables().contains(before);
    if (mark.dots) return sure_ending && after == ' ';
    if (after != ' ') {
      return sure_ending && (IsHangulSyllable(after) || IsOpeningMark(after) || IsUpper(after));
    }
    if (!mark.full_stop) return true;
    if (IsDigit(before)) return NumberEndsSentence(mark);
    if (IsLatin(before)) return WordEndsSentence(mark);
    return !IsItemLetter(mark);
  }

  // False for "2024. 3. 18. 선고" and the "1." of a list.
  [[nodiscard]] bool NumberEndsSentence(const EndMark& mark) const {
    if (IsDigit(CodeAt(mark.end + 1))) return false;
    int at = mark.begin;
    while (at > begin_ && IsDigit(static_cast<unsigned char>(text_[at - 1]))) --at;
    while (at > begin_ && text_[at - 1] == ' ') --at;
    return at > begin_ && text_[at - 1] != '.';
  }

  // False for an initial and an abbreviation.
  [[nodiscard]] bool WordEndsSentence(const EndMark& mark) const {
    std::string word;
    for (int at = mark.begin; at > begin_ && IsLatin(static_cast<unsigned char>(text_[at - 1])); --at) {
      if (word.size() > kLongestAbbreviation) return true;
      word.insert(word.begin(), static_cast<char>(text_[at - 1] | 0x20));
    }
    return word.size() > 1 && !Abbreviations().contains(word);
  }

  // True for the "가." of a list: one syllable from the beginning of the sentence.
  [[nodiscard]] bool IsItemLetter(const EndMark& mark) const {
    return mark.begin - DecodeRuneBefore(text_, mark.begin).length <= begin_;
  }

  // Words between marks that end with a full stop, and a sentence that does not go on: "…했다." 그는 …
  [[nodiscard]] bool SpeechStandsAlone(const TextSpan& outer) const {
    const std::string_view inside = outer.In(text_);
    const size_t mark =
        inside.substr(0, inside.size() - DecodeRuneBefore(inside, inside.size()).length).size();
    if (mark == 0 || inside[mark - 1] != '.') return false;
    if (!EndingSyllables().contains(DecodeRuneBefore(inside, mark - 1).code)) return false;
    return CodeAt(outer.end) == ' ' && !ContinuesQuotation(text_.substr(outer.end));
  }

  // Ends the sentence at `end` and begins the next after the spaces.
  void Cut(int end) {
    while (begin_ < end && text_[begin_] == ' ') ++begin_;
    int last = end;
    while (last > begin_ && text_[last - 1] == ' ') --last;
    if (last > begin_) sentences_.push_back({begin_, last});
    begin_ = end;
    while (begin_ < size_ && text_[begin_] == ' ') ++begin_;
  }

  const std::string_view text_;
  const int size_;
  const std::vector<Shelter> shelters_;
  int begin_ = 0;  // of the sentence we are in
  std::vector<TextSpan> sentences_;
};

}  // namespace

std::vector<TextSpan> SplitSentences(std::string_view paragraph,
                                     const std::vector<QuotedStretch>& quotations) {
  return Splitter(paragraph, quotations).Run();
}

}  // namespace sillok::ingest
