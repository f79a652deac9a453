// What every integration test begins with: a pair of the programs under test.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/integration/test_pages.h"
#include "tests/support/service_pair.h"

namespace sillok {

inline std::unique_ptr<ServicePair> MakePair() {
  return std::make_unique<ServicePair>(ServicePairOptions{.ingest = SILLOK_INGEST, .query = SILLOK_QUERY});
}

// Both programs, started for one test.
class PairTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(pair_->StartIngest()) << pair_->Log();
    ASSERT_TRUE(pair_->StartQuery()) << pair_->Log();
  }
  void TearDown() override {
    if (HasFailure()) std::cerr << pair_->Log();
  }

  // Stores a page; the commit that holds it.
  v1::CommitToken Store(const v1::RawArticle& page) {
    const absl::StatusOr<v1::IngestArticleResponse> stored = pair_->Ingest(page);
    EXPECT_TRUE(stored.ok()) << stored.status();
    return stored.ok() ? stored->commit() : v1::CommitToken();
  }

  // The best match of a name; empty when there is none.
  std::string Find(const std::string& name, const v1::CommitToken& min_commit) {
    v1::LookupEntitiesRequest request;
    request.set_query(name);
    *request.add_min_commit() = min_commit;
    const auto found = pair_->Query(&v1::QueryService::Stub::LookupEntities, request);
    EXPECT_TRUE(found.ok()) << found.status();
    return found.ok() && found->matches_size() > 0 ? found->matches(0).entity().name() : "";
  }

  absl::StatusOr<v1::GetStatusResponse> Status() {
    return pair_->Query(&v1::QueryService::Stub::GetStatus, v1::GetStatusRequest());
  }

  std::unique_ptr<ServicePair> pair_ = MakePair();
};

}  // namespace sillok
