// The promise over the wire: however a story of pages and decisions is told, to one sillok-ingest or to three, the view answers
// what it answers when it is told only what counts at the end; and when all is taken back, it answers nothing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/property/page_story.h"
#include "tests/property/shrink.h"
#include "tests/property/told_world.h"
#include "tests/support/wire_dump.h"

namespace sillok {
namespace {

constexpr int kSteps = 16;
constexpr int kStores = 3;
// Stores that have forgotten hundreds of stories walk over what they deleted, and one of several reads again what another deleted.
constexpr int kStoriesAWorld = 40;

// SILLOK_STORIES, else what fits between an edit and its test.
int Stories() {
  const char* stories = std::getenv("SILLOK_STORIES");
  return stories != nullptr ? std::atoi(stories) : 60;
}

class ProcessProperty : public ::testing::Test {
 protected:
  void StartAnew() {
    const ServicePairOptions programs = {.ingest = SILLOK_INGEST, .query = SILLOK_QUERY};
    as_told_ = std::make_unique<ToldWorld>(1, programs);
    retold_ = std::make_unique<ToldWorld>(kStores, programs);
    what_counts_ = std::make_unique<ToldWorld>(1, programs);
    for (ToldWorld* world : {as_told_.get(), retold_.get(), what_counts_.get()}) {
      ASSERT_TRUE(world->Start()) << world->Log();
    }
  }

  // Tells the story in all three ways and takes it back; what is wrong, in words.
  std::string Try(const std::vector<PageStep>& story, uint32_t seed) {
    if (tried_ % kStoriesAWorld == 0) StartAnew();
    if (HasFatalFailure()) return "the programs do not start";
    const std::string prefix = "s" + std::to_string(tried_++) + "-";
    const std::vector<std::pair<ToldWorld*, std::vector<PageStep>>> tellings = {
        {what_counts_.get(), WhatCounts(story)},
        {as_told_.get(), story},
        {retold_.get(), Retold(story, seed, kStores)}};
    std::string expected;
    std::string wrong;
    for (const auto& [world, telling] : tellings) {
      const std::string answers = Told(*world, telling, prefix, wrong);
      if (world == what_counts_.get()) expected = answers;
      if (wrong.empty()) wrong = FirstDifference(answers, expected);
      if (!wrong.empty() && told_wrong_.empty()) told_wrong_ = Describe(telling);
    }
    for (const auto& [world, telling] : tellings) {
      const std::string left = Forgotten(*world, telling, prefix);
      if (wrong.empty()) wrong = left;
    }
    walked_ += expected.size();
    return wrong;
  }

  static std::string Told(ToldWorld& world, const std::vector<PageStep>& telling, const std::string& prefix,
                          std::string& wrong) {
    const absl::Status told = world.Tell(telling, prefix);
    if (!told.ok() && wrong.empty()) wrong = "telling: " + told.ToString();
    const absl::StatusOr<std::string> answers = world.Dump();
    if (!answers.ok() && wrong.empty()) wrong = "asking: " + answers.status().ToString();
    return answers.value_or("");
  }

  // Takes the story back; what the view still answers then.
  static std::string Forgotten(ToldWorld& world, const std::vector<PageStep>& telling,
                               const std::string& prefix) {
    if (const absl::Status forgotten = world.Forget(telling, prefix); !forgotten.ok()) {
      return "forgetting: " + forgotten.ToString();
    }
    const absl::StatusOr<std::string> left = world.Dump();
    if (!left.ok()) return "asking what is left: " + left.status().ToString();
    return left->empty() ? "" : "left behind: " + *left;
  }

  std::unique_ptr<ToldWorld> as_told_;
  std::unique_ptr<ToldWorld> retold_;
  std::unique_ptr<ToldWorld> what_counts_;
  int tried_ = 0;
  size_t walked_ = 0;       // bytes of answers
  std::string told_wrong_;  // the first telling that went wrong
};

TEST_F(ProcessProperty, EveryTellingOfAStoryIsAnsweredAlike) {
  for (int seed = 1; seed <= Stories(); ++seed) {
    const std::vector<PageStep> story = TellStory(static_cast<uint32_t>(seed), kSteps);
    const std::string wrong = Try(story, static_cast<uint32_t>(seed));
    if (wrong.empty()) continue;
    const std::vector<PageStep> small = Shrunk<PageStep>(story, [&](const std::vector<PageStep>& fewer) {
      return !Try(fewer, static_cast<uint32_t>(seed)).empty();
    });
    told_wrong_.clear();
    FAIL() << "story " << seed << ", made small:\n"
           << Try(small, static_cast<uint32_t>(seed)) << "\nafter\n"
           << Describe(small) << "told wrong as\n"
           << told_wrong_;
  }
  EXPECT_GT(walked_, size_t{20'000} * Stories()) << "the walks have seen too little to prove anything";
}

}  // namespace
}  // namespace sillok
