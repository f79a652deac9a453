#include "ingest/extract/quoted_names.h"

#include <algorithm>
#include <string>

#include "common/text/hangul.h"

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

// A noun before a name tells of any kind, one behind it of what has a title: ‘가나다’ 업체 may be anything.
bool TellsBehind(EntityType kind) {
  return kind == EntityType::kNamedEvent || kind == EntityType::kWork || kind == EntityType::kProduct;
}

// What the noun behind a name says it is.
EntityType KindBehind(const SentenceNames& names, const Word& word) {
  const EntityType whole = Names().KindOf(word.In(names.text()));
  if (TellsBehind(whole)) return whole;
  for (const WordStem& stem : word.stems) {
    if (TellsBehind(stem.signs.kind)) return stem.signs.kind;
  }
  return EntityType::kUnknown;
}

// What the noun before a name says it is: 영화 ‘가나다’, 서비스인 ‘라마’, 환경단체 ‘마바사’.
EntityType KindBefore(const SentenceNames& names, const Word& word) {
  std::string_view noun = word.In(names.text());
  constexpr std::string_view kBeing = "인";
  if (Names().KindOf(noun) == EntityType::kUnknown && noun.ends_with(kBeing)) {
    noun.remove_suffix(kBeing.size());
  }
  if (const EntityType kind = Names().KindOf(noun); kind != EntityType::kUnknown) return kind;
  return Names().SignsOf(noun).kind_ending;
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
  const auto beside = [](std::string_view gap) { return gap == " " || gap.empty(); };
  const int count = static_cast<int>(names.words.size());
  const std::string_view gap =
      after < count ? text.substr(quotation.outer.end, names.words[after].span.begin - quotation.outer.end)
                    : "…";
  if (beside(gap)) {
    if (const EntityType kind = KindBehind(names, names.words[after]); kind != EntityType::kUnknown) {
      return kind;
    }
  }
  if (first > 0) {
    const Word& previous = names.words[first - 1];
    if (beside(text.substr(previous.span.end, quotation.outer.begin - previous.span.end))) {
      if (const EntityType kind = KindBefore(names, previous); kind != EntityType::kUnknown) return kind;
    }
  }
  const int verb = gap.empty() ? after + 1 : after;  // ‘가나다’를 열었다, not ‘가나다’에서 열었다
  const bool within = gap.empty() && names.words[after].In(text).starts_with("에");
  return beside(gap) && !within && verb < count && HoldsEvent(names, names.words[verb])
             ? EntityType::kNamedEvent
             : EntityType::kUnknown;
}

// 업체 ‘갑질’, 업체 ‘특혜 논란’: common nouns in marks, or a word of two syllables, name nobody.
bool IsCommonNoun(const SentenceNames& names, int first, int last) {
  if (first == last && names.words[first].span.size() <= 2 * static_cast<int>(kSyllableBytes)) return true;
  for (int word = first; word <= last; ++word) {
    if (!names.words[word].common) return false;
  }
  return true;
}

// `otherwise`: what the marks alone say it is.
void AddQuoted(SentenceNames& names, const Quotation& quotation, EntityType otherwise) {
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
  EntityType type = KindOfQuoted(names, quotation, name, first, after);
  if (type == EntityType::kUnknown) type = otherwise;
  if (type == EntityType::kUnknown) return;
  if (!TellsBehind(type) && IsCommonNoun(names, first, last)) return;
  names.Add({.span = span, .type = type, .score = kQuotedName, .first_word = first, .last_word = last});
}

// Marks around titles that are no quotation marks. A work's own, or of anything that a noun beside them tells.
struct TitleMarks {
  std::string_view open;
  std::string_view close;
  EntityType says = EntityType::kUnknown;
};
constexpr TitleMarks kTitleMarks[] = {
    {"《", "》", EntityType::kWork}, {"〈", "〉", EntityType::kWork}, {"<", ">", EntityType::kUnknown}};

// 장편 《가나다》, 영화 <가나다>.
void AddMarked(SentenceNames& names) {
  const std::string_view text = names.text();
  for (const TitleMarks& marks : kTitleMarks) {
    for (size_t at = text.find(marks.open); at != std::string_view::npos; at = text.find(marks.open, at)) {
      const size_t inner = at + marks.open.size();
      const size_t close = text.substr(inner, kLongestName + marks.close.size()).find(marks.close);
      at = inner;
      if (close == std::string_view::npos) continue;
      const int begin = static_cast<int>(inner);
      const int end = static_cast<int>(inner + close);
      Quotation marked;
      marked.inner = {begin, end};
      marked.outer = {begin - static_cast<int>(marks.open.size()),
                      end + static_cast<int>(marks.close.size())};
      AddQuoted(names, marked, marks.says);
      at = inner + close;
    }
  }
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

// 파리올림픽, 파리 올림픽: an event named for its place.
bool AddHostedEvent(SentenceNames& names, int index, const WordStem& stem) {
  const Word& word = names.words[index];
  if (stem.signs.hosted_head < 0) return false;
  int first = index;
  if (stem.signs.hosted_head == 0) {
    const NameCandidate* host = index > 0 && word.joined ? EndingAt(names, index - 1) : nullptr;
    if (host == nullptr || host->type != EntityType::kPlace) return false;
    first = host->first_word;
  } else if (!Names().IsPlace(names.text().substr(word.span.begin, stem.signs.hosted_head))) {
    return false;
  }
  names.Add({.span = {names.words[first].span.begin, stem.end},
             .type = EntityType::kNamedEvent,
             .score = kTrainedName + 2,
             .first_word = first,
             .last_word = index});
  return true;
}

// 제12회 가람나비축제: an event that is counted.
bool AddCountedEvent(SentenceNames& names, int index, const WordStem& stem) {
  const Word& word = names.words[index];
  if (index == 0 || !word.joined || (!stem.signs.like_event && !stem.signs.event_alone)) return false;
  const Word& before = names.words[index - 1];
  const std::string_view count = before.In(names.text());
  constexpr std::string_view kOrdinal = "제";
  constexpr std::string_view kTime = "회";
  if (!count.starts_with(kOrdinal) || !count.ends_with(kTime)) return false;
  const std::string_view digits =
      count.substr(kOrdinal.size(), count.size() - kOrdinal.size() - kTime.size());
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
  names.Add({.span = {before.span.begin, stem.end},
             .type = EntityType::kNamedEvent,
             .score = kTrainedName + 2,
             .first_word = index - 1,
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
    if (AddHostedEvent(names, index, stem) || AddCountedEvent(names, index, stem)) return;
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
  for (const Quotation& quotation : names.quotations) {
    const bool book = quotation.outer.In(names.text()).starts_with("『");
    AddQuoted(names, quotation, book ? EntityType::kWork : EntityType::kUnknown);
  }
  AddMarked(names);
}

void FindEvents(SentenceNames& names) {
  for (int word = 0; word < static_cast<int>(names.words.size()); ++word) AddEvent(names, word);
}

}  // namespace sillok::ingest
