#include "ingest/train/labelled_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace sillok::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string ShownTags(const LabelledText& labelled) {
  std::string shown;
  for (const Tag& tag : labelled.tags) {
    if (!shown.empty()) shown += ", ";
    shown += std::string(tag.span.In(labelled.text)) + "|" + std::string(NameOf(tag.type));
  }
  return shown;
}

// A file of its own for each test.
std::string Written(const std::string& ending, const std::string& content) {
  std::string path = ::testing::TempDir() + "labelled_" +
                     ::testing::UnitTest::GetInstance()->current_test_info()->name() + ending;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

void ExpectWrong(const absl::Status& status, const std::string& reason) {
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr(reason));
}

TEST(ParseLabelledTest, OffsetsAreCodePoints) {
  const absl::StatusOr<LabelledText> labelled =
      ParseLabelled(R"({"source": "own", "text": "도담 A社는 3일 갔다", "entities": [)"
                    R"({"start": 7, "end": 9, "type": "DT"}, {"start": 0, "end": 2, "type": "PS"},)"
                    R"( {"start": 3, "end": 5, "type": "OG"}]})");
  ASSERT_TRUE(labelled.ok()) << labelled.status();
  EXPECT_EQ(labelled->source, "own");
  EXPECT_EQ(labelled->text, "도담 A社는 3일 갔다");
  EXPECT_EQ(ShownTags(*labelled), "도담|PS, A社|OG, 3일|DT") << "by place";
  EXPECT_EQ(labelled->tags[1].span, (TextSpan{7, 11}));
}

TEST(ParseLabelledTest, ATagMayEndWithTheText) {
  const absl::StatusOr<LabelledText> labelled =
      ParseLabelled(R"({"text": "온 도담", "entities": [{"start": 2, "end": 4, "type": "PS"}]})");
  ASSERT_TRUE(labelled.ok()) << labelled.status();
  EXPECT_EQ(ShownTags(*labelled), "도담|PS");
}

TEST(ParseLabelledTest, SpacesAroundALabelAreNotOfIt) {
  const absl::StatusOr<LabelledText> trimmed =
      ParseLabelled(R"({"text": "온 도담 갔다", "entities": [{"start": 1, "end": 5, "type": "PS"}]})");
  ASSERT_TRUE(trimmed.ok()) << trimmed.status();
  EXPECT_EQ(ShownTags(*trimmed), "도담|PS");
}

TEST(ParseLabelledTest, OtherTypesArePassedOver) {
  const absl::StatusOr<LabelledText> labelled = ParseLabelled(
      R"({"text": "도담 마을", "entities": [{"start": 0, "end": 2, "type": "XX"}, {"start": 3, "end": 5}]})");
  ASSERT_TRUE(labelled.ok()) << labelled.status();
  EXPECT_THAT(labelled->tags, IsEmpty());
}

TEST(ParseLabelledTest, ATextMayHaveNoLabels) {
  const absl::StatusOr<LabelledText> labelled = ParseLabelled(R"({"text": "갔다."})");
  ASSERT_TRUE(labelled.ok()) << labelled.status();
  EXPECT_THAT(labelled->tags, IsEmpty());
}

TEST(ParseLabelledTest, RefusesWhatIsNoSuchObject) {
  ExpectWrong(ParseLabelled("도담").status(), "no JSON object");
  ExpectWrong(ParseLabelled("[1, 2]").status(), "no JSON object");
  ExpectWrong(ParseLabelled(R"({"entities": []})").status(), "no `text`");
}

TEST(ParseLabelledTest, RefusesLabelsOutsideOfTheText) {
  for (const char* place : {R"("start": 0, "end": 3)", R"("start": -1, "end": 1)", R"("start": 1, "end": 1)",
                            R"("start": 2, "end": 1)", R"("start": 0.2, "end": 0.8)", R"("end": 0)"}) {
    SCOPED_TRACE(place);
    ExpectWrong(ParseLabelled(R"({"text": "도담", "entities": [{"type": "PS", )" + std::string(place) + "}]}")
                    .status(),
                "outside");
  }
}

TEST(ParseLabelledTest, RefusesLabelsThatOverlap) {
  ExpectWrong(ParseLabelled(R"({"text": "도담마을", "entities": [{"start": 1, "end": 3, "type": "LC"},)"
                            R"( {"start": 0, "end": 2, "type": "PS"}]})")
                  .status(),
              "overlap");
}

TEST(ParseMarkedTest, BracketsAreTags) {
  const absl::StatusOr<LabelledText> labelled =
      ParseMarked("[황보율|PS][한빛전자|OG] 대표는 [강원 홍천군|LC]에 갔다] | 왔다");
  ASSERT_TRUE(labelled.ok()) << labelled.status();
  EXPECT_EQ(labelled->text, "황보율한빛전자 대표는 강원 홍천군에 갔다] | 왔다");
  EXPECT_EQ(ShownTags(*labelled), "황보율|PS, 한빛전자|OG, 강원 홍천군|LC");
}

TEST(ParseMarkedTest, RefusesBracketsThatSayNoType) {
  ExpectWrong(ParseMarked("[도담] 갔다").status(), "without text|TYPE");
  ExpectWrong(ParseMarked("[|PS] 갔다").status(), "without text|TYPE");
  ExpectWrong(ParseMarked("[도담|] 갔다").status(), "other than PS");
  ExpectWrong(ParseMarked("[도담|ps] 갔다").status(), "other than PS");
  ExpectWrong(ParseMarked("[도담|PS|OG] 갔다").status(), "other than PS");
}

TEST(ParseMarkedTest, RefusesBracketsWithoutEnd) {
  ExpectWrong(ParseMarked("온 [도담|PS").status(), "without end");
  ExpectWrong(ParseMarked("온 [").status(), "without end");
  ExpectWrong(ParseMarked("[[도담|PS] 마을|LC]").status(), "without end");
}

TEST(ReadLabelledTest, ReadsMarkedLinesAndSkipsComments) {
  const auto texts = ReadLabelled(Written(".txt", "# ours\n[도담|PS] 갔다\n\n왔다\n"));
  ASSERT_TRUE(texts.ok()) << texts.status();
  ASSERT_THAT(*texts, SizeIs(2));
  EXPECT_EQ(ShownTags((*texts)[0]), "도담|PS");
  EXPECT_EQ((*texts)[1].text, "왔다");
}

TEST(ReadLabelledTest, ReadsJsonLines) {
  const auto texts = ReadLabelled(Written(".jsonl", "{\"text\": \"[도담|PS]\"}\n\n{\"text\": \"#\"}\n"));
  ASSERT_TRUE(texts.ok()) << texts.status();
  ASSERT_THAT(*texts, SizeIs(2));
  EXPECT_EQ((*texts)[0].text, "[도담|PS]");
  EXPECT_THAT((*texts)[0].tags, IsEmpty());
}

TEST(ReadLabelledTest, NamesTheLineThatIsWrong) {
  ExpectWrong(ReadLabelled(Written(".txt", "# ours\n갔다\n[도담] 왔다\n")).status(), ".txt:3: a bracket");
  ExpectWrong(ReadLabelled(Written(".jsonl", "{\"text\": \"도담\"}\n{}\n")).status(), ".jsonl:2: no `text`");
}

TEST(ReadLabelledTest, AFileThatIsNotThereIsNotFound) {
  EXPECT_EQ(ReadLabelled(::testing::TempDir() + "labelled_none.txt").status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace sillok::ingest
