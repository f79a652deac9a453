#include "query/serve/query_service.h"

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/time/clock.h"
#include "common/server/unary.h"
#include "grpcpp/grpcpp.h"
#include "gtest/gtest.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

constexpr char kOrigin[] = "aa";

// The service inside this process, with one thread to answer.
class QueryServiceTest : public ::testing::Test {
 protected:
  QueryServiceTest() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&service_);
    server_ = builder.BuildAndStart();
    stub_ = v1::QueryService::NewStub(server_->InProcessChannel({}));
  }
  ~QueryServiceTest() override { server_->Shutdown(std::chrono::system_clock::now()); }

  void PublishOneArticle() {
    ArticleBuilder article("one");
    const std::string company = article.Name(v1::ENTITY_TYPE_ORGANIZATION, "새봄전자", {"새봄전자"});
    for (int i = 0; i < kEvents; ++i) {
      article.Event({.sentence = std::to_string(i) + "번째 행사가 열렸다.",
                     .day = i < 28 ? "2024-03-" + std::to_string(101 + i).substr(1) : "",
                     .last_day = {},
                     .predicate = "열리다" + std::to_string(i),
                     .participants = {company},
                     .place = {}});
    }
    company_ = company;
    ApplyAndPublish(*view_, kOrigin, CommitOf(1, article.Build(), 1));
    progress_.Published({{kOrigin, 1}});
  }

  absl::Status Status(int64_t commit, absl::Duration timeout) {
    v1::GetStatusRequest request;
    if (commit > 0) {
      v1::CommitToken& token = *request.add_min_commit();
      token.set_origin(kOrigin);
      token.set_id(commit);
    }
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + timeout));
    v1::GetStatusResponse response;
    return FromGrpc(stub_->GetStatus(&context, request, &response));
  }

  static constexpr int kEvents = 300;

  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
  Progress progress_{{.addresses = {"a"}}};
  WorkerPool pool_{{.threads = 1, .queue = 64}};
  QueryService service_{*view_, progress_, pool_};
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::QueryService::Stub> stub_;
  std::string company_;
};

TEST_F(QueryServiceTest, UnavailableBeforeTheFirstCompleteState) {
  EXPECT_EQ(Status(0, absl::Seconds(5)).code(), absl::StatusCode::kUnavailable);
  PublishOneArticle();
  EXPECT_TRUE(Status(0, absl::Seconds(5)).ok());
}

TEST_F(QueryServiceTest, CallsThatWaitHoldNoThread) {
  PublishOneArticle();
  std::vector<std::thread> waiting;
  std::vector<absl::Status> told(20);
  waiting.reserve(told.size());
  for (absl::Status& status : told) {
    waiting.emplace_back([this, &status] { status = Status(7, absl::Seconds(20)); });
  }
  for (int i = 0; i < 50; ++i) EXPECT_TRUE(Status(1, absl::Seconds(5)).ok());
  progress_.Published({{kOrigin, 7}});
  for (std::thread& thread : waiting) thread.join();
  for (const absl::Status& status : told) EXPECT_TRUE(status.ok()) << status;
}

TEST_F(QueryServiceTest, ACallerThatGoesIsForgotten) {
  PublishOneArticle();
  grpc::ClientContext context;
  std::thread canceller([&context] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    context.TryCancel();
  });
  v1::GetStatusRequest request;
  request.add_min_commit()->set_origin(kOrigin);
  request.mutable_min_commit(0)->set_id(99);
  v1::GetStatusResponse response;
  EXPECT_EQ(stub_->GetStatus(&context, request, &response).error_code(), grpc::StatusCode::CANCELLED);
  canceller.join();
  progress_.Published({{kOrigin, 99}});
  EXPECT_TRUE(Status(99, absl::Seconds(5)).ok());
}

TEST_F(QueryServiceTest, AStreamHoldsEveryEventOnce) {
  PublishOneArticle();
  v1::StreamTimelineRequest request;
  request.mutable_timeline()->add_entities(company_);
  grpc::ClientContext context;
  const auto reader = stub_->StreamTimeline(&context, request);
  v1::StreamTimelineResponse response;
  std::set<std::string> names;
  while (reader->Read(&response)) names.insert(response.event().name());
  EXPECT_TRUE(reader->Finish().ok());
  EXPECT_EQ(names.size(), static_cast<size_t>(kEvents));
}

TEST_F(QueryServiceTest, AStreamMayBeLeft) {
  PublishOneArticle();
  v1::StreamTimelineRequest request;
  request.mutable_timeline()->add_entities(company_);
  grpc::ClientContext context;
  const auto reader = stub_->StreamTimeline(&context, request);
  v1::StreamTimelineResponse response;
  EXPECT_TRUE(reader->Read(&response));
  context.TryCancel();
  while (reader->Read(&response)) {
  }
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  EXPECT_TRUE(Status(1, absl::Seconds(5)).ok());
}

}  // namespace
}  // namespace sillok::query
