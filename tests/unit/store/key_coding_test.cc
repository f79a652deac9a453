#include "common/store/key_coding.h"

#include <vector>

#include "gtest/gtest.h"

namespace sillok {
namespace {

std::string TextKey(std::string_view text) {
  std::string key;
  AppendText(text, key);
  return key;
}

TEST(KeyCoding, ReadsWhatWasWritten) {
  std::string key;
  AppendText(std::string_view("오픈\0ai", 9), key);
  AppendUint8(7, key);
  AppendUint32(0xDEADBEEF, key);
  AppendUint64(0x0123456789ABCDEF, key);
  AppendText("", key);
  KeyReader reader(key);
  EXPECT_EQ(reader.Text(), std::string("오픈\0ai", 9));
  EXPECT_EQ(reader.Uint8(), 7);
  EXPECT_EQ(reader.Uint32(), 0xDEADBEEF);
  EXPECT_FALSE(reader.done());
  EXPECT_EQ(reader.Uint64(), 0x0123456789ABCDEFu);
  EXPECT_EQ(reader.Text(), "");
  EXPECT_TRUE(reader.done());
}

TEST(KeyCoding, KeepsTheOrderOfTexts) {
  const std::vector<std::string> sorted = {"",
                                           std::string("\0", 1),
                                           std::string("\0\0", 2),
                                           std::string("\0\1", 2),
                                           std::string("a\0", 2).substr(0, 1),
                                           std::string("a\0", 2),
                                           "a\1",
                                           "ab",
                                           "b",
                                           "가"};
  for (size_t i = 0; i + 1 < sorted.size(); ++i) EXPECT_LT(TextKey(sorted[i]), TextKey(sorted[i + 1])) << i;
}

TEST(KeyCoding, KeepsTheOrderOfNumbers) {
  std::string small;
  std::string big;
  AppendUint64(255, small);
  AppendUint64(256, big);
  EXPECT_LT(small, big);
}

TEST(KeyCoding, NoTextIsThePrefixOfAnother) {
  EXPECT_FALSE(TextKey("ab").starts_with(TextKey("a")));
  std::string prefix;
  AppendTextPrefix("a", prefix);
  EXPECT_TRUE(TextKey("ab").starts_with(prefix));
}

TEST(PrefixEnd, IsTheNextKeyAfterThePrefix) {
  EXPECT_EQ(PrefixEnd("ab"), "ac");
  EXPECT_EQ(PrefixEnd("a\xFF"), "b");
  EXPECT_EQ(PrefixEnd("\xFF\xFF"), "");
  EXPECT_EQ(PrefixEnd("a\x7F"), "a\x80");
}

TEST(KeyReader, StaysBrokenAfterAMissingPart) {
  for (const std::string_view broken :
       {std::string_view("ab"), std::string_view("ab\0", 3), std::string_view("a\0\2b", 4)}) {
    KeyReader reader(broken);
    EXPECT_FALSE(reader.Text());
    EXPECT_FALSE(reader.ok());
    EXPECT_FALSE(reader.Uint8()) << "no part after a broken one";
  }
  KeyReader reader("abc");
  EXPECT_FALSE(reader.Uint32());
  EXPECT_FALSE(reader.done());
}

TEST(KeyCoding, TellsWhereTheFirstPartsEnd) {
  std::string key;
  AppendText(std::string("가\0나", 7), key);
  const size_t first = key.size();
  AppendText("", key);
  const size_t second = key.size();
  AppendUint8(7, key);
  EXPECT_EQ(PartsEnd(key, ""), 0U);
  EXPECT_EQ(PartsEnd(key, "t"), first);
  EXPECT_EQ(PartsEnd(key, "tt"), second);
  EXPECT_EQ(PartsEnd(key, "ttb"), second + 1);
  EXPECT_EQ(PartsEnd(key, "ttbb"), 0U);
  EXPECT_EQ(PartsEnd(key, "ttt"), 0U);
  EXPECT_EQ(PartsEnd(key.substr(0, first - 1), "t"), 0U) << "cut off";
}

}  // namespace
}  // namespace sillok
