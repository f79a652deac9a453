#include "common/server/server.h"

#include <future>

#include "common/server/unary.h"
#include "common/status/errors.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/impl/codegen/client_unary_call.h"
#include "gtest/gtest.h"
#include "sillok/v1/ingest_service.grpc.pb.h"

namespace sillok {
namespace {

using testing::HasSubstr;

// Deletion stands for any unary method: the name says how to answer.
class Echo final : public v1::IngestService::CallbackService {
 public:
  explicit Echo(WorkerPool& pool) : pool_(pool) {}
  grpc::ServerUnaryReactor* DeleteArticle(grpc::CallbackServerContext* context,
                                          const v1::DeleteArticleRequest* request,
                                          v1::DeleteArticleResponse* response) override {
    return RunUnary(*context, pool_, "DeleteArticle", [this, request, response](absl::Time deadline) {
      saw_deadline = deadline != absl::InfiniteFuture();
      if (request->name() == "wait") {
        started.set_value();
        release.get_future().wait();
      }
      if (request->name() == "bad") return InvalidField("name", "is bad; give articles/{article_id}");
      response->mutable_commit()->set_id(42);
      return absl::OkStatus();
    });
  }

  std::promise<void> started;
  std::promise<void> release;
  std::atomic<bool> saw_deadline = false;

 private:
  WorkerPool& pool_;
};

class ServerTest : public testing::Test {
 protected:
  void SetUp() override {
    auto server = Server::Start({.listen = "127.0.0.1:0",
                                 .health_names = {v1::IngestService::service_full_name()},
                                 .on_drain = [this] { ++drained_; }},
                                {&echo_});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    channel_ = grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()),
                                   grpc::InsecureChannelCredentials());
    stub_ = v1::IngestService::NewStub(channel_);
  }

  grpc::Status Delete(const std::string& name, v1::DeleteArticleResponse* response = nullptr) {
    grpc::ClientContext context;
    v1::DeleteArticleRequest request;
    request.set_name(name);
    v1::DeleteArticleResponse unused;
    return stub_->DeleteArticle(&context, request, response != nullptr ? response : &unused);
  }

  // The status of grpc.health.v1 for a service, read from the wire bytes: 1 is SERVING, 2 is NOT_SERVING.
  int Health(const std::string& service) {
    grpc::ClientContext context;
    const grpc::internal::RpcMethod method("/grpc.health.v1.Health/Check",
                                           grpc::internal::RpcMethod::NORMAL_RPC);
    const std::string bytes =
        service.empty() ? "" : "\x0A" + std::string(1, static_cast<char>(service.size())) + service;
    grpc::Slice slice(bytes);
    grpc::ByteBuffer request(&slice, 1);
    grpc::ByteBuffer response;
    const grpc::Status status = grpc::internal::BlockingUnaryCall<grpc::ByteBuffer, grpc::ByteBuffer>(
        channel_.get(), method, &context, request, &response);
    if (!status.ok()) return -static_cast<int>(status.error_code());
    grpc::Slice answer;
    EXPECT_TRUE(response.DumpToSingleSlice(&answer).ok());
    return answer.size() == 2 ? answer.begin()[1] : 0;
  }

  int drained_ = 0;
  WorkerPool pool_{{.threads = 1, .queue = 1}};
  Echo echo_{pool_};
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::IngestService::Stub> stub_;
};

TEST_F(ServerTest, AnswersAndSendsDetails) {
  v1::DeleteArticleResponse response;
  ASSERT_TRUE(Delete("good", &response).ok());
  EXPECT_EQ(response.commit().id(), 42);
  EXPECT_FALSE(echo_.saw_deadline);

  const absl::Status bad = FromGrpc(Delete("bad"));
  EXPECT_EQ(bad.code(), absl::StatusCode::kInvalidArgument);
  const auto payload = bad.GetPayload("type.googleapis.com/google.rpc.BadRequest");
  ASSERT_TRUE(payload.has_value());
  google::rpc::BadRequest detail;
  ASSERT_TRUE(detail.ParseFromString(std::string(*payload)));
  EXPECT_EQ(detail.field_violations(0).field(), "name");
  EXPECT_THAT(detail.field_violations(0).description(), HasSubstr("articles/"));
}

TEST_F(ServerTest, RefusesWithRetryInfoWhenFull) {
  std::promise<void> started;
  std::promise<void> release;
  ASSERT_TRUE(pool_.Submit([&] {
    started.set_value();
    release.get_future().wait();
  }));
  started.get_future().wait();
  ASSERT_TRUE(pool_.Submit([] {}));
  const absl::Status refused = FromGrpc(Delete("good"));
  EXPECT_EQ(refused.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_TRUE(refused.GetPayload("type.googleapis.com/google.rpc.RetryInfo").has_value());
  release.set_value();
}

TEST_F(ServerTest, HealthFollowsServing) {
  const std::string name = v1::IngestService::service_full_name();
  EXPECT_EQ(Health(""), 2);
  server_->SetServing(true);
  EXPECT_EQ(Health(""), 1);
  EXPECT_EQ(Health(name), 1);
  EXPECT_EQ(Health("no.such.Service"), -static_cast<int>(grpc::StatusCode::NOT_FOUND));
}

TEST_F(ServerTest, DrainsARunningCall) {
  std::thread running([&] { EXPECT_TRUE(Delete("wait").ok()); });
  echo_.started.get_future().wait();
  std::thread stopping([&] { server_->Stop(); });
  echo_.release.set_value();
  stopping.join();
  running.join();
  EXPECT_EQ(drained_, 1);
  server_->Stop();
  EXPECT_EQ(drained_, 1);
  EXPECT_FALSE(Delete("good").ok());
}

TEST_F(ServerTest, SaysThatAPortIsTaken) {
  const absl::Status taken =
      Server::Start({.listen = "127.0.0.1:" + std::to_string(server_->port())}, {}).status();
  EXPECT_EQ(taken.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(taken.message(), HasSubstr(std::to_string(server_->port())));
}

TEST(Status, SurvivesTheWire) {
  absl::Status status = ExhaustedFor(absl::Milliseconds(1500), "가득");
  status.SetPayload("type.googleapis.com/b", absl::Cord("2"));
  EXPECT_EQ(FromGrpc(ToGrpc(status)), status);
  EXPECT_EQ(FromGrpc(ToGrpc(absl::OkStatus())), absl::OkStatus());
  google::rpc::Status wire;
  ASSERT_TRUE(wire.ParseFromString(SerializeRpcStatus(status)));
  EXPECT_EQ(wire.code(), 8);
  EXPECT_EQ(wire.details_size(), 2);
  EXPECT_EQ(SerializeRpcStatus(status), SerializeRpcStatus(status)) << "details in a fixed order";
}

}  // namespace
}  // namespace sillok
