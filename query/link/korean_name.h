// How Korean names are built, and which of them many people bear.
//
//   IsKoreanName("김민수") → true;   IsKoreanName("샘 올트먼") → false
//   SurnameOf("남궁민") → "남궁"
//   IsCommonName("김민수") → true    another 김민수 is likely another person
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

namespace sillok::query {

// A surname and one or two syllables after it, in one word.
[[nodiscard]] bool IsKoreanName(std::string_view name);

// The longest surname that a word begins with and does not end with; empty when there is none. `name` in one word.
[[nodiscard]] std::string_view SurnameOf(std::string_view name);

// A surname before a given name of the rows in common_given_names.tsv.
[[nodiscard]] bool IsCommonName(std::string_view name);

// A name that says who is meant only inside its article: a surname with a title (임 실장), a name withheld (김모, A씨), a noun that
// many bodies go by (협회: local_names.tsv). `name` as it is written.
[[nodiscard]] bool IsLocalName(std::string_view name);

}  // namespace sillok::query
