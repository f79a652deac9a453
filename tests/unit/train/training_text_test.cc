#include "ingest/train/training_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::vector<HintedSentence> Hinted(const std::string& marked) {
  static const Parser& parser = *Parser::Open(MecabDictionary()).value().release();
  return HintText(parser, ParseMarked(marked).value());
}

std::vector<std::string> Shown(const HintedSentence& hinted) {
  std::vector<std::string> shown;
  for (const Tag& tag : hinted.tags) {
    shown.push_back(std::string(tag.span.In(hinted.sentence.text)) + "|" + std::string(NameOf(tag.type)));
  }
  return shown;
}

TEST(HintTextTest, LabelsGoToTheirSentences) {
  const std::vector<HintedSentence> hinted =
      Hinted("[황보율|PS] 대표는 [서울|LC]로 갔다. [그날|DT] 직원 [250명|QT]은 남았다. 비가 왔다.");
  ASSERT_THAT(hinted, SizeIs(3));
  EXPECT_THAT(Shown(hinted[0]), ElementsAre("황보율|PS", "서울|LC"));
  EXPECT_THAT(Shown(hinted[1]), ElementsAre("그날|DT", "250명|QT"));
  EXPECT_THAT(Shown(hinted[2]), IsEmpty());
}

TEST(HintTextTest, ALabelOverASentencesEndIsLeftOut) {
  const std::vector<HintedSentence> hinted =
      Hinted("[황보율|PS] 대표는 [갔다. 그날|DT] [서울|LC]에 비가 왔다.");
  ASSERT_THAT(hinted, SizeIs(2));
  EXPECT_THAT(Shown(hinted[0]), ElementsAre("황보율|PS"));
  EXPECT_THAT(Shown(hinted[1]), ElementsAre("서울|LC"));
}

TEST(HintTextTest, RowsAndRulesSayWhatTheyThink) {
  const std::vector<HintedSentence> hinted = Hinted("황보율 대표는 11일 서울로 갔다.");
  ASSERT_THAT(hinted, SizeIs(1));
  EXPECT_THAT(hinted[0].hints, Not(IsEmpty()));
  for (const TagHint& hint : hinted[0].hints) {
    EXPECT_LT(hint.kind, 64);
    EXPECT_LE(hint.span.end, static_cast<int>(hinted[0].sentence.text.size()));
  }
}

TEST(ToTrainingTest, LabelsAreThoseOfTheTags) {
  const std::vector<HintedSentence> hinted = Hinted("[도담|PS]은 [서울 역|LC]에 갔다.");
  ASSERT_THAT(hinted, SizeIs(1));
  const TrainingSentence training = ToTraining(hinted[0], WordClasses());
  ASSERT_EQ(training.labels.size(), training.features.syllables.size());
  const std::vector<Tag> tags = TagsOf(training.features.syllables, training.labels);
  EXPECT_THAT(tags, ::testing::ElementsAreArray(hinted[0].tags));
}

TEST(HintTextTest, AnEmptyTextHasNoSentences) { EXPECT_THAT(Hinted(""), IsEmpty()); }

}  // namespace
}  // namespace sillok::ingest
