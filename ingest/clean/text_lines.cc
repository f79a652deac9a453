#include "ingest/clean/text_lines.h"

#include <utility>

namespace sillok::ingest {

PageLines ReadTextLines(std::string_view text) {
  PageLines lines;
  bool gap = true;
  while (!text.empty()) {
    const size_t end = text.find_first_of("\n\r");
    PageLine line = MakeLine(text.substr(0, end));
    const bool windows_break = end != text.npos && text.substr(end, 2) == "\r\n";
    text.remove_prefix(end == text.npos ? text.size() : end + (windows_break ? 2 : 1));
    if (line.text.empty()) {
      gap = true;
      continue;
    }
    line.after_gap = std::exchange(gap, false);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace sillok::ingest
