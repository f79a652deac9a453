#include "ingest/clean/summary_box.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMaxSummaryLines = 6;
constexpr size_t kArticleReach = 40;
// Two syllables tell words apart well enough, whatever their endings.
constexpr size_t kStemBytes = 6;
constexpr size_t kMinWords = 3;

std::vector<std::string_view> Stems(std::string_view text) {
  std::vector<std::string_view> stems;
  while (!text.empty()) {
    const size_t space = std::min(text.find(' '), text.size());
    if (space > 0) stems.push_back(TruncateUtf8(text.substr(0, space), kStemBytes));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return stems;
}

// True when the lines from `begin` on say the words of `line`, seven of ten.
bool IsRepeated(const PageLine& line, const PageLines& lines, size_t begin) {
  std::unordered_set<std::string_view> said;
  for (size_t i = begin; i < lines.size() && i < begin + kArticleReach; ++i) {
    if (!lines[i].statement) continue;
    for (const std::string_view stem : Stems(lines[i].text)) said.insert(stem);
  }
  const std::vector<std::string_view> stems = Stems(line.text);
  const auto repeated = static_cast<size_t>(
      std::count_if(stems.begin(), stems.end(), [&](std::string_view stem) { return said.contains(stem); }));
  return stems.size() >= kMinWords && repeated * 10 >= stems.size() * 7;
}

bool EndsBox(const PageLine& line) {
  return (line.role == LineRole::kChrome || line.role == LineRole::kSummary) &&
         line.text.find("요약") != std::string::npos;
}

// Marks the summary below line `head`; returns the line behind it.
size_t MarkSummary(PageLines& lines, size_t head) {
  const size_t limit = std::min(lines.size(), head + 1 + kMaxSummaryLines);
  size_t end = head + 1;
  while (end < limit && lines[end].role == LineRole::kOpen) ++end;
  if (end == lines.size()) return end;
  // The box's last words may stand in a line of the summary itself.
  for (size_t i = head + 1; i < end; ++i) {
    if (lines[i].text.find("요약은") != std::string::npos) end = i + 1;
  }
  const bool closed = EndsBox(lines[end]) || lines[end - 1].text.find("요약은") != std::string::npos;
  for (size_t i = head + 1; i < end; ++i) {
    if (!closed && !IsRepeated(lines[i], lines, i + 1)) return i;
    lines[i].role = LineRole::kChrome;
  }
  return end;
}

}  // namespace

void MarkSummaries(PageLines& lines) {
  for (size_t i = 0; i < lines.size();) {
    i = lines[i].role == LineRole::kSummary ? MarkSummary(lines, i) : i + 1;
  }
}

}  // namespace sillok::ingest
