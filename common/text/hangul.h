// Hangul syllables and their jamo, by the arithmetic of Unicode section 3.12.
//
//   HasFinalConsonant(U'칸')  → true, so 칸은, 칸이
//   InitialConsonants("샘 올트먼") → "ㅅ ㅇㅌㅁ"
//
// Every function is pure and safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sillok {

// Bytes of a precomposed syllable in UTF-8.
inline constexpr size_t kSyllableBytes = 3;

// A precomposed syllable taken apart: indices into the 19 initials, 21 vowels and 28 finals (0: none).
struct Jamo {
  int initial = 0;
  int vowel = 0;
  int final = 0;
};

// True for U+AC00…U+D7A3.
[[nodiscard]] inline bool IsHangulSyllable(char32_t code) { return code >= 0xAC00 && code <= 0xD7A3; }

// True for words of such syllables alone; false for the empty text.
[[nodiscard]] bool IsHangulWord(std::string_view text);

// True for an ideograph in the unified or compatibility blocks.
[[nodiscard]] bool IsHanja(char32_t code);

// The parts of a syllable; nothing for any other code point.
[[nodiscard]] std::optional<Jamo> Decompose(char32_t code);

// The syllable of these parts.
[[nodiscard]] char32_t Compose(Jamo jamo);

// True for a syllable with a 받침.
[[nodiscard]] bool HasFinalConsonant(char32_t code);

// Every syllable replaced by its initial consonant as a compatibility jamo (초성); everything else as it is.
[[nodiscard]] std::string InitialConsonants(std::string_view text);

}  // namespace sillok
