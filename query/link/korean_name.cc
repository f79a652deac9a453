#include "query/link/korean_name.h"

#include <algorithm>
#include <string>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "query/link/career.h"

namespace sillok::query {
namespace {

TextSet LoadWords(std::string_view table) {
  TextSet words;
  ForEachRow(table, [&](const LexiconRow& row) { words.emplace(row[0]); });
  return words;
}

// The rows of local_names for one use.
TextSet LoadLocal(std::string_view use) {
  TextSet words;
  ForEachRow("local_names", [&](const LexiconRow& row) {
    if (row[1] == use) words.emplace(row[0]);
  });
  return words;
}

const TextSet& Surnames() {
  static const TextSet& words = *new TextSet(LoadWords("surnames"));
  return words;
}

// The bytes of the surname a word begins with, when `left` says yes to what is left; 0 when there is none.
template <typename Left>
size_t SurnameBytes(std::string_view word, Left left) {
  for (const size_t syllables : {2, 1}) {
    const size_t bytes = syllables * kSyllableBytes;
    if (word.size() >= bytes && Surnames().contains(word.substr(0, bytes)) && left(word.substr(bytes))) {
      return bytes;
    }
  }
  return 0;
}

// 김모, 김모씨, 김 모, 이모양.
bool IsWithheldKorean(std::string_view normalised) {
  static const TextSet& endings = *new TextSet(LoadLocal("surname"));
  return SurnameBytes(normalised, [](std::string_view left) { return endings.contains(left); }) > 0;
}

std::string_view AfterAge(std::string_view text) {
  if (!text.starts_with('(')) return text;
  return text.substr(std::min(text.find(')'), text.size() - 1) + 1);
}

// A씨, A(44)씨, B사, C: a capital and what kind of thing it stands for, or nothing.
bool IsWithheldLatin(std::string_view name) {
  static const TextSet& endings = *new TextSet(LoadLocal("letter"));
  if (name.empty() || name.front() < 'A' || name.front() > 'Z') return false;
  const std::string what = NormalizeName(AfterAge(name.substr(1)));
  return what.empty() || endings.contains(what);
}

}  // namespace

bool IsKoreanName(std::string_view name) {
  return IsHangulWord(name) && SurnameBytes(name, [](std::string_view left) {
                                 return left.size() == kSyllableBytes || left.size() == 2 * kSyllableBytes;
                               }) > 0;
}

std::string_view SurnameOf(std::string_view name) {
  return name.substr(0, SurnameBytes(name, [](std::string_view left) { return !left.empty(); }));
}

bool IsCommonName(std::string_view name) {
  static const TextSet& given = *new TextSet(LoadWords("common_given_names"));
  return SurnameBytes(name, [](std::string_view left) { return given.contains(left); }) > 0;
}

bool IsLocalName(std::string_view name) {
  static const TextSet& nouns = *new TextSet(LoadLocal("alone"));
  const std::string text = NormalizeText(name);
  const std::string normalised = NormalizeName(name);
  if (nouns.contains(normalised) || IsWithheldKorean(normalised) || IsWithheldLatin(text)) return true;
  const size_t space = text.find(' ');
  return space != std::string::npos && Surnames().contains(std::string_view(text).substr(0, space)) &&
         EndsWithTitle(std::string_view(text).substr(space));
}

}  // namespace sillok::query
