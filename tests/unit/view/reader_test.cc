// What readers answer about entities and events.
#include "gmock/gmock.h"
#include "query/link/facet.h"
#include "tests/unit/view/reader_fixture.h"

namespace sillok::query {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::pair<std::string, int>> NamesOf(const v1::Entity& entity) {
  std::vector<std::pair<std::string, int>> names;
  for (const v1::NameForm& name : entity.names()) names.emplace_back(name.text(), name.mentions());
  return names;
}

TEST_F(ReaderTest, AnEntityIsItsReferentsTogether) {
  ArticleBuilder first("a1");
  first.Published("2024-03-18");
  const std::string here = first.Name(kPerson, "박서준", {"박서준", "박 대표", "그", "박서준"});
  ArticleBuilder second("a2");
  second.Published("2023-01-02");
  const std::string there = second.Name(kPerson, "박 서준", {"박 서준", "박서준"});
  ArticleBuilder undated("a3");
  const std::string third = undated.Name(kPerson, "박서준", {"박서준"});
  Put(first);
  Put(second);
  Put(undated);

  const v1::Entity entity = Entity(here);
  EXPECT_EQ(entity.name(), std::min({here, there, third}));
  EXPECT_EQ(entity.SerializeAsString(), Entity(there).SerializeAsString());
  EXPECT_EQ(entity.display_name(), "박서준");
  EXPECT_THAT(NamesOf(entity),
              ElementsAre(std::pair("박서준", 4), std::pair("박 대표", 1), std::pair("박 서준", 1)));
  EXPECT_EQ(entity.first_seen(), "2023-01-02");
  EXPECT_EQ(entity.last_seen(), "2024-03-18");
  EXPECT_EQ(entity.article_count(), 3);

  Delete("a1");
  EXPECT_EQ(Entity(here).name(), "");
  EXPECT_EQ(Entity(there).name(), std::min(there, third));
  EXPECT_EQ(Entity(there).last_seen(), "2023-01-02");
  EXPECT_EQ(Entity(there).display_name(), "박 서준");
}

// Labels are kept in memory from one state to the next.
TEST_F(ReaderTest, AnEntityIsCalledAsItIsNow) {
  ArticleBuilder first("a1");
  first.Name(kPerson, "박 서준", {"박 서준"});
  ArticleBuilder second("a2");
  second.Name(kPerson, "박서준", {"박서준"});
  ArticleBuilder third("a3");
  third.Name(kPerson, "박서준", {"박서준"});
  const NameKey key = NameKeyOf(kPerson, "박서준");
  const auto label = [this, &key] { return reader()->ReadLabel(key)->value_or(EntityLabel()).display_name; };
  Put(first);
  EXPECT_EQ(label(), "박 서준");
  Put(second);
  Put(third);
  EXPECT_EQ(label(), "박서준");
  Delete("a2");
  Delete("a3");
  EXPECT_EQ(label(), "박 서준");
}

TEST_F(ReaderTest, PeopleWithoutANameAreNotOneAcrossArticles) {
  ArticleBuilder first("a1");
  const std::string here = first.Name(kPerson, "A씨", {"A씨", "A씨"});
  ArticleBuilder second("a2");
  const std::string there = second.Name(kPerson, "A씨", {"A씨"});
  Put(first);
  Put(second);
  EXPECT_EQ(Entity(here).name(), here);
  EXPECT_EQ(Entity(there).name(), there);
  EXPECT_EQ(Entity(here).article_count(), 1);
  EXPECT_EQ(Entity(here).display_name(), "A씨");
}

TEST_F(ReaderTest, NamesAreFoundByInitialsAndByTitle) {
  ArticleBuilder article("a1");
  const std::string person = article.Name(kPerson, "임정욱", {"임정욱", "임정욱", "그"});
  article.Name(kPerson, "임 실장", {"임 실장"});
  article.Name(kOrganization, "OpenAI", {"OpenAI"});
  article.Position(person, "정책실장", "한빛시", "", "2024-01-01");
  Put(article);
  const auto forms = [](NameCursor cursor) {
    std::vector<std::string> found;
    for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) found.push_back(cursor.form());
    return found;
  };
  EXPECT_THAT(forms(reader()->NamesOfInitials("ㅇㅈㅇ")), ElementsAre("임정욱"));
  EXPECT_THAT(forms(reader()->NamesOfInitials("ㅇㅈ")), IsEmpty());
  EXPECT_THAT(forms(reader()->NamesOfInitialsBeginning("ㅇㅈ")), ElementsAre("임정욱"));
  EXPECT_THAT(forms(reader()->NamesOfTitle("임", "실장")), ElementsAre("장실책정"));
  EXPECT_THAT(forms(reader()->NamesOfTitle("임", "정책")), IsEmpty());
  const NameKey key = **reader()->ResolveEntity(BareId(person));
  EXPECT_EQ(*reader()->ReadMentions("임정욱", key), 2);
  EXPECT_EQ(*reader()->ReadMentions("임정우", key), 0);

  Delete("a1");
  EXPECT_THAT(forms(reader()->NamesOfInitialsBeginning("ㅇ")), IsEmpty());
  EXPECT_THAT(forms(reader()->NamesOfTitle("임", "실장")), IsEmpty());
}

TEST_F(ReaderTest, PositionsHaveTheirFirstAndLastDay) {
  for (const auto& [id, day] :
       {std::pair("a1", "2024-01-01"), std::pair("a2", "2022-05-05"), std::pair("a3", "")}) {
    ArticleBuilder article(id);
    const std::string person = article.Name(kPerson, "박서준", {"박서준", "대표"});
    const std::string company = article.Name(kOrganization, "한빛전자", {"한빛전자"});
    article.Position(person, "대표", "한빛전자", company, day);
    Put(article);
  }
  const NameKey key = {kPerson, "박서준", PositionFacet("대표", "한빛전자")};
  v1::Entity entity = **reader()->ReadEntity(key);
  ASSERT_EQ(entity.positions_size(), 1);
  EXPECT_EQ(entity.positions(0).title(), "대표");
  EXPECT_EQ(entity.positions(0).mentions(), 3);
  EXPECT_EQ(entity.positions(0).first_said(), "2022-05-05");
  EXPECT_EQ(entity.positions(0).last_said(), "2024-01-01");
  EXPECT_EQ(entity.positions(0).organization_entity(),
            "entities/" + (*reader()->ReadLabel(NameKeyOf(kOrganization, "한빛전자")))->id);
  EXPECT_THAT(NamesOf(entity), ElementsAre(std::pair("박서준", 3))) << "a title is no name";
  Delete("a2");
  entity = **reader()->ReadEntity(key);
  EXPECT_EQ(entity.positions(0).first_said(), "2024-01-01");
  Delete("a1");
  entity = **reader()->ReadEntity(key);
  EXPECT_EQ(entity.positions(0).first_said(), "");
  EXPECT_EQ(entity.positions(0).mentions(), 1);
}

TEST_F(ReaderTest, NamesAreFoundWholeByBeginningAndByAlias) {
  ArticleBuilder article("a1");
  article.Name(kOrganization, "오픈AI", {"오픈AI", "오픈 AI"});
  article.Name(kOrganization, "가람전자", {"가람전자"});
  article.Name(kOrganization, "가람은행", {"가람은행", "가람 은행"});
  article.Name(kPerson, "박서준", {"박 대표", "그"});
  Put(article);
  const auto found = [](NameCursor cursor) {
    std::vector<std::string> names;
    for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
      names.push_back(cursor.form() + "=" + NameKeyText(cursor.key()) + ":" +
                      std::to_string(cursor.mentions()));
    }
    return names;
  };
  EXPECT_THAT(found(reader()->NamesEqualTo("오픈ai")), ElementsAre("오픈ai=2/오픈ai:2"));
  EXPECT_THAT(found(reader()->NamesEqualTo("openai")), ElementsAre("openai=2/오픈ai:0"));
  EXPECT_THAT(found(reader()->NamesEqualTo("오픈")), IsEmpty());
  EXPECT_THAT(found(reader()->NamesBeginningWith("가람")),
              ElementsAre("가람은행=2/가람은행:2", "가람전자=2/가람전자:1"));
  EXPECT_THAT(found(reader()->NamesBeginningWith("박")),
              ElementsAre("박대표=1/박서준:1", "박서준=1/박서준:0"));
  EXPECT_THAT(found(reader()->NamesEqualTo("그")), IsEmpty());
}

TEST_F(ReaderTest, TimelinesGoByDateBothWaysUnresolvedLast) {
  ArticleBuilder article("a1");
  const std::string name = article.Name(kOrganization, "한빛전자", {"한빛전자"});
  article.Event({.sentence = "셋", .day = "2025-01-01", .participants = {name}});
  article.Event({.sentence = "언젠가", .participants = {name}});
  article.Event({.sentence = "하나", .day = "2023-01-01", .participants = {name}});
  article.Event({.sentence = "둘", .day = "2024-01-01", .last_day = "2024-12-31", .participants = {name}});
  article.Event({.sentence = "아무도", .day = "2024-01-01"});
  Put(article);
  const NameKey key = NameKeyOf(kOrganization, "한빛전자");
  EXPECT_THAT(Timeline(key, TimelineOrder::kAscending), ElementsAre("하나", "둘", "셋", "언젠가"));
  EXPECT_THAT(Timeline(key, TimelineOrder::kDescending), ElementsAre("셋", "둘", "하나", "언젠가"));

  for (const TimelineOrder order : {TimelineOrder::kAscending, TimelineOrder::kDescending}) {
    // Every place of one walk is where another one can go on.
    const std::vector<std::string> all = Timeline(key, order);
    TimelineCursor walk = *reader()->Timeline(key, order);
    size_t index = 0;
    for (walk.SeekToFirst(); walk.Valid(); walk.Next()) {
      ++index;
      TimelineCursor rest = *reader()->Timeline(key, order);
      rest.SeekAfter(walk.position());
      ASSERT_EQ(rest.Valid(), index < all.size());
      v1::Event event;
      if (!rest.Valid()) continue;
      ASSERT_TRUE(rest.ReadEvent(3, event).ok());
      EXPECT_EQ(event.summary(), all[index]);
    }
    EXPECT_EQ(index, all.size());
  }

  TimelineCursor from = *reader()->Timeline(key, TimelineOrder::kAscending);
  from.SeekDay(DayNumberOf("2024-01-01"));
  EXPECT_EQ(DayText(from.position().days.first), "2024-01-01");
  from = *reader()->Timeline(key, TimelineOrder::kDescending);
  from.SeekDay(DayNumberOf("2024-01-01"));
  EXPECT_EQ(DayText(from.position().days.last), "2024-12-31");
}

TEST_F(ReaderTest, OneEventToldByTwoArticles) {
  const auto tell = [](const std::string& id, const std::string& published, v1::EventStatus status,
                       int confidence, std::string* event) {
    ArticleBuilder article(id);
    article.Published(published).Body("본문 " + id + " 가 나 다 라 마 바 사");
    const std::string company = article.Name(kOrganization, id == "a1" ? "OpenAI" : "오픈AI", {"오픈AI"});
    const std::string person = article.Name(kPerson, "박서준", {"박서준"});
    *event = article.Event({.sentence = "만남 " + id,
                            .day = "2025-02-04",
                            .status = status,
                            .participants = {person, company},
                            .confidence = confidence});
    return article;
  };
  std::string planned;
  std::string reported;
  Put(tell("a1", "2025-02-03", v1::EVENT_STATUS_PLANNED, 60, &planned));
  Put(tell("a2", "2025-02-05", v1::EVENT_STATUS_REPORTED, 80, &reported));

  const std::string group = **reader()->ResolveEvent(planned);
  EXPECT_EQ(**reader()->ResolveEvent(reported), group);
  const v1::Event event = **reader()->ReadEvent(group, 1);
  EXPECT_EQ(event.name(), "events/" + std::min(planned, reported));
  EXPECT_EQ(event.summary(), "만남 a2");
  EXPECT_EQ(event.status(), v1::EVENT_STATUS_CONFIRMED);
  EXPECT_EQ(event.evidence_size(), 1);
  EXPECT_EQ(event.evidence_count(), 2);
  EXPECT_EQ(event.independent_sources(), 2);
  ASSERT_EQ(event.participants_size(), 2);
  EXPECT_EQ(event.participants(0).display_name(), "박서준");
  EXPECT_EQ(event.participants(1).display_name(), "OpenAI") << "one vote each: the smaller text";
  EXPECT_EQ(event.participants(1).entity(), Entity(event.participants(1).entity()).name());

  // What was known the day before.
  const PublishedBetween early = {0, DayNumberOf("2025-02-03")};
  const v1::Event then = **reader()->ReadEvent(group, 3, early);
  EXPECT_EQ(then.status(), v1::EVENT_STATUS_PLANNED);
  EXPECT_EQ(then.evidence_count(), 1);
  EXPECT_FALSE((*reader()->ReadEvent(group, 3, PublishedBetween{0, DayNumberOf("2025-02-02")})).has_value());

  std::vector<std::string> evidence;
  EvidenceCursor cursor = reader()->Evidence(group);
  for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
    v1::Evidence piece;
    ASSERT_TRUE(cursor.ReadEvidence(piece).ok());
    evidence.push_back(piece.article() + " " + piece.published());
  }
  EXPECT_THAT(evidence, ElementsAre("articles/a1 2025-02-03", "articles/a2 2025-02-05"));

  Delete("a2");
  EXPECT_FALSE((*reader()->ResolveEvent(reported)).has_value());
  EXPECT_EQ((**reader()->ReadEvent(**reader()->ResolveEvent(planned), 3)).status(), v1::EVENT_STATUS_PLANNED);
}

TEST_F(ReaderTest, ASentenceThatStandsTwiceTellsItsEventOnce) {
  ArticleBuilder article("a1");
  const std::string name = article.Name(kOrganization, "한빛전자", {"한빛전자"});
  const std::string id =
      article.Event({.sentence = "같은 문장", .day = "2025-01-01", .participants = {name}});
  article.Event({.sentence = "같은 문장", .day = "2025-01-01", .participants = {name}});
  Put(article);
  EXPECT_EQ((**reader()->ReadEvent(**reader()->ResolveEvent(id), 3)).evidence_count(), 1);
}

}  // namespace
}  // namespace sillok::query
