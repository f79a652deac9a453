#include "query/answer/timeline.h"

#include "tests/unit/answer/answer_fixture.h"

namespace sillok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TimelineAnswerTest : public AnswerFixture {
 protected:
  static v1::GetTimelineRequest Of(const std::vector<std::string>& entities) {
    v1::GetTimelineRequest request;
    for (const std::string& entity : entities) request.add_entities(entity);
    return request;
  }

  // The first days of the events; "" for an unresolved one.
  static std::vector<std::string> Days(const v1::GetTimelineRequest& request) {
    std::vector<std::string> days;
    for (const auto answer = AskTimeline(request); const v1::Event& event : answer.events()) {
      days.push_back(event.date().first_day());
    }
    return days;
  }

  // The same, one event a page, each page asked for by itself.
  static std::vector<std::string> PagedDays(v1::GetTimelineRequest request) {
    std::vector<std::string> days;
    request.set_page_size(1);
    do {
      const v1::GetTimelineResponse page = AskTimeline(request);
      if (page.events_size() != 1) {
        ADD_FAILURE() << "a page of " << page.events_size();
        break;
      }
      days.push_back(page.events(0).date().first_day());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return days;
  }
};

TEST_F(TimelineAnswerTest, BothOrdersEndWithTheUnresolved) {
  v1::GetTimelineRequest request = Of({company});
  EXPECT_THAT(Days(request), ElementsAre("2023-12-01", "2024-03-14", "2024-06-01", ""));
  EXPECT_EQ(PagedDays(request), Days(request));
  request.set_order_by("date desc");
  EXPECT_THAT(Days(request), ElementsAre("2024-06-01", "2024-03-14", "2023-12-01", ""));
  EXPECT_EQ(PagedDays(request), Days(request));
}

TEST_F(TimelineAnswerTest, AnyMergesWithoutRepeatsAndAllIntersects) {
  v1::GetTimelineRequest request = Of({university, company, university});
  EXPECT_THAT(Days(request), ElementsAre("2023-12-01", "2024-03-14", "2024-06-01", ""));
  EXPECT_EQ(PagedDays(request), Days(request));
  request.set_match(v1::ENTITY_MATCH_ALL);
  EXPECT_THAT(Days(request), ElementsAre("2024-03-14"));
  request.set_order_by("date desc");
  EXPECT_THAT(Days(request), ElementsAre("2024-03-14"));
  request.add_entities(person);
  EXPECT_THAT(Days(request), IsEmpty());
}

TEST_F(TimelineAnswerTest, HappenedSelectsByOverlap) {
  v1::GetTimelineRequest request = Of({company});
  request.mutable_happened()->set_first("2024-06-15");
  EXPECT_THAT(Days(request), ElementsAre("2024-06-01"));
  request.mutable_happened()->set_first("2024");
  request.mutable_happened()->set_last("2024-06-01");
  EXPECT_THAT(Days(request), ElementsAre("2024-03-14", "2024-06-01"));
  request.set_order_by("date desc");
  EXPECT_THAT(Days(request), ElementsAre("2024-06-01", "2024-03-14"));
  EXPECT_EQ(PagedDays(request), Days(request));
  request.mutable_happened()->set_first("2024-06-01");
  EXPECT_THAT(Days(request), ElementsAre("2024-06-01"));
  request.mutable_happened()->set_first("1990");
  request.mutable_happened()->set_last("1999");
  EXPECT_THAT(Days(request), IsEmpty());
}

TEST_F(TimelineAnswerTest, PublishedSelectsByWhatTellsIt) {
  v1::GetTimelineRequest request = Of({company});
  request.mutable_published()->set_last("2024-03");
  EXPECT_THAT(Days(request), ElementsAre("2024-03-14", "2024-06-01", ""));
  request.mutable_published()->set_first("2024-06");
  request.mutable_published()->set_last("2024-06");
  EXPECT_THAT(Days(request), ElementsAre("2023-12-01"));
  request.mutable_published()->set_first("2025");
  request.mutable_published()->set_last("2025");
  EXPECT_THAT(Days(request), IsEmpty());
}

TEST_F(TimelineAnswerTest, TypesStatusesAndSources) {
  v1::GetTimelineRequest request = Of({company});
  request.add_types(v1::EVENT_TYPE_AGREEMENT);
  request.add_types(v1::EVENT_TYPE_AWARD);
  EXPECT_THAT(Days(request), ElementsAre("2024-03-14", ""));
  EXPECT_EQ(PagedDays(request), Days(request));
  request = Of({company});
  request.add_statuses(v1::EVENT_STATUS_PLANNED);
  EXPECT_THAT(Days(request), ElementsAre("2024-06-01"));
  EXPECT_EQ(PagedDays(request), Days(request));
  request = Of({company});
  request.set_min_sources(1);
  EXPECT_EQ(Days(request).size(), 4U);
  request.set_min_sources(2);
  EXPECT_THAT(Days(request), IsEmpty());
}

TEST_F(TimelineAnswerTest, TheMaskCutsEvents) {
  v1::GetTimelineRequest request = Of({company});
  request.mutable_read_mask()->add_paths("date.first_day");
  for (const auto answer = AskTimeline(request); const v1::Event& event : answer.events()) {
    EXPECT_TRUE(event.name().empty());
    EXPECT_THAT(event.evidence(), IsEmpty());
  }
  EXPECT_EQ(Days(request), Days(Of({company})));
}

TEST_F(TimelineAnswerTest, AStreamGivesTheSameEvents) {
  v1::StreamTimelineRequest request;
  *request.mutable_timeline() = Of({company, university});
  request.mutable_timeline()->mutable_happened()->set_first("2024");
  absl::StatusOr<TimelineExport> events = TimelineExport::Open(request, reader());
  ASSERT_TRUE(events.ok()) << events.status();
  const v1::GetTimelineResponse paged = AskTimeline(request.timeline());
  v1::StreamTimelineResponse response;
  for (const v1::Event& event : paged.events()) {
    ASSERT_TRUE(*events->Next(response));
    EXPECT_EQ(response.event().DebugString(), event.DebugString());
  }
  EXPECT_FALSE(*events->Next(response));
}

}  // namespace
}  // namespace sillok::query
