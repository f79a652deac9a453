// After an upgrade: what an older extractor read is read again, and every answer is as if the pages had come in now.
#include <memory>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "tests/integration/pair_test.h"
#include "tests/support/older_readings.h"
#include "tests/support/wire_dump.h"

namespace sillok {
namespace {

class ReextractTest : public PairTest {
 protected:
  // The pair begins with what an older extractor left.
  void SetUp() override {}
  void StartWith(const std::vector<v1::RawArticle>& pages) {
    const absl::Status put = PutOlderReadings(pair_->ingest_folder(), pages);
    ASSERT_TRUE(put.ok()) << put;
    PairTest::SetUp();
  }

  absl::StatusOr<std::vector<v1::ReextractArticlesResponse>> Reextract(
      const v1::ReextractArticlesRequest& request) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(120)));
    const auto reader = pair_->ingest_stub().ReextractArticles(&context, request);
    std::vector<v1::ReextractArticlesResponse> responses;
    v1::ReextractArticlesResponse response;
    while (reader->Read(&response)) responses.push_back(response);
    const grpc::Status status = reader->Finish();
    if (!status.ok()) return FromGrpc(status);
    return responses;
  }

  // The extractors that have read the articles, in a state that includes `commit`.
  std::vector<std::string> Extractors(const v1::CommitToken& commit) {
    v1::GetStatusRequest request;
    *request.add_min_commit() = commit;
    const auto status = pair_->Query(&v1::QueryService::Stub::GetStatus, request);
    EXPECT_TRUE(status.ok()) << status.status();
    if (!status.ok()) return {};
    return {status->extractors().begin(), status->extractors().end()};
  }

  static std::string Dump(ServicePair& pair) {
    const absl::StatusOr<std::string> dump = WireDump(pair.query_stub(), {});
    EXPECT_TRUE(dump.ok()) << dump.status();
    return dump.value_or("");
  }
};

TEST_F(ReextractTest, AnswersBecomeThoseOfTheCurrentExtractor) {
  StartWith(TestPages());
  v1::ReextractArticlesRequest request;
  request.set_validate_only(true);
  const auto validated = Reextract(request);
  ASSERT_TRUE(validated.ok()) << validated.status();
  const v1::CommitToken before = validated->back().commit();
  EXPECT_EQ(before.id(), 3) << "nothing is written";
  EXPECT_EQ(validated->back().progress().changed(), 3);
  int told = 0;
  for (const v1::ReextractArticlesResponse& response : *validated) {
    if (!response.has_difference()) continue;
    ++told;
    EXPECT_EQ(response.difference().extractor(), kOlderExtractor);
    EXPECT_GT(response.difference().facts_size(), 0);
  }
  EXPECT_EQ(told, 3);
  EXPECT_THAT(Extractors(before), ::testing::ElementsAre(kOlderExtractor));
  EXPECT_EQ(Find("카카오", before), "");

  const auto done = Reextract({});
  ASSERT_TRUE(done.ok()) << done.status();
  const v1::CommitToken commit = done->back().commit();
  EXPECT_EQ(commit.id(), 6);
  EXPECT_NE(Find("카카오", commit), "") << "a query that carries the token sees it";
  EXPECT_THAT(Extractors(commit), ::testing::ElementsAre(::testing::Ne(kOlderExtractor)));

  const std::unique_ptr<ServicePair> fresh = MakePair();
  ASSERT_TRUE(fresh->StartIngest() && fresh->StartQuery()) << fresh->Log();
  v1::GetStatusRequest status;
  for (const v1::RawArticle& page : TestPages()) {
    const auto stored = fresh->Ingest(page);
    ASSERT_TRUE(stored.ok()) << stored.status();
    *status.add_min_commit() = stored->commit();
  }
  ASSERT_TRUE(fresh->Query(&v1::QueryService::Stub::GetStatus, status).ok());
  EXPECT_EQ(Dump(*pair_), Dump(*fresh));
}

TEST_F(ReextractTest, ACancelledCallStopsAndIsTakenUpAgain) {
  constexpr int kPages = 300;
  std::vector<v1::RawArticle> pages;
  for (int i = 0; i < kPages; ++i) {
    pages.push_back(MeetingPage());
    pages.back().set_article_id("copy-" + std::to_string(i));
  }
  StartWith(pages);
  {
    grpc::ClientContext context;
    const auto reader = pair_->ingest_stub().ReextractArticles(&context, {});
    v1::ReextractArticlesResponse response;
    do {
      ASSERT_TRUE(reader->Read(&response));
    } while (response.progress().done() < 20);
    context.TryCancel();
    EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  (void)Store(AgreementPage());
  absl::StatusOr<std::vector<v1::ReextractArticlesResponse>> rest;
  const absl::Time give_up = absl::Now() + absl::Seconds(30);
  do {
    rest = Reextract({});
  } while (absl::IsResourceExhausted(rest.status()) && absl::Now() < give_up);
  ASSERT_TRUE(rest.ok()) << rest.status();
  const v1::ReextractProgress& progress = rest->back().progress();
  EXPECT_EQ(progress.done(), kPages + 1);
  EXPECT_GE(progress.skipped(), 20 + 1) << "read before the call was cancelled, or come in since";
  EXPECT_GT(progress.changed(), 0) << "a cancelled call stops";
  EXPECT_EQ(Extractors(rest->back().commit()).size(), 1u);
}

}  // namespace
}  // namespace sillok
