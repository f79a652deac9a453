#include "ingest/extract/number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/number_reader.h"
#include "ingest/extract/number_sense.h"

namespace sillok::ingest {
namespace {

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
      const bool latin = before < 0x80 && (isalnum(static_cast<int>(before)) != 0 ||
                                           (before == '-' && !IsNegative(begin)) || before == '.');
      return !latin && !text_.substr(0, begin).ends_with(",");
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
    constexpr std::string_view kHalf = "절반";
    if (At(begin, kHalf)) {
      return Number{.span = {begin, begin + static_cast<int>(kHalf.size())},
                    .value = 50,
                    .value_max = {},
                    .unit = "%",
                    .kind = UnitKind::kRatio};
    }
    std::optional<ReadNumber> first = ReadNumberAt(text_, begin);
    if (!first) return std::nullopt;
    Number number{.span = {begin, 0}, .value = first->value, .value_max = {}, .unit = {}};
    number.approximate = first->approximate;
    if (first->pair) number.value_max = first->value + 1;
    size_t at = SkipApproximate(first->end, number);
    if (At(at, "분의")) return Fraction(number, at);
    if (const std::optional<Number> ratio = ReadRatio(number, at)) return ratio;
    const std::optional<Unit> own = TakeUnit(*first, at);
    if (const size_t second_at = SkipRangeMark(at); second_at != at) {
      return ReadRange(number, *first, second_at);
    }
    if (!own) return std::nullopt;
    return Finish(number, *own, at, *first);
  }

  // 1만~2만 5천 유로: the second number's big unit goes for both.
  std::optional<Number> ReadRange(Number number, const ReadNumber& first, size_t second_at) {
    const std::optional<ReadNumber> second = ReadNumberAt(text_, second_at);
    if (!second) return std::nullopt;
    number.value_max = second->value;
    if (!first.counted && second->counted && number.value < second->value / second->scale) {
      number.value *= second->scale;
    }
    size_t at = SkipApproximate(second->end, number);
    const std::optional<Unit> unit = TakeUnit(*second, at);
    if (!unit || *number.value_max < number.value) return std::nullopt;
    if (*number.value_max == number.value) number.value_max.reset();  // 5~5명
    return Finish(number, *unit, at, *second);
  }

  // 100여 명, 2만 여명.
  [[nodiscard]] size_t SkipApproximate(size_t at, Number& number) const {
    const size_t word = At(at, " 여") ? at + 1 : at;
    if (!At(word, "여")) return at;
    size_t unit = word + kSyllableBytes;
    if (word != at && !TakeUnit({.value = number.value, .end = unit, .digits = true}, unit)) return at;
    number.approximate = true;
    return word + kSyllableBytes;
  }

  std::optional<Number> Fraction(Number number, size_t at) const {
    size_t second = at + std::string_view("분의").size();
    if (At(second, " ")) ++second;
    const std::optional<ReadNumber> part = ReadNumberAt(text_, second);
    if (!part || number.value == 0) return std::nullopt;
    number.value = part->value / number.value;
    number.value_max.reset();
    number.span.end = static_cast<int>(part->end);
    number.unit = "";
    number.kind = UnitKind::kRatio;
    number.approximate = number.approximate || ApproximatelyAround(text_, number.span);
    return number;
  }

  // 경쟁률은 3.5대 1, 4 대 1의 경쟁률: so many to one. 2대 1로 이겼다 is a score.
  std::optional<Number> ReadRatio(Number number, size_t at) const {
    constexpr size_t kNear = 60;  // bytes
    size_t end = at;
    for (const std::string_view to : {"대 1", " 대 1", "대1", ":1"}) {
      if (At(at, to)) end = at + to.size();
    }
    if (end == at || IsDigitAt(text_, end) || At(end, ".")) return std::nullopt;
    const size_t begin = static_cast<size_t>(number.span.begin);
    const size_t from = begin > kNear ? begin - kNear : 0;
    const std::string_view around = text_.substr(from, end + kNear - from);
    if (around.find("경쟁") == std::string_view::npos && around.find("비율") == std::string_view::npos) {
      return std::nullopt;
    }
    number.span.end = static_cast<int>(end);
    number.unit = "대 1";
    number.kind = UnitKind::kRatio;
    number.approximate = number.approximate || ApproximatelyAround(text_, number.span);
    return number;
  }

  // The longest unit at `at`, after at most one space; moves `at` past it.
  std::optional<Unit> TakeUnit(const ReadNumber& number, size_t& at) const {
    const size_t begin = At(at, " ") ? at + 1 : at;
    const bool words = !number.digits && !number.counted;
    std::optional<Unit> longest;
    Units().Match(text_, begin, [&](int end, const Unit& unit) {
      const std::string_view form = text_.substr(begin, end - begin);
      const bool glyph = static_cast<unsigned char>(form.front()) < 0x80;
      if ((words && (glyph || unit.figures)) || !EndsUnit(form, end)) return;
      at = end;
      longest = unit;
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
    if (EndsMorpheme(end) || !IsHangulSyllable(next) || OnlyParticleFollows(end)) return true;
    // 700억원대, 3개월여: MeCab may take 원대 for one word.
    const size_t joined = SkipJoinedApproximation(text_, end);
    return joined != end && (EndsMorpheme(joined) || At(joined, " "));
  }

  // 142타로 is no 타로, although MeCab takes it for one.
  [[nodiscard]] bool OnlyParticleFollows(size_t at) const {
    constexpr size_t kLongest = 9;  // bytes
    const std::string_view near = text_.substr(at, kLongest + 1);
    size_t end = 0;
    while (end < near.size() && static_cast<unsigned char>(near[end]) >= 0x80) ++end;
    if (end > kLongest) return false;
    constexpr std::array<std::string_view, 18> kParticles = {"가",   "이",   "은",   "는",   "을",   "를",
                                                             "에",   "로",   "의",   "도",   "와",   "과",
                                                             "으로", "에서", "까지", "보다", "이나", "이다"};
    return std::find(kParticles.begin(), kParticles.end(), near.substr(0, end)) != kParticles.end();
  }

  // Everything but the sense of the number is known: 오후 2시 30분, 30대, 한 명 are none.
  std::optional<Number> Finish(Number number, const Unit& unit, size_t end, const ReadNumber& last) {
    number.unit = unit.unit;
    number.kind = unit.kind;
    number.span.end = static_cast<int>(end);
    if (!SaysHowMany(text_, number, last) || !CountsByUnit(text_, number, last)) return std::nullopt;
    if (number.kind == UnitKind::kDuration) TakeSmallerUnit(number);
    if (IsNegative(number.span.begin)) {
      number.value = -number.value;
      --number.span.begin;
    }
    number.approximate = number.approximate || ApproximatelyAround(text_, number.span);
    return number;
  }

  // 1시간 40분 is 100 minutes.
  void TakeSmallerUnit(Number& number) const {
    struct Smaller {
      std::string_view unit;
      std::string_view smaller;
      double times;
    };
    constexpr std::array<Smaller, 3> kSmaller = {{{"시간", "분", 60}, {"분", "초", 60}, {"년", "개월", 12}}};
    for (const Smaller& one : kSmaller) {
      if (number.unit != one.unit || number.value_max) continue;
      size_t at = number.span.end;
      if (At(at, " ")) ++at;
      const std::optional<ReadNumber> rest = IsDigitAt(text_, at) ? ReadNumberAt(text_, at) : std::nullopt;
      if (!rest || rest->value >= one.times) return;
      size_t end = rest->end;
      const std::optional<Unit> unit = TakeUnit(*rest, end);
      const bool joins = unit && (unit->unit == one.smaller || unit->unit == std::string(one.smaller) + "간");
      if (!joins) return;
      number.value = number.value * one.times + rest->value;
      number.unit = one.smaller;
      number.span.end = static_cast<int>(end);
      return;
    }
  }

  // -7.25%, but neither 81-77 nor 3월-5%.
  [[nodiscard]] bool IsNegative(int begin) const {
    const std::string_view before = text_.substr(0, begin);
    if (!before.ends_with('-')) return false;
    return before.size() == 1 || before[before.size() - 2] == ' ' || before[before.size() - 2] == '(';
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
