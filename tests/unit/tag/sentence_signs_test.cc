#include "ingest/tag/sentence_signs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

Sentence Parsed(const std::string& text) {
  static const Parser& parser = *Parser::Open(MecabDictionary()).value().release();
  CleanArticle clean;
  clean.body = {text};
  return parser.Parse(std::move(clean)).sentences.at(0);
}

SentenceSigns SignsOf(const std::string& text, const std::vector<TagHint>& hints = {}) {
  Sentence sentence;
  sentence.text = text;
  return ReadSigns(sentence, hints, WordClasses());
}

TEST(SentenceSignsTest, SyllablesAreEveryCodePointButSpaces) {
  const SentenceSigns signs = SignsOf("한 A(美");
  EXPECT_THAT(signs.syllables, ElementsAre(TextSpan{0, 3}, TextSpan{4, 5}, TextSpan{5, 6}, TextSpan{6, 9}));
  EXPECT_THAT(signs.shapes, ElementsAre(Shape::kHangul, Shape::kUpper, Shape::kOpen, Shape::kHanja));
  EXPECT_THAT(signs.space_before, ElementsAre(1, 1, 0, 0));
  EXPECT_THAT(signs.word_of, ElementsAre(0, 1, 1, 1));
  EXPECT_THAT(signs.morpheme_of, ElementsAre(-1, -1, -1, -1));
}

TEST(SentenceSignsTest, AWordUpToASyllableIsTheSameInEveryWord) {
  const SentenceSigns signs = SignsOf("도담도 도담은");
  EXPECT_EQ(signs.word_to[1], signs.word_to[4]);
  EXPECT_NE(signs.word_to[2], signs.word_to[5]);
  EXPECT_NE(signs.word_to[0], signs.word_to[2]);
}

TEST(SentenceSignsTest, TheHeadOfAWordIsItsLastNoun) {
  const Sentence sentence = Parsed("전주시장은 시청에서 웃었다.");
  const SentenceSigns signs = ReadSigns(sentence, {}, WordClasses());
  ASSERT_EQ(signs.words.size(), 3U);
  std::vector<std::string> heads;
  for (const WordSigns& word : signs.words) {
    heads.emplace_back(word.head < 0 ? "" : sentence.morphemes[word.head].span.In(sentence.text));
  }
  EXPECT_THAT(heads, ElementsAre("시장", "시청", ""));
  EXPECT_NE(signs.words[0].tail, signs.words[1].tail) << "은 and 에서";
}

TEST(SentenceSignsTest, AMorphemeKnowsItsSyllables) {
  const Sentence sentence = Parsed("시청에서 웃었다.");
  const SentenceSigns signs = ReadSigns(sentence, {}, WordClasses());
  ASSERT_EQ(signs.morphemes.size(), sentence.morphemes.size());
  for (int at = 0; at < signs.Count(); ++at) {
    const int morpheme = signs.morpheme_of[at];
    ASSERT_GE(morpheme, 0);
    EXPECT_TRUE(sentence.morphemes[morpheme].span.Contains(signs.syllables[at]));
    EXPECT_LE(signs.morphemes[morpheme].first, at);
    EXPECT_LT(at, signs.morphemes[morpheme].end);
  }
}

// Every syllable of every hint, one by one.
std::vector<HintMark> SlowMarks(const std::vector<TextSpan>& syllables, const std::vector<TagHint>& hints) {
  std::set<HintMark> marks;
  for (const TagHint& hint : hints) {
    for (size_t at = 0; at < syllables.size(); ++at) {
      if (!hint.span.Contains(syllables[at])) continue;
      const bool begins = syllables[at].begin == hint.span.begin;
      const bool ends = syllables[at].end == hint.span.end;
      const uint32_t position = begins && ends ? 3 : begins ? 0 : ends ? 2 : 1;
      marks.insert({.syllable = static_cast<int>(at), .value = hint.kind * 4 + position});
    }
  }
  return {marks.begin(), marks.end()};
}

TEST(SentenceSignsTest, HintsMarkTheirSyllables) {
  std::mt19937 random(3);
  const std::string text = "도담이 1일 서울역 앞에서 A를 만났다";
  const auto size = static_cast<uint32_t>(text.size());
  for (int round = 0; round < 300; ++round) {
    std::vector<TagHint> hints;
    for (int count = 0; count < round % 12; ++count) {
      const int begin = static_cast<int>(random() % size);
      const int end = begin + static_cast<int>(random() % 20);
      hints.push_back({.span = {begin, end}, .kind = static_cast<uint8_t>(random() % 3 + 61)});
    }
    const SentenceSigns signs = SignsOf(text, hints);
    EXPECT_THAT(signs.marks, ElementsAreArray(SlowMarks(signs.syllables, hints)));
  }
}

TEST(SentenceSignsTest, NothingHasNoSigns) {
  for (const char* text : {"", " ", "   "}) {
    const SentenceSigns signs = SignsOf(text, {{.span = {0, 3}, .kind = 1}});
    EXPECT_THAT(signs.syllables, IsEmpty());
    EXPECT_THAT(signs.words, IsEmpty());
    EXPECT_THAT(signs.marks, IsEmpty());
  }
}

}  // namespace
}  // namespace sillok::ingest
