#include "query/link/text_sketch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

#include "common/text/normalize.h"

namespace sillok::query {
namespace {

constexpr size_t kRun = 3;
static_assert(kMinSketchWords >= kRun);

// FNV-1a over letters of whatever size.
template <typename Letters>
uint64_t HashLetters(const Letters& letters) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const auto letter : letters) {
    hash = (hash ^ static_cast<std::make_unsigned_t<decltype(letter)>>(letter)) * 0x100000001b3;
  }
  return hash;
}

// Over hashes of words, with the finaliser of MurmurHash3: every bit of the result depends on every byte.
uint64_t HashWords(std::span<const uint64_t> words) {
  uint64_t hash = HashLetters(words);
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
  return hash ^ (hash >> 33);
}

// How often each of 64 bits was set, all counted at once: plane i holds bit i of every count.
class BitCounts {
 public:
  void Add(uint64_t bits) {
    for (uint64_t& plane : planes_) {
      bits = std::exchange(plane, plane ^ bits) & bits;
      if (bits == 0) return;
    }
  }

  [[nodiscard]] uint64_t Of(int bit) const {
    uint64_t count = 0;
    for (size_t plane = 0; plane < planes_.size(); ++plane) count |= (planes_[plane] >> bit & 1) << plane;
    return count;
  }

 private:
  std::array<uint64_t, 32> planes_{};
};

// A hash of each word, once for all the runs that it is in.
std::vector<uint64_t> HashedWords(std::string_view text) {
  const auto is_space = [](char byte) { return byte == ' ' || byte == '\n'; };
  std::vector<uint64_t> words;
  for (auto begin = text.begin(); begin != text.end();) {
    const auto end = std::find_if(begin, text.end(), is_space);
    if (end != begin) words.push_back(HashLetters(std::string_view(begin, end)));
    begin = std::find_if_not(end, text.end(), is_space);
  }
  return words;
}

}  // namespace

uint64_t TextSketch(std::string_view text) {
  const std::string normalised = NormalizeText(text);
  const std::vector<uint64_t> words = HashedWords(normalised);
  if (words.size() < kMinSketchWords) return HashWords(words);
  BitCounts set;
  const size_t runs = words.size() - kRun + 1;
  for (size_t run = 0; run < runs; ++run) set.Add(HashWords(std::span(words).subspan(run, kRun)));
  uint64_t sketch = 0;
  for (int bit = 0; bit < 64; ++bit) sketch |= static_cast<uint64_t>(2 * set.Of(bit) > runs) << bit;
  return sketch;
}

int SketchDistance(uint64_t a, uint64_t b) { return std::popcount(a ^ b); }

int SketchSimilarity(int distance) {
  const double share = std::cos(std::numbers::pi * distance / 64);
  return std::max(0, static_cast<int>(std::floor(100 * share)));
}

int CountIndependentSources(const std::vector<std::pair<std::string, uint64_t>>& article_sketches) {
  std::vector<uint64_t> sketches;
  sketches.reserve(article_sketches.size());
  for (const auto& [article, sketch] : article_sketches) sketches.push_back(sketch);
  std::sort(sketches.begin(), sketches.end());
  sketches.erase(std::unique(sketches.begin(), sketches.end()), sketches.end());

  // Components of the graph of copies, by union-find: the number does not depend on the order.
  std::vector<size_t> parent(sketches.size());
  std::iota(parent.begin(), parent.end(), size_t{0});
  const auto root = [&parent](size_t node) {
    while (parent[node] != node) node = parent[node] = parent[parent[node]];
    return node;
  };
  int sources = static_cast<int>(sketches.size());
  for (size_t a = 0; a < sketches.size(); ++a) {
    for (size_t b = a + 1; b < sketches.size(); ++b) {
      if (SketchDistance(sketches[a], sketches[b]) > kCopyDistance || root(a) == root(b)) continue;
      parent[root(a)] = root(b);
      --sources;
    }
  }
  return sources;
}

}  // namespace sillok::query
