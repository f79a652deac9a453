#include "ingest/extract/relations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "ingest/extract/clause.h"
#include "ingest/extract/events.h"
#include "ingest/extract/quotes.h"
#include "ingest/extract/report_day.h"
#include "tests/support/case_table.h"
#include "tests/unit/extract/marked_article.h"

namespace sillok::ingest {
namespace {

std::vector<RelationMention> RelationsOf(const NamedArticle& named) {
  const ArticleClauses clauses = FindClauses(named);
  const ReportDays days(named, clauses);
  return FindRelations(named, clauses, FindEvents(named, clauses, days, FindQuotes(named, clauses, days)));
}

std::string_view KindName(RelationKind kind) {
  constexpr std::string_view kNames[] = {"unknown",     "position",   "membership", "agreement",
                                         "partnership", "investment", "subsidiary", "acquisition",
                                         "founding",    "supply",     "lawsuit"};
  return kNames[static_cast<int>(kind)];
}

// "agreement 누리사 → 가람대 (업무협약) 2024-05-09"; with P before when it is planned.
std::string ShowRelations(const NamedArticle& named) {
  std::vector<std::string> shown;
  for (const RelationMention& relation : RelationsOf(named)) {
    const std::string object =
        relation.object >= 0 ? named.referents[relation.object].canonical : "‘" + relation.object_text + "’";
    const std::string valid = relation.valid.interval ? FormatInterval(*relation.valid.interval) : "?";
    shown.push_back(absl::StrCat(
        relation.status == EventStatus::kPlanned ? "P " : "", std::string(KindName(relation.kind)), " ",
        named.referents[relation.subject].canonical, " → ", object, " (", relation.label, ") ", valid));
  }
  return absl::StrJoin(shown, " ; ");
}

TEST(RelationsTest, Table) {
  ForEachCase("extract/relations.tsv", [](const LexiconRow& row) {
    EXPECT_EQ(ShowRelations(ReadMarkedArticle(row[0])), row[1]) << row[0];
  });
}

TEST(RelationsTest, SpanIsTheWordsThatSayIt) {
  const NamedArticle named =
      ReadMarkedArticle("[d2024-05-09:9일] [o0:누리사]는 [o1:가람전자]와 업무협약을 체결했다고 밝혔다.");
  const std::vector<RelationMention> relations = RelationsOf(named);
  ASSERT_EQ(relations.size(), 1u);
  EXPECT_EQ(relations[0].at.span.In(named.dated.parsed.sentences[0].text),
            "누리사는 가람전자와 업무협약을 체결했다고");
  EXPECT_EQ(relations[0].valid_text, "9일");
}

TEST(RelationsTest, ToldBestOfAllTellings) {
  const NamedArticle named = ReadMarkedArticle(
      "[o0:누리사]는 [o1:가람전자]와 협약을 맺기로 했다. [o0:누리사]와 협약을 맺은 [o1:가람전자]는 웃었다. "
      "[o1:가람전자]는 [d2024-05-09:9일] [o0:누리사]와 업무협약을 체결했다.");
  EXPECT_EQ(ShowRelations(named), "agreement 가람전자 → 누리사 (업무협약) 2024-05-09");
}

TEST(RelationsTest, PositionsAreRelations) {
  NamedArticle named = ReadMarkedArticle(
      "전 [o1:누리사] 대표 [p0:김나래]와 차기 [o3:가람전자] 사장 [p2:이든]이 만났다. [o4:한빛은행] 창업자 "
      "[p5:한별]도 왔다.");
  const std::vector<std::tuple<int, std::string, int, int>> held = {
      {0, "대표", 1, 0}, {2, "사장", 3, 0}, {5, "창업자", 4, 1}};
  for (const auto& [person, title, body, sentence] : held) {
    Position position;
    position.person = person;
    position.title = title;
    position.organization = named.referents[body].canonical;
    position.organization_referent = body;
    const std::string& text = named.dated.parsed.sentences[sentence].text;
    const int begin = static_cast<int>(text.find(title));
    position.at = {sentence, {begin, begin + static_cast<int>(title.size())}};
    position.as_of = named.dated.written;
    position.confidence = 90;
    named.positions.push_back(position);
  }
  EXPECT_EQ(
      ShowRelations(named),
      "position 김나래 → 누리사 (대표) ? ; P position 이든 → 가람전자 (사장) ? ; founding 한별 → 한빛은행 "
      "(창업자) ?");
}

// Hostile sentences cost time in their length: eight times the words, at most some twenty times the time.
TEST(RelationsTest, TimeIsLinearInTheSentence) {
  for (const std::string piece : {"[o0:누리사]가 투자한 [o1:가람전자] 자회사인 [o2:한빛은행]과 협약을 맺은 ",
                                  "[o0:누리사], [o1:가람전자]와 제휴를 맺고 ", "[o0:누리사], ",
                                  "[o0:누리사]와 ", "투자한 ", "[o0:누리사] 투자한 "}) {
    const auto seconds = [&](int pieces) {
      std::string marked;
      for (int i = 0; i < pieces; ++i) marked += piece;
      const NamedArticle named = ReadMarkedArticle(marked + "[o3:나래]와 업무협약을 체결했다.");
      const ArticleClauses clauses = FindClauses(named);
      const std::clock_t begin = std::clock();  // of this process: others may be busy
      (void)FindRelations(named, clauses, {});
      return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    constexpr int kPieces = 500;
    const double small = std::min(seconds(kPieces), seconds(kPieces));
    EXPECT_LT(seconds(8 * kPieces), 25 * small + 0.1) << piece;
  }
}

}  // namespace
}  // namespace sillok::ingest
