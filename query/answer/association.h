// Whether two things stand together more often than by chance: the log-likelihood ratio G² of Dunning (Accurate Methods for the
// Statistics of Surprise and Coincidence, Computational Linguistics 19, 1993) over the 2×2 table of who is there and who not.
//
//   AssociationOf({.together = 12, .one = 20, .other = 15, .all = 1000})
//     → {.expected_thousandths = 300, .log_likelihood_thousandths = 88153}
//
// Whole numbers in, whole numbers out: equal counts give equal answers, and sums have no order. Pure; safe from any thread.
#pragma once

#include <cstdint>

namespace sillok::query {

struct JointCounts {
  int64_t together = 0;
  int64_t one = 0;    // with the one, the other there or not
  int64_t other = 0;  // with the other
  int64_t all = 0;
};

struct Association {
  // one × other / all, rounded down.
  int64_t expected_thousandths = 0;
  // G², rounded to the nearest; negative when they are together less often than expected.
  int64_t log_likelihood_thousandths = 0;
};

// Counts that contradict each other (a part greater than the whole) are taken as near to it as can be.
[[nodiscard]] Association AssociationOf(const JointCounts& counts);

}  // namespace sillok::query
