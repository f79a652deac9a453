#include "ingest/clean/json_value.h"

#include "gtest/gtest.h"

namespace sillok::ingest {
namespace {

TEST(JsonValueTest, ReadsWhatPagesWrite) {
  const JsonValue value = ReadJson(
      "\xEF\xBB\xBF {\"a\": \"줄이\n바뀐 \\\"말\\\" \\uD55C\\uD83D\\uDE00\", \"b\": [1, {\"c\": \"x\"},], "
      "\"d\": null,}");
  EXPECT_EQ(value["a"].text, "줄이\n바뀐 \"말\" 한😀");
  ASSERT_EQ(value["b"].items.size(), 2);
  EXPECT_EQ(value["b"].items[0].kind, JsonValue::kOther);
  EXPECT_EQ(value["b"].items[1]["c"].text, "x");
  EXPECT_EQ(value["d"].kind, JsonValue::kOther);
  EXPECT_EQ(value["e"].kind, JsonValue::kNothing);
}

TEST(JsonValueTest, KeepsWhatStandsBeforeAMistake) {
  EXPECT_EQ(ReadJson(R"({"a": "x", "b)")["a"].text, "x");
  EXPECT_EQ(ReadJson(R"({"a": "x", b: 1})")["a"].text, "x");
  for (const char* const text :
       {"", "{", "[", "\"", "\"\\", "\"\\u", "}", ",", "{\"a\"", "{\"a\":", "[[[[]"}) {
    (void)ReadJson(text);
  }
}

TEST(JsonValueTest, DepthEndsReading) {
  std::string deep = R"({"a": "x", "b": )";
  for (int i = 0; i < 100'000; ++i) deep += '[';
  EXPECT_EQ(ReadJson(deep)["a"].text, "x");
}

}  // namespace
}  // namespace sillok::ingest
