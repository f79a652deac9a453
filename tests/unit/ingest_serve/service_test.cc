// The ingest services over a loopback connection, with the real pipeline and store.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include "common/server/unary.h"
#include "common/time/timestamp.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/serve/commit_log_service.h"
#include "tests/unit/ingest_serve/reading_service.h"

namespace sillok::ingest {
namespace {

using testing::HasSubstr;

v1::RawArticle Page(const std::string& id, const std::string& extra = "") {
  v1::RawArticle page;
  page.set_article_id(id);
  page.set_text(
      "한빛테크, 부산에 연구소 연다\n\n한빛테크는 2024년 3월 18일 부산에 새 연구소를 열었다고 밝혔다. " +
      extra);
  page.mutable_fetch_time()->set_seconds(1'710'800'000);
  return page;
}

class ServiceTest : public ReadingServiceTest {
 protected:
  void SetUp() override {
    OpenStore();
    if (IsSkipped() || HasFatalFailure()) return;
    commits_ = std::make_unique<CommitLogService>(*store_);
    Serve([this] { commits_->StopTails(); }, {ingest_.get(), commits_.get()});
    log_ = v1::CommitLogService::NewStub(channel_);
  }
  void TearDown() override {
    server_.reset();
    commits_.reset();
    ReadingServiceTest::TearDown();
  }

  absl::Status Ingest(const v1::RawArticle& page, v1::IngestArticleResponse& response) {
    grpc::ClientContext context;
    v1::IngestArticleRequest request;
    *request.mutable_article() = page;
    return FromGrpc(stub_->IngestArticle(&context, request, &response));
  }

  std::unique_ptr<CommitLogService> commits_;
  std::unique_ptr<v1::CommitLogService::Stub> log_;
};

TEST_F(ServiceTest, IngestsAndSaysWhatBecameOfIt) {
  v1::IngestArticleResponse created;
  ASSERT_TRUE(Ingest(Page("a"), created).ok());
  EXPECT_EQ(created.name(), "articles/a");
  EXPECT_EQ(created.disposition(), v1::DISPOSITION_CREATED);
  EXPECT_EQ(created.commit().origin(), store_->origin());
  EXPECT_EQ(created.commit().id(), 1);
  EXPECT_GT(created.counts().sentences(), 0);

  v1::IngestArticleResponse again;
  ASSERT_TRUE(Ingest(Page("a"), again).ok());
  EXPECT_EQ(again.disposition(), v1::DISPOSITION_UNCHANGED);
  EXPECT_EQ(again.commit().id(), 1);
  EXPECT_FALSE(again.has_counts());

  v1::RawArticle undated = Page("a");
  undated.clear_fetch_time();
  v1::IngestArticleResponse advanced;
  ASSERT_TRUE(Ingest(undated, advanced).ok());
  EXPECT_EQ(advanced.disposition(), v1::DISPOSITION_UNCHANGED);
  EXPECT_EQ(advanced.commit().id(), 2) << "stamped at receipt";

  v1::IngestArticleResponse superseded;
  ASSERT_TRUE(Ingest(Page("a", "고친 글이다."), superseded).ok());
  EXPECT_EQ(superseded.disposition(), v1::DISPOSITION_SUPERSEDED);
}

TEST_F(ServiceTest, ExtractsWithoutStoring) {
  grpc::ClientContext context;
  v1::ExtractArticleRequest request;
  *request.mutable_article() = Page("a");
  v1::ExtractArticleResponse response;
  ASSERT_TRUE(stub_->ExtractArticle(&context, request, &response).ok());
  EXPECT_EQ(response.article().name(), "articles/a");
  EXPECT_EQ(response.article().extractor(), pipeline_->fingerprint());
  EXPECT_EQ(store_->head(), 0);
}

TEST_F(ServiceTest, StreamsAnswerEveryItemAndNoBadOneEndsThem) {
  constexpr int kItems = 100;
  grpc::ClientContext context;
  const auto stream = stub_->IngestArticles(&context);
  std::thread writer([&] {
    for (int i = 0; i < kItems; ++i) {
      v1::IngestArticlesRequest request;
      request.set_sequence(i);
      if (i % 10 != 3) *request.mutable_article() = Page("a" + std::to_string(i));
      if (i % 10 == 4) request.mutable_article()->set_url("nowhere");
      EXPECT_TRUE(stream->Write(request));
    }
    stream->WritesDone();
  });
  std::map<int64_t, v1::IngestArticlesResponse> answers;
  v1::IngestArticlesResponse answer;
  while (stream->Read(&answer)) EXPECT_TRUE(answers.emplace(answer.sequence(), answer).second);
  writer.join();
  EXPECT_TRUE(stream->Finish().ok());
  ASSERT_EQ(answers.size(), static_cast<size_t>(kItems));
  for (const auto& [sequence, item] : answers) {
    const bool bad = sequence % 10 == 3 || sequence % 10 == 4;
    EXPECT_EQ(item.status().code(), bad ? grpc::StatusCode::INVALID_ARGUMENT : grpc::StatusCode::OK)
        << sequence;
    EXPECT_EQ(item.status().details_size(), bad ? 1 : 0);
    EXPECT_EQ(item.has_result(), !bad);
  }
  EXPECT_EQ(store_->head(), kItems * 8 / 10);
}

// The client goes away in the middle, many times over: every call ends, and nothing is left behind.
TEST_F(ServiceTest, SurvivesClientsThatGoAway) {
  for (int round = 0; round < 20; ++round) {
    grpc::ClientContext context;
    const auto stream = stub_->IngestArticles(&context);
    for (int i = 0; i < round; ++i) {
      v1::IngestArticlesRequest request;
      *request.mutable_article() = Page("r" + std::to_string(round) + "-" + std::to_string(i));
      if (!stream->Write(request)) break;
    }
    context.TryCancel();
    EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  v1::IngestArticleResponse response;
  EXPECT_TRUE(Ingest(Page("after"), response).ok());
}

TEST_F(ServiceTest, TailsFromZeroAndGoesOn) {
  v1::IngestArticleResponse response;
  for (const char* id : {"a", "b", "c"}) ASSERT_TRUE(Ingest(Page(id), response).ok());
  grpc::ClientContext context;
  const auto tail = log_->TailCommits(&context, v1::TailCommitsRequest());
  v1::TailCommitsResponse message;
  for (int64_t id = 1; id <= 3; ++id) {
    ASSERT_TRUE(tail->Read(&message));
    EXPECT_EQ(message.commit().id(), id);
    EXPECT_EQ(message.complete_through(), id == 3 ? 3 : 0)
        << "only the end of the stretch is a state that was";
    EXPECT_EQ(message.head(), 3);
  }
  ASSERT_TRUE(tail->Read(&message));
  EXPECT_FALSE(message.has_commit()) << "a heartbeat";
  EXPECT_EQ(message.complete_through(), 3);
  ASSERT_TRUE(Ingest(Page("d"), response).ok());
  do {
    ASSERT_TRUE(tail->Read(&message));
  } while (!message.has_commit());
  EXPECT_EQ(message.commit().article_id(), "d");
  EXPECT_EQ(message.complete_through(), 4);
  EXPECT_EQ(message.origin(), store_->origin());
  context.TryCancel();
}

TEST_F(ServiceTest, RefusesATailOfAnotherStore) {
  for (const auto& [from, origin] : {std::pair{0, std::string("0000000000000000")}, {5, store_->origin()}}) {
    grpc::ClientContext context;
    v1::TailCommitsRequest request;
    request.set_from(from);
    request.set_origin(origin);
    const auto tail = log_->TailCommits(&context, request);
    v1::TailCommitsResponse message;
    EXPECT_FALSE(tail->Read(&message));
    EXPECT_EQ(tail->Finish().error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  }
}

TEST_F(ServiceTest, StopsSoonAlthoughSomebodyFollows) {
  grpc::ClientContext context;
  const auto tail = log_->TailCommits(&context, v1::TailCommitsRequest());
  v1::TailCommitsResponse message;
  ASSERT_TRUE(tail->Read(&message)) << "the first heartbeat comes at once";
  const absl::Time begin = absl::Now();
  server_->Stop();
  EXPECT_LT(absl::Now() - begin, absl::Seconds(4));
  while (tail->Read(&message)) {
  }
  EXPECT_EQ(tail->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(ServiceTest, DeletesWithDetails) {
  const auto remove = [&](const std::string& name, bool allow_missing, int64_t seconds) {
    grpc::ClientContext context;
    v1::DeleteArticleRequest request;
    request.set_name(name);
    request.set_allow_missing(allow_missing);
    if (seconds != 0) request.mutable_delete_time()->set_seconds(seconds);
    v1::DeleteArticleResponse response;
    return FromGrpc(stub_->DeleteArticle(&context, request, &response));
  };
  v1::IngestArticleResponse response;
  ASSERT_TRUE(Ingest(Page("a"), response).ok());
  const absl::Status missing = remove("articles/b", false, 0);
  EXPECT_EQ(missing.code(), absl::StatusCode::kNotFound);
  EXPECT_TRUE(missing.GetPayload("type.googleapis.com/google.rpc.ResourceInfo").has_value());
  const absl::Status later = remove("articles/a", false, 1'710'700'000);
  EXPECT_EQ(later.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_TRUE(later.GetPayload("type.googleapis.com/google.rpc.PreconditionFailure").has_value());
  EXPECT_THAT(later.message(), HasSubstr("delete_time"));
  EXPECT_TRUE(remove("articles/a", false, 0).ok());
  EXPECT_TRUE(remove("articles/b", true, 0).ok());
}

}  // namespace
}  // namespace sillok::ingest
