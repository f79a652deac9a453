#include "ingest/train/perceptron.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/train/labelled_text.h"

namespace sillok::ingest {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Sentence ToySentence(const std::string& text) {
  Sentence sentence;
  sentence.text = text;
  return sentence;
}

// Of text alone, without morphemes and hints: who goes where.
std::vector<TrainingSentence> ToyTask() {
  std::vector<TrainingSentence> sentences;
  for (const char* who : {"도담", "하늬", "나래"}) {
    for (const char* where : {"서울", "강릉", "광주"}) {
      const LabelledText text =
          ParseMarked("[" + std::string(who) + "|PS]이 [" + where + " 역|LC]에 갔다").value();
      TrainingSentence& sentence = sentences.emplace_back();
      sentence.features = ReadFeatures(ToySentence(text.text), {}, WordClasses());
      sentence.labels = LabelsOf(sentence.features.syllables, text.tags);
    }
  }
  return sentences;
}

TagModelParts Trained(const std::vector<TrainingSentence>& sentences) {
  TagModelParts parts;
  Train(sentences, {.epochs = 4, .orders = 2}, parts);
  return parts;
}

TEST(TrainTest, LearnsATask) {
  const std::string bytes = WriteTagModel(Trained(ToyTask()));
  const absl::StatusOr<TagModel> model = TagModel::Open(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  const Sentence sentence = ToySentence("나래이 강릉 역에 갔다");
  std::vector<std::string> read;
  for (const Tag& tag : model->Read(sentence, {})) {
    read.push_back(std::string(tag.span.In(sentence.text)) + "|" + std::string(NameOf(tag.type)));
  }
  EXPECT_THAT(read, ElementsAre("나래|PS", "강릉 역|LC"));
}

TEST(TrainTest, GivesTheSameBytesAgain) {
  EXPECT_EQ(WriteTagModel(Trained(ToyTask())), WriteTagModel(Trained(ToyTask())));
}

TEST(TrainTest, KeepsTheClasses) {
  TagModelParts parts;
  parts.classes.push_back({.hash = HashOf("역"), .classes = {1, 2, 3}});
  Train(ToyTask(), {.epochs = 1, .orders = 1}, parts);
  const std::string bytes = WriteTagModel(parts);
  const absl::StatusOr<TagModel> model = TagModel::Open(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_THAT(model->classes().Of(HashOf("역")), ElementsAre(1, 2, 3));
}

TEST(TrainTest, NoSentencesMakeAModelThatSaysNothing) {
  const TagModelParts parts = Trained({});
  EXPECT_THAT(parts.rows, Each(0));
  const std::string bytes = WriteTagModel(parts);
  const absl::StatusOr<TagModel> model = TagModel::Open(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_THAT(model->Read(ToySentence("도담이 갔다"), {}), IsEmpty());
}

}  // namespace
}  // namespace sillok::ingest
