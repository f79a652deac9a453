// What stands beside a page's time in its line, parted by bars: who signs, how often it was read, the section, the paper's number.
//
//   ReadMeta("조회수 1,127 | 한도윤 기자 | 3호")  → {"한도윤 기자", dressed}
//   ReadMeta("나루뉴스 원문")                     → {"나루뉴스", dressed}
//
// Pure; time linear in the line; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace sillok::ingest {

// The first bar of a text, or what some write for one (ㅣ, │, •), as a piece of the text; empty at its end when it has none.
[[nodiscard]] std::string_view FirstBar(std::string_view text);

struct MetaLine {
  std::string rest;  // without buttons, counters and numbers of pages and issues; each bar as the page has it
  bool dressed = false;  // something of that kind stood there
  bool parted = false;   // there were several parts
};

[[nodiscard]] MetaLine ReadMeta(std::string_view line);

}  // namespace sillok::ingest
