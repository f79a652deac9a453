#include "ingest/tag/sentence_signs.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/tag/feature_row.h"

namespace sillok::ingest {
namespace {

Shape ShapeOf(char32_t code) {
  if (IsHangulSyllable(code)) return Shape::kHangul;
  if (code >= U'0' && code <= U'9') return Shape::kDigit;
  if (code >= U'A' && code <= U'Z') return Shape::kUpper;
  if (code >= U'a' && code <= U'z') return Shape::kLower;
  if (IsHanja(code)) return Shape::kHanja;
  if (code == U'(' || code == U'[' || code == U'‘' || code == U'“' || code == U'<') return Shape::kOpen;
  if (code == U')' || code == U']' || code == U'’' || code == U'”' || code == U'>') return Shape::kClose;
  if (code == U'.' || code == U',' || code == U'·') return Shape::kDot;
  return Shape::kMark;
}

bool IsNoun(const Morpheme& morpheme) {
  return morpheme.IsAny("NN", "NP", "NR", "SL", "SN", "SH", "XSN", "XR", "UNKNOWN", "XPN");
}

void ReadSyllables(std::string_view text, SentenceSigns& signs) {
  const size_t count = CountRunes(text);
  signs.syllables.reserve(count);
  signs.codes.reserve(count);
  signs.shapes.reserve(count);
  signs.space_before.reserve(count);
  bool space = true;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    const int begin = static_cast<int>(at);
    at += rune.length;
    if (rune.code == U' ') {
      space = true;
      continue;
    }
    signs.syllables.push_back({begin, static_cast<int>(at)});
    signs.codes.push_back(rune.code);
    signs.shapes.push_back(ShapeOf(rune.code));
    signs.space_before.push_back(space ? 1 : 0);
    space = false;
  }
}

void ReadMorphemes(const Sentence& sentence, const WordClasses& classes, SentenceSigns& signs) {
  signs.morpheme_of.assign(signs.syllables.size(), -1);
  signs.morphemes.reserve(sentence.morphemes.size());
  int at = 0;
  for (const Morpheme& morpheme : sentence.morphemes) {
    while (at < signs.Count() && signs.syllables[at].begin < morpheme.span.begin) ++at;
    const uint32_t surface = HashOf(morpheme.span.In(sentence.text));
    const int first = at;
    while (at < signs.Count() && signs.syllables[at].end <= morpheme.span.end) {
      signs.morpheme_of[at++] = static_cast<int>(signs.morphemes.size());
    }
    signs.morphemes.push_back({.first = first,
                               .end = at,
                               .surface = surface,
                               .tag = HashOf(morpheme.tag),
                               .semantic = MixHash(HashOf(morpheme.semantic), morpheme.known ? 1 : 0),
                               .classes = classes.Of(surface),
                               .noun = IsNoun(morpheme)});
  }
}

void ReadWords(SentenceSigns& signs) {
  signs.words.reserve(std::count(signs.space_before.begin(), signs.space_before.end(), 1));
  signs.word_to.reserve(signs.syllables.size());
  signs.word_of.reserve(signs.syllables.size());
  uint64_t word_to = 0;
  for (int at = 0; at < signs.Count(); ++at) {
    if (signs.space_before[at] != 0) {
      signs.words.emplace_back().first = at;
      word_to = 0;
    }
    signs.words.back().end = at + 1;
    word_to = MixHash(word_to, signs.codes[at]);
    signs.word_to.push_back(word_to);
    signs.word_of.push_back(static_cast<int>(signs.words.size()) - 1);
  }
  for (size_t index = 0; index < signs.morphemes.size(); ++index) {
    const MorphemeSigns& morpheme = signs.morphemes[index];
    if (morpheme.first >= morpheme.end) continue;
    WordSigns& word = signs.words[signs.word_of[morpheme.first]];
    if (morpheme.noun) {
      word.head = static_cast<int>(index);
      word.tail = 0;
    } else {
      word.tail = MixHash(word.tail, morpheme.surface);
    }
  }
}

// Where in a hint a syllable stands.
enum HintPosition : uint32_t { kFirst, kWithin, kLast, kWhole, kPositions };

// What lies within hints of one kind is marked once, however many there are: hints are taken by their begin, and each goes on
// where those before it ended. Both hints and marks are put in order by counting: sorting costs more than all the rest.
class HintMarker {
 public:
  explicit HintMarker(SentenceSigns& signs) : signs_(signs), firsts_(FirstsByByte(signs.syllables)) {}

  void Read(std::span<const TagHint> hints) {
    constexpr size_t kMarksPerHint = 3;  // mostly
    marks_.reserve(hints.size() * kMarksPerHint);
    std::vector<int> last(firsts_.size(), -1);  // by byte: the last hint read that begins there
    std::vector<int> before(hints.size());      // by hint: the one before it with the same begin
    for (size_t hint = 0; hint < hints.size(); ++hint) {
      const auto begin = static_cast<size_t>(hints[hint].span.begin);
      if (begin < last.size()) before[hint] = std::exchange(last[begin], static_cast<int>(hint));
    }
    for (const int there : last) {
      for (int hint = there; hint >= 0; hint = before[hint]) Add(hints[hint]);
    }
    Order();
  }

 private:
  // By byte: the first syllable that begins there or behind it.
  static std::vector<int> FirstsByByte(const std::vector<TextSpan>& syllables) {
    std::vector<int> firsts;
    if (syllables.empty()) return firsts;
    firsts.resize(syllables.back().begin + 1);
    size_t byte = 0;
    for (size_t at = 0; at < syllables.size(); ++at) {
      while (byte <= static_cast<size_t>(syllables[at].begin)) firsts[byte++] = static_cast<int>(at);
    }
    return firsts;
  }

  [[nodiscard]] int First(int byte) const {
    return byte < static_cast<int>(firsts_.size()) ? firsts_[byte] : signs_.Count();
  }

  void Add(const TagHint& hint) {
    const std::vector<TextSpan>& syllables = signs_.syllables;
    int begin = First(hint.span.begin);
    int end = First(hint.span.end);
    if (end > 0 && syllables[end - 1].end > hint.span.end) --end;
    if (begin >= end) return;
    const bool begins = syllables[begin].begin == hint.span.begin;
    const bool ends = syllables[end - 1].end == hint.span.end;
    if (begins && ends && begin + 1 == end) return Mark(begin, hint.kind, kWhole);
    if (begins) Mark(begin++, hint.kind, kFirst);
    if (ends) Mark(--end, hint.kind, kLast);
    int& marked = marked_[hint.kind];
    for (marked = std::max(marked, begin); marked < end; ++marked) Mark(marked, hint.kind, kWithin);
  }

  void Mark(int syllable, uint8_t kind, HintPosition position) {
    marks_.push_back({.syllable = syllable, .value = kind * kPositions + position});
  }

  // By syllable, then by value, none twice.
  void Order() {
    // By syllable, one behind: how many marks, then where the next one goes.
    std::vector<uint32_t> ends(signs_.syllables.size() + 1, 0);
    for (const HintMark& mark : marks_) ++ends[mark.syllable + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<HintMark>& ordered = signs_.marks;
    ordered.resize(marks_.size());
    for (const HintMark& mark : marks_) ordered[ends[mark.syllable]++] = mark;
    auto from = ordered.begin();
    for (int syllable = 0; syllable < signs_.Count(); ++syllable) {
      const auto to = ordered.begin() + ends[syllable];
      std::sort(from, to, [](const HintMark& a, const HintMark& b) { return a.value < b.value; });
      from = to;
    }
    ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
  }

  SentenceSigns& signs_;
  std::vector<int> firsts_;
  std::vector<HintMark> marks_;
  // By kind: before which syllable all that is within hints has its mark.
  std::array<int, std::numeric_limits<uint8_t>::max() + 1> marked_{};
};

}  // namespace

SentenceSigns ReadSigns(const Sentence& sentence, std::span<const TagHint> hints,
                        const WordClasses& classes) {
  SentenceSigns signs;
  ReadSyllables(sentence.text, signs);
  ReadMorphemes(sentence, classes, signs);
  ReadWords(signs);
  HintMarker(signs).Read(hints);
  return signs;
}

}  // namespace sillok::ingest
