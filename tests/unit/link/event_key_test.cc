#include "query/link/event_key.h"

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

const NameKey kA = {v1::ENTITY_TYPE_ORGANIZATION, "가"};
const NameKey kB = {v1::ENTITY_TYPE_PERSON, "나"};

v1::Event Meeting() {
  v1::Event event;
  event.mutable_date()->set_first_day("2024-03-14");
  event.mutable_date()->set_last_day("2024-03-14");
  event.set_type(v1::EVENT_TYPE_MEETING);
  event.set_predicate("만나다");
  return event;
}

TEST(EventGroupKey, OrderAndRepetitionOfParticipantsDoNotMatter) {
  EXPECT_EQ(EventGroupKey(Meeting(), "1", {kA, kB}), EventGroupKey(Meeting(), "2", {kB, kA, kB}));
}

TEST(EventGroupKey, EveryPartTellsEventsApart) {
  const std::string key = EventGroupKey(Meeting(), "1", {kA, kB});
  EXPECT_NE(key, EventGroupKey(Meeting(), "1", {kA}));
  v1::Event other = Meeting();
  other.mutable_date()->set_last_day("2024-03-15");
  EXPECT_NE(key, EventGroupKey(other, "1", {kA, kB}));
  other = Meeting();
  other.set_type(v1::EVENT_TYPE_VISIT);
  EXPECT_NE(key, EventGroupKey(other, "1", {kA, kB}));
  other = Meeting();
  other.set_predicate("찾다");
  EXPECT_NE(key, EventGroupKey(other, "1", {kA, kB}));
}

TEST(EventGroupKey, StatusDoesNotTellEventsApart) {
  v1::Event planned = Meeting();
  planned.set_status(v1::EVENT_STATUS_PLANNED);
  EXPECT_EQ(EventGroupKey(planned, "1", {kA}), EventGroupKey(Meeting(), "2", {kA}));
}

TEST(EventGroupKey, WithoutDateOrParticipantsAClauseStandsAlone) {
  EXPECT_EQ(EventGroupKey(Meeting(), "aa", {}), "aa");
  v1::Event unresolved = Meeting();
  unresolved.clear_date();
  EXPECT_EQ(EventGroupKey(unresolved, "bb", {kA}), "bb");
}

}  // namespace
}  // namespace sillok::query
