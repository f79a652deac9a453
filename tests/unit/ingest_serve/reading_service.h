// An ingest service over a loopback connection, with the real pipeline and a store of its own for each test.
//
//   class MyTest : public ReadingServiceTest {
//     void SetUp() override { OpenStore(); if (!IsSkipped()) Serve([] {}, {ingest_.get()}); }
//   };
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/server/server.h"
#include "grpcpp/grpcpp.h"
#include "gtest/gtest.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/record/article_store.h"
#include "ingest/serve/ingest_service.h"
#include "ingest/serve/ingestor.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {

class ReadingServiceTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(MecabDictionary())) return;
    auto pipeline = Pipeline::Open(MecabDictionary());
    ASSERT_TRUE(pipeline.ok()) << pipeline.status();
    pipeline_ = *std::move(pipeline);
  }
  static void TearDownTestSuite() { pipeline_.reset(); }

  // Skips the test where there is no dictionary.
  void OpenStore() {
    if (pipeline_ == nullptr) GTEST_SKIP() << "no dictionary in " << MecabDictionary();
    std::filesystem::remove_all(path_);
    auto store = ArticleStore::Open({.data_dir = path_});
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
    ingestor_ = std::make_unique<Ingestor>(*pipeline_, *store_);
    ingest_ = std::make_unique<IngestService>(*ingestor_, IngestServiceOptions{.reading_threads = 2});
  }
  void Serve(std::function<void()> on_drain, const std::vector<grpc::Service*>& services) {
    auto server = Server::Start({.listen = "127.0.0.1:0", .on_drain = std::move(on_drain)}, services);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    channel_ = grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()),
                                   grpc::InsecureChannelCredentials());
    stub_ = v1::IngestService::NewStub(channel_);
  }
  void TearDown() override {
    server_.reset();
    ingest_.reset();
    store_.reset();
    std::filesystem::remove_all(path_);
  }

  static inline std::unique_ptr<Pipeline> pipeline_;
  std::unique_ptr<ArticleStore> store_;
  std::unique_ptr<Ingestor> ingestor_;
  std::unique_ptr<IngestService> ingest_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::IngestService::Stub> stub_;

 private:
  const std::string path_ = testing::TempDir() + "/ingest_serve_test/" +
                            testing::UnitTest::GetInstance()->current_test_info()->test_suite_name() + "." +
                            testing::UnitTest::GetInstance()->current_test_info()->name();
};

}  // namespace sillok::ingest
