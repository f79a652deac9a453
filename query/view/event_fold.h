// The one event that the clauses of a group tell together.
//
//   v1::Event event = *FoldEvent(mentions);   // event.name() is the smallest id, bare; 100 best pieces of evidence
//   FoldedClauses clauses;                    // the same from rows, of however many clauses
//   clauses.Add(row);
//   SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Event> event, std::move(clauses).Fold());
//
// Summary, type and place are those of the best evidence: what tells the event's status (of a plan that was carried out or called off,
// that it was) before what does not, then the greatest confidence, then the earliest publish date, then article, sentence and id; a place it does not tell is the next one's that does. Participants are all that any clause names: those of the best
// evidence first, then by the articles that name them, each with the best clause's role. The date is, of the finest grain, the one that most
// sources tell independently, then the best evidence's. Status: told as planned in one article and as having happened in another
// is CONFIRMED; planned or told, and not disputed, CANCELLED stands for what was planned and called off; where sources
// dispute each other, the best evidence's status stands and the conflict is listed. Different days are listed as a conflict as well, and different figures (event_figures.h). Independent
// sources are counted over the articles' sketches.
//
// So that one event of which a thousand articles tell costs no more than others, it is folded from its first 128 and its last 128 clauses, in
// the order of event_mentions; how many tell it is counted over all. And 64 participants take part at most: those of the best evidence,
// then those whom most articles name.
//
// The same function makes the stored events, the answers under a `published` filter and the test's slow derivation.
// Pure: the order of the mentions does not matter. Safe from any thread.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sillok/storage/v1/view.pb.h"
#include "sillok/v1/fact.pb.h"

namespace sillok::query {

inline constexpr int kStoredEvidence = 100;
inline constexpr size_t kFoldedEnds = 128;
inline constexpr int kFoldedParticipants = 64;

// Nothing when there are no mentions.
[[nodiscard]] std::optional<v1::Event> FoldEvent(std::vector<storage::v1::StoredEventMention> mentions);

// The clauses of an event that it is folded from, of all that are added, in the order of their rows in event_mentions.
class FoldedClauses {
 public:
  // A serialised StoredEventMention.
  void Add(std::string_view row);
  // Clauses between the first and the last ones, which need not be added when somebody knows how many they are.
  void Skip(size_t clauses) { told_ += clauses; }
  // `name`: the smallest id of all clauses.
  [[nodiscard]] absl::StatusOr<std::optional<v1::Event>> Fold(std::string_view name) &&;

 private:
  size_t told_ = 0;
  std::vector<std::string> first_;
  std::deque<std::string> last_;
};

// Leaves the best `limit` pieces of a folded event's evidence; none when it is negative.
void LimitEvidence(int limit, v1::Event& event);

}  // namespace sillok::query
