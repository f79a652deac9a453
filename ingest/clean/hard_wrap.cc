#include "ingest/clean/hard_wrap.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "ingest/clean/prose.h"

namespace sillok::ingest {
namespace {

// Columns; a syllable takes two.
constexpr size_t kMinWidth = 40;
constexpr size_t kMaxWidth = 120;
// A word that did not fit leaves this much empty.
constexpr size_t kRagged = 16;
constexpr size_t kExact = 2;
// So many lines must go on below before a page counts as wrapped.
constexpr size_t kMinContinued = 2;

size_t Width(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    width += rune.code >= 0x1100 ? 2 : 1;
    at += rune.length;
  }
  return width;
}

bool EndsSentence(const PageLine& line) { return EndsWithFullStop(line.text) || EndsAsQuestion(line.text); }

struct Block {
  size_t begin = 0;
  size_t end = 0;
};

class Wrapping {
 public:
  explicit Wrapping(const PageLines& lines) {
    for (const PageLine& line : lines) {
      if (line.runes > kMaxWidth) return;
      widths_.push_back(Width(line.text));
      widest_ = std::max(widest_, widths_.back());
    }
    if (widest_ < kMinWidth || widest_ > kMaxWidth) return;
    for (size_t begin = 0; begin < lines.size();) {
      size_t end = begin + 1;
      while (end < lines.size() && !lines[end].after_gap) ++end;
      Look(lines, {begin, end});
      begin = end;
    }
  }

  // The blocks to be joined; none when the page is not wrapped.
  [[nodiscard]] std::vector<Block> Blocks() const {
    return continued_ >= kMinContinued ? blocks_ : std::vector<Block>();
  }
  [[nodiscard]] bool InsideWords() const { return exact_; }

 private:
  void Look(const PageLines& lines, Block block) {
    if (block.end - block.begin < 2 || !EndsSentence(lines[block.end - 1])) return;
    size_t continued = 0;
    bool exact = true;
    for (size_t i = block.begin; i + 1 < block.end; ++i) {
      if (widths_[i] + kRagged < widest_) return;
      exact = exact && widths_[i] + kExact >= widest_;
      if (!EndsSentence(lines[i])) ++continued;
    }
    if (continued == 0) return;
    continued_ += continued;
    exact_ = exact_ && exact;
    blocks_.push_back(block);
  }

  std::vector<size_t> widths_;
  size_t widest_ = 0;
  size_t continued_ = 0;
  bool exact_ = true;
  std::vector<Block> blocks_;
};

}  // namespace

void JoinWrappedLines(const std::vector<bool>& space_behind, PageLines& lines) {
  const Wrapping wrapping(lines);
  const std::vector<Block> blocks = wrapping.Blocks();
  if (blocks.empty()) return;
  PageLines joined;
  size_t at = 0;
  for (const Block& block : blocks) {
    std::move(lines.begin() + static_cast<ptrdiff_t>(at), lines.begin() + static_cast<ptrdiff_t>(block.begin),
              std::back_inserter(joined));
    std::string text;
    for (size_t i = block.begin; i < block.end; ++i) {
      text += lines[i].text;
      if (!wrapping.InsideWords() || space_behind[i]) text += ' ';
    }
    const bool after_gap = lines[block.begin].after_gap;
    joined.push_back(MakeLine(text));
    joined.back().after_gap = after_gap;
    joined.back().source = {lines[block.begin].source.begin, lines[block.end - 1].source.end};
    at = block.end;
  }
  std::move(lines.begin() + static_cast<ptrdiff_t>(at), lines.end(), std::back_inserter(joined));
  lines = std::move(joined);
}

}  // namespace sillok::ingest
