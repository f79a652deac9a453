// The state is a function of the set of articles: not of their order, nor of what has been there before.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/integration/pair_test.h"
#include "tests/support/sample_page.h"
#include "tests/support/wire_dump.h"

namespace sillok {
namespace {

constexpr int kOrders = 10;
constexpr char kDeleted[] = "agreement-2";

std::vector<v1::RawArticle> AllPages() {
  std::vector<v1::RawArticle> pages = TestPages();
  for (const SamplePage& sample : SamplePages()) pages.push_back(sample.raw);
  return pages;
}

// A pair of its own for every history.
class History {
 public:
  History() {
    EXPECT_TRUE(pair_->StartIngest()) << pair_->Log();
    EXPECT_TRUE(pair_->StartQuery()) << pair_->Log();
  }
  void Ingest(const std::vector<v1::RawArticle>& pages) {
    for (const v1::RawArticle& page : pages) {
      const auto stored = pair_->Ingest(page);
      ASSERT_TRUE(stored.ok()) << page.article_id() << ": " << stored.status();
      newest_ = stored->commit();
    }
  }
  void Delete(const std::string& article_id) {
    const auto deleted = pair_->Delete(article_id);
    ASSERT_TRUE(deleted.ok()) << deleted.status();
    newest_ = deleted->commit();
  }
  std::string Dump() {
    WireDumpOptions options;
    *options.min_commit.Add() = newest_;
    const absl::StatusOr<std::string> dump = WireDump(pair_->query_stub(), options);
    EXPECT_TRUE(dump.ok()) << dump.status() << pair_->Log();
    return dump.value_or("");
  }

 private:
  std::unique_ptr<ServicePair> pair_ = MakePair();
  v1::CommitToken newest_;
};

TEST(OrderTest, TenOrdersAgainAndWithOneDeleted) {
  std::vector<v1::RawArticle> pages = AllPages();
  ASSERT_GE(pages.size(), 20U);
  std::vector<v1::RawArticle> fewer = pages;
  fewer.erase(std::remove_if(fewer.begin(), fewer.end(),
                             [](const v1::RawArticle& page) { return page.article_id() == kDeleted; }),
              fewer.end());
  ASSERT_EQ(fewer.size() + 1, pages.size());
  History without;
  without.Ingest(fewer);
  const std::string expected_without = without.Dump();
  without.Ingest(pages);
  const std::string expected = without.Dump();
  ASSERT_NE(expected, expected_without);
  ASSERT_GT(expected.size(), size_t{100'000}) << "the walk has seen too little to prove anything";
  std::mt19937 random(20240318);
  for (int round = 0; round < kOrders; ++round) {
    SCOPED_TRACE("order " + std::to_string(round));
    std::shuffle(pages.begin(), pages.end(), random);
    History history;
    history.Ingest(pages);
    EXPECT_EQ(FirstDifference(history.Dump(), expected), "");
    std::shuffle(pages.begin(), pages.end(), random);
    history.Ingest(pages);
    EXPECT_EQ(FirstDifference(history.Dump(), expected), "") << "again";
    history.Delete(kDeleted);
    EXPECT_EQ(FirstDifference(history.Dump(), expected_without), "") << "with one deleted";
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace sillok
