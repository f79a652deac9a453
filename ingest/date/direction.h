// Which way the words after a date look: 9일 … 열었다 is past, 9일 … 열 예정이다 is to come.
//
//   const SentenceDirection direction("4일 서울에서 워크숍을 연다", {});
//   direction.After(4, 38, 38, false, false)  → Direction::kFuture
//
// Read from the surface, so that it works without morphemes. Linear to build, logarithmic to ask. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

enum class Direction { kUnclear, kPast, kFuture };

class SentenceDirection {
 public:
  // `quotations` are the outer spans of those at depth 0, in order.
  SentenceDirection(std::string_view text, const std::vector<TextSpan>& quotations);

  // The direction of a date that ends at byte `begin`; the next date stands at `next`, and the sentence, or the
  // quotation that the date is in, ends at `end`.
  // Words inside quotations count only for a date that is itself `quoted`. `target`: 로 follows the date, which in 22일로 미뤘다
  // is to come although the verb is past.
  [[nodiscard]] Direction After(int begin, int next, int end, bool quoted, bool target) const;

  // True when the sentence, outside quotations, ends in a plan that nothing later revokes: 열 예정이다.
  [[nodiscard]] bool EndsInPlan() const;

  // True when it says, outside quotations, that something goes on as it is written: 방문 중, 열리고 있다.
  [[nodiscard]] bool Ongoing() const { return ongoing_; }

 private:
  struct Marker {
    int at = 0;
    Direction direction = Direction::kPast;
    bool reported = false;  // 연다고: the verb is in somebody's words
    bool plan = false;      // says so: 예정, 계획
    bool moving = false;    // 미뤘, 확정했: sets a time for what is to come
  };

  // What the syllable at `at` begins or is.
  [[nodiscard]] static std::optional<Marker> ReadMarker(std::string_view text, size_t at);
  [[nodiscard]] static Direction Final(const std::vector<Marker>& markers, int begin, int end);

  std::vector<Marker> outside_;  // of quotations
  std::vector<Marker> all_;
  bool ongoing_ = false;
};

}  // namespace sillok::ingest
