// Lines that are a row of buttons or a menu: the words of boilerplate_lines.tsv and nothing else.
//
//   IsButtonRow("좋아요0슬퍼요3")  → true
//
// Pure; time linear in the line; safe from any thread.
#pragma once

#include <string_view>

namespace sillok::ingest {

// `squeezed` is a line without spaces and in lower case. Marks may stand around each word, and counters behind it.
[[nodiscard]] bool IsButtonRow(std::string_view squeezed);

}  // namespace sillok::ingest
