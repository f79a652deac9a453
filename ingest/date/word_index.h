// Words found at a place of a text, the longest first, by their first code point.
//
//   WordIndex<int> index;
//   index.Add("다음 주", 1);
//   index.Match("다음 주에", 0)  → value 1, length 10
//
// Filled once, then safe from any thread. A match costs as much as the words with that first code point, whatever the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/utf8.h"

namespace sillok::ingest {

template <typename T>
struct WordMatch {
  T value{};
  int length = 0;  // bytes; 0 when nothing matched
};

template <typename T>
class WordIndex {
 public:
  // The first of equal words stays.
  void Add(const std::string& surface, const T& value) {
    uint16_t& head = heads_[DecodeRune(surface, 0).code & 0xFFFF];
    if (head == 0) {
      head = static_cast<uint16_t>(buckets_.size());
      buckets_.emplace_back();
    }
    auto& words = buckets_[head];
    const auto same = [&](const auto& word) { return word.first == surface; };
    if (std::any_of(words.begin(), words.end(), same)) return;
    const auto shorter = [&](const auto& word) { return word.first.size() < surface.size(); };
    words.insert(std::find_if(words.begin(), words.end(), shorter), {surface, value});
  }

  // True when a word begins with this code point.
  [[nodiscard]] bool Begins(char32_t code) const { return heads_[code & 0xFFFF] != 0; }

  [[nodiscard]] WordMatch<T> Match(std::string_view text, size_t at) const {
    return Match(text, at, DecodeRune(text, at).code);
  }
  // The same where the code point at `at` is known.
  [[nodiscard]] WordMatch<T> Match(std::string_view text, size_t at, char32_t code) const {
    const uint16_t head = heads_[code & 0xFFFF];
    if (head == 0) return {};
    const std::string_view rest = text.substr(at);
    for (const auto& [surface, value] : buckets_[head]) {
      if (rest.starts_with(surface)) return {value, static_cast<int>(surface.size())};
    }
    return {};
  }

 private:
  std::vector<std::vector<std::pair<std::string, T>>> buckets_{1};  // the first is empty
  std::vector<uint16_t> heads_ = std::vector<uint16_t>(0x10000);    // code point → bucket
};

}  // namespace sillok::ingest
