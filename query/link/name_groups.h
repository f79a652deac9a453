// Which names are one entity together: a batch function over names that something may join.
//
//   GroupNames({.names = {샘올트먼 "business/오픈ai", 샘알트만 "business/오픈ai", 샘올트먼 ""}})  → all three: alike in sound with one affiliation, and the only 샘올트먼 there is
//
// Links enter in the order of their strength, then of the names they join: a person's decisions, newest first; one name with
// one facet; what an article states (a gloss, two positions of one person); one organisation under one name; a
// foreign name alike in sound with a shared organisation; one name alone. A link that would join what a decision
// separates is skipped; one by likeness or by name also, when it would join walks of life that exclude each other. A
// name without any position belongs to its namesakes only when they are one person. Pure: nothing depends on the
// order in which names and links are given.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "query/link/name_key.h"

namespace sillok::query {

// What an article states about two names.
enum class NameLinkKind : uint8_t {
  kPosition = 1,  // one referent holds both positions
  kStated = 2,    // one referent bears both names
};

struct NameLink {
  NameLinkKind kind = NameLinkKind::kStated;
  NameKey a;
  NameKey b;

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const NameLink&, const NameLink&) = default;
};

// A name, and what a foreign one sounds like.
struct GraphName {
  NameKey key;
  bool foreign = false;
  std::set<std::string> last_words =
      {};  // SoundKey of the last of several words: 올트먼 of 샘 올트먼; empty for one word
};

enum class DecisionKind : uint8_t {
  kOne,     // all of them are one
  kApart,   // the first is never one of the others
  kLeaves,  // the others leave whatever the first belongs to
};

// What somebody has decided about names that are filed by their referent. Later wins.
struct Decision {
  int64_t seconds = 0;
  int32_t nanos = 0;
  std::string id = {};
  DecisionKind kind = DecisionKind::kOne;
  std::vector<NameKey> names = {};

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const Decision&, const Decision&) = default;
};

struct NameGraph {
  std::vector<GraphName> names = {};
  std::vector<NameLink> links = {};  // of names in the graph; others are passed over
  std::vector<Decision> decisions = {};
};

// Every name of the graph in exactly one group; each group sorted, and the groups by their first name.
[[nodiscard]] std::vector<std::vector<NameKey>> GroupNames(NameGraph graph);

}  // namespace sillok::query
