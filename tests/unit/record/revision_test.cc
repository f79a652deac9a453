#include "ingest/record/revision.h"

#include "common/time/timestamp.h"
#include "gtest/gtest.h"

namespace sillok::ingest {
namespace {

absl::Time Second(int second) { return absl::FromUnixSeconds(1'700'000'000 + second); }
Revision Page(int second, const std::string& hash) { return {Second(second), false, hash}; }
Revision Deletion(int second) { return {Second(second), true}; }

void ExpectVerdict(const std::optional<Revision>& current, const Revision& incoming, Disposition disposition,
                   bool writes) {
  const Verdict verdict = Judge(current, incoming);
  EXPECT_EQ(verdict.disposition, disposition);
  EXPECT_EQ(verdict.writes, writes);
}

TEST(Revision, IsOrderedByTimeThenDeletionThenHash) {
  EXPECT_LT(Page(1, "z"), Page(2, "a"));
  EXPECT_LT(Page(1, "a"), Page(1, "b"));
  EXPECT_LT(Page(1, "z"), Deletion(1)) << "a deletion beats every revision not later than it";
  EXPECT_LT(Deletion(1), Page(2, "a"));
  EXPECT_EQ(Page(1, "a") <=> Page(1, "a"), std::strong_ordering::equal);
}

TEST(Judge, KnowsEveryCase) {
  ExpectVerdict(std::nullopt, Page(1, "a"), Disposition::kCreated, true);
  ExpectVerdict(Page(1, "a"), Page(2, "b"), Disposition::kUpdated, true);
  ExpectVerdict(Page(1, "a"), Page(1, "b"), Disposition::kUpdated, true);
  ExpectVerdict(Page(1, "b"), Page(1, "a"), Disposition::kSuperseded, false);
  ExpectVerdict(Page(2, "a"), Page(1, "b"), Disposition::kSuperseded, false);
  ExpectVerdict(Page(2, "a"), Page(2, "a"), Disposition::kUnchanged, false);
  ExpectVerdict(Page(2, "a"), Page(1, "a"), Disposition::kUnchanged, false);
  ExpectVerdict(Page(2, "a"), Page(3, "a"), Disposition::kUnchanged, true);
  ExpectVerdict(Deletion(2), Page(2, "a"), Disposition::kSuperseded, false);
  ExpectVerdict(Deletion(2), Page(3, "a"), Disposition::kCreated, true);
}

v1::RawArticle FullPage() {
  v1::RawArticle page;
  page.set_article_id("a");
  page.set_url("https://example.com/1");
  page.set_outlet("한빛일보");
  page.set_title("제목");
  *page.mutable_publish_time() = ToTimestamp(Second(0));
  *page.mutable_fetch_time() = ToTimestamp(Second(9));
  (*page.mutable_labels())["desk"] = "경제";
  (*page.mutable_labels())["feed"] = "rss";
  page.set_text("본문입니다.");
  return page;
}

TEST(ContentHash, CoversContentAndHintsButNotTheFetchTime) {
  const std::string hash = ContentHash(FullPage());
  EXPECT_EQ(hash.size(), 32u);
  const auto changed = [&](auto change) {
    v1::RawArticle page = FullPage();
    change(page);
    return ContentHash(page) != hash;
  };
  EXPECT_TRUE(changed([](v1::RawArticle& page) { page.set_url("https://example.com/2"); }));
  EXPECT_TRUE(changed([](v1::RawArticle& page) { page.set_outlet("새벽신문"); }));
  EXPECT_TRUE(changed([](v1::RawArticle& page) { page.set_title("다른 제목"); }));
  EXPECT_TRUE(changed([](v1::RawArticle& page) { page.clear_publish_time(); }));
  EXPECT_TRUE(changed([](v1::RawArticle& page) { (*page.mutable_labels())["desk"] = "사회"; }));
  EXPECT_TRUE(changed([](v1::RawArticle& page) { page.mutable_labels()->erase("feed"); }));
  EXPECT_TRUE(changed([](v1::RawArticle& page) { page.set_text("다른 본문입니다."); }));
  EXPECT_TRUE(changed([](v1::RawArticle& page) { page.set_raw(std::string(page.text())); }));
  EXPECT_FALSE(changed([](v1::RawArticle& page) { page.clear_fetch_time(); }));
  EXPECT_FALSE(changed([](v1::RawArticle& page) { page.set_article_id("b"); }));
}

TEST(ContentHash, DoesNotDependOnTheOrderOfLabels) {
  v1::RawArticle forward;
  v1::RawArticle backward;
  for (int i = 0; i < 40; ++i) (*forward.mutable_labels())["k" + std::to_string(i)] = "v";
  for (int i = 39; i >= 0; --i) (*backward.mutable_labels())["k" + std::to_string(i)] = "v";
  EXPECT_EQ(ContentHash(forward), ContentHash(backward));
}

TEST(StoredCommit, KeepsTheRevision) {
  for (const Revision& revision : {Page(5, std::string(32, 'h')), Deletion(6)}) {
    EXPECT_EQ(RevisionOf(ToStoredCommit("a", revision)), revision);
  }
}

}  // namespace
}  // namespace sillok::ingest
