// Hangul as it is typed: one letter a key.
//
//   JamoLetters("값AI")     → U"ㄱㅏㅂㅅAI"
//   JoinLetters(U"ㄱㅏㅂㅅㅣ") → "갑시"           as an input method joins them
//
// Letters are compatibility jamo, those that a key stands for: ㄲ is one, ㄳ and ㅘ are two. Everything else stays as it is.
// Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace sillok {

[[nodiscard]] std::u32string JamoLetters(std::string_view text);

// Letters that join no syllable stand alone.
[[nodiscard]] std::string JoinLetters(std::u32string_view letters);

// One of the nineteen letters that begin a syllable; one of the vowels of one key.
[[nodiscard]] bool IsConsonantLetter(char32_t code);
[[nodiscard]] bool IsVowelLetter(char32_t code);

// Any jamo that stands alone, ㄳ and ㅘ among them.
[[nodiscard]] bool IsStandingJamo(char32_t code);

// The consonants that begin a syllable, in the order of Unicode.
[[nodiscard]] std::u32string_view ConsonantLetters();

}  // namespace sillok
