// The one event that the clauses of a group tell together.
//
//   v1::Event event = *FoldEvent(mentions);   // event.name() is the smallest id, bare; 100 best pieces of evidence
//
// Summary, type and place are those of the best evidence: the greatest confidence, then the earliest publish date, then
// article, sentence and id; a place it does not tell is the next one's that does. Participants are all that any clause names: those of the best
// evidence first, then by the articles that name them, each with the best clause's role. The date is, of the finest grain, the one that most
// sources tell independently, then the best evidence's. Status: told as planned in one article and as having happened in another
// is CONFIRMED; planned or told, and not disputed, CANCELLED stands for what was planned and called off; where sources
// dispute each other, the best evidence's status stands and the conflict is listed. Different days are listed as a conflict as well. Independent
// sources are counted over the articles' sketches.
//
// The same function makes the stored events, the answers under a `published` filter and the test's slow derivation.
// Pure: the order of the mentions does not matter. Safe from any thread.
#pragma once

#include <optional>
#include <vector>

#include "sillok/storage/v1/view.pb.h"
#include "sillok/v1/fact.pb.h"

namespace sillok::query {

inline constexpr int kStoredEvidence = 100;

// Nothing when there are no mentions.
[[nodiscard]] std::optional<v1::Event> FoldEvent(std::vector<storage::v1::StoredEventMention> mentions);

// Leaves the best `limit` pieces of a folded event's evidence; none when it is negative.
void LimitEvidence(int limit, v1::Event& event);

}  // namespace sillok::query
