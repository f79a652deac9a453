// Spellings of one foreign name: what of it does not change from one outlet to the next.
//
//   SoundKey("샘올트먼") == SoundKey("샘알트만")      consonants alone, those that are mistaken for each other as one
//   SoundAlike("샘올트먼", "샘알트만")  → true        equal keys, and at most one vowel in two syllables otherwise
//   SoundAlike("김민수", "김만수")      → true        which is why only foreign names are compared so
//
// A likeness proposes and never decides: see name_groups.h. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace sillok::query {

// Empty when the name holds anything but syllables (normalised: no spaces), or no consonant.
[[nodiscard]] std::string SoundKey(std::string_view normalised);

[[nodiscard]] bool SoundAlike(std::string_view a, std::string_view b);

// True for a name in syllables that is not built like a Korean one, a surname with one or two syllables after it.
[[nodiscard]] bool IsForeignName(std::string_view normalised);

}  // namespace sillok::query
