#include "ingest/tag/label.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace sillok::ingest {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

constexpr Label kPlaceBegin = LabelOf(TagType::kPlace, TagPosition::kBegin);
constexpr Label kPlaceInside = LabelOf(TagType::kPlace, TagPosition::kInside);
constexpr Label kPlaceEnd = LabelOf(TagType::kPlace, TagPosition::kEnd);
constexpr Label kPlaceSingle = LabelOf(TagType::kPlace, TagPosition::kSingle);
constexpr Label kDateBegin = LabelOf(TagType::kDate, TagPosition::kBegin);
constexpr Label kDateInside = LabelOf(TagType::kDate, TagPosition::kInside);
constexpr Label kDateEnd = LabelOf(TagType::kDate, TagPosition::kEnd);
constexpr Label kDateSingle = LabelOf(TagType::kDate, TagPosition::kSingle);

// 서울 역 3일 갔다: a space after the second syllable, the third and the fifth.
const std::vector<TextSpan> kSyllables = {{0, 3}, {3, 6}, {7, 10}, {11, 12}, {12, 15}, {16, 19}, {19, 22}};

TEST(LabelTest, ATypeAndAPositionMakeALabelOfTheirOwn) {
  std::set<Label> labels = {kOutside};
  for (int type = 0; type < kTagTypes; ++type) {
    for (int position = 0; position < 4; ++position) {
      const Label label = LabelOf(static_cast<TagType>(type), static_cast<TagPosition>(position));
      EXPECT_EQ(TypeOf(label), static_cast<TagType>(type));
      EXPECT_EQ(PositionOf(label), static_cast<TagPosition>(position));
      EXPECT_LT(label, kLabels);
      labels.insert(label);
    }
  }
  EXPECT_EQ(labels.size(), kLabels);
}

TEST(LabelTest, WhatMayFollow) {
  const std::vector<Label> labels = {kOutside,   kPlaceBegin, kPlaceInside, kPlaceEnd,  kPlaceSingle,
                                     kDateBegin, kDateInside, kDateEnd,     kDateSingle};
  // A row for what stands before, in the order of `labels`: outside, a place's B I E S, a date's B I E S.
  constexpr bool kAllowed[9][9] = {
      {true, true, false, false, true, true, false, false, true},     // outside
      {false, false, true, true, false, false, false, false, false},  // a place begins
      {false, false, true, true, false, false, false, false, false},  // is open
      {true, true, false, false, true, true, false, false, true},     // has ended
      {true, true, false, false, true, true, false, false, true},     // was a single syllable
      {false, false, false, false, false, false, true, true, false},  // a date begins
      {false, false, false, false, false, false, true, true, false},  // is open
      {true, true, false, false, true, true, false, false, true},     // has ended
      {true, true, false, false, true, true, false, false, true},     // was a single syllable
  };
  for (size_t before = 0; before < labels.size(); ++before) {
    for (size_t label = 0; label < labels.size(); ++label) {
      EXPECT_EQ(MayFollow(labels[before], labels[label]), kAllowed[before][label])
          << before << " before " << label;
    }
  }
}

TEST(LabelTest, ATagGoesOnAcrossSpaces) {
  const std::vector<Tag> tags = {{.span = {0, 10}, .type = TagType::kPlace}};
  EXPECT_THAT(LabelsOf(kSyllables, tags),
              ElementsAre(kPlaceBegin, kPlaceInside, kPlaceEnd, kOutside, kOutside, kOutside, kOutside));
}

TEST(LabelTest, TagsMayTouch) {
  const std::vector<Tag> tags = {{.span = {0, 3}, .type = TagType::kPlace},
                                 {.span = {3, 6}, .type = TagType::kPlace},
                                 {.span = {7, 12}, .type = TagType::kDate}};
  EXPECT_THAT(LabelsOf(kSyllables, tags),
              ElementsAre(kPlaceSingle, kPlaceSingle, kDateBegin, kDateEnd, kOutside, kOutside, kOutside));
}

TEST(LabelTest, TagsComeBackFromTheirLabels) {
  const std::vector<std::vector<Tag>> cases = {
      {},
      {{.span = {0, 22}, .type = TagType::kOrganization}},
      {{.span = {0, 10}, .type = TagType::kPlace}, {.span = {11, 15}, .type = TagType::kDate}},
      {{.span = {0, 3}, .type = TagType::kPerson},
       {.span = {3, 6}, .type = TagType::kTime},
       {.span = {19, 22}, .type = TagType::kQuantity}},
  };
  for (const std::vector<Tag>& tags : cases) {
    EXPECT_THAT(TagsOf(kSyllables, LabelsOf(kSyllables, tags)), ElementsAreArray(tags));
  }
}

TEST(LabelTest, NothingHasNoLabels) {
  EXPECT_THAT(LabelsOf({}, {}), IsEmpty());
  EXPECT_THAT(TagsOf({}, {}), IsEmpty());
  EXPECT_THAT(LabelsOf(kSyllables, {}), Each(kOutside));
}

}  // namespace
}  // namespace sillok::ingest
