#include "query/answer/association.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sillok::query {
namespace {

constexpr int64_t kThousand = 1000;

// observed · ln(observed / expected), where expected = row × column / all.
double Surprise(int64_t observed, int64_t row, int64_t column, int64_t all) {
  if (observed == 0) return 0;
  const auto number = [](int64_t count) { return static_cast<double>(count); };
  return number(observed) * std::log(number(observed) * number(all) / (number(row) * number(column)));
}

}  // namespace

Association AssociationOf(const JointCounts& counts) {
  const int64_t all = std::max({counts.all, counts.one, int64_t{1}});
  const int64_t one = counts.one;
  const int64_t together = std::min({counts.together, one, counts.other});
  const int64_t other = std::min(counts.other, all - one + together);
  Association association;
  association.expected_thousandths = one * counts.other * kThousand / all;
  const double sum = Surprise(together, one, other, all) + Surprise(one - together, one, all - other, all) +
                     Surprise(other - together, all - one, other, all) +
                     Surprise(all - one - other + together, all - one, all - other, all);
  const int64_t ratio = std::llround(2 * sum * kThousand);
  association.log_likelihood_thousandths = together * all < one * other ? -std::abs(ratio) : std::abs(ratio);
  return association;
}

}  // namespace sillok::query
