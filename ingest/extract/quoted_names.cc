#include "ingest/extract/quoted_names.h"

#include <algorithm>
#include <string>

namespace sillok::ingest {
namespace {

// Longer quotations are somebody's words.
constexpr int kLongestName = 96;

// The first word that begins at or after `offset`.
int WordFrom(const std::vector<Word>& words, int offset) {
  const auto at = std::lower_bound(words.begin(), words.end(), offset,
                                   [](const Word& word, int begin) { return word.span.begin < begin; });
  return static_cast<int>(at - words.begin());
}

// What the noun in this word says a name beside it is; `suffix` is what may stand between noun and name: 서비스인 '라마'.
EntityType KindIn(const SentenceNames& names, const Word& word, bool before) {
  const std::string_view text = word.In(names.text());
  if (const EntityType kind = Names().KindOf(text); kind != EntityType::kUnknown) return kind;
  if (before) {
    return text.ends_with("인") ? Names().KindOf(text.substr(0, text.size() - 3)) : EntityType::kUnknown;
  }
  for (const WordStem& stem : word.stems) {
    if (stem.signs.kind != EntityType::kUnknown) return stem.signs.kind;
  }
  return EntityType::kUnknown;
}

bool HoldsEvent(const SentenceNames& names, const Word& word) {
  if (word.first_morpheme == word.end_morpheme) return false;
  const Morpheme& first = names.sentence->morphemes[word.first_morpheme];
  return Names().HoldsEvent(first.lemma.empty() ? first.span.In(names.text()) : first.lemma);
}

EntityType KindOfQuoted(const SentenceNames& names, const Quotation& quotation, std::string_view name,
                        int first, int after) {
  std::string_view head = name;  // 가나 투어 2023
  while (!head.empty() && (head.back() == ' ' || (head.back() >= '0' && head.back() <= '9'))) {
    head.remove_suffix(1);
  }
  if (Names().SignsOf(head).like_event && (name.find(' ') != std::string_view::npos || name.size() > 12)) {
    return EntityType::kNamedEvent;
  }
  const std::string_view text = names.text();
  if (after < static_cast<int>(names.words.size())) {
    const Word& next = names.words[after];
    const std::string_view gap = text.substr(quotation.outer.end, next.span.begin - quotation.outer.end);
    if (gap == " " || gap.empty()) {
      if (const EntityType kind = KindIn(names, next, false); kind != EntityType::kUnknown) return kind;
      const int verb = gap.empty() ? after + 1 : after;  // ‘가나다’를 열었다
      if (verb < static_cast<int>(names.words.size()) && HoldsEvent(names, names.words[verb])) {
        return EntityType::kNamedEvent;
      }
    }
  }
  if (first > 0) {
    const Word& previous = names.words[first - 1];
    const std::string_view gap = text.substr(previous.span.end, quotation.outer.begin - previous.span.end);
    if (gap == " " || gap.empty()) return KindIn(names, previous, true);
  }
  return EntityType::kUnknown;
}

void AddQuoted(SentenceNames& names, const Quotation& quotation) {
  if (!quotation.closed || quotation.inner.size() == 0 || quotation.inner.size() > kLongestName) return;
  std::string_view name = quotation.inner.In(names.text());
  name = name.substr(0, name.find('('));
  while (name.ends_with(' ')) name.remove_suffix(1);
  if (name.size() < 4 || name.find_first_of(".?!,\"") != std::string_view::npos) return;
  const int first = WordFrom(names.words, quotation.inner.begin);
  const int after = WordFrom(names.words, quotation.outer.end);
  if (first >= after) return;
  const TextSpan span{quotation.inner.begin, quotation.inner.begin + static_cast<int>(name.size())};
  int last = first;
  while (last + 1 < after && names.words[last + 1].span.begin < span.end) ++last;
  const EntityType type = KindOfQuoted(names, quotation, name, first, after);
  if (type == EntityType::kUnknown) return;
  names.Add({.span = span, .type = type, .score = kQuotedName, .first_word = first, .last_word = last});
}

bool BeginsLatin(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) < 0x80;
}

// Words that may stand in an unquoted event's name.
bool MayName(const SentenceNames& names, int word) {
  const Word& at = names.words[word];
  if (at.date || !at.bare) return false;
  if (BeginsLatin(at.In(names.text()))) return true;
  const NameCandidate* listed = EndingAt(names, word);
  if (listed != nullptr && listed->type != EntityType::kPerson) {
    return listed->type == EntityType::kOrganization;
  }
  return Names().ForeignOdds(at.In(names.text())) > 2 && !at.person;
}

// 베를린국제영화제: an event by its ending.
bool AddLoneEvent(SentenceNames& names, int index, const WordStem& stem) {
  const Word& word = names.words[index];
  const TextSpan span{word.span.begin, stem.end};
  if (word.common || !stem.signs.event_alone || Names().IsCommon(span.In(names.text()))) return false;
  names.Add({.span = span,
             .type = EntityType::kNamedEvent,
             .score = kSuffixedName,
             .first_word = index,
             .last_word = index});
  return true;
}

// The first of the words before an event's own noun that are its name; `index` itself when none is.
int NameBegin(const SentenceNames& names, int index) {
  constexpr int kMostWords = 5;
  int first = index;
  while (first > 0 && index - first < kMostWords && names.words[first].joined && MayName(names, first - 1)) {
    --first;
  }
  if (first == index || BeginsLatin(names.words[first].In(names.text()))) return first;
  const NameCandidate* head = StartingAt(names, first);
  return head != nullptr && head->type == EntityType::kOrganization ? first : index;
}

// One past the year in the word after `index`: 오픈AI 투어 2023; -1 when there is none.
int YearEnd(const SentenceNames& names, int index) {
  constexpr size_t kDigits = 4;
  if (index + 1 >= static_cast<int>(names.words.size())) return -1;
  const Word& next = names.words[index + 1];
  const std::string_view text = next.In(names.text());
  if (!next.joined || next.date || text.size() < kDigits) return -1;
  if (text.substr(0, kDigits).find_first_not_of("0123456789") != std::string_view::npos) return -1;
  const bool ends = text.size() == kDigits || static_cast<unsigned char>(text[kDigits]) >= 0x80;
  return ends ? next.span.begin + static_cast<int>(kDigits) : -1;
}

// The words before an event's own noun that are its name: K-Startups meet OpenAI 행사, APEC 리더 위크.
void AddEvent(SentenceNames& names, int index) {
  const Word& word = names.words[index];
  for (const WordStem& stem : word.stems) {
    if (AddLoneEvent(names, index, stem)) return;
    if (!stem.signs.event_word()) continue;
    const bool noun = !stem.signs.event_ending;
    const int first = NameBegin(names, index);
    // 오픈AI 행사 is no name; K-Startups meet OpenAI 행사 is one, without its noun.
    const int last = noun ? index - 1 : index;
    if (first == index || last - first < 1) return;
    const int year_end = !noun && stem.end == word.span.end ? YearEnd(names, index) : -1;
    // 카카오 세미나 is any; APEC 정상회의 and 오픈AI 투어 2023 are not.
    if (!noun && last - first < 2 && year_end < 0 && !BeginsLatin(names.words[first].In(names.text()))) {
      return;
    }
    const int stop = noun ? names.words[last].span.end : stem.end;
    names.Add({.span = {names.words[first].span.begin, year_end < 0 ? stop : year_end},
               .type = EntityType::kNamedEvent,
               .score = kSuffixedName + 5,
               .first_word = first,
               .last_word = year_end < 0 ? last : index + 1});
    return;
  }
}

}  // namespace

void FindQuotedNames(SentenceNames& names) {
  for (const Quotation& quotation : names.quotations) AddQuoted(names, quotation);
}

void FindEvents(SentenceNames& names) {
  for (int word = 0; word < static_cast<int>(names.words.size()); ++word) AddEvent(names, word);
}

}  // namespace sillok::ingest
