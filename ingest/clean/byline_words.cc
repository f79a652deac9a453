#include "ingest/clean/byline_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// No ending is longer than a few syllables; a word may be any text.
constexpr size_t kMaxEndingBytes = 30;

}  // namespace

const BylineWords& AllBylineWords() {
  static const auto* const all = [] {
    auto* const words = new BylineWords;
    const std::map<std::string_view, BylineWordSet*> kinds = {{"title", &words->title},
                                                              {"modifier", &words->modifier},
                                                              {"role", &words->role},
                                                              {"photo", &words->photo},
                                                              {"button", &words->button},
                                                              {"outlet_ending", &words->outlet_ending},
                                                              {"surname", &words->surname},
                                                              {"desk_ending", &words->desk_ending},
                                                              {"roman_surname", &words->roman_surname},
                                                              {"desk", &words->desk},
                                                              {"profession", &words->profession},
                                                              {"office", &words->office}};
    const LexiconTable table = FindLexicon("byline_words");
    for (const LexiconRow& row : table.rows()) {
      const auto kind = kinds.find(row[0]);
      if (kind == kinds.end()) std::abort();  // a mistake in the rows
      kind->second->emplace(row[1]);
    }
    return words;
  }();
  return *all;
}

bool CouldBeName(std::string_view word) {
  return word.size() >= 6 && word.size() <= 12 && IsHangulWord(word);
}

bool HasSurname(std::string_view word) {
  if (word.size() < 6 || word.size() > 12) return false;
  return AllBylineWords().surname.contains(word.substr(0, word.size() == 12 ? 6 : 3));
}

bool HasGivenName(std::string_view word) {
  constexpr size_t kSyllable = 3;
  static const auto* const positions = [] {
    auto* const sets = new std::array<BylineWordSet, 2>;
    const LexiconTable table = FindLexicon("given_syllables");
    for (const LexiconRow& row : table.rows()) {
      if (row[1] != "0") (*sets)[0].emplace(row[0]);
      if (row[2] != "0") (*sets)[1].emplace(row[0]);
    }
    return sets;
  }();
  return word.size() != 3 * kSyllable || ((*positions)[0].contains(word.substr(kSyllable, kSyllable)) &&
                                          (*positions)[1].contains(word.substr(2 * kSyllable)));
}

std::string_view EndingOf(std::string_view word, const BylineWordSet& endings) {
  for (size_t at = word.size() > kMaxEndingBytes ? word.size() - kMaxEndingBytes : 1; at < word.size();
       ++at) {
    const bool inside = (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80;
    if (!inside && endings.contains(word.substr(at))) return word.substr(at);
  }
  return {};
}

bool IsAge(std::string_view token) {
  const size_t digits = std::min(token.find_first_not_of("0123456789"), token.size());
  std::string_view unit = token.substr(digits);
  if (digits == 0) return unit == "전";
  if (unit.ends_with("전")) unit.remove_suffix(3);
  return unit == "초" || unit == "분" || unit == "시간" || unit == "일" || unit == "주" || unit == "개월";
}

bool IsHeadcount(std::string_view token) {
  const size_t digits = std::min(token.find_first_not_of("0123456789"), token.size());
  return digits > 0 && token.substr(digits) == "명";
}

bool IsPageNumber(std::string_view token) {
  constexpr std::string_view kPage = "면";
  if (!token.ends_with(kPage)) return false;
  token.remove_suffix(kPage.size());
  if (token.starts_with("제")) token.remove_prefix(kPage.size());
  if (!token.empty() && token.front() >= 'A' && token.front() <= 'Z') token.remove_prefix(1);
  return !token.empty() && token.find_first_not_of("0123456789") == token.npos;
}

bool IsOffice(std::string_view word) {
  return AllBylineWords().profession.contains(word) || AllBylineWords().office.contains(word);
}

bool IsPlaceWord(std::string_view word) {
  constexpr size_t kLongest = 18;
  static const auto* const places = [] {
    auto* const words = new BylineWordSet;
    const LexiconTable table = FindLexicon("places");
    for (const LexiconRow& row : table.rows()) {
      const bool large = row[1] == "country" || row[1] == "sido" || row[1] == "city";
      if (large && row[2] == "0" && row[0].size() <= kLongest) words->emplace(row[0]);
    }
    return words;
  }();
  return word.size() <= kLongest && places->contains(word);
}

bool HasParticle(std::string_view word) {
  constexpr size_t kShortest = 9;
  constexpr std::string_view kEndings[] = {"를", "는", "던"};
  return word.size() >= kShortest &&
         std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

std::string_view TitledOwner(std::string_view word) {
  constexpr std::string_view kOf = "의";
  if (!word.ends_with(kOf)) return {};
  word.remove_suffix(kOf.size());
  return AllBylineWords().title.contains(word) || !EndingOf(word, AllBylineWords().title).empty()
             ? word
             : std::string_view();
}

bool IsRomanSurname(std::string_view word) { return AllBylineWords().roman_surname.contains(word); }

bool IsSignLabel(std::string_view word) {
  constexpr size_t kLongest = 24;
  while (word.ends_with(':') || word.ends_with(' ')) word.remove_suffix(1);
  return word.size() <= kLongest && (word == "기자" || AllBylineWords().role.contains(word));
}

bool IsBylineWord(std::string_view word) {
  const BylineWords& all = AllBylineWords();
  return all.title.contains(word) || all.modifier.contains(word) || all.role.contains(word) ||
         all.photo.contains(word) || all.button.contains(word) || all.desk.contains(word);
}

}  // namespace sillok::ingest
