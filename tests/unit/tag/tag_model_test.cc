#include "ingest/tag/tag_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/train/training_text.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TagModelParts EmptyParts() {
  TagModelParts parts;
  parts.rows.resize((size_t{1} << kRowBits) * kRowWidth);
  return parts;
}

Sentence Bare(const std::string& text) {
  Sentence sentence;
  sentence.text = text;
  return sentence;
}

void ExpectRefused(std::string_view bytes, const std::string& reason) {
  const absl::StatusOr<TagModel> model = TagModel::Open(bytes);
  EXPECT_EQ(model.status().code(), absl::StatusCode::kInvalidArgument) << bytes.size();
  EXPECT_THAT(std::string(model.status().message()), HasSubstr(reason));
}

TEST(TagModelTest, RefusesWhatIsCutOff) {
  TagModelParts parts = EmptyParts();
  parts.classes = {{.hash = 9, .classes = {1, 2, 3}}, {.hash = 10, .classes = {4, 5, 6}}};
  const std::string bytes = WriteTagModel(parts);
  ASSERT_TRUE(TagModel::Open(bytes).ok());
  for (const size_t size : {size_t{0}, size_t{1}, size_t{8}, size_t{15}, size_t{16}, size_t{20}, size_t{40},
                            size_t{3000}, bytes.size() / 2, bytes.size() - 1}) {
    ExpectRefused(std::string_view(bytes).substr(0, size), "cut off");
  }
  ExpectRefused(bytes + "x", "behind its end");
}

TEST(TagModelTest, RefusesMoreWordsThanThereAre) {
  std::string bytes = WriteTagModel(EmptyParts());
  std::fill_n(bytes.begin() + 12, 4, '\xff');
  ExpectRefused(bytes, "cut off");
}

TEST(TagModelTest, RefusesWhatIsForeign) {
  ExpectRefused(std::string(4096, 'x'), "another version");
  ExpectRefused(std::string(4096, '\0'), "another version");
}

TEST(TagModelTest, RefusesOtherVersions) {
  const std::string bytes = WriteTagModel(EmptyParts());
  std::string other = bytes;
  other[7] = '9';
  ExpectRefused(other, "another version");
  other = bytes;
  other[8] = static_cast<char>(kRowBits + 1);
  ExpectRefused(other, "another version");
}

TEST(TagModelTest, ClassesComeBack) {
  TagModelParts parts = EmptyParts();
  parts.classes = {{.hash = HashOf("부산"), .classes = {1, 2, 3}},
                   {.hash = HashOf("국장"), .classes = {4, 5, 6}}};
  const std::string bytes = WriteTagModel(parts);
  const absl::StatusOr<TagModel> model = TagModel::Open(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_THAT(model->classes().Of(HashOf("부산")), ElementsAre(1, 2, 3));
  EXPECT_THAT(model->classes().Of(HashOf("국장")), ElementsAre(4, 5, 6));
  EXPECT_EQ(WriteTagModel(parts), bytes);
}

TEST(TagModelTest, RowsComeBack) {
  TagModelParts parts = EmptyParts();
  const Sentence sentence = Bare("가 나");
  const TagFeatures features = ReadFeatures(sentence, {}, WordClasses());
  for (const uint32_t row : features.Of(1)) {
    parts.rows[row * kRowWidth + LabelOf(TagType::kPlace, TagPosition::kSingle)] = 2;
  }
  for (const uint32_t row : features.Of(0)) {
    parts.rows[row * kRowWidth + LabelOf(TagType::kPlace, TagPosition::kSingle)] = -1;
  }
  const std::string bytes = WriteTagModel(parts);
  const absl::StatusOr<TagModel> model = TagModel::Open(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  const std::vector<Tag> tags = model->Read(sentence, {});
  ASSERT_THAT(tags, SizeIs(1));
  EXPECT_EQ(tags[0].span, (TextSpan{4, 7}));
  EXPECT_EQ(tags[0].type, TagType::kPlace);
  EXPECT_GT(tags[0].margin, 0);
}

TEST(TagModelTest, TransitionsComeBack) {
  TagModelParts parts = EmptyParts();
  const Label single = LabelOf(TagType::kDate, TagPosition::kSingle);
  parts.transitions[single][single] = 5;
  const std::string bytes = WriteTagModel(parts);
  const absl::StatusOr<TagModel> model = TagModel::Open(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_THAT(model->Read(Bare("가 나"), {}),
              ElementsAre(Tag{.span = {0, 3}, .type = TagType::kDate, .margin = 5},
                          Tag{.span = {4, 7}, .type = TagType::kDate, .margin = 5}));
}

TEST(TagModelTest, TheBuiltInOneReadsASentence) {
  const auto parser = Parser::Open(MecabDictionary());
  ASSERT_TRUE(parser.ok()) << parser.status();
  LabelledText text;
  text.text = "황보율 한빛전자 대표는 지난 3일 강원 홍천군에서 직원 250명과 나무를 심었다.";
  const std::vector<HintedSentence> hinted = HintText(**parser, text);
  ASSERT_THAT(hinted, SizeIs(1));
  std::vector<std::string> read;
  for (const Tag& tag : TagModel::BuiltIn().Read(hinted[0].sentence, hinted[0].hints)) {
    read.push_back(std::string(tag.span.In(text.text)) + "|" + std::string(NameOf(tag.type)));
    EXPECT_GT(tag.margin, 0);
  }
  EXPECT_THAT(read, ElementsAre("황보율|PS", "한빛전자|OG", "지난 3일|DT", "강원 홍천군|LC", "250명|QT"));
}

TEST(TagModelTest, NothingIsReadInAnEmptySentence) {
  EXPECT_THAT(TagModel::BuiltIn().Read(Bare(""), {}), IsEmpty());
  EXPECT_THAT(TagModel::BuiltIn().Read(Bare("  "), {}), IsEmpty());
}

}  // namespace
}  // namespace sillok::ingest
