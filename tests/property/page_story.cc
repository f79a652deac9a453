#include "tests/property/page_story.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "tests/property/dice.h"
#include "tests/property/made_page.h"
#include "tests/support/sample_page.h"

namespace sillok {
namespace {

constexpr int64_t kFirstTime = 1750000000;  // June 2025: after all that the pages tell
constexpr int kTimes = 12;                  // few, so that states of equal time meet

class Teller {
 public:
  explicit Teller(uint32_t seed) : dice_(seed) {}

  PageStep Tell() {
    const int kind = dice_.Roll(12);
    if (pages_.empty() || kind < 6) return {.what = Put()};
    if (kind < 8) return {.what = PageRemoval{.article_id = Id(), .time = Time()}};
    if (kind < 10) return {.what = Decide()};
    if (kind == 10) return {.what = PageReextraction()};
    if (decisions_ == 0) return {.what = Decide()};
    return {.what = PageUndo{.number = dice_.Roll(decisions_), .time = Time()}};
  }

 private:
  std::string Id() { return "a" + std::to_string(dice_.Roll(6)); }
  int64_t Time() { return kFirstTime + dice_.Roll(kTimes); }

  // A page of its own, a copy of an earlier one, or a sample.
  v1::RawArticle Put() {
    static const auto& samples = *new std::vector<SamplePage>(SamplePages());
    const int kind = dice_.Roll(8);
    v1::RawArticle page = kind == 0                     ? dice_.Pick(samples).raw
                          : kind < 3 && !pages_.empty() ? dice_.Pick(pages_)
                                                        : MakePage(dice_);
    page.set_article_id(Id());
    page.mutable_fetch_time()->set_seconds(Time());
    return pages_.emplace_back(std::move(page));
  }

  PageDecision Decide() {
    PageDecision decision;
    decision.number = decisions_++;
    decision.kind = static_cast<PageDecision::Kind>(dice_.Roll(4));
    decision.alias = dice_.Roll(2) == 0 ? "한빛" : "올트먼";
    decision.time = Time();
    const bool three =
        decision.kind == PageDecision::Kind::kMerge || decision.kind == PageDecision::Kind::kSplit;
    decision.atoms.reserve(3);
    for (int atom = three ? 3 : 2; atom > 0; --atom) {
      decision.atoms.push_back({.page = dice_.Pick(pages_), .mention = dice_.Roll(20)});
    }
    return decision;
  }

  Dice dice_;
  std::vector<v1::RawArticle> pages_;
  int decisions_ = 0;
};

struct InWords {
  std::string operator()(const v1::RawArticle& page) const {
    return "put " + page.article_id() + " at " + std::to_string(page.fetch_time().seconds() - kFirstTime) +
           ": " + (page.has_text() ? page.text() : page.title());
  }
  std::string operator()(const PageRemoval& removal) const {
    return "delete " + removal.article_id + " at " + std::to_string(removal.time - kFirstTime);
  }
  std::string operator()(const PageDecision& decision) const {
    static constexpr const char* kKinds[] = {"merge", "split", "never merge", "alias"};
    std::string words = "decide " + std::to_string(decision.number) + " at " +
                        std::to_string(decision.time - kFirstTime) + ": " +
                        kKinds[static_cast<int>(decision.kind)];
    for (const Atom& atom : decision.atoms) {
      words += " " + atom.page.article_id() + "/" + std::to_string(atom.mention);
    }
    return words;
  }
  std::string operator()(const PageUndo& undo) const { return "undo " + std::to_string(undo.number); }
  std::string operator()(const PageReextraction& /*unused*/) const { return "read again"; }
};

// Every undo behind its decision, and at its store.
void PutUndosBehind(std::vector<PageStep>& story) {
  std::map<int, int> store_of;
  std::vector<PageStep> ordered;
  std::vector<PageStep> undos;
  ordered.reserve(story.size());
  for (PageStep& step : story) {
    if (const auto* decision = std::get_if<PageDecision>(&step.what)) store_of[decision->number] = step.store;
    const auto* undo = std::get_if<PageUndo>(&step.what);
    (undo != nullptr && !store_of.contains(undo->number) ? undos : ordered).push_back(std::move(step));
  }
  ordered.insert(ordered.end(), std::make_move_iterator(undos.begin()), std::make_move_iterator(undos.end()));
  for (PageStep& step : ordered) {
    if (const auto* undo = std::get_if<PageUndo>(&step.what)) step.store = store_of[undo->number];
  }
  story = std::move(ordered);
}

// The newest time of each article's pages and of its deletions.
struct Newest {
  int64_t put = 0;
  int64_t removal = 0;
};

std::map<std::string, Newest> NewestOf(const std::vector<PageStep>& story) {
  std::map<std::string, Newest> newest;
  for (const PageStep& step : story) {
    if (const auto* page = std::get_if<v1::RawArticle>(&step.what)) {
      int64_t& put = newest[page->article_id()].put;
      put = std::max(put, page->fetch_time().seconds());
    } else if (const auto* removal = std::get_if<PageRemoval>(&step.what)) {
      int64_t& time = newest[removal->article_id].removal;
      time = std::max(time, removal->time);
    }
  }
  return newest;
}

}  // namespace

std::vector<PageStep> TellStory(uint32_t seed, int steps) {
  Teller teller(seed);
  std::vector<PageStep> story;
  story.reserve(static_cast<size_t>(steps));
  for (int step = 0; step < steps; ++step) story.push_back(teller.Tell());
  return story;
}

std::vector<PageStep> Retold(std::vector<PageStep> story, uint32_t seed, int stores) {
  Dice dice(seed);
  dice.Shuffle(story);
  for (PageStep& step : story) step.store = dice.Roll(stores);
  PutUndosBehind(story);
  return story;
}

std::vector<PageStep> WhatCounts(const std::vector<PageStep>& story) {
  const std::map<std::string, Newest> newest = NewestOf(story);
  std::set<int> undone;
  for (const PageStep& step : story) {
    if (const auto* undo = std::get_if<PageUndo>(&step.what)) undone.insert(undo->number);
  }
  std::vector<PageStep> counting;
  for (const PageStep& step : story) {
    if (const auto* page = std::get_if<v1::RawArticle>(&step.what)) {
      // Of several that are equally new the store keeps one, whichever comes first: all are given to it.
      const Newest& times = newest.at(page->article_id());
      if (page->fetch_time().seconds() == times.put && times.put > times.removal) counting.push_back(step);
    } else if (const auto* decision = std::get_if<PageDecision>(&step.what)) {
      if (!undone.contains(decision->number)) counting.push_back(step);
    }
  }
  return counting;
}

std::vector<std::string> ArticlesOf(const std::vector<PageStep>& story) {
  const std::map<std::string, Newest> newest = NewestOf(story);
  std::vector<std::string> articles;
  articles.reserve(newest.size());
  for (const auto& [article, times] : newest) articles.push_back(article);
  return articles;
}

std::string Describe(const std::vector<PageStep>& story) {
  std::string words;
  for (const PageStep& step : story) {
    words += "store " + std::to_string(step.store) + " " + std::visit(InWords(), step.what) + "\n";
  }
  return words;
}

}  // namespace sillok
