#include "query/answer/association.h"

#include <cmath>

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

TEST(Association, IsTheLogLikelihoodRatio) {
  // By hand: 2·(12 ln 40 + 8 ln(8·1000/(20·985)) + 3 ln(3·1000/(980·15)) + 977 ln(977·1000/(980·985))).
  const Association association = AssociationOf({.together = 12, .one = 20, .other = 15, .all = 1000});
  EXPECT_EQ(association.expected_thousandths, 300);
  const double by_hand = 2 * (12 * std::log(40.0) + 8 * std::log(8000.0 / 19700) +
                              3 * std::log(3000.0 / 14700) + 977 * std::log(977000.0 / 965300));
  EXPECT_NEAR(static_cast<double>(association.log_likelihood_thousandths), 1000 * by_hand, 1);
}

TEST(Association, ChanceIsZeroAndLessIsNegative) {
  EXPECT_EQ(AssociationOf({.together = 10, .one = 100, .other = 100, .all = 1000}).log_likelihood_thousandths,
            0);
  EXPECT_LT(AssociationOf({.together = 1, .one = 100, .other = 100, .all = 1000}).log_likelihood_thousandths,
            0);
  EXPECT_GT(AssociationOf({.together = 20, .one = 100, .other = 100, .all = 1000}).log_likelihood_thousandths,
            0);
  EXPECT_EQ(AssociationOf({.together = 3, .one = 3, .other = 5, .all = 5}).log_likelihood_thousandths, 0)
      << "what is everywhere is with everything";
}

TEST(Association, SidesDoNotMatter) {
  const Association one = AssociationOf({.together = 7, .one = 9, .other = 30, .all = 500});
  const Association other = AssociationOf({.together = 7, .one = 30, .other = 9, .all = 500});
  EXPECT_EQ(one.log_likelihood_thousandths, other.log_likelihood_thousandths);
  EXPECT_EQ(one.expected_thousandths, other.expected_thousandths);
}

TEST(Association, CountsThatContradictEachOtherAreTakenAsNear) {
  EXPECT_EQ(AssociationOf({}).log_likelihood_thousandths, 0);
  EXPECT_EQ(AssociationOf({.together = 2, .one = 3, .other = 8, .all = 6}).expected_thousandths, 4000);
  EXPECT_GE(AssociationOf({.together = 9, .one = 3, .other = 3, .all = 6}).log_likelihood_thousandths, 0);
}

}  // namespace
}  // namespace sillok::query
