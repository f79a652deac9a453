#include "ingest/tag/tag_features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "ingest/tag/tag_model.h"

namespace sillok::ingest {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Lt;
using ::testing::Not;

Sentence Plain(const std::string& text) {
  Sentence sentence;
  sentence.text = text;
  return sentence;
}

// Every syllable a morpheme of its own.
Sentence Chopped(int syllables) {
  Sentence sentence;
  for (int at = 0; at < syllables; ++at) {
    sentence.morphemes.push_back({.span = {at * 3, at * 3 + 3}, .tag = "NNG", .lemma = {}, .semantic = {}});
    sentence.text += "가";
  }
  return sentence;
}

// By syllable.
std::vector<std::vector<uint32_t>> RowsOf(const TagFeatures& features) {
  std::vector<std::vector<uint32_t>> rows;
  for (size_t at = 0; at < features.syllables.size(); ++at) {
    const std::span<const uint32_t> of = features.Of(at);
    rows.emplace_back(of.begin(), of.end());
  }
  return rows;
}

TEST(TagFeaturesTest, SyllablesSkipSpaces) {
  const TagFeatures features = ReadFeatures(Plain("한 a  말"), {}, WordClasses());
  EXPECT_THAT(features.syllables, ElementsAre(TextSpan{0, 3}, TextSpan{4, 5}, TextSpan{7, 10}));
  ASSERT_EQ(features.ends.size(), 3U);
  for (size_t at = 0; at < 3; ++at) EXPECT_THAT(features.Of(at), Not(IsEmpty()));
}

TEST(TagFeaturesTest, TheSameSentenceHasTheSameRows) {
  const std::vector<TagHint> hints = {{.span = {0, 6}, .kind = 4}, {.span = {7, 13}, .kind = 5}};
  const TagFeatures once = ReadFeatures(Plain("도담 마을에"), hints, WordClasses());
  const TagFeatures again = ReadFeatures(Plain("도담 마을에"), hints, WordClasses());
  EXPECT_EQ(RowsOf(once), RowsOf(again));
}

TEST(TagFeaturesTest, AHintChangesTheRowsOfItsSyllables) {
  const Sentence sentence = Plain("도담 마을에");
  const TagFeatures without = ReadFeatures(sentence, {}, WordClasses());
  const TagFeatures with =
      ReadFeatures(sentence, std::vector<TagHint>{{.span = {7, 13}, .kind = 4}}, WordClasses());
  for (size_t at = 0; at < with.syllables.size(); ++at) {
    const bool hinted = at == 2 || at == 3;
    EXPECT_EQ(std::ranges::equal(with.Of(at), without.Of(at)), !hinted) << at;
  }
}

TEST(TagFeaturesTest, HintsCountOnceAndByNoOrder) {
  std::vector<TagHint> hints = {{.span = {0, 6}, .kind = 4},
                                {.span = {0, 13}, .kind = 4},
                                {.span = {7, 13}, .kind = 5},
                                {.span = {3, 16}, .kind = 4}};
  const Sentence sentence = Plain("도담 마을에");
  const TagFeatures before = ReadFeatures(sentence, hints, WordClasses());
  std::reverse(hints.begin(), hints.end());
  hints.push_back(hints[1]);
  EXPECT_EQ(RowsOf(ReadFeatures(sentence, hints, WordClasses())), RowsOf(before));
}

TEST(TagFeaturesTest, AHintOfAnotherKindOrPlaceHasOtherRows) {
  const Sentence sentence = Plain("도담");
  const auto rows = [&](const TagHint& hint) {
    return RowsOf(ReadFeatures(sentence, std::vector<TagHint>{hint}, WordClasses()));
  };
  EXPECT_NE(rows({.span = {0, 6}, .kind = 1}), rows({.span = {0, 6}, .kind = 2}));
  EXPECT_NE(rows({.span = {0, 6}, .kind = 1}), rows({.span = {0, 3}, .kind = 1}));
}

TEST(TagFeaturesTest, ClassesOfWordsChangeRows) {
  const Sentence sentence = Chopped(3);
  const std::vector<ClassedWord> words = {{.hash = HashOf("가"), .classes = {1, 2, 3}}};
  const WordClasses classes(words);
  EXPECT_NE(RowsOf(ReadFeatures(sentence, {}, classes)), RowsOf(ReadFeatures(sentence, {}, WordClasses())));
}

TEST(TagFeaturesTest, EveryRowIsOneOfTheModel) {
  for (const char* text : {"도담 마을에 3일 A급 소나기가 내렸다.", "\xff\xfe 깨진 \xea", "😀(美)"}) {
    EXPECT_THAT(RowsOf(ReadFeatures(Plain(text), {}, WordClasses())), Each(Each(Lt(1U << kRowBits))));
  }
}

TEST(TagFeaturesTest, AnEmptySentenceHasNone) {
  const TagFeatures features = ReadFeatures(Plain(""), {}, WordClasses());
  EXPECT_THAT(features.syllables, IsEmpty());
  EXPECT_THAT(features.ends, IsEmpty());
}

TEST(TagFeaturesTest, HostileSentencesAreReadPromptly) {
  constexpr int kSyllables = 200'000;
  constexpr int kHints = 50'000;
  const Sentence sentence = Chopped(kSyllables);
  std::vector<TagHint> hints;
  hints.reserve(kHints);
  for (int hint = 0; hint < kHints; ++hint) {
    hints.push_back({.span = {hint * 3, (kSyllables - hint) * 3}, .kind = static_cast<uint8_t>(hint % 4)});
  }
  const auto start = std::chrono::steady_clock::now();
  const TagFeatures features = ReadFeatures(sentence, hints, WordClasses());
  EXPECT_EQ(features.syllables.size(), kSyllables);
  const std::vector<Tag> tags = TagModel::BuiltIn().Read(sentence, hints);
  for (size_t at = 1; at < tags.size(); ++at) EXPECT_LE(tags[at - 1].span.end, tags[at].span.begin);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace sillok::ingest
