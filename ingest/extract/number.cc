#include "ingest/extract/number.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

#include "absl/strings/numbers.h"
#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr size_t kSyllable = 3;
constexpr size_t kLongestWord = 6;   // bytes of the longest number word
constexpr size_t kLongestUnit = 24;  // bytes

enum class WordKind { kTens, kOnes, kDigit, kPower, kBig };
struct NumberWord {
  double value = 0;
  WordKind kind = WordKind::kOnes;
};
struct Unit {
  std::string_view unit;
  UnitKind kind = UnitKind::kCount;
};

struct NumberRows {
  std::unordered_map<std::string_view, NumberWord> words;
  std::unordered_map<std::string_view, Unit> units;
  std::vector<std::string_view> before;
  std::vector<std::string_view> after;
};

WordKind WordKindOf(std::string_view kind) {
  if (kind == "tens") return WordKind::kTens;
  if (kind == "ones") return WordKind::kOnes;
  if (kind == "digit") return WordKind::kDigit;
  return kind == "power" ? WordKind::kPower : WordKind::kBig;
}

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
    const LexiconTable words = FindLexicon("number_words");
    for (const LexiconRow& row : words.rows()) {
      double value = 0;
      if (!absl::SimpleAtod(absl::string_view(row[1].data(), row[1].size()), &value)) std::abort();
      built->words[row[0]] = {value, WordKindOf(row[2])};
    }
    const LexiconTable units = FindLexicon("units");
    for (const LexiconRow& row : units.rows()) built->units[row[0]] = {row[1], UnitKindOf(row[2])};
    const LexiconTable approximations = FindLexicon("approximations");
    for (const LexiconRow& row : approximations.rows()) {
      (row[1] == "before" ? built->before : built->after).push_back(row[0]);
    }
    return built;
  }();
  return *rows;
}

bool IsDigit(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// A number read at some place.
struct Reading {
  double value = 0;
  size_t end = 0;
  double scale = 1;      // of its last big unit: 10000 for 2만
  bool digits = false;   // written with figures
  bool counted = false;  // 만/억/조 is in it
};

// 1,234.5 at `at`.
std::optional<double> ReadDigits(std::string_view text, size_t& at) {
  constexpr size_t kMostDigits = 18;
  std::string plain;
  size_t end = at;
  while (end < text.size() && plain.size() <= kMostDigits) {
    const bool group = text[end] == ',' && IsDigit(text, end + 1) && IsDigit(text, end + 2) &&
                       IsDigit(text, end + 3) && !IsDigit(text, end + 4) && !plain.empty();
    if (IsDigit(text, end)) {
      plain += text[end];
    } else if (!group) {
      break;
    }
    ++end;
  }
  if (plain.size() > kMostDigits) return std::nullopt;
  if (end < text.size() && text[end] == '.' && IsDigit(text, end + 1)) {
    plain += '.';
    for (++end; IsDigit(text, end) && plain.size() <= kMostDigits; ++end) plain += text[end];
  }
  double value = 0;
  if (plain.empty() || !absl::SimpleAtod(plain, &value)) return std::nullopt;
  at = end;
  return value;
}

const NumberWord* FindWord(std::string_view text, size_t at, size_t& length) {
  for (length = std::min(kLongestWord, text.size() - std::min(at, text.size())); length >= kSyllable;
       --length) {
    const auto row = Rows().words.find(text.substr(at, length));
    if (row != Rows().words.end()) return &row->second;
  }
  return nullptr;
}

// Figures and number words together: 30만2천500, 3조 2억, 열두, 이백오십.
class NumberReader {
 public:
  NumberReader(std::string_view text, size_t at) : text_(text), at_(at) {}

  std::optional<Reading> Read() {
    constexpr int kMostParts = 16;
    for (int part = 0; part < kMostParts && Step(); ++part) {
    }
    if (!any_) return std::nullopt;
    reading_.value = total_ + section_ + ones_;
    reading_.end = at_;
    return reading_;
  }

 private:
  bool Step() {
    size_t at = at_;
    if (reading_.counted && after_big_ && at < text_.size() && text_[at] == ' ' && IsDigit(text_, at + 1))
      ++at;
    if (IsDigit(text_, at)) return TakeDigits(at);
    size_t length = 0;
    const NumberWord* word = FindWord(text_, at_, length);
    return word != nullptr && TakeWord(*word, length);
  }

  bool TakeDigits(size_t at) {
    if (ones_ > 0 || (any_ && !reading_.counted && section_ == 0)) return false;
    const std::optional<double> value = ReadDigits(text_, at);
    if (!value || (reading_.counted && *value >= last_big_)) return false;
    ones_ = *value;
    at_ = at;
    any_ = true;
    reading_.digits = true;
    after_big_ = false;
    return true;
  }

  bool TakeWord(const NumberWord& word, size_t length) {
    switch (word.kind) {
      case WordKind::kTens:
        if (any_) return false;
        ones_ = word.value;
        native_tens_ = true;
        break;
      case WordKind::kOnes:
        if (any_ && !native_tens_) return false;
        ones_ += word.value;
        native_tens_ = false;
        break;
      case WordKind::kDigit:
        if (ones_ > 0 || reading_.digits) return false;
        ones_ = word.value;
        break;
      case WordKind::kPower:
        section_ += (ones_ > 0 ? ones_ : 1) * word.value;
        ones_ = 0;
        break;
      case WordKind::kBig:
        if (!any_ || (reading_.counted && word.value >= last_big_)) return false;
        total_ += (section_ + ones_) * word.value;
        section_ = ones_ = 0;
        last_big_ = word.value;
        reading_.scale = word.value;
        reading_.counted = true;
        after_big_ = true;
        break;
    }
    if (word.kind != WordKind::kBig) after_big_ = false;
    any_ = true;
    at_ += length;
    return true;
  }

  std::string_view text_;
  size_t at_;
  Reading reading_;
  double total_ = 0;
  double section_ = 0;
  double ones_ = 0;
  double last_big_ = 0;
  bool any_ = false;
  bool after_big_ = false;
  bool native_tens_ = false;
};

// Finds the numbers of one sentence.
class NumberFinder {
 public:
  NumberFinder(const Sentence& sentence, const std::vector<TextSpan>& blocked)
      : sentence_(sentence), text_(sentence.text), blocked_(blocked) {
    for (const Morpheme& morpheme : sentence.morphemes) ends_.push_back(morpheme.span.end);
  }

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
    if (IsDigit(text_, begin)) {
      if (begin == 0) return true;
      const char32_t before = DecodeRuneBefore(text_, begin).code;
      const bool latin =
          before < 0x80 && (isalnum(static_cast<int>(before)) != 0 || before == '-' || before == '.');
      return !latin && !text_.substr(0, begin).ends_with("제") && !text_.substr(0, begin).ends_with(",");
    }
    if (morpheme.span.In(text_) == "절반") return true;
    return morpheme.Is("NR") || (morpheme.Is("MM") && FindAny(begin));
  }

  [[nodiscard]] bool FindAny(size_t at) const {
    size_t length = 0;
    return FindWord(text_, at, length) != nullptr;
  }

  [[nodiscard]] bool Blocked(const TextSpan& span) const {
    const auto after = std::upper_bound(blocked_.begin(), blocked_.end(), span.begin,
                                        [](int at, const TextSpan& block) { return at < block.end; });
    return after != blocked_.end() && after->begin < span.end;
  }

  [[nodiscard]] bool EndsMorpheme(size_t at) const {
    return std::binary_search(ends_.begin(), ends_.end(), static_cast<int>(at));
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
    std::optional<Reading> first = NumberReader(text_, begin).Read();
    if (!first) return std::nullopt;
    Number number{.span = {begin, 0}, .value = first->value, .value_max = {}, .unit = {}};
    size_t at = SkipApproximate(first->end, number);
    if (At(at, "분의 ") && first->digits) return Fraction(number, at);
    const std::optional<Unit> own = TakeUnit(*first, at);
    if (const size_t second_at = SkipRangeMark(at); second_at != at) {
      const std::optional<Reading> second = NumberReader(text_, second_at).Read();
      if (!second) return std::nullopt;
      number.value_max = second->value;
      if (!first->counted && second->counted && number.value < second->value / second->scale)
        number.value *= second->scale;
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
    return at + kSyllable;
  }

  std::optional<Number> Fraction(Number number, size_t at) const {
    size_t second = at + std::string_view("분의 ").size();
    const std::optional<Reading> part = NumberReader(text_, second).Read();
    if (!part || number.value == 0) return std::nullopt;
    number.value = part->value / number.value;
    number.span.end = static_cast<int>(part->end);
    number.unit = "";
    number.kind = UnitKind::kRatio;
    return number;
  }

  // The longest unit at `at`, after at most one space; moves `at` past it.
  std::optional<Unit> TakeUnit(const Reading& reading, size_t& at) const {
    const size_t begin = At(at, " ") ? at + 1 : at;
    for (size_t length = std::min(kLongestUnit, text_.size() - std::min(begin, text_.size())); length >= 1;
         --length) {
      const auto row = Rows().units.find(text_.substr(begin, length));
      if (row == Rows().units.end() || !EndsUnit(row->first, begin + length)) continue;
      const bool words = !reading.digits && !reading.counted;
      const bool glyph = static_cast<unsigned char>(row->first[0]) < 0x80;
      if (words && glyph) continue;
      at = begin + length;
      return row->second;
    }
    return std::nullopt;
  }

  // A unit ends where a word does: 3원 but not 3원칙, 5m but not 5mm.
  [[nodiscard]] bool EndsUnit(std::string_view unit, size_t end) const {
    if (end >= text_.size()) return true;
    const char32_t next = DecodeRune(text_, end).code;
    const char last = unit.back();
    if (isalpha(static_cast<unsigned char>(last)) != 0)
      return next >= 0x80 || isalnum(static_cast<int>(next)) == 0;
    if (last == '%') return true;
    return EndsMorpheme(end) || !IsHangulSyllable(next);
  }

  // Everything but the sense of the number is known: 오후 2시 30분, 30대, 한 명 are none.
  std::optional<Number> Finish(Number number, const Unit& unit, size_t end, const Reading& last) {
    number.unit = unit.unit;
    number.kind = unit.kind;
    number.span.end = static_cast<int>(end);
    const std::string_view before = text_.substr(0, number.span.begin);
    const bool words = !last.digits && !last.counted;
    constexpr double kHundredMillion = 1e8;
    if (!last.digits && number.value >= kHundredMillion) return std::nullopt;  // 구조대 is no number
    if (words && number.value == 1 && unit.unit != "번째") return std::nullopt;
    if (words && unit.kind == UnitKind::kCount && unit.unit == "사") return std::nullopt;
    if (unit.unit == "분" && (before.ends_with("시 ") || before.ends_with("시") || words))
      return std::nullopt;
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
        after.remove_prefix(kSyllable);
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
  const std::vector<TextSpan>& blocked_;
  std::vector<int> ends_;
  std::vector<Number> numbers_;
};

}  // namespace

std::vector<Number> FindNumbers(const Sentence& sentence, const std::vector<TextSpan>& blocked) {
  return NumberFinder(sentence, blocked).Find();
}

}  // namespace sillok::ingest
