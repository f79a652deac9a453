#include "common/lexicon/lexicon.h"

#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(LexiconTable, SplitsRowsAndSkipsComments) {
  const LexiconTable table("# provenance\nname\tkind\n가나\t1\n\n# more\n다라\n");
  EXPECT_EQ(table.header()[1], "kind");
  ASSERT_EQ(table.rows().size(), 2u);
  EXPECT_EQ(table.rows()[0][0], "가나");
  EXPECT_EQ(table.rows()[0][1], "1");
  EXPECT_EQ(table.rows()[1][0], "다라");
  EXPECT_EQ(table.rows()[1][1], "") << "a column the line does not have is empty";
}

TEST(FindLexicon, ReadsAFileThatIsBuiltIn) {
  const LexiconTable aliases = FindLexicon("aliases");
  EXPECT_EQ(aliases.header()[0], "alias");
  EXPECT_FALSE(aliases.rows().empty());
}

TEST(LexiconFingerprint, GoesByTheFilesNamed) {
  EXPECT_EQ(LexiconFingerprint({"aliases"}), LexiconFingerprint({"aliases"}));
  EXPECT_NE(LexiconFingerprint({"aliases"}), LexiconFingerprint({"aliases", "aliases"}));
}

}  // namespace
}  // namespace sillok
