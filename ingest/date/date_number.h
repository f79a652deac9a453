// The numbers that dates are written with, in digits and in words.
//
//   ReadDigits("15~17일", 0)      → value 15, last 17, end after "17"
//   SinoNumbers("이천이십사년", 0) → 2024 and shorter readings, longest first
//
// Pure; safe from any thread; constant time.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sillok::ingest {

// A number, or a stretch of two.
struct DateNumber {
  int value = 0;
  int last = 0;      // the end of 15~17; equal to value otherwise
  size_t begin = 0;  // bytes of the text
  size_t end = 0;
  bool native = false;   // 두, 열두
  bool spelled = false;  // in words
};

[[nodiscard]] constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// The end of the run of digits at `at`.
[[nodiscard]] size_t EndOfDigits(std::string_view text, size_t at);

// The value of digits of at most nine places.
[[nodiscard]] int DigitsValue(std::string_view digits);

// The digits at `at`, at most four; nothing when there are none, or more.
[[nodiscard]] std::optional<DateNumber> ReadDigits(std::string_view text, size_t at);

// `number` with the end of its stretch, where one follows: 15~17, 16·17. Nothing when none does.
[[nodiscard]] std::optional<DateNumber> ReadStretch(std::string_view text, const DateNumber& number);

// 5, 9: `number` and those that follow it after commas, ever greater; only itself when none does.
[[nodiscard]] std::vector<DateNumber> ReadList(std::string_view text, const DateNumber& number);

// The readings of Sino-Korean numerals at `at`, longest first: 이천이십사, 이공이사, 십이.
[[nodiscard]] std::vector<DateNumber> SinoNumbers(std::string_view text, size_t at);

}  // namespace sillok::ingest
