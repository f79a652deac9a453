// What people decide, in the answers of a view.
#include "gmock/gmock.h"
#include "tests/unit/view/reader_fixture.h"

namespace sillok::query {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CurationTest : public ReaderTest {
 protected:
  // Returns its name.
  std::string Decide(v1::Curation curation, int64_t seconds) {
    curation.set_name("curations/" + std::to_string(++decisions_));
    curation.set_author("편집자");
    curation.mutable_create_time()->set_seconds(seconds);
    v1::Commit commit;
    commit.set_id(++commits_);
    *commit.mutable_curation() = curation;
    ApplyAndPublish(*view_, "one", commit);
    return curation.name();
  }
  std::string Merge(const std::vector<std::string>& entities, int64_t seconds = 1) {
    v1::Curation curation;
    for (const std::string& entity : entities) curation.mutable_merge()->add_entities(entity);
    return Decide(curation, seconds);
  }
  std::string Split(const std::string& entity, const std::string& referent, int64_t seconds = 1) {
    v1::Curation curation;
    curation.mutable_split()->set_entity(entity);
    curation.mutable_split()->add_referents(referent);
    return Decide(curation, seconds);
  }
  std::string NeverMerge(const std::string& a, const std::string& b, int64_t seconds = 1) {
    v1::Curation curation;
    curation.mutable_never_merge()->add_entities(a);
    curation.mutable_never_merge()->add_entities(b);
    return Decide(curation, seconds);
  }
  void Undo(const std::string& name) {
    v1::Curation curation;
    curation.mutable_undo()->set_curation(name);
    (void)Decide(curation, 1);
  }
  // An article that names one person, and an event of his.
  std::string Person(const std::string& id, const std::string& name) {
    ArticleBuilder article(id);
    std::string person = article.Name(kPerson, name, {name});
    article.Event({.sentence = name + " " + id, .day = "2024-03-1" + id.substr(1), .participants = {person}});
    Put(article);
    return person;
  }
  bool AreOne(const std::string& a, const std::string& b) { return Entity(a).name() == Entity(b).name(); }
  std::vector<std::string> TimelineOf(const std::string& name) {
    return Timeline(**reader()->ResolveEntity(BareId(name)), TimelineOrder::kAscending);
  }

  int decisions_ = 0;
};

TEST_F(CurationTest, MergedEntitiesAreOneUntilItIsUndone) {
  const std::string a = Person("a1", "표은서");
  const std::string b = Person("a2", "표하람");
  EXPECT_FALSE(AreOne(a, b));
  const std::string merge = Merge({a, b});
  EXPECT_TRUE(AreOne(a, b));
  EXPECT_EQ(Entity(a).article_count(), 2);
  EXPECT_EQ(TimelineOf(a).size(), 2);
  Undo(merge);
  EXPECT_FALSE(AreOne(a, b));
  EXPECT_THAT(TimelineOf(b), ElementsAre("표하람 a2"));
}

TEST_F(CurationTest, TheRestOfANameComesWithItsReferent) {
  const std::string a = Person("a1", "표은서");
  const std::string another = Person("a3", "표은서");
  const std::string b = Person("a2", "표하람");
  (void)Merge({a, b});
  EXPECT_TRUE(AreOne(another, b));
}

TEST_F(CurationTest, WhatIsSplitLeavesAlone) {
  const std::string a = Person("a1", "표은서");
  const std::string b = Person("a2", "표은서");
  const std::string c = Person("a3", "표은서");
  const std::string split = Split(a, b);
  EXPECT_FALSE(AreOne(a, b));
  EXPECT_TRUE(AreOne(a, c));
  EXPECT_THAT(TimelineOf(b), ElementsAre("표은서 a2"));
  EXPECT_EQ(Entity(a).article_count(), 2);
  Undo(split);
  EXPECT_TRUE(AreOne(a, b));
}

TEST_F(CurationTest, LaterDecisionsWin) {
  const std::string a = Person("a1", "표은서");
  const std::string b = Person("a2", "표하람");
  (void)Merge({a, b}, 5);
  (void)NeverMerge(a, b, 3);
  EXPECT_TRUE(AreOne(a, b)) << "by time, not by arrival";
  const std::string never = NeverMerge(a, b, 7);
  EXPECT_FALSE(AreOne(a, b));
  Undo(never);
  EXPECT_TRUE(AreOne(a, b));
}

TEST_F(CurationTest, ADecisionWaitsForItsArticles) {
  const std::string a = Person("a1", "표은서");
  const std::string b = Person("a2", "표하람");
  Delete("a2");
  (void)Merge({a, b});
  EXPECT_EQ(Entity(b).name(), "");
  EXPECT_EQ(Entity(a).article_count(), 1);
  EXPECT_EQ(Person("a2", "표하람"), b);
  EXPECT_TRUE(AreOne(a, b));
  Delete("a1");
  EXPECT_EQ(Entity(b).article_count(), 1);
}

TEST_F(CurationTest, AnAliasIsFoundAndJoins) {
  const std::string a = Person("a1", "표은서");
  v1::Curation curation;
  curation.mutable_alias()->set_entity(a);
  curation.mutable_alias()->set_alias("은서 표");
  const std::string alias = Decide(curation, 1);
  const auto found = [&] {
    std::vector<std::string> names;
    NameCursor cursor = reader()->NamesEqualTo("은서표");
    for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) names.push_back(cursor.key().name);
    return names;
  };
  EXPECT_THAT(found(), ElementsAre("표은서"));
  const std::string b = Person("a2", "은서표");
  EXPECT_TRUE(AreOne(a, b));
  Undo(alias);
  EXPECT_FALSE(AreOne(a, b));
  EXPECT_THAT(found(), ElementsAre("은서표"));
}

TEST_F(CurationTest, NamesMeantInOneArticleCanBeMerged) {
  const std::string a = Person("a1", "A씨");
  const std::string b = Person("a2", "A씨");
  EXPECT_FALSE(AreOne(a, b));
  (void)Merge({a, b});
  EXPECT_TRUE(AreOne(a, b));
}

TEST_F(CurationTest, AnOriginTakesItsDecisionsWithIt) {
  const std::string a = Person("a1", "표은서");
  const std::string b = Person("a2", "표하람");
  v1::Commit commit;
  commit.set_id(1);
  commit.mutable_curation()->set_name("curations/9");
  commit.mutable_curation()->mutable_merge()->add_entities(a);
  commit.mutable_curation()->mutable_merge()->add_entities(b);
  ApplyAndPublish(*view_, "two", commit);
  EXPECT_TRUE(AreOne(a, b));
  ASSERT_TRUE(view_->DropOrigin("two").ok());
  ASSERT_TRUE(view_->Publish().ok());
  EXPECT_FALSE(AreOne(a, b));
}

}  // namespace
}  // namespace sillok::query
