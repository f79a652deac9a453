#include "tests/property/made_article.h"

#include <string>
#include <utility>
#include <vector>

#include "query/link/sound_key.h"
#include "tests/unit/view/article_builder.h"

namespace sillok::query {
namespace {

struct KnownName {
  v1::EntityType type;
  std::string canonical;
  std::vector<std::string> forms;
};

const std::vector<KnownName>& KnownNames() {
  static const auto& names = *new std::vector<KnownName>{
      {v1::ENTITY_TYPE_ORGANIZATION, "한빛전자", {"한빛전자", "한빛", "회사"}},
      {v1::ENTITY_TYPE_ORGANIZATION, "한빛 전자", {"한빛 전자"}},
      {v1::ENTITY_TYPE_ORGANIZATION, "OpenAI", {"OpenAI"}},
      {v1::ENTITY_TYPE_ORGANIZATION, "오픈AI", {"오픈AI", "오픈 AI"}},
      {v1::ENTITY_TYPE_PERSON, "박서준", {"박서준", "박 대표", "그"}},
      {v1::ENTITY_TYPE_PERSON, "이하늘", {"이하늘", "이 장관", "장관"}},
      {v1::ENTITY_TYPE_PERSON, "샘 올트먼", {"샘 올트먼", "올트먼", "Sam Altman"}},
      {v1::ENTITY_TYPE_PERSON, "샘 알트만", {"샘 알트만", "샘 올트먼"}},
      {v1::ENTITY_TYPE_PERSON, "올트먼", {"올트먼"}},
      {v1::ENTITY_TYPE_PERSON, "잭 올트먼", {"잭 올트먼"}},
      {v1::ENTITY_TYPE_PERSON, "김민수", {"김민수", "김 대표"}},
      {v1::ENTITY_TYPE_ORGANIZATION, "협회", {"협회"}},
      {v1::ENTITY_TYPE_ORGANIZATION,
       "가람과학기술재단",
       {"가람과학기술재단", "가과기단", "Garam Foundation"}},
      {v1::ENTITY_TYPE_PLACE, "가람시", {"가람시"}},
      {v1::ENTITY_TYPE_WORK, "가람시", {"가람시"}},
      {v1::ENTITY_TYPE_NAMED_EVENT, "가람영화제", {"가람영화제"}},
  };
  return names;
}

const std::vector<std::string>& Days() {
  static const auto& days =
      *new std::vector<std::string>{"", "2023-06-09", "2024-02-27", "2024-03-18", "2025-02-04"};
  return days;
}

// First and last day: neighbours, days within months and years that are told as well, and days that nobody tells.
const std::vector<std::pair<std::string, std::string>>& EventDays() {
  static const auto& days = *new std::vector<std::pair<std::string, std::string>>{
      {"", ""},
      {"2024-02-27", ""},
      {"2024-02-28", ""},
      {"2024-02-29", ""},
      {"2024-03-01", ""},
      {"2024-02-01", "2024-02-29"},
      {"2024-02-20", "2024-03-05"},
      {"2024-01-01", "2024-12-31"},
      {"2025-02-04", ""},
  };
  return days;
}

struct KnownClause {
  v1::EventType type;
  std::string predicate;
  std::string words;
};

// Clauses that tell one event in other words, several of one day, and words that somebody says.
const std::vector<KnownClause>& Clauses() {
  static const auto& clauses = *new std::vector<KnownClause>{
      {v1::EVENT_TYPE_MEETING, "만나다", "두 쪽이 만났다"},
      {v1::EVENT_TYPE_MEETING, "열다", "창업 기업과 만나는 간담회를 열었다"},
      {v1::EVENT_TYPE_GATHERING, "참석하다", "창업 기업 간담회에 참석했다"},
      {v1::EVENT_TYPE_MEETING, "오찬하다", "오찬을 함께했다"},
      {v1::EVENT_TYPE_VISIT, "방한하다", "방한했다"},
      {v1::EVENT_TYPE_VISIT, "찾다", "한국을 찾았다"},
      {v1::EVENT_TYPE_AGREEMENT, "맺다", "전략적 제휴를 맺었다"},
      {v1::EVENT_TYPE_ANNOUNCEMENT, "발표하다", "전략적 제휴를 발표했다"},
      {v1::EVENT_TYPE_GATHERING, "개최하다", "첫 개발자 워크숍을 개최했다"},
      {v1::EVENT_TYPE_GATHERING, "열다", "개발자 워크숍을 연다"},
      {v1::EVENT_TYPE_OTHER, "개교하다", "새 학교가 개교했다"},
      {v1::EVENT_TYPE_STATEMENT, "말하다", "\"내년에는 반도체에 두 배를 투자하겠다\"고 말했다"},
      {v1::EVENT_TYPE_STATEMENT, "밝히다", "\"내년에는 반도체에 두 배를 투자하겠다\"고 밝혔다"},
  };
  return clauses;
}

// Half of the time one of the two stories that every article may tell: the partnership of a day, the workshop of a day or its month.
std::pair<KnownClause, std::pair<std::string, std::string>> PickTold(Dice& dice) {
  if (dice.Roll(2) == 0) return {dice.Pick(Clauses()), dice.Pick(EventDays())};
  constexpr int kPartnership = 6;  // and the next one; the two of the workshop come after
  const int told = kPartnership + dice.Roll(4);
  const size_t day = told < kPartnership + 2 ? 8 : dice.Roll(2) == 0 ? 2 : 5;
  return {Clauses()[static_cast<size_t>(told)], EventDays()[day]};
}

// Of walks of life that go together and that do not, and of none.
const std::vector<std::string>& Titles() {
  static const auto& titles = *new std::vector<std::string>{"장관", "대표", "투수", "실장", "교수"};
  return titles;
}

const std::vector<std::string>& Organizations() {
  static const auto& organizations = *new std::vector<std::string>{"", "한빛전자", "오픈AI", "두산", "협회"};
  return organizations;
}

std::string MakeBody(Dice& dice) {
  // Few bodies, so that copies are common; a late word may differ, as in a copy with another byline.
  const int story = dice.Roll(4);
  std::string body;
  for (int word = 0; word < 24; ++word) body += "낱말" + std::to_string(story * 1000 + word) + " ";
  return body + (dice.Roll(2) == 0 ? "끝" : "마침");
}

v1::EventStatus MakeStatus(Dice& dice) {
  return dice.Pick(std::vector<v1::EventStatus>{v1::EVENT_STATUS_REPORTED, v1::EVENT_STATUS_REPORTED,
                                                v1::EVENT_STATUS_PLANNED, v1::EVENT_STATUS_DENIED,
                                                v1::EVENT_STATUS_CANCELLED});
}

v1::RelationKind MakeKind(Dice& dice) {
  return dice.Pick(std::vector<v1::RelationKind>{v1::RELATION_KIND_AGREEMENT, v1::RELATION_KIND_POSITION,
                                                 v1::RELATION_KIND_ACQUISITION});
}

void AddFacts(Dice& dice, const std::vector<std::string>& names, ArticleBuilder& article) {
  for (int event = dice.Roll(6); event > 0; --event) {
    std::vector<std::string> participants;
    for (const std::string& name : names) {
      if (dice.Roll(2) == 0) participants.push_back(name);
    }
    const auto& [clause, days] = PickTold(dice);
    const auto& [first, last] = days;
    article.Event({.sentence = clause.words + " " + std::to_string(dice.Roll(3)),
                   .day = first,
                   .last_day = last,
                   .type = clause.type,
                   .status = MakeStatus(dice),
                   .predicate = clause.predicate,
                   .participants = participants,
                   .place = dice.Roll(3) == 0   ? "가람시"
                            : dice.Roll(4) == 0 ? "서울"
                                                : "",
                   .confidence = 10 * dice.Roll(3)});
  }
  if (names.empty()) return;
  if (dice.Roll(2) == 0) article.Quote("함께 가겠다", dice.Pick(names), dice.Pick(Days()), dice.Pick(names));
  for (int relation = dice.Roll(4); relation > 0; --relation) {
    // Sometimes words alone for the other side.
    article.Relation(dice.Pick(names), dice.Roll(4) == 0 ? "" : dice.Pick(names),
                     dice.Roll(2) == 0 ? "협약" : "대표", dice.Pick(Days()), MakeKind(dice),
                     dice.Roll(3) == 0 ? v1::EVENT_STATUS_PLANNED : v1::EVENT_STATUS_REPORTED);
  }
  if (dice.Roll(2) == 0) article.Quantity(dice.Pick(names), "직원", 100 * dice.Roll(5), dice.Pick(Days()));
  if (dice.Roll(2) == 0) {
    for (int position = 1 + dice.Roll(3); position > 0; --position) {
      article.Position(dice.Pick(names), dice.Pick(Titles()), dice.Pick(Organizations()), "",
                       dice.Pick(Days()));
    }
    article.Position(dice.Pick(names), "대표", "한빛전자", dice.Pick(names), dice.Pick(Days()));
  }
}

}  // namespace

v1::Article MakeArticle(Dice& dice, const std::string& id) {
  ArticleBuilder article(id);
  article.Published(dice.Pick(Days())).Title("제목 " + std::to_string(dice.Roll(3)));
  if (dice.Roll(5) != 0) article.Body(MakeBody(dice));
  std::vector<std::string> names;
  std::vector<std::string>
      foreigners;  // alike in sound, and one of them is short for two: who works where decides
  for (const KnownName& name : KnownNames()) {
    if (dice.Roll(3) != 0) continue;
    std::vector<std::string> texts;
    for (int text = 1 + dice.Roll(3); text > 0; --text) texts.push_back(dice.Pick(name.forms));
    names.push_back(article.Name(name.type, name.canonical, texts));
    if (IsForeignName(name.canonical)) foreigners.push_back(names.back());
  }
  AddFacts(dice, names, article);
  for (const std::string& foreigner : foreigners) {
    if (dice.Roll(2) == 0) {
      article.Position(foreigner, "대표", dice.Roll(3) == 0 ? "한빛전자" : "오픈AI", "", "");
    }
  }
  v1::Article made = article.Build();
  (*made.mutable_labels())["desk"] = dice.Roll(2) == 0 ? "economy" : "science";
  (*made.mutable_labels())["feed"] = "a";
  return made;
}

}  // namespace sillok::query
