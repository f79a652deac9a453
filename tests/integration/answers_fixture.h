// The pair that every question is asked of: one for all tests, since reading changes nothing.
//
//   TEST_F(AnswersTest, ...) { const auto answer = Ask(&Stub::GetEvent, request); }
#pragma once

#include <iostream>
#include <string>

#include "tests/integration/pair_test.h"
#include "tests/support/wire_dump.h"

namespace sillok {

using Stub = v1::QueryService::Stub;

inline constexpr char kCompany[] = "카카오";
inline constexpr char kUniversity[] = "서울대학교";
inline constexpr char kHead[] = "김도윤";

class AnswersTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    pair = MakePair().release();
    ASSERT_TRUE(pair->StartIngest()) << pair->Log();
    ASSERT_TRUE(pair->StartQuery()) << pair->Log();
    for (const v1::RawArticle& page : TestPages()) {
      const absl::StatusOr<v1::IngestArticleResponse> stored = pair->Ingest(page);
      ASSERT_TRUE(stored.ok()) << stored.status();
      EXPECT_EQ(stored->disposition(), v1::DISPOSITION_CREATED);
      EXPECT_GT(stored->counts().sentences(), 2);
      newest = stored->commit();
    }
    company = Lookup(kCompany);
    university = Lookup(kUniversity);
    head = Lookup(kHead);
    ASSERT_FALSE(company.empty());
    ASSERT_FALSE(university.empty());
    ASSERT_FALSE(head.empty());
  }
  static void TearDownTestSuite() {
    // What the view really answers tells more about a failure than what it does not.
    if (::testing::UnitTest::GetInstance()->current_test_suite()->Failed()) {
      std::cerr << WireDump(pair->query_stub(), {}).value_or("the view cannot be walked\n");
    }
    delete pair;
  }

  static std::string Lookup(const std::string& name) {
    v1::LookupEntitiesRequest request;
    request.set_query(name);
    *request.add_min_commit() = newest;
    const auto found = pair->Query(&Stub::LookupEntities, request);
    EXPECT_TRUE(found.ok()) << found.status();
    return found.ok() && found->matches_size() > 0 ? found->matches(0).entity().name() : "";
  }

  template <typename Request, typename Response>
  static Response Ask(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                      const Request& request) {
    absl::StatusOr<Response> response = pair->Query(method, request);
    EXPECT_TRUE(response.ok()) << response.status() << request.DebugString();
    return response.ok() ? *std::move(response) : Response();
  }

  static v1::GetTimelineRequest TimelineOf(const std::string& entity) {
    v1::GetTimelineRequest request;
    request.add_entities(entity);
    return request;
  }

  // The first event of that day, and of that predicate when one is given; empty when there is none.
  static v1::Event EventOn(const std::string& day, const v1::GetTimelineResponse& timeline,
                           const std::string& predicate = "") {
    for (const v1::Event& event : timeline.events()) {
      if (event.date().first_day() != day) continue;
      if (predicate.empty() || event.predicate() == predicate) return event;
    }
    return {};
  }

  static inline ServicePair* pair = nullptr;
  static inline v1::CommitToken newest;
  static inline std::string company;
  static inline std::string university;
  static inline std::string head;
};

}  // namespace sillok
