#include "tests/quality/tag_scores.h"

#include <vector>

#include "gtest/gtest.h"

namespace sillok {
namespace {

using ingest::Tag;
using ingest::TagType;

TEST(TagScoresTest, SpanAndTypeMustAgree) {
  const std::vector<Tag> wanted = {{.span = {0, 9}, .type = TagType::kPerson},
                                   {.span = {10, 16}, .type = TagType::kOrganization},
                                   {.span = {20, 26}, .type = TagType::kDate}};
  const std::vector<Tag> found = {{.span = {0, 9}, .type = TagType::kPerson},
                                  {.span = {10, 16}, .type = TagType::kPlace},
                                  {.span = {20, 29}, .type = TagType::kDate},
                                  {.span = {30, 36}, .type = TagType::kDate}};
  TagScores scores;
  scores.Add(found, wanted);
  EXPECT_EQ(scores.Of(TagType::kPerson).f1(), 1);
  EXPECT_EQ(scores.Of(TagType::kOrganization).recall(), 0);
  EXPECT_EQ(scores.Of(TagType::kPlace).precision(), 0);
  EXPECT_EQ(scores.Of(TagType::kDate).found, 2);
  EXPECT_DOUBLE_EQ(scores.all().precision(), 1.0 / 4);
  EXPECT_DOUBLE_EQ(scores.all().recall(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(scores.all().f1(), 2.0 / 7);
}

TEST(TagScoresTest, NothingIsNoScore) {
  EXPECT_EQ(TagScores().all().f1(), 0);
  EXPECT_EQ(TagScores().all().precision(), 0);
}

}  // namespace
}  // namespace sillok
