// The cost of a hostile text grows with its length, not with its square.

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>

#include "gtest/gtest.h"
#include "tests/unit/date/dated.h"

namespace sillok::ingest {
namespace {

std::string Repeat(std::string_view piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

double SecondsOnce(std::string_view piece, size_t bytes) {
  ParsedArticle article = ParsedFrom("2024-03-18", Repeat(piece, bytes));
  // The processor's time, which other programs do not lengthen.
  const std::clock_t begin = std::clock();
  const DatedArticle dated = Date(std::move(article));
  const std::clock_t end = std::clock();
  EXPECT_EQ(dated.parsed.sentences.size(), 1U);
  return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

class DateLinearTest : public testing::TestWithParam<const char*> {};

TEST_P(DateLinearTest, FourTimesTheTextCostsAboutFourTimesAsMuch) {
  constexpr size_t kBytes = 100'000;
  SecondsOnce(GetParam(), 10'000);
  double once = std::numeric_limits<double>::infinity();
  double four_times = once;
  // A quadratic cost would be sixteen times; the floor keeps timer noise out.
  const auto is_linear = [&] { return four_times < 9 * std::max(once, 0.01); };
  // The best of three, and of more while it looks too much: what else the machine does only adds.
  for (int round = 0; round < 3 || (round < 12 && !is_linear()); ++round) {
    once = std::min(once, SecondsOnce(GetParam(), kBytes));
    four_times = std::min(four_times, SecondsOnce(GetParam(), 4 * kBytes));
  }
  EXPECT_TRUE(is_linear()) << GetParam() << ": " << four_times << " s against " << once << " s";
}

INSTANTIATE_TEST_SUITE_P(HostileTexts, DateLinearTest,
                         testing::Values("년월일", "7", "1년 2월 3일 ", "2024.", "매주 금요일과 ", "지난 ",
                                         "10일부터 ", "“9일 ” ", "할 예정 ", "이번 ", "3월 5일, ",
                                         "방문 중 2023 ", "'", "2024-03-18 ", "5, ", "월·", "3.13.~", "음력 ",
                                         "지금부터 ", "일", "첫째 주 ", "1년 ", "3시간 전 ", "1년 전 5월 ",
                                         "5일인 5일(", "24.1.2~", "기간은 10일에서 ", "동지인 ",
                                         "5월 5일 했고 "));

}  // namespace
}  // namespace sillok::ingest
