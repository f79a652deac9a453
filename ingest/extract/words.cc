#include "ingest/extract/words.h"

#include <algorithm>
#include <cctype>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// About so many words of a sentence have no space before them: “가나”다, 나라·마을.
constexpr size_t kMarksBetweenWords = 4;

bool IsAsciiAlnum(char32_t code) { return code < 0x80 && std::isalnum(static_cast<int>(code)) != 0; }

bool IsLetter(char32_t code) {
  return IsHangulSyllable(code) || IsAsciiAlnum(code) || IsHanja(code) ||
         (code >= 0xC0 && code < 0x250 && code != 0xD7);
}

// K-Startups, R&D and S-OIL are one word; so is 3.5.
bool Joins(std::string_view text, size_t at, char32_t before) {
  const char code = text[at];
  if (code != '-' && code != '&' && code != '.') return false;
  if (at + 1 >= text.size() || !IsAsciiAlnum(before)) return false;
  const char32_t after = DecodeRune(text, at + 1).code;
  if (code == '.') {
    return std::isdigit(static_cast<int>(before)) != 0 && after < 0x80 &&
           std::isdigit(static_cast<int>(after)) != 0;
  }
  return IsLetter(after);
}

std::vector<Word> CutWords(std::string_view text) {
  std::vector<Word> words;
  words.reserve(static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + kMarksBetweenWords);
  bool inside = false;
  bool only_spaces = false;
  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (IsLetter(rune.code) || (inside && Joins(text, at, before))) {
      if (!inside) {
        words.push_back({.span = {static_cast<int>(at), static_cast<int>(at)}, .joined = only_spaces});
        inside = true;
      }
      words.back().span.end = static_cast<int>(at + rune.length);
      only_spaces = true;
    } else {
      inside = false;
      if (rune.code != U' ') only_spaces = false;
    }
    before = rune.code;
    at += rune.length;
  }
  return words;
}

// True for what may stand behind a noun in its word without being part of it.
bool IsTail(const Morpheme& morpheme, std::string_view text) {
  return morpheme.IsAny("J", "E", "VCP", "VCN", "XSV", "XSA") ||
         (morpheme.Is("XSN") && morpheme.span.In(text) == "들");
}

bool IsNominal(const Morpheme& morpheme) { return morpheme.IsAny("N", "S", "X", "U") || !morpheme.known; }

void Describe(const Sentence& sentence, Word& word) {
  int end = word.end_morpheme;
  while (end > word.first_morpheme && IsTail(sentence.morphemes[end - 1], sentence.text)) --end;
  word.stem_end = word.span.begin;
  if (end == word.first_morpheme || !IsNominal(sentence.morphemes[end - 1])) return;
  word.stem_end = std::min(sentence.morphemes[end - 1].span.end, word.span.end);
  word.bare = word.stem_end == word.span.end;
  word.person = true;
  for (int at = word.first_morpheme; at < end; ++at) {
    const Morpheme& morpheme = sentence.morphemes[at];
    word.person = word.person && morpheme.semantic == "인명";
    word.proper = word.proper || morpheme.Is("NNP") || morpheme.Is("SL") || !morpheme.known;
  }
  for (int at = word.first_morpheme; at < word.end_morpheme; ++at) {
    const Morpheme& morpheme = sentence.morphemes[at];
    word.countable = word.countable ||
                     (morpheme.IsAny("NNB", "NR", "MM", "SN", "MAG", "NP") && morpheme.semantic != "인명");
  }
  word.common = end - word.first_morpheme == 1 && sentence.morphemes[word.first_morpheme].Is("NNG");
}

}  // namespace

std::vector<Word> SplitWords(const Sentence& sentence) {
  std::vector<Word> words = CutWords(sentence.text);
  const int count = static_cast<int>(sentence.morphemes.size());
  int at = 0;
  for (Word& word : words) {
    while (at < count && sentence.morphemes[at].span.end <= word.span.begin) ++at;
    word.first_morpheme = at;
    while (at < count && sentence.morphemes[at].span.begin < word.span.end) ++at;
    word.end_morpheme = at;
    Describe(sentence, word);
    // A morpheme may reach into the next word.
    if (at > word.first_morpheme && sentence.morphemes[at - 1].span.end > word.span.end) --at;
  }
  return words;
}

bool IsMorphemeBoundary(const Sentence& sentence, const Word& word, int offset) {
  for (int at = word.first_morpheme; at < word.end_morpheme; ++at) {
    if (sentence.morphemes[at].span.begin == offset || sentence.morphemes[at].span.end == offset) return true;
  }
  return false;
}

}  // namespace sillok::ingest
