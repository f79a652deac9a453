#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "ingest/extract/glosses.h"
#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/name_trie.h"
#include "ingest/extract/named_article.h"
#include "ingest/extract/rune_trie.h"
#include "ingest/extract/suffix_trie.h"
#include "tests/support/case_table.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ParsedArticle Parse(CleanArticle clean) {
  static const Parser& parser = *Parser::Open(MecabDictionary()).value().release();
  return parser.Parse(std::move(clean));
}

NamedArticle NamesIn(std::vector<std::string> paragraphs) {
  CleanArticle clean;
  clean.body = std::move(paragraphs);
  DatedArticle dated;
  dated.parsed = Parse(std::move(clean));
  return FindNames(std::move(dated), TagModel::BuiltIn());
}

std::string TextOf(const NamedArticle& named, const Mention& mention) {
  return std::string(mention.at.span.In(named.dated.parsed.sentences[mention.at.sentence].text));
}

std::string Shown(const NamedArticle& named) {
  // In the order of EntityType: person, organisation, place, named event, work, product.
  constexpr char kLetters[] = {'?', 'p', 'o', 'l', 'e', 'w', 'd'};
  std::string shown;
  for (const Mention& mention : named.mentions) {
    if (!shown.empty()) shown += " | ";
    shown += TextOf(named, mention) + "/" + kLetters[static_cast<int>(mention.type)] + "/" +
             named.referents[mention.referent].canonical;
  }
  return shown;
}

TEST(FindNamesTest, ReadsTheCases) {
  for (const char* table : {"extract/names.tsv", "extract/bodies.tsv"}) {
    ForEachCase(table, [](const LexiconRow& row) {
      EXPECT_EQ(Shown(NamesIn({std::string(row[0])})), std::string(row[1])) << row[0];
    });
  }
}

TEST(FindNamesTest, MentionsAreInOrderAndNeverOverlap) {
  const NamedArticle named =
      NamesIn({"서울 강남경찰서와 한국은행, 삼성전자 평택 공장을 이영 장관이 찾았다. 이 장관은 떠났다."});
  ASSERT_THAT(named.mentions, SizeIs(5));
  for (size_t at = 1; at < named.mentions.size(); ++at) {
    const Place& before = named.mentions[at - 1].at;
    const Place& after = named.mentions[at].at;
    EXPECT_TRUE(before.sentence < after.sentence || before.span.end <= after.span.begin)
        << TextOf(named, named.mentions[at]);
  }
}

TEST(FindNamesTest, KeepsTheFormsButNoPronounAmongThem) {
  const NamedArticle named = NamesIn({"임가온 창업정책실장은 웃었다. 임 실장은 앉았다. 그는 물을 마셨다."});
  ASSERT_THAT(named.referents, SizeIs(1));
  EXPECT_EQ(named.referents[0].canonical, "임가온");
  EXPECT_THAT(named.referents[0].forms, ElementsAre("임가온", "임 실장"));
  EXPECT_THAT(named.mentions, SizeIs(3));
}

TEST(FindNamesTest, LeavesASurnameWithoutItsPersonAlone) {
  EXPECT_THAT(NamesIn({"최 회장은 공장을 찾았다."}).mentions, IsEmpty());
}

TEST(FindNamesTest, ADateIsNoName) {
  CleanArticle clean;
  clean.body = {"한국은행은 발표했다."};
  DatedArticle dated;
  dated.parsed = Parse(std::move(clean));
  dated.dates.push_back({.sentence = 0, .span = {0, 12}, .value = {}});
  EXPECT_THAT(FindNames(std::move(dated), TagModel::BuiltIn()).mentions, IsEmpty());
}

TEST(FindNamesTest, ACreditIsNoMention) {
  CleanArticle clean;
  clean.captions = {"이영 장관이 인사하고 있다. 연합뉴스"};
  DatedArticle dated;
  dated.parsed = Parse(std::move(clean));
  const NamedArticle named = FindNames(std::move(dated), TagModel::BuiltIn());
  ASSERT_THAT(named.mentions, SizeIs(1));
  EXPECT_EQ(TextOf(named, named.mentions[0]), "이영");
}

TEST(FindNamesTest, WhoMadeTheArticleIsNobodyInIt) {
  CleanArticle clean;
  clean.byline = {{.name = "윤하람", .email = ""}};
  clean.body = {"이영 장관이 왔습니다. 윤하람 기자가 보도합니다.", "누리뉴스 윤하람입니다."};
  clean.captions = {"이영 장관이 인사하고 있다. 서도윤 기자", "이영 장관. ⓒ 문하람"};
  DatedArticle dated;
  dated.parsed = Parse(std::move(clean));
  const NamedArticle named = FindNames(std::move(dated), TagModel::BuiltIn());
  for (const Referent& referent : named.referents) {
    if (referent.type != EntityType::kPerson) continue;
    EXPECT_EQ(referent.canonical, "이영");
  }
}

TEST(FindNamesTest, AMentionKnowsWhoProposedIt) {
  const NamedArticle named = NamesIn({"임가온 창업정책실장은 서울에서 웃었다."});
  ASSERT_THAT(named.mentions, SizeIs(2));
  EXPECT_EQ(named.mentions[0].reason.rule, "title behind");
  EXPECT_EQ(named.mentions[1].reason.rule, "row");
}

TEST(FindPositionsTest, TakesTitleAndOrganizationFromBothSides) {
  const NamedArticle after = NamesIn({"임가온 중소벤처기업부 창업정책실장은 말했다."});
  ASSERT_THAT(after.positions, SizeIs(1));
  EXPECT_EQ(after.positions[0].title, "창업정책실장");
  EXPECT_EQ(after.positions[0].organization, "중소벤처기업부");
  EXPECT_EQ(after.referents[after.positions[0].organization_referent].canonical, "중소벤처기업부");

  const NamedArticle before = NamesIn({"카카오 정신아 대표가 왔다. 오픈AI의 창업자 샘 올트먼도 왔다."});
  ASSERT_THAT(before.positions, SizeIs(2));
  EXPECT_EQ(before.positions[0].organization + " " + before.positions[0].title, "카카오 대표");
  EXPECT_EQ(before.positions[1].organization + " " + before.positions[1].title, "오픈AI 창업자");
}

TEST(FindPositionsTest, APastPositionIsNotDatedByTheArticle) {
  CleanArticle clean;
  clean.body = {"정가람 당시 디바이스솔루션(DS) 부문장과 만났다."};
  DatedArticle dated;
  dated.parsed = Parse(std::move(clean));
  dated.written.interval = DayOf(absl::CivilDay(2025, 2, 3));
  const NamedArticle named = FindNames(std::move(dated), TagModel::BuiltIn());
  ASSERT_THAT(named.positions, SizeIs(1));
  EXPECT_EQ(named.positions[0].organization + " " + named.positions[0].title, "디바이스솔루션 부문장");
  EXPECT_FALSE(named.positions[0].as_of.interval.has_value());
}

TEST(FindNamesTest, IsLinearInHostileText) {
  const auto seconds = [](int times) {
    std::string text;
    for (int at = 0; at < times; ++at) {
      text += "서울 김철수 대표 ‘가 (나 샘 올트먼 이모(4)씨·박지훈·이서연 A(4)씨 ▲김민준 ";
    }
    CleanArticle clean;
    clean.body = {text};
    DatedArticle dated;
    dated.parsed = Parse(std::move(clean));
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(FindNames(std::move(dated), TagModel::BuiltIn()).mentions.empty());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  static_cast<void>(seconds(10));
  const double small = seconds(2000);
  EXPECT_LT(seconds(16000), 8 * small * 3 + 0.5)
      << "eight times the text must cost about eight times the time";
}

TEST(NameTrieTest, FindsEveryNameThatBeginsHere) {
  NameTrie trie;
  EXPECT_EQ(trie.Add("한국", 0), 0);
  EXPECT_EQ(trie.Add("한국은행", 1), 1);
  EXPECT_EQ(trie.Add("한국", 2), 0) << "the first value stays";
  std::vector<std::pair<int, int>> found;
  trie.Match("한국은행은", 0, [&](int end, int value) { found.emplace_back(end, value); });
  EXPECT_THAT(found, ElementsAre(std::make_pair(6, 0), std::make_pair(12, 1)));
}

TEST(SuffixTrieTest, FindsEveryEndingOfAWord) {
  SuffixTrie trie;
  EXPECT_EQ(trie.Add("은행", 0), 0);
  EXPECT_EQ(trie.Add("행", 1), 1);
  EXPECT_EQ(trie.Add("빛은행", 2), 2);
  EXPECT_EQ(trie.Add("행", 3), 1) << "the first value stays";
  std::vector<std::pair<int, int>> found;
  trie.Match("한빛은행", [&](int begin, int value) { found.emplace_back(begin, value); });
  EXPECT_THAT(found, ElementsAre(std::make_pair(9, 1), std::make_pair(6, 0), std::make_pair(3, 2)));
  trie.Match("은행장", [](int, int) { FAIL() << "no row ends like this"; });
}

TEST(RuneTrieTest, HoldsMoreThanItBeganWith) {
  RuneTrie trie;
  EXPECT_EQ(trie.Next(RuneTrie::kRoot, U'가'), RuneTrie::kNone);
  constexpr int kMany = 5000;
  std::vector<uint32_t> nodes;
  nodes.reserve(kMany);
  for (int i = 0; i < kMany; ++i) nodes.push_back(trie.Grow(RuneTrie::kRoot, U'가' + i));
  for (int i = 0; i < kMany; ++i) {
    EXPECT_EQ(trie.Next(RuneTrie::kRoot, U'가' + i), nodes[i]);
    EXPECT_EQ(trie.Next(nodes[i], U'가' + i), RuneTrie::kNone);
  }
}

// Bytes that are no character stand in no word: no name begins there.
TEST(FindNamesTest, NamesStandApartAtBrokenBytes) {
  const NamedArticle named = NamesIn({"IF(A\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD)방통위"});
  ASSERT_FALSE(named.mentions.empty());
  int end = 0;
  for (const Mention& mention : named.mentions) {
    EXPECT_LE(end, mention.at.span.begin) << Shown(named);
    end = mention.at.span.end;
  }
}

TEST(NameLexiconTest, FindsWhereParticlesBegin) {
  std::vector<int> begins;
  Names().ForEachParticles("학교에서는", [&](int begin) { begins.push_back(begin); });
  EXPECT_THAT(begins, ElementsAre(12, 6)) << "는, 에서는; 서는 stands behind no particle";
}

TEST(NameLexiconTest, ParticlesAgreeWithTheSyllableBefore) {
  EXPECT_TRUE(Names().IsParticles("권", "은"));
  EXPECT_FALSE(Names().IsParticles("권", "는"));
  EXPECT_TRUE(Names().IsParticles("서울", "로"));
  EXPECT_FALSE(Names().IsParticles("부산", "로"));
  EXPECT_TRUE(Names().IsParticles("AI", "은"));
}

TEST(NameLexiconTest, KnowsTitlesByTheirEnd) {
  EXPECT_TRUE(Names().IsTitle("창업벤처혁신실장"));
  EXPECT_TRUE(Names().IsTitle("서울시장"));
  EXPECT_FALSE(Names().IsTitle("주식시장"));
  EXPECT_FALSE(Names().IsTitle("행사장"));
}

TEST(IsContractionTest, BeginsAndEndsAlike) {
  EXPECT_TRUE(IsContraction("중기중앙회", "중소기업중앙회"));
  EXPECT_TRUE(IsContraction("한빛대", "한빛대학교"));
  EXPECT_FALSE(IsContraction("중앙회", "중소기업협회"));
  EXPECT_FALSE(IsContraction("부산은행", "부산시청"));
}

}  // namespace
}  // namespace sillok::ingest
