#include "ingest/clean/paragraphs.h"

#include <algorithm>

#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// A line of the body without a sentence is a crosshead up to this length.
constexpr size_t kMaxCrossheadRunes = 60;
constexpr size_t kMinSubtitleRunes = 8;
// No subtitle is longer.
constexpr size_t kMaxSubtitleRunes = 100;
// A sentence above the body that is long enough to be a lead.
constexpr size_t kMinLeadRunes = 25;

bool IsPlainText(const PageLine& line) { return line.link_bytes * 2 <= line.text.size(); }

// "나. 예약 방법: 전화", "수분 20% 이하": what lists and tables are made of.
bool IsItem(const PageLine& line) {
  static const RE2 pattern(R"((?:[가-하]|\d{1,2})\s?[.)]\s.*|[①-⑳·•○ㅇ▷\-–]\s?.*|.*(?:\d|[가-힣)]\s?: ).*)");
  return RE2::FullMatch(Piece(line.text), pattern);
}

// Lines that follow each other without a sentence between them are a list when a third of them are items.
bool IsInList(const PageLines& lines, size_t i, const BodyRange& body) {
  const auto listed = [&](size_t at) {
    return lines[at].role == LineRole::kOpen && !lines[at].statement && IsPlainText(lines[at]) &&
           !lines[at].outside;
  };
  size_t begin = i;
  while (begin > body.begin && listed(begin - 1)) --begin;
  size_t end = i + 1;
  while (end < body.end && listed(end)) ++end;
  if (end - begin < 2) return false;
  const auto items = std::count_if(lines.begin() + static_cast<ptrdiff_t>(begin),
                                   lines.begin() + static_cast<ptrdiff_t>(end), IsItem);
  return static_cast<size_t>(items) * 3 >= end - begin;
}

LineRole RoleInBody(const PageLines& lines, size_t i, const BodyRange& body) {
  const PageLine& line = lines[i];
  const bool cut_off = i + 1 == lines.size() && line.runes >= kMinLeadRunes;
  const bool prose = line.statement || EndsAsQuestion(line.text) || EndsWithFullStop(line.text) || cut_off;
  if (line.outside || (!prose && !IsPlainText(line))) return LineRole::kOpen;
  if (prose || line.runes > kMaxCrossheadRunes || IsInList(lines, i, body)) return LineRole::kBody;
  return LineRole::kSubtitle;
}

// `led`: a lead stands above.
LineRole RoleAboveBody(const PageLine& line, bool led) {
  if (!IsPlainText(line)) return LineRole::kOpen;
  if (line.statement && (led || line.runes >= kMinLeadRunes) && !line.outside) return LineRole::kBody;
  if (line.runes > kMaxSubtitleRunes || (led && EndsAsQuestion(line.text))) return LineRole::kBody;
  const bool words = line.text.find(' ') != line.text.npos && line.runes >= kMinSubtitleRunes;
  return words ? LineRole::kSubtitle : LineRole::kOpen;
}

}  // namespace

void MarkParagraphs(PageLines& lines, std::optional<size_t> title, const BodyRange& body) {
  // Lists are seen by lines that have no role yet.
  std::vector<LineRole> roles(body.end - std::min(body.begin, body.end), LineRole::kOpen);
  for (size_t i = body.begin; i < body.end; ++i) {
    if (lines[i].role == LineRole::kOpen) roles[i - body.begin] = RoleInBody(lines, i, body);
  }
  for (size_t i = body.begin; i < body.end; ++i) {
    if (lines[i].role == LineRole::kOpen) lines[i].role = roles[i - body.begin];
  }
  if (!title.has_value()) return;
  bool led = false;
  for (size_t i = *title; i < std::min(body.begin, lines.size()); ++i) {
    if (lines[i].role != LineRole::kOpen) continue;
    lines[i].role = RoleAboveBody(lines[i], led);
    led = led || lines[i].role == LineRole::kBody;
  }
}

}  // namespace sillok::ingest
