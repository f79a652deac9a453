#include "ingest/clean/other_bylines.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/clean/byline_tokens.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMaxForeignBytes = 120;
constexpr size_t kMaxEnglishBytes = 120;
constexpr size_t kMaxContributorBytes = 90;

std::optional<Byline> ReadWithOffice(std::string_view line, const BylineWordSet& offices) {
  line = StripBullets(line);
  const size_t space = line.find(' ');
  if (space == line.npos || line.size() > kMaxContributorBytes || HoldsStatement(line)) return std::nullopt;
  const std::string_view name = line.substr(0, space);
  // Two syllables before a profession are an adjective more often than a name.
  if (name.size() < 9 || !CouldBeName(name) || !HasSurname(name) || IsBylineWord(name)) return std::nullopt;
  // A university's: 가람대 교수.
  if (name.ends_with("대")) return std::nullopt;
  // What stands behind a dot or in brackets is their field.
  const std::string_view office = line.substr(space + 1, line.find_first_of("(,/", space) - space - 1);
  const std::vector<std::string> words = BylineTokens(office.substr(0, office.find("·")));
  if (words.empty() || words.size() > 6) return std::nullopt;
  if (!offices.contains(words.back()) && EndingOf(words.back(), offices).empty()) return std::nullopt;
  Byline byline;
  byline.reporters.push_back({std::string(name), ""});
  return byline;
}

}  // namespace

// "기자, 로라 베넷 & 서지안": names of abroad behind what somebody is, and whoever signs with them.
std::optional<Byline> ReadForeigner(std::string_view line) {
  static const RE2 label(R"((?:기자|에디터|특파원|필자)\s?[,:]\s?)");
  static const RE2 name(R"(([가-힣]{1,7}(?:[ -][가-힣]{1,7}){0,2})(?:\s?(?:,|&|·|/)\s?|$))");
  re2::StringPiece rest = Piece(line);
  const bool labelled = line.find_first_of(",:") != line.npos;  // a cheap look before the pattern
  if (line.size() > kMaxForeignBytes || !labelled || !RE2::Consume(&rest, label)) return std::nullopt;
  Byline byline;
  bool foreign = false;
  std::string one;
  while (!rest.empty()) {
    if (!RE2::Consume(&rest, name, &one)) return std::nullopt;
    const std::vector<std::string> words = BylineTokens(one);
    const bool other = std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return IsBylineWord(word) || AllBylineWords().outlet_ending.contains(word) ||
             !OutletNamed(word).empty() || !EndingOf(word, AllBylineWords().title).empty();
    });
    if (other || words.empty() || (words.size() == 1 && !(CouldBeName(one) && HasSurname(one)))) {
      return std::nullopt;
    }
    foreign = foreign || (words.size() > 1 && !std::all_of(words.begin(), words.end(), HasSurname));
    byline.reporters.push_back({one, ""});
  }
  if (!foreign) return std::nullopt;
  return byline;
}

// "By Han Do-yun and Seo Ji-an (doyun@hangang.example)"
std::optional<Byline> ReadEnglish(std::string_view line) {
  static const RE2 pattern(
      R"((?:[Bb]y|BY|Staff reporter)\s((?:[A-Z][A-Za-z.'-]{1,15}\s?(?:,\s|and\s|&\s)?){2,8})(?:,?\s?(?i:staff (?:reporter|writer)|contributing writer|reporter|correspondent))?\s?[(<\[]?([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)?[)>\]]?)");
  static const RE2 separator(R"(\s*(?:,|\band\b|&)\s*)");
  std::string names;
  std::string mail;
  const bool begins = line.starts_with('B') || line.starts_with('b') || line.starts_with('S');
  if (line.size() > kMaxEnglishBytes || !begins || !RE2::FullMatch(Piece(line), pattern, &names, &mail)) {
    return std::nullopt;
  }
  RE2::GlobalReplace(&names, separator, "\n");
  Byline byline;
  for (std::string_view rest = names; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view name = rest.substr(0, end);
    while (name.ends_with(' ')) name.remove_suffix(1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    // One word is a place, a desk or an agency.
    if (name.find(' ') == name.npos || !OutletNamed(name).empty()) continue;
    byline.reporters.push_back({std::string(name), ""});
  }
  if (byline.reporters.empty()) return std::nullopt;
  byline.reporters[0].email = mail;
  return byline;
}

std::optional<Byline> ReadContributor(std::string_view line) {
  return ReadWithOffice(line, AllBylineWords().profession);
}

std::optional<Byline> ReadOfficial(std::string_view line) {
  std::optional<Byline> byline = ReadContributor(line);
  return byline.has_value() ? byline : ReadWithOffice(line, AllBylineWords().office);
}

bool IsOpinion(std::string_view title) {
  static const RE2 pattern(
      R"([\[<【〈(][^\]>】〉)]{0,16}(?:기고|칼럼|시론|시평|논단|독자|투고|에세이|수필|단상|춘추|광장|기자수첩|오피니언|특별기고|포럼|생각|세상|이야기|시선|읽기)[^\]>】〉)]{0,6}[\]>】〉)].*)");
  return RE2::FullMatch(Piece(title.substr(0, 300)), pattern);
}

}  // namespace sillok::ingest
