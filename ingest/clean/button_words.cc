#include "ingest/clean/button_words.h"

#include <string>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "common/text/word_finder.h"
#include "unicode/uchar.h"

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

bool IsMark(char32_t code) { return !IsHangulSyllable(code) && u_isalpha(static_cast<UChar32>(code)) == 0; }

bool IsDigit(char byte) { return byte >= '0' && byte <= '9'; }

// "조회 2,603회", "댓글 3개": what is counted.
bool IsCounted(char32_t code) {
  static constexpr std::u32string_view kUnits = U"회건개명만천";
  return kUnits.find(code) != kUnits.npos;
}

}  // namespace

bool IsButtonRow(std::string_view squeezed) {
  if (squeezed.empty()) return false;
  // Whether the bytes before each place are words with their marks.
  std::vector<bool> reached(squeezed.size() + 1);
  reached[0] = true;
  size_t marked = 0;  // up to here marks have been passed over
  bool worded = false;
  const auto pass_marks = [&](size_t end) {
    for (; marked < end; ++marked) {
      if (!reached[marked]) continue;
      const DecodedRune rune = DecodeRune(squeezed, marked);
      // A number alone is no button.
      const bool mark = IsMark(rune.code) && (worded || !IsDigit(squeezed[marked]));
      const bool counted = marked > 0 && IsDigit(squeezed[marked - 1]) && IsCounted(rune.code);
      if (mark || counted) reached[marked + rune.length] = true;
    }
  };
  AllButtons().finder.Find(squeezed, [&](size_t word, size_t end) {
    const size_t begin = end - AllButtons().words[word].size();
    pass_marks(begin);
    if (!reached[begin]) return;
    reached[end] = true;
    worded = true;
  });
  pass_marks(squeezed.size());
  return worded && reached[squeezed.size()];
}

}  // namespace sillok::ingest
