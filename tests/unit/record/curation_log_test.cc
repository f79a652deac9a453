#include "ingest/record/curation_log.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "common/time/timestamp.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/record/article_store.h"
#include "ingest/record/curation_name.h"
#include "ingest/record/dump.h"
#include "ingest/record/keyspace.h"
#include "sillok/storage/v1/record.pb.h"

namespace sillok::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string Entity(int number) {
  const std::string digits = std::to_string(number);
  return "entities/" + std::string(24 - digits.size(), '0') + digits;
}

v1::Curation Decided(int64_t seconds, const std::string& author = "편집부") {
  v1::Curation curation;
  curation.set_author(author);
  curation.mutable_create_time()->set_seconds(seconds);
  return curation;
}

v1::Curation Merge(const std::vector<int>& entities, int64_t seconds) {
  v1::Curation curation = Decided(seconds);
  for (const int entity : entities) curation.mutable_merge()->add_entities(Entity(entity));
  return curation;
}

v1::Curation Alias(int entity, const std::string& alias, int64_t seconds) {
  v1::Curation curation = Decided(seconds);
  curation.mutable_alias()->set_entity(Entity(entity));
  curation.mutable_alias()->set_alias(alias);
  return curation;
}

v1::Curation Undo(const std::string& name, int64_t seconds, const std::string& author = "편집부") {
  v1::Curation curation = Decided(seconds, author);
  curation.mutable_undo()->set_curation(name);
  return curation;
}

std::string NameOf(v1::Curation curation) {
  NameCuration(curation);
  return curation.name();
}

TEST(CurationName, IsStableForEver) {
  EXPECT_EQ(NameOf(Merge({2, 1}, 1'700'000'000)), "curations/9f106687c2ebf1a7a9eec0b3");
  EXPECT_EQ(NameOf(Alias(1, "한빛", -5)), "curations/92a32a5db1a98b4b76f37228");
}

TEST(CurationName, GoesByContentAuthorAndTime) {
  const v1::Curation merge = Merge({1, 2, 3}, 5);
  const std::string name = NameOf(merge);
  EXPECT_EQ(NameOf(Merge({3, 1, 2}, 5)), name) << "the order of what is merged says nothing";
  v1::Curation reasoned = merge;
  reasoned.set_reason("같은 사람");
  reasoned.set_undone(true);
  EXPECT_EQ(NameOf(reasoned), name);

  std::set<std::string> names = {name, NameOf(Merge({1, 2}, 5)), NameOf(Merge({1, 2, 3}, 6))};
  v1::Curation other = merge;
  other.set_author("다른 사람");
  names.insert(NameOf(other));
  other = merge;
  other.mutable_create_time()->set_nanos(1);
  names.insert(NameOf(other));
  v1::Curation apart = Decided(5);
  *apart.mutable_never_merge()->mutable_entities() = Merge({1, 2}, 5).merge().entities();
  names.insert(NameOf(apart));
  v1::Curation split = Decided(5);
  split.mutable_split()->set_entity(Entity(1));
  split.mutable_split()->add_referents(Entity(2));
  names.insert(NameOf(split));
  split.mutable_split()->set_entity(Entity(2));
  split.mutable_split()->set_referents(0, Entity(1));
  names.insert(NameOf(split));
  names.insert(NameOf(Undo(name, 5)));
  EXPECT_EQ(names.size(), 9U);
}

TEST(CurationTimeKey, IsOrderedByTimeThenId) {
  const std::string low(24, '0');
  const std::string high(24, 'f');
  const absl::Time epoch = absl::UnixEpoch();
  std::vector<std::string> keys;
  for (const absl::Time time : {epoch - absl::Seconds(2'000'000'000), epoch - absl::Nanoseconds(1), epoch,
                                epoch + absl::Nanoseconds(1), epoch + absl::Seconds(7'000'000'000)}) {
    for (const std::string& id : {low, high}) {
      keys.push_back(CurationTimeKey({.time = time, .id = id}));
      const std::optional<CurationTime> parsed = ParseCurationTimeKey(keys.back());
      ASSERT_TRUE(parsed.has_value());
      EXPECT_EQ(parsed->time, time);
      EXPECT_EQ(parsed->id, id);
    }
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_FALSE(ParseCurationTimeKey("").has_value());
  EXPECT_FALSE(ParseCurationTimeKey(keys[0].substr(1)).has_value());
  EXPECT_FALSE(ParseCurationTimeKey(keys[0] + "0").has_value());
}

class CurationLogTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::remove_all(path_); }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(path_);
  }

  void Open() {
    store_.reset();
    auto store = ArticleStore::Open({.data_dir = path_});
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
  }
  RecordedCuration Record(const v1::Curation& curation) {
    const auto recorded = store_->curations().Record(curation);
    EXPECT_TRUE(recorded.ok()) << recorded.status();
    return recorded.value_or(RecordedCuration());
  }
  void Put(const std::string& id, int second) {
    v1::RawArticle page;
    page.set_article_id(id);
    page.set_text("글 " + std::to_string(second));
    page.mutable_fetch_time()->set_seconds(second);
    EXPECT_TRUE(store_->Put(page, /*stamped=*/false, v1::Article()).ok());
  }
  // All curations as "seconds alias", with "undone" where they are.
  std::vector<std::string> List(std::string_view after = "") const {
    std::vector<std::string> list;
    CurationWalk walk = store_->curations().WalkAfter(after);
    v1::Curation curation;
    while (walk.Next(curation)) {
      list.push_back(std::to_string(curation.create_time().seconds()) + " " +
                     (curation.has_undo() ? "undo" : curation.alias().alias()) +
                     (curation.undone() ? " undone" : ""));
    }
    EXPECT_TRUE(walk.status().ok()) << walk.status();
    return list;
  }
  // The commits after `from` as "id article" or "id curation".
  std::vector<std::string> Log(int64_t from = 0) const {
    std::vector<std::string> log;
    CommitStretch stretch = store_->ReadAfter(from);
    v1::Commit commit;
    while (stretch.Next(commit)) {
      log.push_back(std::to_string(commit.id()) + " " +
                    (commit.has_curation() ? commit.curation().alias().alias() : commit.article_id()));
      EXPECT_EQ(commit.has_curation(), commit.article_id().empty());
      EXPECT_FALSE(commit.curation().undone());
    }
    EXPECT_TRUE(stretch.status().ok()) << stretch.status();
    return log;
  }
  std::string Dump() const {
    std::ostringstream out;
    const absl::Status status = DumpStore(path_, out);
    EXPECT_TRUE(status.ok()) << status;
    return out.str();
  }

  const std::string path_ = testing::TempDir() + "/curation_log_test/" +
                            testing::UnitTest::GetInstance()->current_test_info()->name();
  std::unique_ptr<ArticleStore> store_;
};

TEST_F(CurationLogTest, ADecisionIsACommitThatStays) {
  Open();
  Put("a", 1);
  EXPECT_EQ(Record(Alias(1, "한빛", 10)).commit_id, 2);
  Put("a", 2);
  EXPECT_EQ(Record(Alias(1, "한빛테크", 9)).commit_id, 4);
  Put("a", 3);
  EXPECT_EQ(store_->head(), 5);
  EXPECT_THAT(Log(), ElementsAre("2 한빛", "4 한빛테크", "5 a"));
  EXPECT_THAT(Log(2), ElementsAre("4 한빛테크", "5 a"));
  EXPECT_THAT(List(), ElementsAre("9 한빛테크", "10 한빛"));
}

TEST_F(CurationLogTest, TheSameDecisionAgainChangesNothing) {
  Open();
  v1::Curation curation = Merge({2, 1}, 10);
  curation.set_reason("같은 곳");
  const RecordedCuration first = Record(curation);
  EXPECT_THAT(first.curation.merge().entities(), ElementsAre(Entity(1), Entity(2)));
  v1::Curation again = Merge({1, 2}, 10);
  again.set_reason("다른 까닭");
  const RecordedCuration second = Record(again);
  EXPECT_EQ(second.commit_id, first.commit_id);
  EXPECT_EQ(second.curation.DebugString(), first.curation.DebugString()) << "with the reason first given";
  EXPECT_EQ(store_->head(), 1);
}

TEST_F(CurationLogTest, AnUndoIsADecisionOfItsOwn) {
  Open();
  const std::string name = Record(Alias(1, "한빛", 10)).curation.name();
  (void)Record(Alias(2, "새봄", 11));
  // Its time does not matter: it may well be set by another clock.
  const RecordedCuration undo = Record(Undo(name, 5));
  EXPECT_EQ(undo.commit_id, 3);
  EXPECT_THAT(List(), ElementsAre("5 undo", "10 한빛 undone", "11 새봄"));
  EXPECT_TRUE(Record(Alias(1, "한빛", 10)).curation.undone()) << "the same decision stays undone";
  EXPECT_EQ(Record(Alias(1, "한빛", 12)).commit_id, 4) << "made again, it is another";

  const RecordedCuration again = Record(Undo(name, 20, "다른 사람"));
  EXPECT_EQ(again.commit_id, undo.commit_id);
  EXPECT_EQ(again.curation.DebugString(), undo.curation.DebugString());

  const absl::Status unknown =
      store_->curations().Record(Undo("curations/000000000000000000000000", 20)).status();
  EXPECT_EQ(unknown.code(), absl::StatusCode::kNotFound);
  EXPECT_TRUE(unknown.GetPayload("type.googleapis.com/google.rpc.ResourceInfo").has_value());
  const absl::Status of_an_undo = store_->curations().Record(Undo(undo.curation.name(), 20)).status();
  EXPECT_EQ(of_an_undo.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(of_an_undo.message(), HasSubstr(name));
  EXPECT_EQ(store_->head(), 4);
}

TEST_F(CurationLogTest, AWalkGoesOnAfterItsKey) {
  Open();
  for (const int second : {30, 10, 20}) (void)Record(Alias(1, "이름", second));
  CurationWalk walk = store_->curations().WalkAfter("");
  (void)Record(Alias(1, "나중", 15));
  v1::Curation curation;
  ASSERT_TRUE(walk.Next(curation));
  EXPECT_THAT(List(walk.key()), ElementsAre("15 나중", "20 이름", "30 이름"));
  ASSERT_TRUE(walk.Next(curation));
  EXPECT_EQ(curation.create_time().seconds(), 20) << "a walk reads the store of one moment";
  EXPECT_THAT(List(CurationTimeKey({.time = absl::FromUnixSeconds(20), .id = std::string(24, 'f')})),
              ElementsAre("30 이름"))
      << "the key need not be there";
}

TEST_F(CurationLogTest, GoesOnAfterReopening) {
  Open();
  const std::string name = Record(Alias(1, "한빛", 10)).curation.name();
  (void)Record(Undo(name, 11));
  Open();
  EXPECT_EQ(store_->head(), 2) << "the newest commit is a curation";
  EXPECT_THAT(List(), ElementsAre("10 한빛 undone", "11 undo"));
  EXPECT_EQ(Record(Alias(2, "새봄", 12)).commit_id, 3);
}

TEST_F(CurationLogTest, DumpsEveryRecordReadably) {
  Open();
  const std::string name = Record(Alias(1, "한빛", 10)).curation.name();
  (void)Record(Undo(name, 11));
  const std::string id = CurationIdOf(name);
  const std::string dump = Dump();
  EXPECT_THAT(dump, HasSubstr(R"({"family":"commits","key":"1","value":{"curation":{"name":")" + name));
  EXPECT_THAT(dump, HasSubstr(R"("alias":"한빛")"));
  EXPECT_THAT(dump, HasSubstr(R"({"family":"curations","key":")" + id + R"(","value":"1"})"));
  EXPECT_THAT(dump, HasSubstr(R"({"family":"curation_times","key":"1970-01-01T00:00:10+00:00 )" + id +
                              R"(","value":"1"})"));
  EXPECT_THAT(dump, HasSubstr(R"({"family":"undone","key":")" + id + R"(","value":"2"})"));
}

// A store as it was made before there were curations.
TEST_F(CurationLogTest, TakesOverAnOlderStore) {
  {
    auto old = Store::Open({.path = path_,
                            .schema = kSchemaBeforeCurations,
                            .families = {kPages, kFacts, kCommits, kArticles, kMeta}});
    ASSERT_TRUE(old.ok()) << old.status();
    storage::v1::StoredCommit commit;
    commit.set_article_id("a");
    commit.mutable_revision_time()->set_seconds(1);
    const auto put = [&](const char* family, const std::string& key, const std::string& value) {
      ASSERT_TRUE((*old)->db().Put(rocksdb::WriteOptions(), (*old)->family(family), key, value).ok());
    };
    put(kCommits, CommitKey(7), commit.SerializeAsString());
    put(kArticles, "a", CommitKey(7));
    put(kFacts, "a", v1::Article().SerializeAsString());
    put(kPages, "a", storage::v1::StoredPage().SerializeAsString());
    put(kMeta, kOriginKey, "0123456789abcdef");
  }
  EXPECT_THAT(Dump(), HasSubstr(R"("value":{"articleId":"a")")) << "also before its owner has opened it";
  Open();
  EXPECT_EQ(store_->origin(), "0123456789abcdef");
  EXPECT_THAT(Log(), ElementsAre("7 a"));
  EXPECT_THAT(List(), ElementsAre());
  EXPECT_EQ(Record(Alias(1, "한빛", 10)).commit_id, 8);
  Put("a", 2);
  Open();
  EXPECT_THAT(Log(), ElementsAre("8 한빛", "9 a"));
  store_.reset();
  EXPECT_EQ(Store::Open({.path = path_, .schema = kSchemaBeforeCurations}).status().code(),
            absl::StatusCode::kFailedPrecondition)
      << "what made it would lose decisions";
}

// Many at once, among articles: each decision is there once, and its id names its commit.
TEST_F(CurationLogTest, DecidesInParallel) {
  Open();
  constexpr int kWriters = 4;
  constexpr int kDecisions = 24;
  std::vector<std::thread> writers;
  writers.reserve(kWriters);
  for (int w = 0; w < kWriters; ++w) {
    writers.emplace_back([&, w] {
      for (int i = 0; i < kDecisions; ++i) {
        const std::string name = Record(Alias(i, "이름", i)).curation.name();
        if (i % 4 == w) (void)Record(Undo(name, 1000 + i));
        Put("a" + std::to_string(i % 5), i);
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(List().size(), 2U * kDecisions);
  EXPECT_EQ(Log().size(), 2U * kDecisions + 5);
}

}  // namespace
}  // namespace sillok::ingest
