#include "ingest/clean/body_range.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// A sentence counts as many points as it has characters, within bounds; the others are measured against that.
constexpr int64_t kLongestProse = 150;
constexpr int64_t kChrome = -12;
constexpr int64_t kByline = -60;
constexpr int64_t kHeading = -30;
constexpr int64_t kTags = -150;
constexpr int64_t kRoster = 15;
// Other articles' headlines behind a signature.
constexpr int64_t kBehindSignature = -200;
constexpr int64_t kEnd = -500;
constexpr size_t kShortRunes = 60;
// Prose that must have been read before comments can end an article: they stand at the top of pages, too.
constexpr int64_t kArticleRunes = 120;
// How far behind the range a paragraph may stand, with buttons between.
constexpr size_t kReach = 8;
constexpr size_t kMinReachedRunes = 30;

bool IsProse(const PageLine& line) {
  return line.role == LineRole::kOpen && !line.outside && line.link_bytes * 2 <= line.text.size() &&
         line.statement;
}

int64_t Score(const PageLine& line, std::string_view above) {
  switch (line.role) {
    case LineRole::kOpen:
      break;
    case LineRole::kEnd:
    case LineRole::kComments:
      return kEnd;
    case LineRole::kCaption:
      return 0;
    case LineRole::kByline:
      return kByline;
    case LineRole::kTags:
      return kTags;
    case LineRole::kListHeading:
      return kHeading;
    default:
      return kChrome;
  }
  if (line.outside) return kHeading;
  if (IsProse(line)) return std::clamp<int64_t>(static_cast<int64_t>(line.runes), 10, kLongestProse);
  if (IsRoster(line.text, above)) return kRoster;
  if (EndsAsQuestion(line.text) || line.caption) return 0;
  return line.runes > kShortRunes ? -2 : -8;
}

// Paragraphs close behind the range that only buttons, or a short list of other articles, part from it.
size_t Extend(const PageLines& lines, size_t end) {
  size_t extended = end;
  for (size_t i = end; i < lines.size() && i < extended + kReach; ++i) {
    const LineRole role = lines[i].role;
    if (role == LineRole::kEnd || role == LineRole::kComments || role == LineRole::kByline ||
        role == LineRole::kTags) {
      break;
    }
    if (IsProse(lines[i]) && lines[i].runes >= kMinReachedRunes) extended = i + 1;
  }
  return extended;
}

// Behind the last sentence, what is told in points: "- 노선 : 가람역~솔내리".
size_t ExtendPoints(const PageLines& lines, size_t end) {
  static const RE2 point(R"((?:[-·○ㅇ□◦•*▷]\s?)?[^:]{1,14}\s?: .{2,})");
  constexpr size_t kMinPoints = 2;
  size_t points = end;
  while (points < lines.size() && lines[points].role == LineRole::kOpen && !lines[points].outside &&
         lines[points].link_bytes == 0 && RE2::FullMatch(Piece(lines[points].text), point)) {
    ++points;
  }
  return points - end >= kMinPoints ? points : end;
}

// What stands above the page's time, one or two sentences of a portal's or an advertiser's, is not the article.
size_t BehindPreamble(const PageLines& lines, BodyRange range) {
  size_t total = 0;
  for (size_t i = range.begin; i < range.end; ++i) total += IsProse(lines[i]) ? lines[i].runes : 0;
  size_t above = 0;
  size_t sentences = 0;
  for (size_t i = range.begin; i < std::min(range.end, range.begin + kReach); ++i) {
    if (lines[i].role == LineRole::kTime) {
      return sentences <= 2 && above < 2 * (total - above) ? i + 1 : range.begin;
    }
    if (!IsProse(lines[i])) continue;
    above += lines[i].runes;
    ++sentences;
  }
  return range.begin;
}

// The last line of a page that was cut off within a sentence.
bool IsCutOff(const PageLines& lines, size_t i) {
  return i > 0 && i + 1 == lines.size() && lines[i].role == LineRole::kOpen && !lines[i].outside &&
         lines[i].link_bytes == 0 && lines[i].runes >= kMinReachedRunes && IsProse(lines[i - 1]);
}

}  // namespace

BodyRange FindBody(const PageLines& lines) {
  BodyRange best;
  int64_t best_score = 0;
  int64_t score = 0;
  int64_t prose = 0;
  size_t begin = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role == LineRole::kComments && prose >= kArticleRunes) break;
    const bool signed_above = i > 0 && prose >= kArticleRunes && lines[i - 1].role == LineRole::kByline;
    const bool others = signed_above && lines[i].role == LineRole::kListHeading;
    const int64_t points = others ? kBehindSignature : Score(lines[i], i > 0 ? lines[i - 1].text : "");
    if (points > 0) prose += points;
    score += points;
    if (score <= 0) {
      score = 0;
      begin = i + 1;
    } else if (score > best_score) {
      best_score = score;
      best = {begin, i + 1};
    }
  }
  if (best_score <= 0) return best;
  best.end = ExtendPoints(lines, Extend(lines, best.end));
  if (IsCutOff(lines, best.end)) ++best.end;
  best.begin = BehindPreamble(lines, best);
  return best;
}

}  // namespace sillok::ingest
