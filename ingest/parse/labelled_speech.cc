#include "ingest/parse/labelled_speech.h"

#include <algorithm>
#include <iterator>

namespace sillok::ingest {
namespace {

// [박여름 / 솔섬군 다래면 어촌계 총무
constexpr size_t kLongestLabel = 120;  // bytes

// [사진: 누리사 제공] is no speech.
bool EndsAsSpoken(std::string_view words) {
  constexpr std::string_view kEnds[] = {".", "?", "!", "…", "요", "다", "죠", "까"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return words.ends_with(end); });
}

}  // namespace

std::optional<QuotedStretch> FindLabelledSpeech(std::string_view paragraph) {
  if (!paragraph.starts_with('[')) return std::nullopt;
  std::string_view line = paragraph;
  while (line.ends_with(' ')) line.remove_suffix(1);
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > kLongestLabel || line.find(']') + 1 != line.size()) {
    return std::nullopt;
  }
  const std::string_view label = line.substr(0, colon);
  if (label.find('/') == std::string_view::npos && !label.ends_with(' ')) return std::nullopt;
  const size_t begin = line.find_first_not_of(' ', colon + 1);
  const size_t end = line.find_last_not_of(' ', line.size() - 2) + 1;
  if (begin >= end) return std::nullopt;
  const std::string_view words = line.substr(begin, end - begin);
  if (words.find(' ') == std::string_view::npos || !EndsAsSpoken(words)) return std::nullopt;
  return QuotedStretch{.outer = {static_cast<int>(colon), static_cast<int>(line.size())},
                       .inner = {static_cast<int>(begin), static_cast<int>(end)},
                       .doubled = true};
}

}  // namespace sillok::ingest
