#include "ingest/clean/page_line.h"

#include <string_view>

#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace sillok::ingest {

PageLine MakeLine(std::string_view text) {
  const std::string normalized = NormalizeText(text);
  PageLine line;
  line.text.reserve(normalized.size());
  for (const char byte : normalized) {
    const bool space = byte == ' ' || byte == '\n';
    if (!space) {
      line.text.push_back(byte);
    } else if (!line.text.empty() && line.text.back() != ' ') {
      line.text.push_back(' ');
    }
  }
  if (!line.text.empty() && line.text.back() == ' ') line.text.pop_back();
  line.runes = CountRunes(line.text);
  return line;
}

}  // namespace sillok::ingest
