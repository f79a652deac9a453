#include "ingest/train/class_learner.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "ingest/train/exchange.h"

namespace sillok::ingest {
namespace {

constexpr std::array<int, kClassGrains> kClasses = {32, 128, 400};
constexpr int kFewest = 3;

// The words of every sentence, as hashes.
std::vector<std::vector<uint32_t>> WordsOf(const Parser& parser, const std::vector<std::string>& texts) {
  std::vector<std::vector<uint32_t>> sentences;
  for (const std::string& text : texts) {
    CleanArticle clean;
    clean.body = {text};
    const ParsedArticle parsed = parser.Parse(std::move(clean));
    for (const Sentence& sentence : parsed.sentences) {
      std::vector<uint32_t>& hashes = sentences.emplace_back();
      for (const Morpheme& morpheme : sentence.morphemes) {
        hashes.push_back(HashOf(morpheme.span.In(sentence.text)));
      }
    }
  }
  return sentences;
}

// The words that are worth a class, the most frequent first.
std::vector<ClassedWord> FrequentWords(const std::vector<std::vector<uint32_t>>& sentences) {
  std::map<uint32_t, int> counts;
  for (const std::vector<uint32_t>& sentence : sentences) {
    for (const uint32_t hash : sentence) ++counts[hash];
  }
  std::vector<std::pair<int, uint32_t>> order;
  for (const auto& [hash, count] : counts) {
    if (count >= kFewest) order.emplace_back(-count, hash);
  }
  std::sort(order.begin(), order.end());
  std::vector<ClassedWord> words;
  words.reserve(order.size());
  for (const auto& [count, hash] : order) words.push_back({.hash = hash, .classes = {}});
  return words;
}

// Sentences of the words' numbers. All rare words are one word, the last: they keep their places between others.
std::vector<std::vector<int>> Numbered(const std::vector<std::vector<uint32_t>>& sentences,
                                       const std::vector<ClassedWord>& words) {
  std::map<uint32_t, int> numbers;
  for (const ClassedWord& word : words) numbers.emplace(word.hash, static_cast<int>(numbers.size()));
  const int rare = static_cast<int>(words.size());
  std::vector<std::vector<int>> numbered;
  for (const std::vector<uint32_t>& hashes : sentences) {
    std::vector<int>& sentence = numbered.emplace_back();
    for (const uint32_t hash : hashes) {
      const auto found = numbers.find(hash);
      sentence.push_back(found == numbers.end() ? rare : found->second);
    }
  }
  return numbered;
}

}  // namespace

std::vector<ClassedWord> LearnClasses(const Parser& parser, const std::vector<std::string>& texts) {
  const std::vector<std::vector<uint32_t>> sentences = WordsOf(parser, texts);
  std::vector<ClassedWord> words = FrequentWords(sentences);
  const std::vector<std::vector<int>> numbered = Numbered(sentences, words);
  for (int grain = 0; grain < kClassGrains; ++grain) {
    const std::vector<int> classes =
        ExchangeClasses(numbered, static_cast<int>(words.size()) + 1, kClasses[grain]);
    for (size_t word = 0; word < words.size(); ++word) {
      words[word].classes[grain] = static_cast<uint16_t>(classes[word]);
    }
  }
  return words;
}

}  // namespace sillok::ingest
