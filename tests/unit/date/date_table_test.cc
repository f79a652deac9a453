// Runs the tables in tests/cases/date: publish day, text, the dates it holds.

#include <array>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/unit/date/dated.h"

namespace sillok::ingest {
namespace {

struct Row {
  int line = 0;
  std::string day;
  std::string text;
  std::string expected;
};

std::vector<Row> ReadTable(const std::string& name) {
  std::ifstream file(std::string(SILLOK_SOURCE_DIR) + "/tests/cases/date/" + name);
  EXPECT_TRUE(file.is_open()) << name;
  std::vector<Row> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#' || number == 1) continue;
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    if (second == std::string::npos) {
      ADD_FAILURE() << name << ":" << number << ": three columns are wanted";
      continue;
    }
    rows.push_back(
        {number, line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return rows;
}

constexpr std::array<const char*, 13> kTables = {
    "absolute.tsv", "relative.tsv", "counts.tsv",  "bare.tsv",   "ranges.tsv", "calendar.tsv", "context.tsv",
    "undated.tsv",  "negative.tsv", "phrases.tsv", "spoken.tsv", "traps.tsv",  "news.tsv"};

// The text with every run of digits as one: rows that differ only in their numbers have one shape.
std::string ShapeOf(const std::string& text) {
  std::string shape;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) shape += c;
    if (digit && (shape.empty() || shape.back() != '0')) shape += '0';
  }
  return shape;
}

TEST(DateTables, HoldEnoughShapes) {
  std::set<std::string> positive;
  std::set<std::string> negative;
  for (const char* const table : kTables) {
    for (const Row& row : ReadTable(table)) {
      (row.expected == "-" ? negative : positive).insert(ShapeOf(row.text));
    }
  }
  EXPECT_GE(positive.size(), 600U);
  EXPECT_GE(negative.size(), 200U);
}

class DateTableTest : public testing::TestWithParam<const char*> {};

TEST_P(DateTableTest, EveryRowReadsAsAPersonReviewed) {
  const std::vector<Row> rows = ReadTable(GetParam());
  EXPECT_FALSE(rows.empty());
  for (const Row& row : rows) {
    const std::string actual = Describe(Date(ParsedFrom(row.day, row.text)));
    if (actual == row.expected) continue;
    ADD_FAILURE() << GetParam() << ":" << row.line << ": " << row.day << "  " << row.text << "\n  wanted "
                  << row.expected << "\n  got    " << actual;
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, DateTableTest, testing::ValuesIn(kTables));

}  // namespace
}  // namespace sillok::ingest
