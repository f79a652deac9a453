#include "ingest/parse/quotation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/parse/labelled_speech.h"

namespace sillok::ingest {
namespace {

// Only marks of one family pair.
enum class Family : uint8_t { kDouble, kCorner, kWhiteCorner, kSingle };
constexpr int kFamilies = 4;
enum class Direction : uint8_t { kOpen, kClose, kEither };

struct MarkForm {
  Family family;
  Direction direction;
};

std::optional<MarkForm> FormOf(char32_t code) {
  switch (code) {
    case U'“':
    case U'„':
    case U'‟':
      return MarkForm{Family::kDouble, Direction::kOpen};
    case U'”':
      return MarkForm{Family::kDouble, Direction::kClose};
    case U'"':
    case U'″':
    case U'＂':
      return MarkForm{Family::kDouble, Direction::kEither};
    case U'「':
      return MarkForm{Family::kCorner, Direction::kOpen};
    case U'」':
      return MarkForm{Family::kCorner, Direction::kClose};
    case U'『':
      return MarkForm{Family::kWhiteCorner, Direction::kOpen};
    case U'』':
      return MarkForm{Family::kWhiteCorner, Direction::kClose};
    case U'‘':
    case U'‛':
    case U'`':
      return MarkForm{Family::kSingle, Direction::kOpen};
    case U'’':
      return MarkForm{Family::kSingle, Direction::kClose};
    case U'\'':
    case U'′':
    case U'＇':
      return MarkForm{Family::kSingle, Direction::kEither};
    default:
      return std::nullopt;
  }
}

// A mark in its surroundings; 0 for the edge of the paragraph.
struct Mark {
  TextSpan span;
  MarkForm form;
  char32_t before = 0;
  char32_t after = 0;
  bool continues = false;  // a quotation's particle follows
};

bool IsLatinOrDigit(char32_t code) {
  return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

// The byte can begin a mark: ASCII quotes or a lead byte of U+2000, U+3000 and U+F000.
bool MayBeginMark(char byte) {
  switch (static_cast<unsigned char>(byte)) {
    case '"':
    case '\'':
    case '`':
    case 0xE2:
    case 0xE3:
    case 0xEF:
      return true;
    default:
      return false;
  }
}

std::vector<Mark> FindMarks(std::string_view text) {
  std::vector<Mark> marks;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!MayBeginMark(text[at])) continue;
    const DecodedRune rune = DecodeRune(text, at);
    const std::optional<MarkForm> form = FormOf(rune.code);
    if (!form) continue;
    const size_t end = at + rune.length;
    Mark mark{.span = {static_cast<int>(at), static_cast<int>(end)}, .form = *form};
    if (at > 0) mark.before = DecodeRuneBefore(text, at).code;
    if (end < text.size()) mark.after = DecodeRune(text, end).code;
    const bool within_word = IsLatinOrDigit(mark.before) && IsLatinOrDigit(mark.after);
    if (within_word && form->family == Family::kSingle) continue;
    mark.continues = ContinuesQuotation(text.substr(end));
    marks.push_back(mark);
  }
  return marks;
}

// What may stand before an opening mark without belonging to it.
bool LeavesRoomBefore(char32_t code) {
  static constexpr std::u32string_view kOpeners = U"([{<（［〈《【,:;=·-–—~/…";
  return code == 0 || code == ' ' || kOpeners.find(code) != std::u32string_view::npos;
}

// What may stand after a closing mark.
bool LeavesRoomAfter(char32_t code) {
  static constexpr std::u32string_view kClosers = U")]}>）］〉》】.,:;!?…。·~/";
  return code == 0 || code == ' ' || kClosers.find(code) != std::u32string_view::npos;
}

// Marks that pages type one for the other; corner brackets they do not.
bool HasLookalikes(Family family) { return family == Family::kDouble || family == Family::kSingle; }

// Whether the mark opens or closes; nothing for a stray one. `open`: one of its family is waiting to be
// closed.
std::optional<Direction> Read(const Mark& mark, bool open) {
  const bool room_before = LeavesRoomBefore(mark.before);
  const bool room_after = LeavesRoomAfter(mark.after);
  const bool looks_opening = room_before && !room_after && !mark.continues;
  switch (mark.form.direction) {
    case Direction::kOpen:
      return open && !room_before && HasLookalikes(mark.form.family) ? Direction::kClose : Direction::kOpen;
    case Direction::kClose:
      if (open) return Direction::kClose;
      break;
    case Direction::kEither:
      if (open) return looks_opening ? Direction::kOpen : Direction::kClose;
      // 5" and a quotation whose beginning stands in another paragraph.
      if ((room_after || mark.continues) && !room_before) return std::nullopt;
      if (mark.before >= '0' && mark.before <= '9') return std::nullopt;
      return Direction::kOpen;
  }
  return looks_opening ? std::optional(Direction::kOpen) : std::nullopt;
}

QuotedStretch Closed(const Mark& open, const Mark& close) {
  return {.outer = {open.span.begin, close.span.end},
          .inner = {open.span.end, close.span.begin},
          .doubled = open.form.family != Family::kSingle};
}

QuotedStretch Unclosed(const Mark& open, int end) {
  return {.outer = {open.span.begin, end},
          .inner = {open.span.end, end},
          .doubled = open.form.family != Family::kSingle,
          .closed = false};
}

// Pairs the marks of a paragraph: first doubled ones and brackets, then single ones between them.
class Pairing {
 public:
  Pairing(const std::vector<Mark>& marks, int text_end)
      : marks_(marks), text_end_(text_end), partner_(marks.size(), kNone) {}

  std::vector<QuotedStretch> Run() {
    PairDoubled();
    PairSingle();
    std::sort(found_.begin(), found_.end(), [](const QuotedStretch& a, const QuotedStretch& b) {
      return std::pair(a.outer.begin, -a.outer.end) < std::pair(b.outer.begin, -b.outer.end);
    });
    MarkDepths();
    return std::move(found_);
  }

 private:
  static constexpr int kNone = -1;

  void PairDoubled() {
    std::vector<int> open;
    std::array<int, kFamilies> waiting{};
    for (int i = 0; i < static_cast<int>(marks_.size()); ++i) {
      const auto family = static_cast<size_t>(marks_[i].form.family);
      if (marks_[i].form.family == Family::kSingle) continue;
      const std::optional<Direction> direction = Read(marks_[i], waiting[family] > 0);
      if (direction == Direction::kOpen) {
        open.push_back(i);
        ++waiting[family];
      }
      if (direction != Direction::kClose || waiting[family] == 0) continue;
      // What opened since and did not close is crossed by this pair.
      for (bool paired = false; !paired; open.pop_back()) {
        const int opener = open.back();
        const auto opener_family = static_cast<size_t>(marks_[opener].form.family);
        --waiting[opener_family];
        paired = opener_family == family;
        if (!paired) found_.push_back(Unclosed(marks_[opener], marks_[i].span.begin));
        if (paired) Join(opener, i);
      }
    }
    for (const int opener : open) found_.push_back(Unclosed(marks_[opener], text_end_));
  }

  void PairSingle() {
    std::vector<int> open;
    std::vector<size_t> bases = {0};  // where the single marks of the doubled pair we are in begin in `open`
    for (int i = 0; i < static_cast<int>(marks_.size()); ++i) {
      if (marks_[i].form.family != Family::kSingle) {
        if (partner_[i] > i) bases.push_back(open.size());
        if (partner_[i] != kNone && partner_[i] < i) {
          Abandon(bases.back(), marks_[i].span.begin, open);
          bases.pop_back();
        }
        continue;
      }
      const bool waiting = open.size() > bases.back();
      const std::optional<Direction> direction = Read(marks_[i], waiting);
      if (direction == Direction::kOpen) open.push_back(i);
      if (direction == Direction::kClose && waiting) {
        Join(open.back(), i);
        open.pop_back();
      }
    }
    Abandon(0, text_end_, open);
  }

  void Join(int opener, int closer) {
    partner_[opener] = closer;
    partner_[closer] = opener;
    found_.push_back(Closed(marks_[opener], marks_[closer]));
  }

  // Everything from `base` on stays unclosed and ends at `end`.
  void Abandon(size_t base, int end, std::vector<int>& open) {
    for (; open.size() > base; open.pop_back()) found_.push_back(Unclosed(marks_[open.back()], end));
  }

  void MarkDepths() {
    std::vector<int> ends;
    for (QuotedStretch& stretch : found_) {
      while (!ends.empty() && ends.back() <= stretch.outer.begin) ends.pop_back();
      stretch.depth = static_cast<int>(ends.size());
      if (stretch.closed) ends.push_back(stretch.outer.end);
    }
  }

  const std::vector<Mark>& marks_;
  const int text_end_;
  std::vector<int> partner_;
  std::vector<QuotedStretch> found_;
};

// Rows of quotation_particles.tsv, the words that stand alone apart from those that begin a longer one.
struct Particles {
  std::vector<std::string> words;
  std::vector<std::string> beginnings;
};

const Particles& QuotationParticles() {
  static const auto& particles = *[] {
    auto* rows = new Particles();
    const LexiconTable table = FindLexicon("quotation_particles");
    for (const LexiconRow& row : table.rows()) {
      (row[1] == "word" ? rows->words : rows->beginnings).emplace_back(row[0]);
    }
    return rows;
  }();
  return particles;
}

// Where nothing else in doubled marks is said, the words behind a label hold whatever is quoted.
void AddLabelledSpeech(std::string_view paragraph, std::vector<QuotedStretch>& found) {
  const std::optional<QuotedStretch> speech = FindLabelledSpeech(paragraph);
  if (!speech.has_value()) return;
  const bool within = std::all_of(found.begin(), found.end(), [&speech](const QuotedStretch& stretch) {
    return stretch.closed && !stretch.doubled && speech->inner.Contains(stretch.outer);
  });
  if (!within) return;
  for (QuotedStretch& stretch : found) ++stretch.depth;
  found.insert(found.begin(), *speech);
}

}  // namespace

bool ContinuesQuotation(std::string_view after) {
  if (after.starts_with(' ')) after.remove_prefix(1);
  const Particles& particles = QuotationParticles();
  const auto begins = [&](const std::string& form) { return after.starts_with(form); };
  const auto stands_alone = [&](const std::string& form) {
    return begins(form) &&
           (after.size() == form.size() || !IsHangulSyllable(DecodeRune(after, form.size()).code));
  };
  return std::any_of(particles.beginnings.begin(), particles.beginnings.end(), begins) ||
         std::any_of(particles.words.begin(), particles.words.end(), stands_alone);
}

std::vector<QuotedStretch> FindQuotations(std::string_view paragraph) {
  const std::vector<Mark> marks = FindMarks(paragraph);
  std::vector<QuotedStretch> found;
  if (!marks.empty()) found = Pairing(marks, static_cast<int>(paragraph.size())).Run();
  AddLabelledSpeech(paragraph, found);
  return found;
}

}  // namespace sillok::ingest
