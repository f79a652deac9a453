#include "ingest/clean/button_words.h"

#include <string>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/utf8.h"
#include "common/text/word_finder.h"

namespace sillok::ingest {
namespace {

struct Buttons {
  std::vector<std::string> words;
  WordFinder finder;
};

const Buttons& AllButtons() {
  static const auto* const all = [] {
    std::vector<std::string> words;
    const LexiconTable table = FindLexicon("boilerplate_lines");
    for (const LexiconRow& row : table.rows()) {
      if (row[0] == "word" || row[0] == "section") words.emplace_back(row[1]);
    }
    return new Buttons{.words = words, .finder = WordFinder(words)};
  }();
  return *all;
}

bool IsMark(char32_t code) {
  static constexpr std::u32string_view kMarks = U"0123456789,./:()[]|·ㆍ•<>&+_*-";
  return kMarks.find(code) != kMarks.npos;
}

}  // namespace

bool IsButtonRow(std::string_view squeezed) {
  if (squeezed.empty()) return false;
  // Whether the bytes before each place are words with their marks.
  std::vector<bool> reached(squeezed.size() + 1);
  reached[0] = true;
  size_t marked = 0;  // up to here marks have been passed over
  const auto pass_marks = [&](size_t end) {
    for (; marked < end; ++marked) {
      if (!reached[marked] || marked == 0) continue;
      const DecodedRune rune = DecodeRune(squeezed, marked);
      if (IsMark(rune.code)) reached[marked + rune.length] = true;
    }
  };
  AllButtons().finder.Find(squeezed, [&](size_t word, size_t end) {
    const size_t begin = end - AllButtons().words[word].size();
    pass_marks(begin);
    if (reached[begin]) reached[end] = true;
  });
  pass_marks(squeezed.size());
  return reached[squeezed.size()];
}

}  // namespace sillok::ingest
