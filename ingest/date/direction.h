// Which way the words after a date look: 9일 … 열었다 is past, 9일 … 열 예정이다 is to come.
//
//   const SentenceDirection direction("4일 서울에서 워크숍을 연다", {});
//   direction.After(4, 38, 38, false, false)  → Direction::kFuture
//
// Read from the surface, so that it works without morphemes. Linear to build, logarithmic to ask. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/date/direction_marker.h"
#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

class SentenceDirection {
 public:
  // Of a sentence that nobody asks about.
  SentenceDirection() = default;
  // `quotations` are the outer spans of those at depth 0, in order.
  SentenceDirection(std::string_view text, const std::vector<TextSpan>& quotations);

  // The direction of a date that ends at byte `begin`; the next date stands at `next`, and the sentence, or the
  // quotation that the date is in, ends at `end`.
  // Words inside quotations count only for a date that is itself `quoted`. `target`: 로 follows the date, which in 22일로 미뤘다
  // is to come although the verb is past.
  [[nodiscard]] Direction After(int begin, int next, int end, bool quoted, bool target) const;

  // True when a word from byte `begin` to `end` says a direction, or that it is open.
  [[nodiscard]] bool Says(int begin, int end, bool quoted) const;

  // True when the sentence, outside quotations, ends in a plan that nothing later revokes: 열 예정이다.
  [[nodiscard]] bool EndsInPlan() const;

  // True when it says, outside quotations, that something goes on as it is written: 방문 중, 열리고 있다.
  [[nodiscard]] bool Ongoing() const { return ongoing_; }

 private:
  [[nodiscard]] static Direction Final(const std::vector<DirectionMarker>& markers, int begin, int end);

  std::vector<DirectionMarker> outside_;  // of quotations
  std::vector<DirectionMarker> all_;
  bool ongoing_ = false;
};

}  // namespace sillok::ingest
