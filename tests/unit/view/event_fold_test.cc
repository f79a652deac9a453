#include "query/view/event_fold.h"

#include <algorithm>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::query {
namespace {

using Mention = storage::v1::StoredEventMention;
using testing::ElementsAre;

constexpr v1::EventStatus kReported = v1::EVENT_STATUS_REPORTED;
constexpr v1::EventStatus kPlanned = v1::EVENT_STATUS_PLANNED;
constexpr v1::EventStatus kDenied = v1::EVENT_STATUS_DENIED;
constexpr v1::EventStatus kCancelled = v1::EVENT_STATUS_CANCELLED;

Mention Told(const std::string& id, const std::string& article, v1::EventStatus status, int confidence,
             const std::string& published = "2024-03-18", uint64_t sketch = 0) {
  Mention mention;
  mention.mutable_event()->set_name(id);
  mention.mutable_event()->set_summary("as " + id + " tells it");
  mention.mutable_event()->set_status(status);
  v1::Evidence& evidence = *mention.mutable_event()->add_evidence();
  evidence.set_article("articles/" + article);
  evidence.set_confidence(confidence);
  evidence.set_published(published);
  mention.set_sketch(sketch);
  return mention;
}

v1::EventStatus StatusOf(const std::vector<Mention>& mentions) { return FoldEvent(mentions)->status(); }

TEST(FoldEvent, NothingTellsNothing) { EXPECT_FALSE(FoldEvent({}).has_value()); }

TEST(FoldEvent, BestEvidenceSpeaksSmallestIdNames) {
  const v1::Event event =
      *FoldEvent({Told("b", "x", kReported, 40), Told("c", "y", kReported, 90, ""),
                  Told("d", "z", kReported, 90, "2024-03-19"), Told("a", "w", kReported, 90, "2024-03-20")});
  EXPECT_EQ(event.summary(), "as d tells it");
  EXPECT_EQ(event.name(), "a");
  std::vector<std::string> articles;
  for (const v1::Evidence& evidence : event.evidence()) articles.push_back(evidence.article());
  EXPECT_THAT(articles, ElementsAre("articles/z", "articles/w", "articles/y", "articles/x"));
  EXPECT_EQ(event.evidence_count(), 4);
}

TEST(FoldEvent, PlannedThenReportedElsewhereIsConfirmed) {
  EXPECT_EQ(StatusOf({Told("a", "x", kPlanned, 90), Told("b", "y", kReported, 10)}),
            v1::EVENT_STATUS_CONFIRMED);
  EXPECT_EQ(StatusOf({Told("a", "x", kPlanned, 90), Told("b", "x", kReported, 10)}), kReported);
  EXPECT_EQ(
      StatusOf({Told("a", "x", kPlanned, 90), Told("b", "x", kReported, 10), Told("c", "y", kPlanned, 10)}),
      v1::EVENT_STATUS_CONFIRMED);
}

TEST(FoldEvent, WhatCameOfAPlanSpeaksBeforeThePlan) {
  const v1::Event event = *FoldEvent(
      {Told("a", "x", kPlanned, 90), Told("b", "y", kReported, 10), Told("c", "z", kReported, 20)});
  EXPECT_EQ(event.summary(), "as c tells it");
  EXPECT_EQ(event.name(), "a");
  std::vector<std::string> articles;
  for (const v1::Evidence& evidence : event.evidence()) articles.push_back(evidence.article());
  EXPECT_THAT(articles, ElementsAre("articles/z", "articles/y", "articles/x"));
}

TEST(FoldEvent, PlannedThenCalledOffIsCancelledWithoutConflict) {
  const v1::Event event = *FoldEvent({Told("a", "x", kPlanned, 90), Told("b", "y", kCancelled, 10)});
  EXPECT_EQ(event.summary(), "as b tells it");
  EXPECT_EQ(event.status(), kCancelled);
  EXPECT_EQ(event.conflicts_size(), 0);
}

TEST(FoldEvent, DisputesAreListedAndTheBestEvidenceStands) {
  const v1::Event event =
      *FoldEvent({Told("a", "y", kReported, 90), Told("b", "x", kDenied, 50), Told("c", "z", kReported, 10)});
  EXPECT_EQ(event.status(), kReported);
  ASSERT_EQ(event.conflicts_size(), 1);
  const v1::EventConflict& conflict = event.conflicts(0);
  EXPECT_EQ(conflict.field(), "status");
  ASSERT_EQ(conflict.values_size(), 2);
  EXPECT_EQ(conflict.values(0).value(), "EVENT_STATUS_DENIED");
  EXPECT_THAT(conflict.values(0).articles(), ElementsAre("articles/x"));
  EXPECT_EQ(conflict.values(1).value(), "EVENT_STATUS_REPORTED");
  EXPECT_THAT(conflict.values(1).articles(), ElementsAre("articles/y", "articles/z"));
  EXPECT_EQ(StatusOf({Told("a", "y", kReported, 10), Told("b", "x", kDenied, 50)}), kDenied);
  EXPECT_EQ(FoldEvent({Told("a", "y", kDenied, 10), Told("b", "x", kDenied, 50)})->conflicts_size(), 0);
  EXPECT_EQ(FoldEvent({Told("a", "y", kCancelled, 10), Told("b", "x", kReported, 50)})->conflicts_size(), 1);
}

Mention At(Mention mention, const std::string& first, const std::string& last, v1::Grain grain) {
  mention.mutable_event()->mutable_date()->set_first_day(first);
  mention.mutable_event()->mutable_date()->set_last_day(last);
  mention.mutable_event()->mutable_date()->set_grain(grain);
  return mention;
}

Mention With(Mention mention, const std::vector<std::string>& participants) {
  for (const std::string& entity : participants) {
    mention.mutable_event()->add_participants()->set_entity(entity);
  }
  return mention;
}

TEST(FoldEvent, TheFinestDateThatMostSourcesTell) {
  const Mention month = At(Told("a", "x", kReported, 90, "", 0), "2025-02-01", "2025-02-28", v1::GRAIN_MONTH);
  const Mention third =
      At(Told("b", "y", kReported, 50, "", 0xFF), "2025-02-03", "2025-02-03", v1::GRAIN_DAY);
  const Mention fourth =
      At(Told("c", "z", kReported, 40, "", 0xFFFF00), "2025-02-04", "2025-02-04", v1::GRAIN_DAY);
  Mention again =
      At(Told("d", "w", kReported, 30, "", ~uint64_t{0}), "2025-02-04", "2025-02-04", v1::GRAIN_DAY);
  EXPECT_EQ(FoldEvent({month, third})->date().first_day(), "2025-02-03");
  EXPECT_EQ(FoldEvent({month, third})->conflicts_size(), 0) << "a month disputes no day";
  EXPECT_EQ(FoldEvent({month, third, fourth})->date().first_day(), "2025-02-03")
      << "one source each: the better";
  const v1::Event event = *FoldEvent({month, third, fourth, again});
  EXPECT_EQ(event.date().first_day(), "2025-02-04");
  ASSERT_EQ(event.conflicts_size(), 1);
  EXPECT_EQ(event.conflicts(0).field(), "date");
  ASSERT_EQ(event.conflicts(0).values_size(), 2);
  EXPECT_EQ(event.conflicts(0).values(1).value(), "2025-02-04");
  EXPECT_THAT(event.conflicts(0).values(1).articles(), ElementsAre("articles/w", "articles/z"));
  again.set_sketch(0xFFFF00);
  EXPECT_EQ(FoldEvent({month, third, fourth, again})->date().first_day(), "2025-02-03")
      << "a copy is no source";
}

Mention Counts(Mention mention, const std::string& measure, double value, const std::string& subject = "") {
  storage::v1::EventFigure& figure = *mention.add_figures();
  figure.set_measure(measure);
  figure.set_unit("명");
  figure.set_value(value);
  figure.set_subject(subject);
  return mention;
}

TEST(FoldEvent, DifferentFiguresStandSideBySide) {
  const Mention three = Counts(Told("a", "x", kReported, 90), "사망자", 3);
  const Mention five = Counts(Told("b", "y", kReported, 50), "사망자", 5);
  const v1::Event event = *FoldEvent({three, five, Counts(Told("c", "z", kReported, 50), "사망자", 3)});
  ASSERT_EQ(event.conflicts_size(), 1);
  EXPECT_EQ(event.conflicts(0).field(), "사망자");
  ASSERT_EQ(event.conflicts(0).values_size(), 2);
  EXPECT_EQ(event.conflicts(0).values(0).value(), "3명");
  EXPECT_THAT(event.conflicts(0).values(0).articles(), ElementsAre("articles/x", "articles/z"));
  EXPECT_EQ(event.conflicts(0).values(1).value(), "5명");
  const auto conflicts = [&](const Mention& other) { return FoldEvent({three, other})->conflicts_size(); };
  EXPECT_EQ(conflicts(Counts(Told("b", "x", kReported, 50), "사망자", 5)), 0) << "one article";
  EXPECT_EQ(conflicts(Counts(Told("b", "y", kReported, 50), "부상자", 5)), 0) << "another measure";
  EXPECT_EQ(conflicts(Counts(Told("b", "y", kReported, 50), "사망자", 5, "2/가람시")), 0)
      << "another subject";
  EXPECT_EQ(conflicts(Counts(five, "사망자", 7)), 0) << "two of one measure in a clause";
}

TEST(FoldEvent, EverybodyWhomAClauseNamesTakesPart) {
  Mention best = With(Told("a", "x", kReported, 90), {"1/다", "2/가"});
  Mention other = With(Told("b", "y", kReported, 50), {"1/나", "2/가", "2/라"});
  other.mutable_event()->mutable_participants(0)->set_role(v1::PARTICIPANT_ROLE_PARTNER);
  other.mutable_event()->set_place("서울");
  const Mention third = With(Told("c", "z", kReported, 40), {"2/라"});
  const v1::Event event = *FoldEvent({third, other, best});
  std::vector<std::string> entities;
  for (const v1::Participant& participant : event.participants()) entities.push_back(participant.entity());
  EXPECT_THAT(entities, ElementsAre("1/다", "2/가", "2/라", "1/나")) << "the best clause's, then by articles";
  EXPECT_EQ(event.participants(3).role(), v1::PARTICIPANT_ROLE_PARTNER);
  EXPECT_EQ(event.place(), "서울") << "the best clause tells none";
}

TEST(FoldEvent, CopiesAreOneSource) {
  const v1::Event event =
      *FoldEvent({Told("a", "x", kReported, 50, "", 0), Told("b", "y", kReported, 50, "", 1),
                  Told("c", "z", kReported, 50, "", ~uint64_t{0})});
  EXPECT_EQ(event.evidence_count(), 3);
  EXPECT_EQ(event.independent_sources(), 2);
}

// Of very many clauses the first and the last are folded, and all are counted.
TEST(FoldEvent, TheFirstAndTheLastClausesTellForAll) {
  FoldedClauses clauses;
  FoldedClauses ends;
  ends.Skip(1000);
  for (int told = 0; told < 1000 + static_cast<int>(2 * kFoldedEnds); ++told) {
    const bool late = told >= 1000 + static_cast<int>(kFoldedEnds);
    const std::string row =
        Told(std::to_string(10'000 + told), std::to_string(told), late ? kReported : kPlanned, 50)
            .SerializeAsString();
    clauses.Add(row);
    if (late || told < static_cast<int>(kFoldedEnds)) ends.Add(row);
  }
  const v1::Event event = **std::move(clauses).Fold("10000");
  EXPECT_EQ(event.evidence_count(), 1000 + 2 * kFoldedEnds);
  EXPECT_EQ(event.status(), v1::EVENT_STATUS_CONFIRMED) << "the last ones are heard";
  EXPECT_EQ((*std::move(ends).Fold("10000"))->SerializeAsString(), event.SerializeAsString());
}

TEST(FoldEvent, KeepsTheBestHundred) {
  std::vector<Mention> mentions;
  mentions.reserve(150);
  for (int mention = 0; mention < 150; ++mention) {
    mentions.push_back(
        Told("id" + std::to_string(1000 + mention), std::to_string(mention), kReported, mention % 100));
  }
  const v1::Event event = *FoldEvent(mentions);
  EXPECT_EQ(event.evidence_size(), kStoredEvidence);
  EXPECT_EQ(event.evidence(0).confidence(), 99);
  EXPECT_EQ(event.evidence_count(), 150);
  std::reverse(mentions.begin(), mentions.end());
  EXPECT_EQ(FoldEvent(mentions)->SerializeAsString(), event.SerializeAsString());
}

}  // namespace
}  // namespace sillok::query
