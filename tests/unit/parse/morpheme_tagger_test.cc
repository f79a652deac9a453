#include "ingest/parse/morpheme_tagger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/support/case_table.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

using ::testing::HasSubstr;

MorphemeTagger& Tagger() {
  static MorphemeTagger& tagger = *MorphemeTagger::Open(MecabDictionary()).value().release();
  return tagger;
}

// Fails unless the morphemes cover everything but the spaces, in order, and know where a space was.
void ExpectCovered(const std::string& text, const std::vector<Morpheme>& morphemes) {
  int end = 0;
  for (const Morpheme& morpheme : morphemes) {
    const std::string gap = text.substr(end, morpheme.span.begin - end);
    ASSERT_EQ(gap.find_first_not_of(' '), std::string::npos) << "lost '" << gap << "' at byte " << end;
    ASSERT_EQ(morpheme.space_before, !gap.empty()) << morpheme.span.In(text);
    ASSERT_LT(morpheme.span.begin, morpheme.span.end);
    ASSERT_FALSE(morpheme.tag.empty());
    end = morpheme.span.end;
  }
  ASSERT_EQ(end, static_cast<int>(text.size()));
}

TEST(MorphemeTaggerTest, TagsASentence) {
  const std::string text = "장관은 9일 서울에서 계획을 밝혔다.";
  std::string tagged;
  for (const Morpheme& morpheme : Tagger().Tag(text)) {
    tagged += std::string(morpheme.space_before ? " " : "") + std::string(morpheme.span.In(text)) + "/" +
              std::string(morpheme.tag);
  }
  EXPECT_EQ(tagged, "장관/NNG은/JX 9/SN일/NNBC 서울/NNP에서/JKB 계획/NNG을/JKO 밝혔/VV+EP다/EF./SF");
}

TEST(MorphemeTaggerTest, GivesSemanticClasses) {
  const std::vector<Morpheme> morphemes = Tagger().Tag("김민수는 서울에 산다.");
  ASSERT_GE(morphemes.size(), 3U);
  EXPECT_EQ(morphemes[0].semantic, "인명");
  EXPECT_EQ(morphemes[2].semantic, "지명");
  EXPECT_TRUE(morphemes[1].semantic.empty());
}

TEST(MorphemeTaggerTest, GivesThePredicatesOfTheTable) {
  ForEachCase("parse/lemmas.tsv", [](const LexiconRow& row) {
    const std::vector<Morpheme> morphemes = Tagger().Tag(row[0]);
    const auto found = std::find_if(morphemes.begin(), morphemes.end(), [&](const Morpheme& morpheme) {
      return morpheme.span.In(row[0]) == row[1];
    });
    ASSERT_NE(found, morphemes.end()) << row[1] << " is no morpheme";
    EXPECT_EQ(found->lemma.empty() ? "-" : found->lemma, row[2]);
  });
}

TEST(MorphemeTaggerTest, KnowsWhatItDoesNotKnow) {
  const std::vector<Morpheme> morphemes = Tagger().Tag("쀍쉙이 왔다");
  ASSERT_FALSE(morphemes.empty());
  EXPECT_FALSE(morphemes.front().known);
  EXPECT_TRUE(morphemes.back().known);
}

TEST(MorphemeTaggerTest, LongSentencesKeepTheirOffsets) {
  std::string text;
  while (text.size() < 300000) text += "정부는 3.5% 오른 물가를 “잡겠다”고 밝혔으며 ";
  text.pop_back();
  ExpectCovered(text, Tagger().Tag(text));
}

TEST(MorphemeTaggerTest, UnbrokenRunsKeepTheirOffsets) {
  for (const std::string unit : {"가", "a", "1", "漢", "!", "😀", "가a1"}) {
    std::string text;
    while (text.size() < 100000) text += unit;
    SCOPED_TRACE(unit);
    ExpectCovered(text, Tagger().Tag(text));
  }
}

TEST(MorphemeTaggerTest, PiecesChangeNothingInOrdinaryText) {
  const std::string unit = "정부는 물가를 잡겠다고 밝혔다.";
  const std::vector<Morpheme> alone = Tagger().Tag(unit);
  std::string text = unit;
  while (text.size() < 20000) text += " " + unit;
  const std::vector<Morpheme> together = Tagger().Tag(text);
  ASSERT_EQ(together.size() % alone.size(), 0U);
  for (size_t i = 0; i < together.size(); ++i) ASSERT_EQ(together[i].tag, alone[i % alone.size()].tag) << i;
}

TEST(MorphemeTaggerTest, ThreadsShareOneModel) {
  const std::string text = "장관은 서울에서 계획을 밝혔다.";
  const size_t expected = Tagger().Tag(text).size();
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  threads.reserve(wrong.size());
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) count += Tagger().Tag(text).size() == expected ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(wrong, ::testing::Each(0));
}

TEST(MorphemeTaggerTest, AFolderWithoutDictionaryIsNamed) {
  const auto opened = MorphemeTagger::Open("/nonexistent/dictionary");
  EXPECT_EQ(opened.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(opened.status().message()), HasSubstr("/nonexistent/dictionary"));
  EXPECT_THAT(std::string(opened.status().message()), HasSubstr("mecab-ko-dic"));
}

TEST(MorphemeTaggerTest, TheFingerprintIsTheDictionarys) {
  const auto other = MorphemeTagger::Open(MecabDictionary());
  ASSERT_TRUE(other.ok()) << other.status();
  EXPECT_EQ((*other)->fingerprint(), Tagger().fingerprint());
  EXPECT_THAT(Tagger().fingerprint(), HasSubstr("mecab-"));
}

}  // namespace
}  // namespace sillok::ingest
