// How two readings of one page differ.
//
//   if (!IsAlike(stored, read)) response = Compare(stored, read, kMostFacts);
//   difference.counts()   // {FACT_KIND_EVENT, added 1, lost 0, changed 2}, …
//
// Facts are paired by where they stand in their sentences, whose numbers do not matter; events by their ids. Time n log n in
// the number of facts. Pure; safe from any thread.
#pragma once

#include "sillok/v1/article.pb.h"
#include "sillok/v1/difference.pb.h"

namespace sillok::ingest {

// True when nothing but the extractor's fingerprint differs, byte for byte.
[[nodiscard]] bool IsAlike(const v1::Article& before, const v1::Article& after);

// The facts themselves come along up to `most_facts`, 0 for none.
[[nodiscard]] v1::ArticleDifference Compare(const v1::Article& before, const v1::Article& after,
                                            int most_facts);

}  // namespace sillok::ingest
