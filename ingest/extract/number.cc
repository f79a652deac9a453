#include "ingest/extract/number.h"

#include <algorithm>
#include <cctype>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/name_trie.h"
#include "ingest/extract/number_reader.h"

namespace sillok::ingest {
namespace {

struct Unit {
  std::string_view unit;
  UnitKind kind = UnitKind::kCount;
};

struct NumberRows {
  NameTrie unit_forms;
  std::vector<Unit> units;  // by the trie's value
  std::vector<std::string_view> before;
  std::vector<std::string_view> after;
};

UnitKind UnitKindOf(std::string_view kind) {
  if (kind == "money") return UnitKind::kMoney;
  if (kind == "ratio") return UnitKind::kRatio;
  if (kind == "measure") return UnitKind::kMeasure;
  if (kind == "duration") return UnitKind::kDuration;
  return kind == "ordinal" ? UnitKind::kOrdinal : UnitKind::kCount;
}

const NumberRows& Rows() {
  static const auto* rows = [] {
    auto* built = new NumberRows;
    const LexiconTable units = FindLexicon("units");
    for (const LexiconRow& row : units.rows()) {
      built->unit_forms.Add(row[0], static_cast<int>(built->units.size()));
      built->units.push_back({row[1], UnitKindOf(row[2])});
    }
    const LexiconTable approximations = FindLexicon("approximations");
    for (const LexiconRow& row : approximations.rows()) {
      (row[1] == "before" ? built->before : built->after).push_back(row[0]);
    }
    return built;
  }();
  return *rows;
}

// Finds the numbers of one sentence.
class NumberFinder {
 public:
  NumberFinder(const Sentence& sentence, const std::vector<SolidSpan>& blocked)
      : sentence_(sentence), text_(sentence.text), blocked_(blocked) {}

  std::vector<Number> Find() {
    int end = 0;
    for (const Morpheme& morpheme : sentence_.morphemes) {
      const int begin = morpheme.span.begin;
      if (begin < end || !MayBegin(morpheme) || Blocked({begin, begin + 1})) continue;
      std::optional<Number> number = ReadAt(begin);
      if (!number || Blocked(number->span)) continue;
      end = number->span.end;
      numbers_.push_back(*number);
    }
    return std::move(numbers_);
  }

 private:
  [[nodiscard]] bool MayBegin(const Morpheme& morpheme) const {
    const int begin = morpheme.span.begin;
    if (IsDigitAt(text_, begin)) {
      if (begin == 0) return true;
      const char32_t before = DecodeRuneBefore(text_, begin).code;
      const bool latin =
          before < 0x80 && (isalnum(static_cast<int>(before)) != 0 || before == '-' || before == '.');
      return !latin && !text_.substr(0, begin).ends_with("제") && !text_.substr(0, begin).ends_with(",");
    }
    if (morpheme.span.In(text_) == "절반") return true;
    return morpheme.Is("NR") || (morpheme.Is("MM") && BeginsNumberWord(text_, begin));
  }

  [[nodiscard]] bool Blocked(const TextSpan& span) const {
    const auto after = std::upper_bound(blocked_.begin(), blocked_.end(), span.begin,
                                        [](int at, const SolidSpan& block) { return at < block.span.end; });
    return after != blocked_.end() && after->span.begin < span.end;
  }

  [[nodiscard]] bool EndsMorpheme(size_t at) const {
    const auto morpheme =
        std::partition_point(sentence_.morphemes.begin(), sentence_.morphemes.end(),
                             [at](const Morpheme& one) { return one.span.end < static_cast<int>(at); });
    return morpheme != sentence_.morphemes.end() && morpheme->span.end == static_cast<int>(at);
  }

  [[nodiscard]] bool At(size_t at, std::string_view word) const {
    return text_.substr(std::min(at, text_.size())).starts_with(word);
  }

  // One past a range mark at `at`; `at` when there is none.
  [[nodiscard]] size_t SkipRangeMark(size_t at) const {
    for (const std::string_view mark : {"~", "∼", "〜", "-", "–"}) {
      if (At(at, mark)) return at + mark.size();
    }
    return at;
  }

  std::optional<Number> ReadAt(int begin) {
    if (At(begin, "절반")) {
      return Number{
          .span = {begin, begin + 6}, .value = 50, .value_max = {}, .unit = "%", .kind = UnitKind::kRatio};
    }
    std::optional<ReadNumber> first = ReadNumberAt(text_, begin);
    if (!first) return std::nullopt;
    Number number{.span = {begin, 0}, .value = first->value, .value_max = {}, .unit = {}};
    size_t at = SkipApproximate(first->end, number);
    if (At(at, "분의 ") && first->digits) return Fraction(number, at);
    const std::optional<Unit> own = TakeUnit(*first, at);
    if (const size_t second_at = SkipRangeMark(at); second_at != at) {
      const std::optional<ReadNumber> second = ReadNumberAt(text_, second_at);
      if (!second) return std::nullopt;
      number.value_max = second->value;
      if (!first->counted && second->counted && number.value < second->value / second->scale) {
        number.value *= second->scale;
      }
      at = SkipApproximate(second->end, number);
      const std::optional<Unit> unit = TakeUnit(*second, at);
      if (!unit || *number.value_max < number.value) return std::nullopt;
      return Finish(number, *unit, at, *second);
    }
    if (!own) return std::nullopt;
    return Finish(number, *own, at, *first);
  }

  [[nodiscard]] size_t SkipApproximate(size_t at, Number& number) const {
    if (!At(at, "여")) return at;
    number.approximate = true;
    return at + kSyllableBytes;
  }

  std::optional<Number> Fraction(Number number, size_t at) const {
    size_t second = at + std::string_view("분의 ").size();
    const std::optional<ReadNumber> part = ReadNumberAt(text_, second);
    if (!part || number.value == 0) return std::nullopt;
    number.value = part->value / number.value;
    number.span.end = static_cast<int>(part->end);
    number.unit = "";
    number.kind = UnitKind::kRatio;
    return number;
  }

  // The longest unit at `at`, after at most one space; moves `at` past it.
  std::optional<Unit> TakeUnit(const ReadNumber& number, size_t& at) const {
    const size_t begin = At(at, " ") ? at + 1 : at;
    const bool words = !number.digits && !number.counted;
    std::optional<Unit> longest;
    Rows().unit_forms.Match(text_, static_cast<int>(begin), [&](int end, int unit) {
      const std::string_view form = text_.substr(begin, end - begin);
      const bool glyph = static_cast<unsigned char>(form.front()) < 0x80;
      if ((words && glyph) || !EndsUnit(form, end)) return;
      at = end;
      longest = Rows().units[unit];
    });
    return longest;
  }

  // A unit ends where a word does: 3원 but not 3원칙, 5m but not 5mm.
  [[nodiscard]] bool EndsUnit(std::string_view unit, size_t end) const {
    if (end >= text_.size()) return true;
    const char32_t next = DecodeRune(text_, end).code;
    const char last = unit.back();
    if (isalpha(static_cast<unsigned char>(last)) != 0) {
      return next >= 0x80 || isalnum(static_cast<int>(next)) == 0;
    }
    if (last == '%') return true;
    return EndsMorpheme(end) || !IsHangulSyllable(next);
  }

  // Everything but the sense of the number is known: 오후 2시 30분, 30대, 한 명 are none.
  std::optional<Number> Finish(Number number, const Unit& unit, size_t end, const ReadNumber& last) {
    number.unit = unit.unit;
    number.kind = unit.kind;
    number.span.end = static_cast<int>(end);
    const std::string_view before = text_.substr(0, number.span.begin);
    const bool words = !last.digits && !last.counted;
    constexpr double kHundredMillion = 1e8;
    if (!last.digits && number.value >= kHundredMillion) return std::nullopt;  // 구조대 is no number
    if (words && number.value == 1 && unit.unit != "번째") return std::nullopt;
    if (words && unit.kind == UnitKind::kCount && unit.unit == "사") return std::nullopt;
    if (unit.unit == "분" && (before.ends_with("시 ") || before.ends_with("시") || words)) {
      return std::nullopt;
    }
    if (unit.unit == "초" && (before.ends_with("분 ") || before.ends_with("분"))) return std::nullopt;
    if (unit.unit == "대" && !IsVehicleCount(number, end)) return std::nullopt;
    if (unit.kind == UnitKind::kCount && unit.unit == "회" && At(end, "초")) return std::nullopt;
    // 3년 2개월 is one stretch, and a date rule's business.
    if (unit.unit == "개월" && before.ends_with("년 ")) return std::nullopt;
    if (before.ends_with("수") || before.ends_with("몇") || before.ends_with("몇 ")) return std::nullopt;
    number.approximate = number.approximate || ApproximatelyAround(number.span);
    return number;
  }

  // 30대 여성 and 4대 은행 count nothing.
  [[nodiscard]] bool IsVehicleCount(const Number& number, size_t end) const {
    constexpr int kTen = 10;
    constexpr int kHundred = 100;
    const int value = static_cast<int>(std::min(number.value, 1e9));
    if (value % kTen == 0 && value < kHundred) return false;
    return !At(end, " ") || At(end, " 중") || At(end, " 가");
  }

  [[nodiscard]] bool ApproximatelyAround(const TextSpan& span) const {
    std::string_view before = text_.substr(0, span.begin);
    while (before.ends_with(' ')) before.remove_suffix(1);
    for (const std::string_view word : Rows().before) {
      if (before.ends_with(word)) return true;
    }
    std::string_view after = text_.substr(span.end);
    for (const std::string_view particle : {"을", "를", "에", "이", "의"}) {
      if (after.starts_with(particle) && !after.starts_with("이상") && !after.starts_with("이하")) {
        after.remove_prefix(kSyllableBytes);
        break;
      }
    }
    if (after.starts_with(' ')) after.remove_prefix(1);
    for (const std::string_view word : Rows().after) {
      if (after.starts_with(word)) return true;
    }
    return false;
  }

  const Sentence& sentence_;
  std::string_view text_;
  const std::vector<SolidSpan>& blocked_;
  std::vector<Number> numbers_;
};

}  // namespace

std::vector<Number> FindNumbers(const Sentence& sentence, const std::vector<SolidSpan>& blocked) {
  return NumberFinder(sentence, blocked).Find();
}

}  // namespace sillok::ingest
