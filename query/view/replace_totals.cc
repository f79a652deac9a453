#include "query/view/replace_totals.h"

#include <optional>
#include <string>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/in_order.h"
#include "query/view/keys.h"

namespace sillok::query {
namespace {

// The day that stands in a key right after its prefix.
DayNumber DayAfter(std::string_view prefix, std::string_view key) {
  return KeyReader(key.substr(prefix.size())).Uint32().value_or(kNoDay);
}

// The first day of the rows under the prefix, dated ones before undated; kNoDay when there is none.
absl::StatusOr<DayNumber> FirstDay(Rows& rows, Family family, std::string_view prefix) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> key, rows.First(family, prefix));
  return key.has_value() ? DayAfter(prefix, *key) : kNoDay;
}

absl::StatusOr<DayNumber> LastDay(Rows& rows, Family family, const std::string& prefix) {
  std::string undated = prefix;
  AppendUint32(kNoDay, undated);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> key, rows.LastBefore(family, prefix, undated));
  return key.has_value() ? DayAfter(prefix, *key) : kNoDay;
}

// Reads all its referents.
absl::StatusOr<std::string> SmallestId(Rows& rows, const NameKey& key) {
  std::string smallest;
  const std::string prefix = NamePrefix(key);
  SILLOK_RETURN_IF_ERROR(rows.Scan(Family::kEntityDays, prefix, [&](std::string_view row, std::string_view) {
    std::string id = ParseEntityDay(row.substr(prefix.size())).referent_id;
    if (smallest.empty() || id < smallest) smallest = std::move(id);
    return true;
  }));
  if (smallest.empty()) return absl::DataLossError(NameKeyText(key) + " is counted and has no referent");
  return smallest;
}

absl::Status FindEnds(Rows& rows, const NameKey& key, const TotalsChange& change, NameTotals& totals) {
  // Ids are hashes: of n referents one is the smallest, so who goes makes us read one row in the mean.
  if (change.before.first_id == totals.first_id && change.after.first_id != totals.first_id) {
    SILLOK_ASSIGN_OR_RETURN(totals.first_id, SmallestId(rows, key));
  }
  const std::string prefix = NamePrefix(key);
  SILLOK_ASSIGN_OR_RETURN(totals.published.first, FirstDay(rows, Family::kEntityDays, prefix));
  SILLOK_ASSIGN_OR_RETURN(totals.published.last, LastDay(rows, Family::kEntityDays, prefix));
  for (auto& [parts, position] : totals.positions) {
    SILLOK_ASSIGN_OR_RETURN(position.said.first, FirstDay(rows, Family::kPositionDays,
                                                          PositionPrefix(key, parts, DayEnd::kFirst)));
    SILLOK_ASSIGN_OR_RETURN(position.said.last,
                            LastDay(rows, Family::kPositionDays, PositionPrefix(key, parts, DayEnd::kLast)));
  }
  return absl::OkStatus();
}

// What the totals have come to, once they are changed.
absl::Status PutTotals(Rows& rows, const NameKey& key, const TotalsChange& change, NameTotals& totals) {
  const std::string row = NamePrefix(key);
  if (totals.articles == 0) {
    totals.first_id.clear();
    totals.published = {};
  } else if (change.before.articles > 0) {
    SILLOK_RETURN_IF_ERROR(FindEnds(rows, key, change, totals));
  }
  if (totals == NameTotals()) return rows.Delete(Family::kNameTotals, row);
  return rows.Put(Family::kNameTotals, row, SerializeRow(TotalsRow(totals)));
}

}  // namespace

absl::StatusOr<Comings> ReplaceTotals(Rows& rows, const TotalsChanges& changes, ChangedNames& changed) {
  Comings comings;
  for (const auto* each : InOrder(changes)) {
    const auto& [key, change] = *each;
    if (change.before == change.after) continue;
    SILLOK_ASSIGN_OR_RETURN(std::optional<NameTotals> totals, ReadTotals(rows, key));
    if (!totals.has_value()) totals.emplace();
    const bool was_told = totals->articles > 0;
    const bool was_joined = totals->joined > 0;
    totals->Add(change.after);
    totals->Subtract(change.before);
    if (was_joined != (totals->joined > 0)) changed.NoteFacet(key);
    if (was_told != (totals->articles > 0)) comings[key] = !was_told;
    SILLOK_RETURN_IF_ERROR(PutTotals(rows, key, change, *totals));
  }
  return comings;
}

}  // namespace sillok::query
