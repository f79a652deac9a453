// A name as somebody types it: by initials, with a slip of the finger, by surname and title.
//
//   ReadInitials("ㅅ ㅇㅌㅁ")            → "ㅅㅇㅌㅁ", which FitsInitials says of 샘올트먼, and of 샘올트먼재단 as its beginning
//   NearInitials("ㄱㅁㅅ")               → {"ㄱㅁㅅ", "ㄲㅁㅅ", …, "ㅁㅅ", …}   where names misspelt in one initial are found
//   WrongLetters("샘올트맨", "샘올트먼")  → 1
//   ReadSurnameTitles("임실장")          → {{"임", "실장"}}
//
// Texts are normalised (NormalizeName). Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sillok::query {

// The text with its joined consonants apart (ㄳ, as an input method makes of ㄱ and ㅅ); nothing when no consonant
// stands alone in it, or a vowel does.
[[nodiscard]] std::optional<std::string> ReadInitials(std::string_view typed);

// True when the form begins with `initials` letter by letter, where a consonant stands for any syllable that it begins.
[[nodiscard]] bool FitsInitials(std::string_view initials, std::string_view form);

// Initials with which the forms begin that `typed` begins key by key, its last syllable being unfinished (옾 and 오프 of
// 오픈). Empty for less than two of them.
[[nodiscard]] std::string UnfinishedInitials(std::string_view typed);
[[nodiscard]] bool BeginsByKeys(std::string_view typed, std::string_view form);

// The initials of `typed`, and all that differ from them by one consonant more, less or other; less for texts of more
// than twelve letters: one less only.
[[nodiscard]] std::vector<std::string> NearInitials(std::string_view typed);

// How many letters (JamoLetters) may be wrong in a name of this length: none in short ones, where it would be another
// name; one in a Korean person's name, which has many neighbours; two at most. Nothing but syllables and what else
// stands in names may be wrong.
[[nodiscard]] size_t WrongLettersAllowed(std::string_view typed);
[[nodiscard]] size_t WrongLetters(std::string_view typed, std::string_view form);

struct SurnameTitle {
  std::string surname;
  std::string title;  // two letters at least

  friend bool operator==(const SurnameTitle&, const SurnameTitle&) = default;
};
// Every way to take the text for a surname with a title after it.
[[nodiscard]] std::vector<SurnameTitle> ReadSurnameTitles(std::string_view typed);

}  // namespace sillok::query
