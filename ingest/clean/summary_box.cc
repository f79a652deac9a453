#include "ingest/clean/summary_box.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

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

bool IsHeadingOn(const PageLine& line) {
  if (line.role != LineRole::kChrome && line.role != LineRole::kSummary) return false;
  constexpr std::string_view kWords[] = {"요약", "AI", "beta", "BETA", "베타"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return line.text.find(word) != line.text.npos; });
}

// Marks the summary below line `head`; returns the line behind it.
size_t MarkSummary(PageLines& lines, size_t head) {
  size_t begin = head + 1;
  // "beta", "AI가 만든 요약입니다": the heading goes on.
  while (begin < lines.size() && IsHeadingOn(lines[begin])) ++begin;
  const size_t limit = std::min(lines.size(), begin + kMaxSummaryLines);
  size_t end = begin;
  while (end < limit && lines[end].role == LineRole::kOpen) ++end;
  if (end == lines.size()) return end;
  // The box's last words may stand in a line of the summary itself.
  for (size_t i = begin; i < end; ++i) {
    if (lines[i].text.find("요약은") != std::string::npos) end = i + 1;
  }
  const bool closed = EndsBox(lines[end]) || lines[end - 1].text.find("요약은") != std::string::npos;
  for (size_t i = begin; i < end; ++i) {
    if (!closed && !IsRepeated(lines[i], lines, i + 1)) return i;
    lines[i].role = LineRole::kChrome;
  }
  // What ends the box does not begin another one.
  return closed && end < lines.size() && EndsBox(lines[end]) ? end + 1 : end;
}

}  // namespace

void MarkSummaries(PageLines& lines) {
  for (size_t i = 0; i < lines.size();) {
    i = lines[i].role == LineRole::kSummary ? MarkSummary(lines, i) : i + 1;
  }
}

}  // namespace sillok::ingest
