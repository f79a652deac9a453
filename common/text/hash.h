// Ids that come from content: SHA-256 over length-prefixed parts, so that ("ab","c") and ("a","bc") differ.
//
//   HashId({"referent", article_id, name, "0"})  → 24 lowercase hex digits
//
// Pure; safe from any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace sillok {

// 32 bytes.
[[nodiscard]] std::string Sha256(std::initializer_list<std::string_view> parts);

// The first 12 bytes of Sha256 as 24 lowercase hex digits: 96 bits, so that among 10^9 ids a collision has a
// chance of about 10^-11.
[[nodiscard]] std::string HashId(std::initializer_list<std::string_view> parts);

}  // namespace sillok
