// Names, entities, timelines and events, asked about pages that the ingest service has read.
#include <algorithm>
#include <set>

#include "tests/integration/answers_fixture.h"

namespace sillok {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> Names(const google::protobuf::RepeatedPtrField<v1::Event>& events) {
  std::vector<std::string> names;
  for (const v1::Event& event : events) names.push_back(event.name());
  return names;
}

TEST_F(AnswersTest, LookupFindsExactNamesBeforeBeginnings) {
  v1::LookupEntitiesRequest request;
  request.set_query("서울 대학교");
  const v1::LookupEntitiesResponse exact = Ask(&Stub::LookupEntities, request);
  ASSERT_THAT(exact.matches(), SizeIs(testing::Ge(1)));
  EXPECT_EQ(exact.matches(0).reason(), v1::MATCH_REASON_EXACT);
  EXPECT_EQ(exact.matches(0).entity().display_name(), kUniversity);
  EXPECT_EQ(exact.matches(0).entity().type(), v1::ENTITY_TYPE_ORGANIZATION);
  request.set_query("서울대학");
  const v1::LookupEntitiesResponse prefix = Ask(&Stub::LookupEntities, request);
  ASSERT_THAT(prefix.matches(), SizeIs(testing::Ge(1)));
  EXPECT_EQ(prefix.matches(0).reason(), v1::MATCH_REASON_PREFIX);
  EXPECT_LT(prefix.matches(0).score(), exact.matches(0).score());
  request.add_types(v1::ENTITY_TYPE_PERSON);
  for (const auto answer = Ask(&Stub::LookupEntities, request); const auto& match : answer.matches()) {
    EXPECT_EQ(match.entity().type(), v1::ENTITY_TYPE_PERSON);
  }
  request.set_query("없는이름입니다");
  EXPECT_THAT(Ask(&Stub::LookupEntities, request).matches(), IsEmpty());
}

TEST_F(AnswersTest, AnEntityHasItsNamesAndPositions) {
  v1::GetEntityRequest request;
  request.set_name(head);
  const v1::Entity person = Ask(&Stub::GetEntity, request).entity();
  EXPECT_EQ(person.name(), head);
  EXPECT_EQ(person.type(), v1::ENTITY_TYPE_PERSON);
  EXPECT_EQ(person.article_count(), 3);
  EXPECT_EQ(person.first_seen(), "2024-03-15");
  EXPECT_EQ(person.last_seen(), "2024-06-13");
  ASSERT_THAT(person.positions(), SizeIs(testing::Ge(1)));
  EXPECT_EQ(person.positions(0).title(), "대표");
  EXPECT_EQ(person.positions(0).organization_entity(), company);

  v1::BatchGetEntitiesRequest batch;
  batch.add_names(university);
  batch.add_names(head);
  const v1::BatchGetEntitiesResponse both = Ask(&Stub::BatchGetEntities, batch);
  ASSERT_THAT(both.entities(), SizeIs(2));
  EXPECT_EQ(both.entities(0).display_name(), kUniversity);
  EXPECT_EQ(both.entities(1).SerializeAsString(), person.SerializeAsString());
}

TEST_F(AnswersTest, ATimelineHoldsDatedEventsWithEvidence) {
  const v1::GetTimelineResponse timeline = Ask(&Stub::GetTimeline, TimelineOf(company));
  const v1::Event agreement = EventOn("2024-03-14", timeline, "체결하다");
  EXPECT_EQ(agreement.type(), v1::EVENT_TYPE_AGREEMENT);
  EXPECT_EQ(agreement.status(), v1::EVENT_STATUS_REPORTED);
  ASSERT_GE(agreement.evidence_size(), 1);
  for (const v1::Evidence& evidence : agreement.evidence()) {
    EXPECT_THAT(evidence.article(), HasSubstr("articles/agreement-"));
    ASSERT_LE(evidence.span().end(), static_cast<int>(evidence.text().size()));
    EXPECT_LT(evidence.span().begin(), evidence.span().end());
  }
  std::vector<std::string> participants;
  for (const v1::Participant& participant : agreement.participants()) {
    participants.push_back(participant.entity());
  }
  EXPECT_THAT(participants, Contains(company));
  EXPECT_THAT(participants, Contains(university));
  const v1::Event plan = EventOn("2024-06-01", timeline);
  EXPECT_EQ(plan.status(), v1::EVENT_STATUS_PLANNED);
  EXPECT_EQ(plan.date().last_day(), "2024-06-30");
  EXPECT_TRUE(
      std::is_sorted(timeline.events().begin(), timeline.events().end(), [](const auto& a, const auto& b) {
        return !a.date().first_day().empty() &&
               (b.date().first_day().empty() || a.date().first_day() < b.date().first_day());
      }));
}

TEST_F(AnswersTest, TimelinesAreMergedAndIntersected) {
  v1::GetTimelineRequest request = TimelineOf(company);
  request.add_entities(university);
  request.add_entities(company);
  const std::vector<std::string> any = Names(Ask(&Stub::GetTimeline, request).events());
  EXPECT_EQ(std::set<std::string>(any.begin(), any.end()).size(), any.size());
  request.set_match(v1::ENTITY_MATCH_ALL);
  const std::vector<std::string> all = Names(Ask(&Stub::GetTimeline, request).events());
  const std::vector<std::string> of_company = Names(Ask(&Stub::GetTimeline, TimelineOf(company)).events());
  const std::vector<std::string> of_university =
      Names(Ask(&Stub::GetTimeline, TimelineOf(university)).events());
  EXPECT_GE(all.size(), 1U);
  for (const std::string& name : any) {
    const bool has_company = std::count(of_company.begin(), of_company.end(), name) == 1;
    const bool has_university = std::count(of_university.begin(), of_university.end(), name) == 1;
    EXPECT_TRUE(has_company || has_university);
    EXPECT_EQ(has_company && has_university, std::count(all.begin(), all.end(), name) == 1);
  }
}

TEST_F(AnswersTest, FiltersOfATimeline) {
  v1::GetTimelineRequest request = TimelineOf(company);
  request.mutable_happened()->set_first("2024-03");
  request.mutable_happened()->set_last("2024-03");
  for (const auto answer = Ask(&Stub::GetTimeline, request); const v1::Event& event : answer.events()) {
    EXPECT_LE(event.date().first_day(), "2024-03-31");
    EXPECT_GE(event.date().last_day(), "2024-03-01");
  }
  request = TimelineOf(company);
  request.add_statuses(v1::EVENT_STATUS_PLANNED);
  const v1::GetTimelineResponse planned = Ask(&Stub::GetTimeline, request);
  EXPECT_THAT(planned.events(), SizeIs(testing::Ge(1)));
  for (const v1::Event& event : planned.events()) EXPECT_EQ(event.status(), v1::EVENT_STATUS_PLANNED);
  request = TimelineOf(company);
  request.add_types(v1::EVENT_TYPE_AGREEMENT);
  for (const auto answer = Ask(&Stub::GetTimeline, request); const v1::Event& event : answer.events()) {
    EXPECT_EQ(event.type(), v1::EVENT_TYPE_AGREEMENT);
  }
  request.add_types(v1::EVENT_TYPE_MEETING);
  request.set_min_sources(1000);
  EXPECT_THAT(Ask(&Stub::GetTimeline, request).events(), IsEmpty());
}

TEST_F(AnswersTest, PublishedLimitsTheEvidence) {
  v1::GetTimelineRequest request = TimelineOf(company);
  request.set_evidence_limit(100);
  request.mutable_published()->set_last("2024-03-15");
  const v1::GetTimelineResponse known = Ask(&Stub::GetTimeline, request);
  EXPECT_EQ(EventOn("2024-03-14", known).status(), v1::EVENT_STATUS_REPORTED);
  for (const v1::Event& event : known.events()) {
    EXPECT_EQ(event.evidence_count(), event.evidence_size());
    for (const v1::Evidence& evidence : event.evidence()) {
      EXPECT_EQ(evidence.article(), "articles/agreement-2");
    }
  }
  request.mutable_published()->set_last("2024-03-01");
  EXPECT_THAT(Ask(&Stub::GetTimeline, request).events(), IsEmpty());
}

TEST_F(AnswersTest, OrderPagesAndMask) {
  v1::GetTimelineRequest request = TimelineOf(company);
  const std::vector<std::string> whole = Names(Ask(&Stub::GetTimeline, request).events());
  ASSERT_GE(whole.size(), 3U);
  std::vector<std::string> paged;
  request.set_page_size(1);
  do {
    const v1::GetTimelineResponse page = Ask(&Stub::GetTimeline, request);
    ASSERT_EQ(page.events_size(), 1);
    paged.push_back(page.events(0).name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(paged, whole);

  request = TimelineOf(company);
  request.set_order_by("date desc");
  std::vector<v1::Event> dated;
  for (const auto answer = Ask(&Stub::GetTimeline, request); const v1::Event& event : answer.events()) {
    if (!event.date().first_day().empty()) dated.push_back(event);
  }
  EXPECT_TRUE(std::is_sorted(dated.begin(), dated.end(), [](const v1::Event& a, const v1::Event& b) {
    return a.date().first_day() > b.date().first_day();
  }));

  request.mutable_read_mask()->add_paths("summary");
  request.mutable_read_mask()->add_paths("date.first_day");
  for (const auto answer = Ask(&Stub::GetTimeline, request); const v1::Event& event : answer.events()) {
    EXPECT_FALSE(event.summary().empty());
    EXPECT_TRUE(event.name().empty());
    EXPECT_EQ(event.evidence_size(), 0);
    EXPECT_TRUE(event.date().rule().empty());
  }
}

TEST_F(AnswersTest, AnEventAndAllItsEvidence) {
  const v1::Event listed = EventOn("2024-03-14", Ask(&Stub::GetTimeline, TimelineOf(company)));
  v1::GetEventRequest get;
  get.set_name(listed.name());
  get.set_evidence_limit(100);
  const v1::Event event = Ask(&Stub::GetEvent, get).event();
  EXPECT_EQ(event.name(), listed.name());
  EXPECT_EQ(event.evidence_size(), event.evidence_count());
  v1::ListEvidenceRequest list;
  list.set_event(listed.name());
  list.set_page_size(1);
  int pieces = 0;
  std::string published;
  do {
    const v1::ListEvidenceResponse page = Ask(&Stub::ListEvidence, list);
    ASSERT_EQ(page.evidence_size(), 1);
    EXPECT_GE(page.evidence(0).published(), published);
    published = page.evidence(0).published();
    ++pieces;
    list.set_page_token(page.next_page_token());
  } while (!list.page_token().empty());
  EXPECT_EQ(pieces, event.evidence_count());
}

}  // namespace
}  // namespace sillok
