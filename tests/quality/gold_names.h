// When a name of an article is one of a gold.
//
//   Meet(Normalized({"오픈 AI"}), {"오픈ai"})   → true
//   Hold("코스피지수", "코스피")               → true
//   EndAlike("관계자", "누리사 관계자")        → true
//
// Names and texts are compared after NormalizeName, so neither spaces nor middle dots count. Pure; safe from any thread.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sillok {

// Normalised.
using NameSet = std::set<std::string>;

[[nodiscard]] NameSet Normalized(const std::vector<std::string>& names);
// 유모씨 and 유 모 씨 stand in a gold with what calls them a person, which is no part of a name: they are held without it as well.
[[nodiscard]] NameSet NormalizedPeople(const std::vector<std::string>& names);
// One name is in both.
[[nodiscard]] bool Meet(const NameSet& a, const NameSet& b);

[[nodiscard]] bool Contains(std::string_view text, std::string_view part);
// One of two normalised names holds the other: 코스피지수 and 코스피. A single syllable is in too many words to tell.
[[nodiscard]] bool Hold(std::string_view a, std::string_view b);
// One's words, without spaces, end with the other's, and neither is empty.
[[nodiscard]] bool EndAlike(std::string_view a, std::string_view b);

}  // namespace sillok
