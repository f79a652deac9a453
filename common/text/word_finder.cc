#include "common/text/word_finder.h"

#include <bit>
#include <limits>
#include <unordered_map>

namespace sillok {

WordFinder::WordFinder(const std::vector<std::string>& words) : word_(1, kNone), same_(words.size(), kNone) {
  for (const std::string& word : words) AddBegin(word);
  const std::vector<Edge> edges = AddWords(words);
  AddEdges(edges);
  LinkSuffixes(edges);
}

void WordFinder::AddBegin(std::string_view word) {
  if (word.empty()) return;
  const DecodedRune rune = DecodeRune(word, 0);
  if (rune.length != kHangulBytes) return;
  const std::string_view rest = word.substr(kHangulBytes);
  const DecodedRune next = rest.empty() ? DecodedRune{} : DecodeRune(rest, 0);
  if (next.length == kHangulBytes) {
    pairs_.set(HashPair(rune.code, next.code));
  } else {
    runes_.set(HashRune(rune.code));
  }
}

std::vector<WordFinder::Edge> WordFinder::AddWords(const std::vector<std::string>& words) {
  std::vector<Edge> edges;
  std::unordered_map<uint32_t, uint32_t> known;
  std::vector<uint32_t> states(words.size(), 0);
  bool more = true;
  for (size_t level = 0; more; ++level) {
    more = false;
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i].size() <= level) continue;
      more = true;
      const uint32_t key = KeyOf(states[i], Lower(words[i][level]));
      const auto [edge, added] = known.try_emplace(key, static_cast<uint32_t>(word_.size()));
      states[i] = edge->second;
      if (!added) continue;
      edges.push_back({.from = key, .to = states[i]});
      word_.push_back(kNone);
    }
  }
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    same_[i] = word_[states[i]];
    word_[states[i]] = static_cast<uint32_t>(i);
  }
  return edges;
}

void WordFinder::AddEdges(const std::vector<Edge>& edges) {
  edges_.resize(std::bit_ceil(2 * edges.size() + 2));
  shift_ = std::numeric_limits<uint32_t>::digits - std::countr_zero(edges_.size());
  for (const Edge& edge : edges) {
    if (StateOf(edge.from) == 0) {
      root_[ByteOf(edge.from)] = edge.to;
      continue;
    }
    size_t slot = SlotOf(edge.from);
    while (edges_[slot].from != 0) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = edge;
  }
}

// Level by level, so that a state's suffixes are done before it.
void WordFinder::LinkSuffixes(const std::vector<Edge>& edges) {
  suffix_.assign(word_.size(), 0);
  ending_.assign(word_.size(), 0);
  for (const Edge& edge : edges) {
    const uint32_t state = StateOf(edge.from);
    if (state != 0) suffix_[edge.to] = Next(suffix_[state], static_cast<char>(ByteOf(edge.from)));
    ending_[edge.to] = word_[edge.to] != kNone ? edge.to : ending_[suffix_[edge.to]];
  }
}

bool WordFinder::FindsAny(std::string_view text) const {
  uint32_t state = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (state == 0) at = SkipRunes(text, at);
    if (at == text.size()) return false;
    state = Next(state, text[at]);
    if (ending_[state] != 0) return true;
  }
  return false;
}

}  // namespace sillok
