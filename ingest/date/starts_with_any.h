// Whether a text begins with one of a few words.
//
//   StartsWithAny(rest, kCopulas)   → true for 이다 of 이다, 이며
//
// Pure; safe from any thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace sillok::ingest {

template <size_t N>
[[nodiscard]] bool StartsWithAny(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace sillok::ingest
