#include "ingest/date/direction.h"

#include <algorithm>

namespace sillok::ingest {

SentenceDirection::SentenceDirection(std::string_view text, const std::vector<TextSpan>& quotations) {
  auto quotation = quotations.begin();
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    const std::optional<DirectionMarker> marker = ReadDirectionMarker(text, at, rune);
    at += rune.length;
    if (!marker) continue;
    while (quotation != quotations.end() && quotation->end <= marker->at) ++quotation;
    const bool quoted = quotation != quotations.end() && quotation->begin <= marker->at;
    if (marker->ongoing) {
      ongoing_ = ongoing_ || !quoted;
      continue;
    }
    all_.push_back(*marker);
    if (!quoted) outside_.push_back(*marker);
  }
}

Direction SentenceDirection::After(int begin, int next, int end, bool quoted, bool target) const {
  const std::vector<DirectionMarker>& markers = quoted ? all_ : outside_;
  const auto marker = std::lower_bound(markers.begin(), markers.end(), begin,
                                       [](const DirectionMarker& one, int at) { return one.at < at; });
  const Direction final = Final(markers, begin, end);
  if (marker == markers.end() || marker->at >= std::min(next, end)) return final;
  if (target && marker->moving) return Direction::kFuture;
  if (marker->direction != Direction::kFuture) return marker->direction;
  // 9일 … 출시할 예정이라고 밝혔다: the day may be that of the saying.
  if (marker->reported && next >= end && final == Direction::kPast) return Direction::kUnclear;
  return Direction::kFuture;
}

Direction SentenceDirection::Final(const std::vector<DirectionMarker>& markers, int begin, int end) {
  const auto after = std::lower_bound(markers.begin(), markers.end(), end,
                                      [](const DirectionMarker& one, int at) { return one.at < at; });
  if (after == markers.begin() || (after - 1)->at < begin) return Direction::kUnclear;
  const auto last = after - 1;
  // 예보됐다, 하기로 했다: the past of a word that leaves its time open.
  constexpr int kNear = 16;
  const bool opened = last != markers.begin() && (last - 1)->moving && last->at - (last - 1)->at <= kNear;
  return (opened ? last - 1 : last)->direction;
}

bool SentenceDirection::Says(int begin, int end, bool quoted) const {
  const std::vector<DirectionMarker>& markers = quoted ? all_ : outside_;
  const auto marker = std::lower_bound(markers.begin(), markers.end(), begin,
                                       [](const DirectionMarker& one, int at) { return one.at < at; });
  return marker != markers.end() && marker->at < end;
}

bool SentenceDirection::EndsInPlan() const { return !outside_.empty() && outside_.back().plan; }

}  // namespace sillok::ingest
