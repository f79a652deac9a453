#include "ingest/clean/summary_box.h"

#include <algorithm>
#include <string>

#include "ingest/clean/word_stems.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMaxSummaryLines = 6;
constexpr size_t kMinWords = 3;
constexpr size_t kArticleReach = 40;

// True when the lines from `begin` on say the words of `line`, seven of ten.
bool IsRepeated(const PageLine& line, const PageLines& lines, size_t begin) {
  const size_t words = WordStems(line.text).size();
  return words >= kMinWords &&
         CountStems(line.text, StemsOfSentences(lines, begin, kArticleReach)) * 10 >= words * 7;
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
