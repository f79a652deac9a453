#include "ingest/clean/word_stems.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

bool IsWordRune(char32_t code) {
  return IsHangulSyllable(code) || IsHanja(code) || (code >= '0' && code <= '9') ||
         ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
}

// The first two characters of the word without marks before it; less when it is shorter.
std::string_view Stem(std::string_view word) {
  size_t begin = 0;
  while (begin < word.size() && !IsWordRune(DecodeRune(word, begin).code)) {
    begin += DecodeRune(word, begin).length;
  }
  size_t end = begin;
  for (int runes = 0; runes < 2 && end < word.size(); ++runes) end += DecodeRune(word, end).length;
  return word.substr(begin, end - begin);
}

}  // namespace

std::vector<std::string_view> WordStems(std::string_view text) {
  std::vector<std::string_view> stems;
  while (!text.empty()) {
    const size_t space = std::min(text.find(' '), text.size());
    const std::string_view stem = Stem(text.substr(0, space));
    if (!stem.empty()) stems.push_back(stem);
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return stems;
}

std::unordered_set<std::string_view> StemsOfSentences(const PageLines& lines, size_t begin, size_t count) {
  std::unordered_set<std::string_view> stems;
  for (size_t i = begin; i < lines.size() && i - begin < count; ++i) {
    if (!lines[i].statement) continue;
    for (const std::string_view stem : WordStems(lines[i].text)) stems.insert(stem);
  }
  return stems;
}

size_t CountStems(std::string_view text, const std::unordered_set<std::string_view>& stems) {
  const std::vector<std::string_view> own = WordStems(text);
  return static_cast<size_t>(
      std::count_if(own.begin(), own.end(), [&](std::string_view stem) { return stems.contains(stem); }));
}

}  // namespace sillok::ingest
