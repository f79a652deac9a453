// How many letters have to be put in, left out or changed to make one text of another.
//
//   EditDistance(U"ㅁㅐㄴ", U"ㅁㅓㄴ") → 1
//
// Time and memory: the product of the lengths, and one length. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace sillok {

[[nodiscard]] size_t EditDistance(std::u32string_view a, std::u32string_view b);

}  // namespace sillok
