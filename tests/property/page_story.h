// A random story of pages and of what people decide about whom they name, as clients of Sillok would tell it.
//
//   const std::vector<PageStep> story = TellStory(/*seed=*/7, /*steps=*/16);
//   const std::vector<PageStep> other = Retold(story, /*seed=*/8, /*stores=*/3);   // another order, other stores
//   const std::vector<PageStep> plain = WhatCounts(story);                          // what is left of it at the end
//
// Told in any of the three ways, a view must answer the same. Everything follows from the seeds; every time is given, none
// is that of the receipt. Pages share a few names, days and sentences, some are copies, some are the sample pages.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sillok/v1/article.pb.h"

namespace sillok {

// The referent of one of the mentions that the reading of a page finds: the `mention`-th, counted round and round.
struct Atom {
  v1::RawArticle page;
  int mention = 0;
};

// A decision and, when it is withdrawn, that.
struct PageDecision {
  enum class Kind { kMerge, kSplit, kNeverMerge, kAlias };
  int number = 0;  // which decision of the story
  Kind kind = Kind::kMerge;
  std::vector<Atom> atoms;  // two or three; the first is what a split or an alias speaks of
  std::string alias;
  int64_t time = 0;  // seconds
};
struct PageUndo {
  int number = 0;
  int64_t time = 0;
};

struct PageRemoval {
  std::string article_id;
  int64_t time = 0;
};

// The store reads again what it holds.
struct PageReextraction {};

struct PageStep {
  int store = 0;
  std::variant<v1::RawArticle, PageRemoval, PageDecision, PageUndo, PageReextraction> what;
};

// `steps` steps, all of them given to store 0.
[[nodiscard]] std::vector<PageStep> TellStory(uint32_t seed, int steps);

// The same steps in another order, spread over `stores` stores. Only an undo stays behind its decision, and at its store.
[[nodiscard]] std::vector<PageStep> Retold(std::vector<PageStep> story, uint32_t seed, int stores);

// The last revision of every article that is not deleted, and the decisions that nobody withdrew.
[[nodiscard]] std::vector<PageStep> WhatCounts(const std::vector<PageStep>& story);

// The ids of the story's articles, each once.
[[nodiscard]] std::vector<std::string> ArticlesOf(const std::vector<PageStep>& story);

// The story in words, a line a step.
[[nodiscard]] std::string Describe(const std::vector<PageStep>& story);

}  // namespace sillok
