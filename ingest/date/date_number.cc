#include "ingest/date/date_number.h"

#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "ingest/date/date_lexicon.h"

namespace sillok::ingest {
namespace {

// A number is a date's only when it is this short.
constexpr size_t kLongestNumber = 4;

int DigitValue(char32_t code) {
  constexpr std::u32string_view kDigits = U"영일이삼사오육칠팔구";
  if (code == U'공') return 0;
  const size_t at = kDigits.find(code);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

// 이공이사: four digits, one after another.
std::optional<int> DigitByDigit(std::u32string_view runes) {
  if (runes.size() != kLongestNumber) return std::nullopt;
  int value = 0;
  for (const char32_t code : runes) {
    const int digit = DigitValue(code);
    if (digit < 0) return std::nullopt;
    value = 10 * value + digit;
  }
  return value;
}

// 이천이십사 → 2024; nothing when the numerals make no number.
std::optional<int> SinoValue(std::u32string_view runes) {
  if (const std::optional<int> value = DigitByDigit(runes)) return value;
  int total = 0;
  int digit = -1;
  for (const char32_t code : runes) {
    const int scale = code == U'십' ? 10 : code == U'백' ? 100 : code == U'천' ? 1000 : 0;
    if (scale > 0) {
      total += std::max(digit, 1) * scale;
      digit = -1;
    } else if (digit >= 0 || code == U'공' || code == U'영') {
      return std::nullopt;
    } else {
      digit = DigitValue(code);
    }
  }
  return total + std::max(digit, 0);
}

// 三 → 삼; anything else as it is.
char32_t HangulNumeral(char32_t code) {
  const size_t at = kHanjaNumerals.find(code);
  return at == std::u32string_view::npos ? code : kSinoNumerals[at];
}

size_t SkipSpace(std::string_view text, size_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

}  // namespace

size_t EndOfDigits(std::string_view text, size_t at) {
  while (at < text.size() && IsAsciiDigit(text[at])) ++at;
  return at;
}

int DigitsValue(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  return value;
}

std::optional<DateNumber> ReadDigits(std::string_view text, size_t at) {
  const size_t end = EndOfDigits(text, at);
  if (end == at || end - at > kLongestNumber) return std::nullopt;
  const int value = DigitsValue(text.substr(at, end - at));
  return DateNumber{value, value, at, end};
}

std::optional<DateNumber> ReadStretch(std::string_view text, const DateNumber& number) {
  const size_t at = SkipSpace(text, number.end);
  if (at >= text.size()) return std::nullopt;
  const DecodedRune rune = DecodeRune(text, at);
  constexpr std::u32string_view kDashes = U"~∼～–—-";
  const bool dash = kDashes.find(rune.code) != std::u32string_view::npos;
  if (!dash && rune.code != U',' && rune.code != U'·') return std::nullopt;
  const std::optional<DateNumber> last = ReadDigits(text, SkipSpace(text, at + rune.length));
  // 16, 17일 is a stretch; 5, 9일 is not.
  if (!last || (!dash && last->value != number.value + 1)) return std::nullopt;
  return DateNumber{number.value, last->value, number.begin, last->end};
}

std::vector<DateNumber> ReadList(std::string_view text, const DateNumber& number) {
  constexpr size_t kLongestList = 31;
  std::vector<DateNumber> list = {number};
  while (list.size() < kLongestList) {
    const size_t at = list.back().end;
    if (at >= text.size()) break;
    const DecodedRune rune = DecodeRune(text, at);
    if (rune.code != U',' && rune.code != U'·') break;
    const std::optional<DateNumber> next = ReadDigits(text, SkipSpace(text, at + rune.length));
    if (!next || next->value <= list.back().value) break;
    list.push_back(*next);
  }
  return list;
}

std::vector<DateNumber> SinoNumbers(std::string_view text, size_t at) {
  constexpr size_t kLongestRun = 9;
  std::u32string runes;
  std::vector<size_t> ends;
  for (size_t end = at; end < text.size() && runes.size() < kLongestRun;) {
    const DecodedRune rune = DecodeRune(text, end);
    const char32_t numeral = HangulNumeral(rune.code);
    if (kSinoNumerals.find(numeral) == std::u32string_view::npos) break;
    runes.push_back(numeral);
    end += rune.length;
    ends.push_back(end);
  }
  std::vector<DateNumber> numbers;
  for (size_t length = runes.size(); length > 0; --length) {
    const std::optional<int> value = SinoValue({runes.data(), length});
    if (value) numbers.push_back({*value, *value, at, ends[length - 1], false, true});
  }
  return numbers;
}

}  // namespace sillok::ingest
