// kill -9 of each process in the middle of a load: nothing acknowledged is lost, neither article nor decision, no article is
// half there, and a view that was killed equals one made anew. And in the middle of reading again what is stored: the
// next call goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "tests/crash/load.h"
#include "tests/support/older_readings.h"
#include "tests/support/service_pair.h"
#include "tests/support/wire_dump.h"

namespace sillok {
namespace {

constexpr int kRounds = 6;
constexpr uint32_t kSeed = 20240227;

class CrashTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(pair_->StartIngest()) << pair_->Log();
    ASSERT_TRUE(pair_->StartQuery()) << pair_->Log();
  }
  void TearDown() override {
    if (HasFailure()) std::cerr << pair_->Log();
  }

  // Some moment in the middle of what is going on.
  void WaitABit() {
    absl::SleepFor(absl::Milliseconds(std::uniform_int_distribution<int>(20, 400)(random_)));
  }

  // Every current commit of the store, as a new view would get them: article id, or name of the curation → commit.
  std::map<std::string, v1::Commit> Tail() {
    std::map<std::string, v1::Commit> commits;
    grpc::ClientContext context;
    const auto reader = pair_->commit_log_stub().TailCommits(&context, {});
    v1::TailCommitsResponse message;
    while (reader->Read(&message)) {
      const v1::Commit& commit = message.commit();
      if (message.has_commit()) {
        commits[commit.has_curation() ? commit.curation().name() : commit.article_id()] = commit;
      }
      if (message.complete_through() == message.head()) break;
    }
    context.TryCancel();
    (void)reader->Finish();
    return commits;
  }

  // A stored article is exactly what its page reads as.
  void ExpectWhole(const v1::RawArticle& page, const v1::Article& stored) {
    v1::ExtractArticleRequest request;
    *request.mutable_article() = page;
    const auto read = pair_->Ingest(&v1::IngestService::Stub::ExtractArticle, request);
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(stored.DebugString(), read->article().DebugString());
  }

  // Every decision that was acknowledged is in the log, in the commit that was acknowledged.
  static void ExpectDecided(const Load::Decided& decided, const std::map<std::string, v1::Commit>& commits) {
    for (const auto& [name, token] : decided) {
      const auto commit = commits.find(name);
      ASSERT_NE(commit, commits.end()) << name << " was acknowledged and is lost";
      EXPECT_EQ(commit->second.id(), token.id());
    }
  }

  // The list holds every decision, and says which are undone.
  void ExpectListed(const Load::Decided& decided) {
    v1::ListCurationsRequest request;
    request.set_page_size(1000);
    request.set_show_undone(true);
    size_t listed = 0;
    do {
      const auto page = pair_->Curate(&v1::CurationService::Stub::ListCurations, request);
      ASSERT_TRUE(page.ok()) << page.status();
      for (const v1::Curation& curation : page->curations()) {
        EXPECT_TRUE(decided.contains(curation.name())) << curation.ShortDebugString();
        const int64_t number =
            curation.create_time().seconds() - GeneratedDecision(0).create_time().seconds();
        EXPECT_EQ(curation.undone(), curation.has_alias() && number % 3 == 0) << curation.ShortDebugString();
        ++listed;
      }
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    EXPECT_EQ(listed, decided.size());
  }

  std::string Dump() {
    WireDumpOptions options;
    options.page_size = 1000;
    const absl::StatusOr<std::string> dump = WireDump(pair_->query_stub(), options);
    EXPECT_TRUE(dump.ok()) << dump.status();
    return dump.value_or("");
  }

  // Until the view includes everything that was acknowledged.
  void CatchUp(const Load::Acknowledged& stored) {
    v1::GetStatusRequest request;
    v1::CommitToken& newest = *request.add_min_commit();
    for (const auto& [number, commit] : stored) {
      if (commit.id() > newest.id()) newest = commit;
    }
    const auto status = pair_->Query(&v1::QueryService::Stub::GetStatus, request, absl::Seconds(120));
    ASSERT_TRUE(status.ok()) << status.status();
    EXPECT_EQ(status->articles(), static_cast<int64_t>(stored.size()));
  }

  // The view as it has become equals one that is made anew from the log.
  void ExpectViewEqualsAFreshOne(const Load::Acknowledged& stored) {
    CatchUp(stored);
    const std::string become = Dump();
    pair_->ForgetView();
    ASSERT_TRUE(pair_->StartQuery());
    CatchUp(stored);
    EXPECT_TRUE(become == Dump()) << "the view that was there and a fresh one differ";
  }

  std::mt19937 random_{kSeed};
  std::unique_ptr<ServicePair> pair_ =
      std::make_unique<ServicePair>(ServicePairOptions{.ingest = SILLOK_INGEST, .query = SILLOK_QUERY});
};

TEST_F(CrashTest, IngestIsKilledDuringALoad) {
  Load load(pair_->ingest_address());
  for (int round = 0; round < kRounds; ++round) {
    WaitABit();
    const Load::Acknowledged before = load.so_far();
    const Load::Decided decided_before = load.decided();
    pair_->ingest().Kill();
    ASSERT_TRUE(pair_->StartIngest()) << pair_->Log();
    const std::map<std::string, v1::Commit> commits = Tail();
    for (const auto& [number, token] : before) {
      const auto commit = commits.find(GeneratedPage(number).article_id());
      ASSERT_NE(commit, commits.end()) << "page " << number << " was acknowledged and is lost";
      EXPECT_EQ(commit->second.id(), token.id());
    }
    ExpectDecided(decided_before, commits);
  }
  const Load::Acknowledged stored = load.Finish();
  const Load::Decided decided = load.decided();
  const std::map<std::string, v1::Commit> commits = Tail();
  ASSERT_EQ(commits.size(), stored.size() + decided.size());
  ExpectDecided(decided, commits);
  ExpectListed(decided);
  for (const auto& [number, token] : stored) {
    const v1::RawArticle page = GeneratedPage(number);
    ExpectWhole(page, commits.at(page.article_id()).article());
  }
  ExpectViewEqualsAFreshOne(stored);
}

TEST_F(CrashTest, QueryIsKilledDuringALoad) {
  Load load(pair_->ingest_address());
  for (int round = 0; round < kRounds; ++round) {
    WaitABit();
    pair_->query().Kill();
    ASSERT_TRUE(pair_->StartQuery()) << pair_->Log();
  }
  ExpectViewEqualsAFreshOne(load.Finish());
}

TEST_F(CrashTest, BothAreKilledDuringALoad) {
  Load load(pair_->ingest_address());
  for (int round = 0; round < kRounds; ++round) {
    WaitABit();
    pair_->ingest().Kill();
    pair_->query().Kill();
    pair_->LaunchQuery();
    ASSERT_TRUE(pair_->StartIngest()) << pair_->Log();
    ASSERT_TRUE(WaitForHealth(pair_->query_address(), absl::Seconds(60))) << pair_->Log();
  }
  ExpectViewEqualsAFreshOne(load.Finish());
}

TEST_F(CrashTest, IngestIsKilledWhileItReadsAgain) {
  constexpr int kPages = 300;
  constexpr int64_t kBetweenKills = 25;
  std::vector<v1::RawArticle> pages;
  pages.reserve(kPages);
  for (int i = 0; i < kPages; ++i) pages.push_back(GeneratedPage(i));
  ASSERT_EQ(pair_->ingest().Stop(), 0);
  ASSERT_TRUE(PutOlderReadings(pair_->ingest_folder(), pages).ok());
  ASSERT_TRUE(pair_->StartIngest()) << pair_->Log();
  int64_t read_before = 0;
  v1::ReextractArticlesResponse response;
  for (int round = 0; round <= kRounds; ++round) {
    grpc::ClientContext context;
    const auto reader = pair_->ingest_stub().ReextractArticles(&context, {});
    bool to_the_end = true;
    while (reader->Read(&response)) {
      if (round == kRounds || response.progress().changed() < kBetweenKills) continue;
      to_the_end = false;
      break;
    }
    if (!to_the_end) pair_->ingest().Kill();
    const grpc::Status status = reader->Finish();
    if (to_the_end) {
      ASSERT_TRUE(status.ok()) << status.error_message();
      break;
    }
    read_before += kBetweenKills;
    ASSERT_TRUE(pair_->StartIngest()) << pair_->Log();
  }
  ASSERT_TRUE(response.has_commit());
  EXPECT_EQ(response.progress().done(), kPages);
  EXPECT_GT(read_before, 0);
  EXPECT_GE(response.progress().skipped(), read_before) << "what was read is not read twice";
  const std::map<std::string, v1::Commit> commits = Tail();
  ASSERT_EQ(commits.size(), pages.size());
  for (const v1::RawArticle& page : pages) ExpectWhole(page, commits.at(page.article_id()).article());
  Load::Acknowledged stored;
  for (int i = 0; i < kPages; ++i) stored[i] = response.commit();
  ExpectViewEqualsAFreshOne(stored);
}

}  // namespace
}  // namespace sillok
