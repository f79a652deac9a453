// UTF-8: checking it, walking it, and counting offsets in it.
//
//   for (size_t at = 0; at < text.size();) {
//     const DecodedRune rune = DecodeRune(text, at);
//     at += rune.length;
//   }
//
// All offsets are bytes. Every function is pure and safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sillok {

// A code point and the bytes it takes. A byte that begins no valid sequence decodes as U+FFFD of length 1.
struct DecodedRune {
  char32_t code = 0;
  uint8_t length = 0;
};

// The code point at byte `at`, which must be less than text.size().
[[nodiscard]] DecodedRune DecodeRune(std::string_view text, size_t at);

// The code point that ends just before byte `at`, which must be greater than 0.
[[nodiscard]] DecodedRune DecodeRuneBefore(std::string_view text, size_t at);

// Appends `code` to `out`; a surrogate or a value beyond U+10FFFF becomes U+FFFD.
void AppendRune(char32_t code, std::string& out);

// True when `text` is UTF-8 without surrogates, overlong forms or truncation.
[[nodiscard]] bool IsValidUtf8(std::string_view text);

// Every invalid byte replaced with U+FFFD.
[[nodiscard]] std::string ReplaceInvalidUtf8(std::string_view text);

// Code points in valid UTF-8.
[[nodiscard]] size_t CountRunes(std::string_view text);

// The longest prefix of at most `max_bytes` that does not cut a code point.
[[nodiscard]] std::string_view TruncateUtf8(std::string_view text, size_t max_bytes);

}  // namespace sillok
