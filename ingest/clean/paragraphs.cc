#include "ingest/clean/paragraphs.h"

#include <algorithm>
#include <vector>

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
  static const RE2 pattern(
      R"((?:[가-하]|\d{1,2})\s?[.)]\s.*|[①-⑳·•○ㅇ▷◇◆△▲\-–]\s?.*|.*(?:\d|[가-힣)]\s?: ).*)");
  return RE2::FullMatch(Piece(line.text), pattern);
}

// A line without a role or a sentence.
bool IsLoose(const PageLine& line) {
  return line.role == LineRole::kOpen && !line.statement && !line.outside && IsPlainText(line);
}

// Which lines of the body are in a list: those that follow each other without a sentence between them, when a third of them are
// items.
std::vector<bool> FindLists(const PageLines& lines, const BodyRange& body) {
  std::vector<bool> listed(body.end - body.begin);
  for (size_t begin = body.begin; begin < body.end; ++begin) {
    size_t end = begin;
    size_t items = 0;
    while (end < body.end && IsLoose(lines[end])) items += IsItem(lines[end++]) ? 1 : 0;
    const bool list = end - begin >= 2 && items * 3 >= end - begin;
    for (; begin < end; ++begin) listed[begin - body.begin] = list;
  }
  return listed;
}

LineRole RoleInBody(const PageLines& lines, size_t i, bool listed) {
  const PageLine& line = lines[i];
  const bool cut_off = i + 1 == lines.size() && line.runes >= kMinLeadRunes;
  const bool prose = line.statement || EndsAsQuestion(line.text) || EndsWithFullStop(line.text) || cut_off;
  if (line.outside || (!prose && !IsPlainText(line))) return LineRole::kOpen;
  if (IsRoster(line.text, i > 0 ? lines[i - 1].text : "")) return LineRole::kBody;
  if (prose || listed || line.runes > kMaxCrossheadRunes || NamesSpeaker(line.text)) return LineRole::kBody;
  return LineRole::kSubtitle;
}

// `led`: a lead stands above.
LineRole RoleAboveBody(const PageLine& line, bool led) {
  if (!IsPlainText(line)) return LineRole::kOpen;
  if (line.statement && (led || line.runes >= kMinLeadRunes) && !line.outside) return LineRole::kBody;
  if (line.runes > kMaxSubtitleRunes || (led && EndsAsQuestion(line.text))) return LineRole::kBody;
  // What stood beside the page's time.
  if (line.timed) return LineRole::kOpen;
  const bool words = line.text.find(' ') != line.text.npos && line.runes >= kMinSubtitleRunes;
  return words ? LineRole::kSubtitle : LineRole::kOpen;
}

}  // namespace

void MarkParagraphs(PageLines& lines, std::optional<size_t> title, const BodyRange& body) {
  const std::vector<bool> listed = FindLists(lines, body);
  for (size_t i = body.begin; i < body.end; ++i) {
    if (lines[i].role == LineRole::kOpen) lines[i].role = RoleInBody(lines, i, listed[i - body.begin]);
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
