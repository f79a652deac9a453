// The words of a byline, without the marks between them and the places before an equals sign.
//
//   BylineTokens("[서울=아무통신] 한도윤 기자 |")  → {"아무통신", "한도윤", "기자"}
//
// Addresses stay whole. Pure; time linear in the line; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sillok::ingest {

[[nodiscard]] std::vector<std::string> BylineTokens(std::string_view line);

}  // namespace sillok::ingest
