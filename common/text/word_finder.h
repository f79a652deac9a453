// Many words looked for in one walk over a text (Aho and Corasick 1975).
//
//   const WordFinder finder({"기자", "특파원"});
//   finder.Find("한도윤 기자", [](size_t word, size_t end) { … });   // word 0, behind byte 16
//
// Words and texts are UTF-8; ASCII letters of either case are alike. Immutable once made; safe from any thread.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"

namespace sillok {

class WordFinder {
 public:
  // Empty words are never found.
  explicit WordFinder(const std::vector<std::string>& words);

  // Calls take(index of the word, byte behind it) for every place of every word, by their ends.
  template <typename Take>
  void Find(std::string_view text, Take take) const {
    uint32_t state = 0;
    for (size_t at = 0; at < text.size(); ++at) {
      if (state == 0) at = SkipRunes(text, at);
      if (at == text.size()) return;
      state = Next(state, text[at]);
      for (uint32_t found = ending_[state]; found != 0; found = ending_[suffix_[found]]) {
        for (uint32_t word = word_[found]; word != kNone; word = same_[word]) {
          take(static_cast<size_t>(word), at + 1);
        }
      }
    }
  }

  // True when any of the words stands in the text.
  [[nodiscard]] bool FindsAny(std::string_view text) const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kSpread = 0x9E3779B1;  // 2^32 over the golden ratio
  static constexpr int kHangulBytes = 3;

  struct Edge {
    uint32_t from = 0;  // a state and the byte behind it; 0: no edge
    uint32_t to = 0;
  };

  [[nodiscard]] static unsigned char Lower(char byte) {
    return static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
  }
  [[nodiscard]] static uint32_t KeyOf(uint32_t state, unsigned char byte) { return state << 8 | byte; }
  [[nodiscard]] static uint32_t StateOf(uint32_t key) { return key >> 8; }
  [[nodiscard]] static unsigned char ByteOf(uint32_t key) { return static_cast<unsigned char>(key); }
  [[nodiscard]] size_t SlotOf(uint32_t key) const { return key * kSpread >> shift_; }

  static constexpr int kRuneBits = 13;
  static constexpr int kPairBits = 14;
  [[nodiscard]] static uint32_t HashRune(char32_t rune) { return rune * kSpread >> (32 - kRuneBits); }
  [[nodiscard]] static uint32_t HashPair(char32_t rune, char32_t next) {
    return (rune << 16 ^ next) * kSpread >> (32 - kPairBits);
  }
  // The first place from `at` on that is not the begin of a rune of three bytes with which no word begins.
  [[nodiscard]] size_t SkipRunes(std::string_view text, size_t at) const {
    while (at < text.size()) {
      const DecodedRune rune = DecodeRune(text, at);
      if (rune.length != kHangulBytes || runes_[HashRune(rune.code)]) break;
      const size_t behind = at + kHangulBytes;
      if (behind < text.size()) {
        const DecodedRune next = DecodeRune(text, behind);
        if (next.length == kHangulBytes && pairs_[HashPair(rune.code, next.code)]) break;
      }
      at = behind;
    }
    return at;
  }

  // Where the longest word's beginning that ends with the byte leads to; 0, the root, where there is none.
  [[nodiscard]] uint32_t Next(uint32_t state, char byte) const {
    const unsigned char lower = Lower(byte);
    for (; state != 0; state = suffix_[state]) {
      if (const uint32_t next = EdgeFrom(state, lower); next != 0) return next;
    }
    return root_[lower];
  }
  // 0 when the state's words do not go on with the byte.
  [[nodiscard]] uint32_t EdgeFrom(uint32_t state, unsigned char byte) const {
    const uint32_t key = KeyOf(state, byte);
    for (size_t slot = SlotOf(key);; slot = (slot + 1) & (edges_.size() - 1)) {
      if (edges_[slot].from == key) return edges_[slot].to;
      if (edges_[slot].from == 0) return 0;
    }
  }
  // The trie's edges, level by level.
  std::vector<Edge> AddWords(const std::vector<std::string>& words);
  void AddBegin(std::string_view word);
  void AddEdges(const std::vector<Edge>& edges);
  void LinkSuffixes(const std::vector<Edge>& edges);

  // What words begin with: one rune of three bytes, or two where two are. Most places of a Korean text are passed over by these.
  std::bitset<size_t{1} << kRuneBits> runes_;
  std::bitset<size_t{1} << kPairBits> pairs_;
  // A state has few edges, so they lie in one small table: rows of a state for every byte would not fit the processor's cache.
  std::array<uint32_t, 256> root_{};
  std::vector<Edge> edges_;       // a power of two of them, half empty or more
  int shift_ = 0;                 // a hash's bits beyond those that number a slot
  std::vector<uint32_t> word_;    // of each state
  std::vector<uint32_t> suffix_;  // the longest proper suffix that is a state
  std::vector<uint32_t>
      ending_;  // the state itself when it is a word, else the longest suffix that is one; 0 for none
  std::vector<uint32_t> same_;  // the next equal word of each word
};

}  // namespace sillok
