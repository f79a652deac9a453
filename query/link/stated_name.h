// Whether a form by which an article calls somebody is a name of his everywhere, or short for another one there.
//
//   IsStatedName(ORGANIZATION, "오픈AI", "OpenAI")                        → true     another writing
//   IsStatedName(ORGANIZATION, "과학기술정보통신부", "과기정통부")        → true     a contraction of its own
//   IsStatedName(ORGANIZATION, "삼성전자", "삼성")                        → false    a part: others are called so too
//   IsStatedName(PERSON, "임정욱", "임 실장")                             → false
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// Both as written. `canonical` is the fullest form of the article.
[[nodiscard]] bool IsStatedName(v1::EntityType type, std::string_view canonical, std::string_view form);

}  // namespace sillok::query
