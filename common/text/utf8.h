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
[[nodiscard]] inline DecodedRune DecodeRune(std::string_view text, size_t at);

// The code point that ends just before byte `at`, which must be greater than 0.
[[nodiscard]] inline DecodedRune DecodeRuneBefore(std::string_view text, size_t at);

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

// ---- what is read most, within the loops that read it ----

namespace utf8_internal {

// Any code point, checked in full.
[[nodiscard]] DecodedRune DecodeAny(std::string_view text, size_t at);
[[nodiscard]] DecodedRune DecodeAnyBefore(std::string_view text, size_t at);

// True for the first byte of U+1000…U+DFFF: most of Korean text.
[[nodiscard]] inline bool LeadsThree(unsigned char byte) { return byte >= 0xE1 && byte <= 0xED; }

// The three bytes at `bytes`, the first of which leads three. Length 0 when they are no code point.
[[nodiscard]] inline DecodedRune DecodeThree(const unsigned char* bytes) {
  if ((bytes[1] & 0xC0) != 0x80 || (bytes[2] & 0xC0) != 0x80) return {};
  const char32_t code = static_cast<char32_t>(bytes[0] & 0x0F) << 12 |
                        static_cast<char32_t>(bytes[1] & 0x3F) << 6 | static_cast<char32_t>(bytes[2] & 0x3F);
  if (code >= 0xD800) return {};  // a surrogate
  return {.code = code, .length = 3};
}

}  // namespace utf8_internal

inline DecodedRune DecodeRune(std::string_view text, size_t at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  if (bytes[0] < 0x80) return {.code = bytes[0], .length = 1};
  if (utf8_internal::LeadsThree(bytes[0]) && text.size() - at >= 3) {
    const DecodedRune rune = utf8_internal::DecodeThree(bytes);
    if (rune.length != 0) return rune;
  }
  return utf8_internal::DecodeAny(text, at);
}

inline DecodedRune DecodeRuneBefore(std::string_view text, size_t at) {
  const auto* end = reinterpret_cast<const unsigned char*>(text.data()) + at;
  if (end[-1] < 0x80) return {.code = end[-1], .length = 1};
  if (at >= 3 && utf8_internal::LeadsThree(end[-3])) {
    const DecodedRune rune = utf8_internal::DecodeThree(end - 3);
    if (rune.length != 0) return rune;
  }
  return utf8_internal::DecodeAnyBefore(text, at);
}

}  // namespace sillok
