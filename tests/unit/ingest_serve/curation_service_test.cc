// The curation service over a loopback connection, with the real store and tail.
#include "ingest/serve/curation_service.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/server/server.h"
#include "common/server/unary.h"
#include "gmock/gmock.h"
#include "grpcpp/grpcpp.h"
#include "gtest/gtest.h"
#include "ingest/serve/commit_log_service.h"

namespace sillok::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using Stub = v1::CurationService::Stub;

constexpr char kFirst[] = "entities/000000000000000000000001";
constexpr char kSecond[] = "entities/000000000000000000000002";

v1::AddAliasRequest AliasAt(const std::string& alias, int64_t seconds) {
  v1::AddAliasRequest request;
  request.set_entity(kFirst);
  request.set_alias(alias);
  request.set_author("편집부");
  request.mutable_create_time()->set_seconds(seconds);
  return request;
}

v1::UndoCurationRequest UndoOf(const v1::Curation& curation) {
  v1::UndoCurationRequest request;
  request.set_name(curation.name());
  request.set_author("편집부");
  return request;
}

class CurationServiceTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(path_);
    auto store = ArticleStore::Open({.data_dir = path_});
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
    curations_ = std::make_unique<CurationService>(*store_);
    commits_ = std::make_unique<CommitLogService>(*store_);
    auto server = Server::Start({.listen = "127.0.0.1:0", .on_drain = [this] { commits_->StopTails(); }},
                                {curations_.get(), commits_.get()});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    channel_ = grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()),
                                   grpc::InsecureChannelCredentials());
    stub_ = v1::CurationService::NewStub(channel_);
  }
  void TearDown() override {
    server_.reset();
    commits_.reset();
    curations_.reset();
    store_.reset();
    std::filesystem::remove_all(path_);
  }

  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                                const Request& request) {
    grpc::ClientContext context;
    Response response;
    const absl::Status status = FromGrpc((stub_.get()->*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }
  v1::Curation Add(const std::string& alias, int64_t seconds) {
    const auto added = Call(&Stub::AddAlias, AliasAt(alias, seconds));
    EXPECT_TRUE(added.ok()) << added.status();
    return added.ok() ? added->curation() : v1::Curation();
  }
  // The aliases on every page of so many; an undo as "undo".
  std::vector<std::string> List(bool show_undone, int page_size = 2) {
    std::vector<std::string> aliases;
    v1::ListCurationsRequest request;
    request.set_page_size(page_size);
    request.set_show_undone(show_undone);
    do {
      const auto page = Call(&Stub::ListCurations, request);
      EXPECT_TRUE(page.ok()) << page.status();
      if (!page.ok()) break;
      EXPECT_LE(page->curations_size(), page_size);
      EXPECT_EQ(page->commit().id(), store_->head());
      for (const v1::Curation& curation : page->curations()) {
        aliases.push_back(curation.has_undo() ? "undo" : curation.alias().alias());
      }
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return aliases;
  }

  const std::string path_ = testing::TempDir() + "/curation_service_test/" +
                            testing::UnitTest::GetInstance()->current_test_info()->name();
  std::unique_ptr<ArticleStore> store_;
  std::unique_ptr<CurationService> curations_;
  std::unique_ptr<CommitLogService> commits_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<Stub> stub_;
};

TEST_F(CurationServiceTest, EveryDecisionIsAnsweredAndTailed) {
  v1::MergeEntitiesRequest merge;
  merge.add_entities(kSecond);
  merge.add_entities(kFirst);
  merge.set_author("편집부");
  merge.set_reason("한 회사");
  const absl::Time before = absl::Now();
  const auto merged = Call(&Stub::MergeEntities, merge);
  ASSERT_TRUE(merged.ok()) << merged.status();
  EXPECT_THAT(merged->curation().merge().entities(), ElementsAre(kFirst, kSecond));
  EXPECT_EQ(merged->curation().reason(), "한 회사");
  EXPECT_GE(merged->curation().create_time().seconds(), absl::ToUnixSeconds(before)) << "stamped at receipt";
  EXPECT_EQ(merged->commit().origin(), store_->origin());
  EXPECT_EQ(merged->commit().id(), 1);

  v1::SplitEntityRequest split;
  split.set_entity(kFirst);
  split.add_referents(kSecond);
  split.set_author("편집부");
  v1::NeverMergeRequest never;
  never.add_entities(kFirst);
  never.add_entities(kSecond);
  never.set_author("편집부");
  const std::vector<v1::Curation> decided = {
      merged->curation(), Call(&Stub::SplitEntity, split)->curation(),
      Call(&Stub::NeverMerge, never)->curation(), Add("한빛", 10),
      Call(&Stub::UndoCuration, UndoOf(merged->curation()))->curation()};

  grpc::ClientContext context;
  const auto log = v1::CommitLogService::NewStub(channel_);
  const auto tail = log->TailCommits(&context, v1::TailCommitsRequest());
  v1::TailCommitsResponse message;
  for (size_t i = 0; i < decided.size(); ++i) {
    ASSERT_TRUE(tail->Read(&message));
    EXPECT_EQ(message.commit().id(), static_cast<int64_t>(i) + 1);
    EXPECT_EQ(message.commit().curation().DebugString(), decided[i].DebugString());
  }
  EXPECT_EQ(message.complete_through(), 5);
  context.TryCancel();
}

TEST_F(CurationServiceTest, ARepeatedCallIsTheSameDecision) {
  const auto first = Call(&Stub::AddAlias, AliasAt("한빛", 10));
  const auto again = Call(&Stub::AddAlias, AliasAt("한빛", 10));
  ASSERT_TRUE(first.ok() && again.ok());
  EXPECT_EQ(first->DebugString(), again->DebugString());
  v1::AddAliasRequest unstamped = AliasAt("한빛", 10);
  unstamped.clear_create_time();
  EXPECT_EQ(Call(&Stub::AddAlias, unstamped)->commit().id(), 2);
  EXPECT_EQ(Call(&Stub::AddAlias, unstamped)->commit().id(), 3);
}

TEST_F(CurationServiceTest, ListsPageByPage) {
  EXPECT_THAT(List(/*show_undone=*/true), ElementsAre());
  const v1::Curation undone = Add("나", 20);
  (void)Add("라", 40);
  (void)Add("가", 10);
  (void)Add("다", 30);
  EXPECT_THAT(List(false, 1), ElementsAre("가", "나", "다", "라"));
  ASSERT_TRUE(Call(&Stub::UndoCuration, UndoOf(undone)).ok());
  for (const int page_size : {1, 2, 3, 100}) {
    EXPECT_THAT(List(false, page_size), ElementsAre("가", "다", "라"));
    EXPECT_THAT(List(true, page_size), ElementsAre("가", "나", "다", "라", "undo"));
  }
}

TEST_F(CurationServiceTest, APageTokenBelongsToItsRequest) {
  (void)Add("가", 10);
  (void)Add("나", 20);
  v1::ListCurationsRequest request;
  request.set_page_size(1);
  request.set_page_token(Call(&Stub::ListCurations, request)->next_page_token());
  ASSERT_THAT(Call(&Stub::ListCurations, request)->curations(), SizeIs(1));
  request.set_show_undone(true);
  const absl::Status other = Call(&Stub::ListCurations, request).status();
  EXPECT_EQ(other.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(other.message(), HasSubstr("page_token"));
}

TEST_F(CurationServiceTest, RefusesWithDetails) {
  v1::UndoCurationRequest unknown;
  unknown.set_name("curations/000000000000000000000000");
  unknown.set_author("편집부");
  const absl::Status missing = Call(&Stub::UndoCuration, unknown).status();
  EXPECT_EQ(missing.code(), absl::StatusCode::kNotFound);
  EXPECT_TRUE(missing.GetPayload("type.googleapis.com/google.rpc.ResourceInfo").has_value());

  const auto undo = Call(&Stub::UndoCuration, UndoOf(Add("한빛", 10)));
  ASSERT_TRUE(undo.ok()) << undo.status();
  const absl::Status of_an_undo = Call(&Stub::UndoCuration, UndoOf(undo->curation())).status();
  EXPECT_EQ(of_an_undo.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(of_an_undo.GetPayload("type.googleapis.com/google.rpc.BadRequest").has_value());

  const absl::Status nobody = Call(&Stub::AddAlias, v1::AddAliasRequest()).status();
  EXPECT_EQ(nobody.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(nobody.GetPayload("type.googleapis.com/google.rpc.BadRequest").has_value());
}

}  // namespace
}  // namespace sillok::ingest
