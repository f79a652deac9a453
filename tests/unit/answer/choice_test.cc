#include "query/answer/choice.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(Choice, AnEnumNumberNobodyKnowsIsRefused) {
  EXPECT_TRUE(CheckEnum(v1::ENTITY_MATCH_ALL, *v1::EntityMatch_descriptor(), "match").ok());
  EXPECT_THAT(std::string(CheckEnum(77, *v1::EntityMatch_descriptor(), "match").message()),
              AllOf(HasSubstr("match"), HasSubstr("77"), HasSubstr("ENTITY_MATCH_ANY")));
  v1::GetTimelineRequest request;
  request.add_types(v1::EVENT_TYPE_VISIT);
  request.add_types(static_cast<v1::EventType>(99));
  EXPECT_THAT(std::string(CheckEnums(request.types(), *v1::EventType_descriptor(), "types").message()),
              HasSubstr("types[1]"));
}

TEST(Choice, AnEmptyListSelectsEverything) {
  v1::GetTimelineRequest request;
  EXPECT_TRUE(Selects(request.types(), v1::EVENT_TYPE_AWARD));
  request.add_types(v1::EVENT_TYPE_VISIT);
  EXPECT_FALSE(Selects(request.types(), v1::EVENT_TYPE_AWARD));
  EXPECT_TRUE(Selects(request.types(), v1::EVENT_TYPE_VISIT));
}

TEST(Choice, AReadMaskNamesFields) {
  google::protobuf::FieldMask mask;
  mask.add_paths("name");
  mask.add_paths("date.first_day");
  EXPECT_TRUE(CheckReadMask(mask, *v1::Event::descriptor(), "read_mask").ok());
  for (const char* bad : {"", "nosuch", "date.nosuch", "name.x"}) {
    google::protobuf::FieldMask wrong;
    wrong.add_paths(bad);
    EXPECT_THAT(std::string(CheckReadMask(wrong, *v1::Event::descriptor(), "read_mask").message()),
                AllOf(HasSubstr("read_mask"), HasSubstr("summary")))
        << bad;
  }
}

TEST(Choice, OrdersAndLimits) {
  EXPECT_FALSE(*ReadDescending("", "order_by"));
  EXPECT_FALSE(*ReadDescending("date", "order_by"));
  EXPECT_TRUE(*ReadDescending("date desc", "order_by"));
  EXPECT_THAT(std::string(ReadDescending("name", "order_by").status().message()), HasSubstr("order_by"));
  EXPECT_EQ(*ReadLimit(0, 3, 100, "evidence_limit"), 3);
  EXPECT_EQ(*ReadLimit(5, 3, 100, "evidence_limit"), 5);
  EXPECT_EQ(*ReadLimit(500, 3, 100, "evidence_limit"), 100);
  EXPECT_THAT(std::string(ReadLimit(-1, 3, 100, "evidence_limit").status().message()),
              HasSubstr("evidence_limit"));
  EXPECT_TRUE(CheckText(std::string(256, 'a'), "words").ok());
  EXPECT_THAT(std::string(CheckText(std::string(257, 'a'), "words").message()), HasSubstr("words"));
}

}  // namespace
}  // namespace sillok::query
