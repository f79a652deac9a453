// What one article gives to the view: its own rows, what it adds to tallies, and what must be folded anew.
//
//   const ArticleFacts facts = DeriveFacts(article, curated);
//   facts.rows[{Family::kReferents, …}]   rows that only this article makes
//   facts.tellings                        clauses that tell events, to be put into their groups
//
// A pure function of the article, of who is curated in it and of the linker's version, so that withdrawing an article
// is deriving the same again and taking it away. Safe from any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "query/view/event_telling.h"
#include "query/view/keys.h"
#include "query/view/linked_names.h"
#include "query/view/name_totals.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

// What is added to a Tally row.
struct TallyChange {
  int64_t count = 0;
  int64_t referents = 0;

  friend bool operator==(const TallyChange&, const TallyChange&) = default;
};

using RowKey = std::pair<Family, std::string>;

using FactRows = absl::flat_hash_map<RowKey, std::string>;
using FactTallies = absl::flat_hash_map<RowKey, TallyChange>;

struct ArticleFacts {
  FactRows rows;
  FactTallies tallies;
  std::map<NameKey, NameTotals> totals;  // of the names the article speaks of
  EventTellings tellings;                // by the clause's id
};

[[nodiscard]] ArticleFacts DeriveFacts(const v1::Article& article, const CuratedReferents& curated);

// The id of `articles/{id}`, `entities/{id}` or `events/{id}`; empty when there is none.
[[nodiscard]] std::string BareId(std::string_view name);

// The days a stored fact holds for.
[[nodiscard]] DaySpan DaysOf(const v1::DateSpan& date);

// Evidence of the article that says by itself where it stands.
void FillEvidence(const v1::Article& article, v1::Evidence& evidence);

}  // namespace sillok::query
