#include "ingest/clean/text_lines.h"

#include <utility>
#include <vector>

#include "ingest/clean/hard_wrap.h"

namespace sillok::ingest {

PageLines ReadTextLines(std::string_view text) {
  const char* const page = text.data();
  PageLines lines;
  std::vector<bool> space_behind;
  bool gap = true;
  while (!text.empty()) {
    const size_t end = text.find_first_of("\n\r");
    const std::string_view written = text.substr(0, end);
    PageLine line = MakeLine(written);
    const bool windows_break = end != text.npos && text.substr(end, 2) == "\r\n";
    text.remove_prefix(end == text.npos ? text.size() : end + (windows_break ? 2 : 1));
    if (line.text.empty()) {
      gap = true;
      continue;
    }
    line.source = TrimmedSpan(written, static_cast<size_t>(written.data() - page));
    line.after_gap = std::exchange(gap, false);
    lines.push_back(std::move(line));
    space_behind.push_back(written.ends_with(' '));
  }
  JoinWrappedLines(space_behind, lines);
  return lines;
}

}  // namespace sillok::ingest
