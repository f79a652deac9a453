#include "ingest/serve/article_difference.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr char kOpening[] = "한빛테크는 부산에 연구소를 열었다.";
constexpr char kStaff[] = "연구소 직원은 30명이다.";

template <typename Fact>
void Prove(const v1::Article& article, int sentence, int begin, int end, Fact& fact) {
  fact.set_article(article.name());
  fact.set_sentence(sentence);
  fact.set_text(article.sentences(sentence).text());
  fact.mutable_span()->set_begin(begin);
  fact.mutable_span()->set_end(end);
  fact.set_extractor(article.extractor());
}

// An article as `extractor` reads it, with some sentences before its own two.
v1::Article Reading(const std::string& extractor, const std::vector<std::string>& before = {}) {
  v1::Article article;
  article.set_name("articles/a");
  article.set_extractor(extractor);
  article.set_title("한빛테크, 부산에 연구소");
  (*article.mutable_labels())["desk"] = "economy";
  (*article.mutable_labels())["feed"] = "wire";
  for (const std::string& text : before) article.add_sentences()->set_text(text);
  for (const char* text : {kOpening, kStaff}) article.add_sentences()->set_text(text);
  const int first = static_cast<int>(before.size());
  v1::Mention& mention = *article.add_mentions();
  mention.set_text("한빛테크");
  mention.set_sentence(first);
  mention.mutable_span()->set_end(12);
  v1::Event& event = *article.add_events();
  event.set_name("events/1");
  event.set_summary("한빛테크는 부산에 연구소를 열었다");
  event.set_type(v1::EVENT_TYPE_LAUNCH);
  Prove(article, first, 0, 12, *event.add_evidence());
  v1::Quantity& quantity = *article.add_quantities();
  quantity.set_value(30);
  quantity.set_unit("명");
  Prove(article, first + 1, 20, 25, *quantity.mutable_evidence());
  return article;
}

// "kind +added -lost ~changed" a kind.
std::vector<std::string> Counts(const v1::ArticleDifference& difference) {
  std::vector<std::string> counts;
  for (const v1::FactDifferenceCount& count : difference.counts()) {
    counts.push_back(v1::FactKind_Name(count.kind()).substr(10) + " +" + std::to_string(count.added()) +
                     " -" + std::to_string(count.lost()) + " ~" + std::to_string(count.changed()));
  }
  return counts;
}

TEST(ArticleDifference, AnotherFingerprintIsNone) {
  EXPECT_TRUE(IsAlike(Reading("old"), Reading("new")));
  const v1::ArticleDifference difference = Compare(Reading("old"), Reading("new"), 100);
  EXPECT_EQ(difference.name(), "articles/a");
  EXPECT_EQ(difference.extractor(), "old");
  EXPECT_THAT(difference.counts(), IsEmpty());
  EXPECT_THAT(difference.facts(), IsEmpty());
}

TEST(ArticleDifference, ASentenceMoreMovesNothingElse) {
  const v1::Article after = Reading("new", {"새로 찾은 첫 문장이다."});
  EXPECT_FALSE(IsAlike(Reading("old"), after));
  const v1::ArticleDifference difference = Compare(Reading("old"), after, 100);
  EXPECT_THAT(Counts(difference), ElementsAre("SENTENCE +1 -0 ~0"));
  ASSERT_THAT(difference.facts(), SizeIs(1));
  EXPECT_EQ(difference.facts(0).text(), "새로 찾은 첫 문장이다.");
  EXPECT_THAT(Counts(Compare(after, Reading("old"), 0)), ElementsAre("SENTENCE +0 -1 ~0"));
}

TEST(ArticleDifference, TellsEveryKindOfChange) {
  v1::Article after = Reading("new");
  after.set_title("한빛테크, 부산에 새 연구소");
  after.mutable_mentions(0)->mutable_span()->set_end(6);
  after.mutable_events(0)->set_status(v1::EVENT_STATUS_REPORTED);
  after.clear_quantities();
  const v1::ArticleDifference difference = Compare(Reading("old"), after, 100);
  EXPECT_THAT(Counts(difference),
              ElementsAre("ARTICLE +0 -0 ~1", "MENTION +1 -1 ~0", "EVENT +0 -0 ~1", "QUANTITY +0 -1 ~0"));
  ASSERT_THAT(difference.facts(), SizeIs(5));
  EXPECT_EQ(difference.facts(0).text(), "title");
  EXPECT_THAT(difference.facts(0).detail(), HasSubstr("부산에 연구소\" → \"한빛테크, 부산에 새 연구소"));
  EXPECT_EQ(difference.facts(1).change(), v1::FACT_CHANGE_ADDED);
  EXPECT_EQ(difference.facts(1).text(), "한빛");
  EXPECT_EQ(difference.facts(2).change(), v1::FACT_CHANGE_LOST);
  EXPECT_EQ(difference.facts(2).text(), "한빛테크");
  EXPECT_EQ(difference.facts(3).text(), "한빛테크는 부산에 연구소를 열었다");
  EXPECT_EQ(difference.facts(3).detail(), "status: EVENT_STATUS_UNSPECIFIED → EVENT_STATUS_REPORTED\n");
  EXPECT_EQ(difference.facts(4).kind(), v1::FACT_KIND_QUANTITY);
  EXPECT_EQ(difference.facts(4).change(), v1::FACT_CHANGE_LOST);
}

TEST(ArticleDifference, EqualFactsArePairedOneToOne) {
  v1::Article before = Reading("old", {kStaff});
  v1::Article after = Reading("new", {kStaff, kStaff});
  EXPECT_THAT(Counts(Compare(before, after, 0)), ElementsAre("SENTENCE +1 -0 ~0"));
}

TEST(ArticleDifference, CountsAllAndBoundsWhatItTells) {
  v1::Article after = Reading("new");
  for (int i = 0; i < 300; ++i) after.add_sentences()->set_text(std::to_string(i) + std::string(2000, 'x'));
  after.mutable_events(0)->set_place(std::string(5000, 'y'));
  const v1::ArticleDifference difference = Compare(Reading("old"), after, 100);
  EXPECT_THAT(Counts(difference), ElementsAre("SENTENCE +300 -0 ~0", "EVENT +0 -0 ~1"));
  ASSERT_THAT(difference.facts(), SizeIs(100));
  EXPECT_EQ(difference.facts(0).text().size(), 512u);
  const v1::ArticleDifference place = Compare(Reading("old"), after, 1000);
  EXPECT_LE(place.facts(300).detail().size(), 1024u);
}

// What is stored may be damaged: no place in it is trusted.
TEST(ArticleDifference, OutlivesPlacesThatAreNone) {
  v1::Article before = Reading("old");
  before.mutable_mentions(0)->set_sentence(99);
  before.mutable_quantities(0)->mutable_evidence()->mutable_span()->set_end(1 << 30);
  v1::Article after = Reading("new");
  after.mutable_mentions(0)->mutable_span()->set_begin(-5);
  EXPECT_THAT(Counts(Compare(before, after, 100)), ElementsAre("MENTION +1 -1 ~0", "QUANTITY +1 -1 ~0"));
}

TEST(ArticleDifference, RelationsAreFactsOfTheirOwn) {
  v1::Article after = Reading("new");
  v1::Relation& relation = *after.add_relations();
  relation.set_kind(v1::RELATION_KIND_PARTNERSHIP);
  relation.set_label("제휴");
  Prove(after, 0, 0, 12, *relation.mutable_evidence());
  EXPECT_THAT(Counts(Compare(Reading("old"), after, 100)), ElementsAre("RELATION +1 -0 ~0"));
  relation.set_label("협력");
  v1::Article before = after;
  before.mutable_relations(0)->set_label("제휴");
  EXPECT_THAT(Counts(Compare(before, after, 100)), ElementsAre("RELATION +0 -0 ~1"));
}

}  // namespace
}  // namespace sillok::ingest
