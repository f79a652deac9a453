#include "ingest/clean/page_line.h"

#include <algorithm>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "ingest/clean/prose.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kSpace = " \t\n\r";

// Makes every run of space one, and none at the ends.
void JoinSpaces(std::string& text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  text.erase(std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
             text.end());
  if (!text.empty() && text.back() == ' ') text.pop_back();
  if (!text.empty() && text.front() == ' ') text.erase(text.begin());
}

}  // namespace

PageSpan TrimmedSpan(std::string_view written, size_t begin) {
  const size_t first = written.find_first_not_of(kSpace);
  if (first == written.npos) return {begin, begin};
  return {begin + first, begin + written.find_last_not_of(kSpace) + 1};
}

PageLine MakeLine(std::string_view text) {
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  text = text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
  PageLine line;
  line.text = NormalizeText(text);
  JoinSpaces(line.text);
  line.runes = CountRunes(line.text);
  line.statement = HoldsStatement(line.text);
  return line;
}

}  // namespace sillok::ingest
