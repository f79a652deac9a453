// The promise, tried at random: the view is a function of the set of current article revisions.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/status/status_macros.h"
#include "gtest/gtest.h"
#include "query/link/facet.h"
#include "query/view/article_fold.h"
#include "query/view/article_sketch.h"
#include "tests/property/shrink.h"
#include "tests/property/view_script.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

constexpr uint32_t kScripts = 1000;
constexpr int kSteps = 16;

std::string OriginName(int origin) { return "origin-" + std::to_string(origin); }

// Every row that two states do not share, in words.
std::string Difference(const MapRows::Map& view, const MapRows::Map& derived) {
  MapRows::Map only_view;
  MapRows::Map only_derived;
  std::set_difference(view.begin(), view.end(), derived.begin(), derived.end(),
                      std::inserter(only_view, only_view.end()));
  std::set_difference(derived.begin(), derived.end(), view.begin(), view.end(),
                      std::inserter(only_derived, only_derived.end()));
  return "only in the view:\n" + DumpRows(only_view) + "only in the slow derivation:\n" +
         DumpRows(only_derived);
}

MapRows::Map Expected(const std::vector<Step>& steps) {
  const absl::StatusOr<MapRows> rows = DeriveView(CurrentArticles(steps), GivenCurations(steps));
  EXPECT_TRUE(rows.ok()) << rows.status();
  return rows->rows();
}

// Events of a state that several articles tell, and that some of them planned and others report.
struct ToldTogether {
  int several = 0;
  int confirmed = 0;

  void Count(const MapRows::Map& rows) {
    for (const auto& [row, value] : rows) {
      if (row.first != Family::kEvents) continue;
      v1::Event event;
      ASSERT_TRUE(event.ParseFromString(value));
      std::set<std::string> articles;
      for (const v1::Evidence& evidence : event.evidence()) articles.insert(evidence.article());
      several += articles.size() > 1 ? 1 : 0;
      confirmed += event.status() == v1::EVENT_STATUS_CONFIRMED ? 1 : 0;
    }
  }
};

// The relations of an entity, each with all its evidence.
std::string Relations(const ViewReader& reader, const NameKey& key) {
  std::string answers;
  RelationCursor cursor = *reader.Relations(key, {});
  for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
    v1::ListRelationsResponse::Told told;
    EXPECT_TRUE(cursor.ReadRelation(*cursor.ReadTale(std::nullopt), 100, told).ok());
    answers += "  " + told.ShortDebugString() + "\n";
  }
  EXPECT_TRUE(cursor.status().ok()) << cursor.status();
  return answers;
}

// Everything a reader answers about the entities, in words: goes through the names in memory.
std::string Answers(const ViewReader& reader) {
  std::string answers;
  PrefixCursor rows = reader.Rows(Family::kEntityDays);
  for (rows.SeekToFirst(); rows.Valid(); rows.Next()) {
    const std::string words = DescribeKey(Family::kEntityDays, rows.suffix());
    const std::string id = words.substr(words.size() - 25, 24);
    const auto key = reader.ResolveEntity(id);
    EXPECT_TRUE(key.ok() && key->has_value()) << words;
    answers += id + " " + (*reader.ReadEntity(**key))->ShortDebugString() + "\n";
    for (const TimelineOrder order : {TimelineOrder::kAscending, TimelineOrder::kDescending}) {
      TimelineCursor cursor = *reader.Timeline(**key, order);
      for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
        v1::Event event;
        EXPECT_TRUE(cursor.ReadEvent(3, event).ok());
        answers += "  " + event.ShortDebugString() + "\n";
      }
    }
    answers += Relations(reader, **key);
  }
  return answers;
}

// Half of the larger batches wait in memory, for others or to be written to files in the middle of a story.
std::unique_ptr<View> OpenStoryView(const std::string& path) {
  constexpr size_t kCommitsThatWait = 5;
  constexpr size_t kWaitingBytes = 200'000;
  return OpenView(path, kCommitsThatWait, kWaitingBytes);
}

// Gives a view the commits, up to so many of one origin that follow each other in one batch.
absl::Status ApplyAll(const std::vector<Step>& steps, size_t at_once, View& view) {
  for (auto step = steps.begin(); step != steps.end();) {
    const int origin = step->origin;
    std::vector<v1::Commit> commits;
    for (; step != steps.end() && step->origin == origin && commits.size() < at_once; ++step) {
      commits.push_back(step->commit);
    }
    SILLOK_RETURN_IF_ERROR(view.Apply(OriginName(origin), commits, commits.back().id()));
  }
  return absl::OkStatus();
}

absl::Status Give(const std::vector<Step>& steps, size_t at_once, View& view) {
  SILLOK_RETURN_IF_ERROR(ApplyAll(steps, at_once, view));
  return view.Publish();
}

// Gives the steps to a view of their own, and takes all back; what is wrong with its rows, in words.
std::string WrongAfter(const std::vector<Step>& steps, size_t at_once) {
  const TestFolder folder;
  const std::unique_ptr<View> view = OpenStoryView(folder.path());
  if (const absl::Status given = Give(Committed(steps), at_once, *view); !given.ok()) return given.ToString();
  const MapRows::Map rows = CanonicalRows(*view->Latest());
  const MapRows::Map expected = Expected(steps);
  if (rows != expected) return Difference(rows, expected);
  for (int origin = 0; origin < 3; ++origin) {
    if (!view->DropOrigin(OriginName(origin)).ok()) return "an origin stays";
  }
  if (!view->Publish().ok()) return "nothing is published";
  const std::string left = DumpRows(CanonicalRows(*view->Latest()));
  return left.empty() ? "" : "rows stay behind:\n" + left;
}

// A failing story as small as it gets. As long as it was when only a store with a history fails.
std::string MadeSmall(const std::vector<Step>& steps, size_t at_once = 1) {
  const auto fails = [at_once](const std::vector<Step>& fewer) {
    return !WrongAfter(fewer, at_once).empty();
  };
  const std::vector<Step> small = fails(steps) ? Shrunk<Step>(steps, fails) : steps;
  return WrongAfter(small, at_once) + "\nafter, " + std::to_string(at_once) + " at once,\n" +
         Describe(Committed(small));
}

class ViewProperty : public testing::Test {
 protected:
  // Gives the view everything, looking at its answers on the way when told so.
  void Apply(const std::vector<Step>& steps, bool ask_often) {
    for (const Step& step : steps) {
      const absl::Status applied = view_->Apply(OriginName(step.origin), step.commit, step.commit.id());
      ASSERT_TRUE(applied.ok()) << applied;
      if (!ask_often) continue;
      ASSERT_TRUE(view_->Publish().ok());
      (void)Answers(*view_->Latest());
    }
    ASSERT_TRUE(view_->Publish().ok());
  }

  void Forget(int origin) {
    ASSERT_TRUE(view_->DropOrigin(OriginName(origin)).ok());
    ASSERT_TRUE(view_->Publish().ok());
  }

  // Withdraws everything; not a row may stay behind.
  void ForgetAll() {
    for (int origin = 0; origin < 3; ++origin) Forget(origin);
    EXPECT_EQ(DumpRows(CanonicalRows(*view_->Latest())), "");
  }

  // A new store: one that has forgotten hundreds of stories walks over what it deleted.
  void StartAnew() {
    view_.reset();
    folder_ = std::make_unique<TestFolder>();
    view_ = OpenStoryView(folder_->path());
  }

  std::unique_ptr<TestFolder> folder_ = std::make_unique<TestFolder>();
  std::unique_ptr<View> view_ = OpenStoryView(folder_->path());
};

TEST_F(ViewProperty, EveryOrderAndSpreadGivesTheSlowDerivation) {
  ToldTogether together;
  for (uint32_t seed = 1; seed <= kScripts; ++seed) {
    if (seed % 40 == 0) StartAnew();
    const int origins = 1 + static_cast<int>(seed % 3);
    const std::vector<Step> script = MakeScript(seed, kSteps, origins);
    const MapRows::Map expected = Expected(script);
    together.Count(expected);
    for (uint32_t order = 0; order < 2; ++order) {
      const std::vector<Step> steps =
          order == 0 ? script : Rearranged(script, seed * 1000 + order, 1 + static_cast<int>(seed / 3 % 3));
      const size_t at_once = order == 0 ? 1 : 1 + seed % 9;
      const absl::Status given = Give(Committed(steps), at_once, *view_);
      ASSERT_TRUE(given.ok()) << given;
      const MapRows::Map rows = CanonicalRows(*view_->Latest());
      ASSERT_TRUE(rows == expected) << "seed " << seed << ", order " << order << "\n"
                                    << MadeSmall(steps, at_once);
      ForgetAll();
      ASSERT_FALSE(HasFailure()) << "rows stay behind, seed " << seed << "\n" << MadeSmall(steps, at_once);
    }
  }
  EXPECT_GE(together.several, 100) << "the stories are told too rarely by several articles";
  EXPECT_GE(together.confirmed, 10);
  std::cout << together.several << " events of several articles, " << together.confirmed << " confirmed\n";
}

// A view that begins empty, and of which nothing is published on the way.
TEST(ViewRebuildProperty, GivesTheSlowDerivation) {
  for (uint32_t seed = 5001; seed <= 5100; ++seed) {
    const std::vector<Step> steps = MakeScript(seed, kSteps, 1 + static_cast<int>(seed % 3));
    const size_t at_once = 1 + seed % 9;
    ASSERT_EQ(WrongAfter(steps, at_once), "") << "seed " << seed << "\n" << MadeSmall(steps, at_once);
  }
}

TEST_F(ViewProperty, EveryStepOnTheWayIsTheSlowDerivation) {
  for (uint32_t seed = 1001; seed <= 1020; ++seed) {
    const std::vector<Step> steps = Committed(MakeScript(seed, kSteps, 2));
    for (size_t done = 1; done <= steps.size(); ++done) {
      const std::vector<Step> so_far(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(done));
      Apply({so_far.back()}, false);
      const MapRows::Map rows = CanonicalRows(*view_->Latest());
      const MapRows::Map expected = Expected(so_far);
      ASSERT_TRUE(rows == expected) << "seed " << seed << ", step " << done << "\n" << MadeSmall(so_far);
    }
    ForgetAll();
  }
}

TEST_F(ViewProperty, AVanishedOriginTakesBackWhatItGave) {
  for (uint32_t seed = 2001; seed <= 2040; ++seed) {
    const std::vector<Step> script = MakeScript(seed, kSteps, 3);
    const std::vector<Step> steps = Committed(script);
    const absl::Status applied = ApplyAll(steps, 1 + seed % 9, *view_);
    ASSERT_TRUE(applied.ok()) << applied;
    Forget(1);
    std::vector<Step> left;
    for (const Step& step : steps) {
      if (step.origin != 1) left.push_back(step);
    }
    const MapRows::Map rows = CanonicalRows(*view_->Latest());
    const MapRows::Map expected = Expected(left);
    ASSERT_TRUE(rows == expected) << "seed " << seed << "\n"
                                  << Difference(rows, expected) << "\nafter\n"
                                  << Describe(steps);
    ForgetAll();
  }
}

TEST_F(ViewProperty, NamesInMemoryAreThoseOfTheState) {
  for (uint32_t seed = 3001; seed <= 3004; ++seed) {
    const std::vector<Step> steps = Committed(MakeScript(seed, 4 * kSteps, 2));
    Apply(steps, true);
    const std::string asked_often = Answers(*view_->Latest());
    TestFolder other_folder;
    const std::unique_ptr<View> fresh = OpenView(other_folder.path());
    for (const Step& step : steps) {
      ASSERT_TRUE(fresh->Apply(OriginName(step.origin), step.commit, step.commit.id()).ok());
    }
    ASSERT_TRUE(fresh->Publish().ok());
    ASSERT_EQ(asked_often, Answers(*fresh->Latest())) << "seed " << seed << "\n" << Describe(steps);
    ForgetAll();
  }
}

TEST_F(ViewProperty, CopiesAreThoseThatAllPairsHave) {
  for (uint32_t seed = 4001; seed <= 4040; ++seed) {
    const std::vector<Step> steps = Committed(MakeScript(seed, kSteps, 2));
    Apply(steps, false);
    const std::vector<v1::Article> articles = CurrentArticles(steps);
    for (const v1::Article& article : articles) {
      std::vector<ArticleCopy> expected;
      expected.reserve(articles.size());
      for (const v1::Article& other : articles) {
        const int distance = SketchDistance(ArticleSketch(article), ArticleSketch(other));
        if (distance > kCopyDistance || other.name() == article.name()) continue;
        expected.push_back({.distance = distance, .article_id = BareId(other.name())});
      }
      std::sort(expected.begin(), expected.end());
      EXPECT_TRUE(*view_->Latest()->ReadCopies(article) == expected) << "seed " << seed << article.name();
    }
    ForgetAll();
  }
}

// Whom each article names, by the first names of the entities, without those that are nobody else's.
std::vector<std::set<NameKey>> NamedBy(const ViewReader& reader, const std::vector<v1::Article>& articles) {
  std::vector<std::set<NameKey>> named;
  named.reserve(articles.size());
  for (const v1::Article& article : articles) {
    std::set<NameKey>& here = named.emplace_back();
    for (const v1::Mention& mention : article.mentions()) {
      const auto key = reader.ResolveEntity(BareId(mention.referent()));
      EXPECT_TRUE(key.ok() && key->has_value()) << mention.referent();
      here.insert(**key);
    }
  }
  return named;
}

TEST_F(ViewProperty, TogetherAreThoseWhomArticlesNameTogether) {
  for (uint32_t seed = 6001; seed <= 6060; ++seed) {
    const std::vector<Step> steps = Committed(MakeScript(seed, 2 * kSteps, 2));
    Apply(steps, false);
    const std::shared_ptr<const ViewReader> reader = view_->Latest();
    const std::vector<std::set<NameKey>> named = NamedBy(*reader, CurrentArticles(steps));
    std::map<NameKey, std::map<NameKey, int>> expected;
    std::map<NameKey, int> articles;
    for (const std::set<NameKey>& here : named) {
      for (const NameKey& one : here) {
        ++articles[one];
        for (const NameKey& other : here) {
          const bool is_company = !IsLocalFacet(other.facet) || !CuratedReferentOf(other.facet).empty();
          if (one != other && is_company) ++expected[one][other];
        }
      }
    }
    for (const auto& [entity, count] : articles) {
      const absl::StatusOr<NamedTogether> together = reader->ReadTogether(entity, std::nullopt);
      ASSERT_TRUE(together.ok()) << together.status();
      EXPECT_EQ(together->articles, count);
      std::map<NameKey, int> found;
      for (const TogetherWith& with : together->others) found[with.names.front()] = with.articles;
      EXPECT_TRUE(found == expected[entity]) << "seed " << seed << " " << NameKeyText(entity);
    }
    ArticleCounter counter = reader->CountArticles();
    EXPECT_EQ(*counter.Count({AllArticles()}, std::nullopt), static_cast<int64_t>(named.size()));
    ForgetAll();
  }
}

TEST_F(ViewProperty, ARelationComesOnceWithAllItsEvidence) {
  for (uint32_t seed = 5001; seed <= 5060; ++seed) {
    const std::vector<Step> steps = Committed(MakeScript(seed, 2 * kSteps, 2));
    Apply(steps, false);
    const std::shared_ptr<const ViewReader> reader = view_->Latest();
    PrefixCursor rows = reader->Rows(Family::kNameTotals);
    for (rows.SeekToFirst(); rows.Valid(); rows.Next()) {
      KeyReader key(rows.suffix());
      RelationCursor cursor = *reader->Relations(*ReadNameKey(key), {});
      std::set<std::string> seen;
      for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
        v1::ListRelationsResponse::Told told;
        ASSERT_TRUE(cursor.ReadRelation(*cursor.ReadTale(std::nullopt), 100, told).ok());
        const v1::Relation& relation = told.relation();
        std::set<std::string> sides = {relation.subject(), relation.object() + relation.object_text()};
        if (!EitherMayBeSubject(relation.kind())) sides.insert("subject " + relation.subject());
        std::string head = std::to_string(relation.kind()) + relation.label();
        for (const std::string& side : sides) head += " " + side;
        // One with itself may be told from both its sides.
        if (relation.subject() != relation.object()) {
          EXPECT_TRUE(seen.insert(head).second) << head;
        }
        EXPECT_EQ(told.evidence_count(), told.evidence_size());
        EXPECT_EQ(told.evidence(0).ShortDebugString(), relation.evidence().ShortDebugString());
      }
    }
    ForgetAll();
  }
}

}  // namespace
}  // namespace sillok::query
