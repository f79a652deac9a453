#include "common/text/word_finder.h"

namespace sillok {
namespace {

unsigned char Lower(char byte) {
  return static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
}

}  // namespace

WordFinder::WordFinder(const std::vector<std::string>& words) : same_(words.size(), kNone) {
  for (const std::string& word : words) {
    for (const char byte : word) {
      if (class_[Lower(byte)] == 0) class_[Lower(byte)] = static_cast<uint16_t>(classes_++);
    }
  }
  for (int byte = 'A'; byte <= 'Z'; ++byte) class_[byte] = class_[byte | 0x20];
  next_.assign(classes_, 0);
  word_.assign(1, kNone);
  AddWords(words);
  LinkSuffixes();
  MakeRows();
}

// Level by level, so that the rows that most steps look at, those of the first bytes, stand beside each other.
void WordFinder::AddWords(const std::vector<std::string>& words) {
  std::vector<uint32_t> states(words.size(), 0);
  bool more = true;
  for (size_t level = 0; more; ++level) {
    more = false;
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i].size() <= level) continue;
      more = true;
      const size_t edge = states[i] * classes_ + class_[static_cast<unsigned char>(words[i][level])];
      if (next_[edge] == 0) {
        next_[edge] = static_cast<uint32_t>(word_.size());
        word_.push_back(kNone);
        next_.resize(next_.size() + classes_, 0);
      }
      states[i] = next_[edge];
    }
  }
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    same_[i] = word_[states[i]];
    word_[states[i]] = static_cast<uint32_t>(i);
  }
}

// Level by level, so that a state's suffixes are done before it; edges that are not in the trie lead to where the suffix's do.
void WordFinder::LinkSuffixes() {
  suffix_.assign(word_.size(), 0);
  ending_.assign(word_.size(), 0);
  std::vector<uint32_t> level;
  for (uint32_t c = 0; c < classes_; ++c) {
    if (next_[c] != 0) level.push_back(next_[c]);
  }
  while (!level.empty()) {
    std::vector<uint32_t> below;
    for (const uint32_t state : level) {
      const uint32_t suffix = suffix_[state];
      ending_[state] = EndingAt(suffix);
      for (uint32_t c = 0; c < classes_; ++c) {
        uint32_t& next = next_[state * classes_ + c];
        const uint32_t fallback = next_[suffix * classes_ + c];
        if (next == 0) {
          next = fallback;
        } else {
          suffix_[next] = fallback;
          below.push_back(next);
        }
      }
    }
    level = std::move(below);
  }
}

// Turns states into their rows, so that a step is one load.
void WordFinder::MakeRows() {
  for (uint32_t& next : next_) next = next * classes_ | (EndingAt(next) != 0 ? kEnds : 0);
}

bool WordFinder::FindsAny(std::string_view text) const {
  uint32_t row = 0;
  for (const char byte : text) {
    row = Next(row, byte);
    if ((row & kEnds) != 0) return true;
  }
  return false;
}

}  // namespace sillok
