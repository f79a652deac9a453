#include "query/view/replace_totals.h"

#include <optional>
#include <string>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
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

absl::Status FindEnds(Rows& rows, const NameKey& key, NameTotals& totals) {
  const std::string prefix = NamePrefix(key);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> id, rows.First(Family::kEntityIds, prefix));
  if (!id.has_value()) return absl::DataLossError(NameKeyText(key) + " is counted and has no referent");
  totals.first_id = KeyReader(std::string_view(*id).substr(prefix.size())).Text().value_or("");
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

absl::Status ReplaceTotals(Rows& rows, const NameKey& key, const TotalsChange& change) {
  SILLOK_ASSIGN_OR_RETURN(std::optional<NameTotals> totals, ReadTotals(rows, key));
  if (!totals.has_value()) totals.emplace();
  totals->Add(change.after);
  totals->Subtract(change.before);
  if (totals->articles == 0) return rows.Delete(Family::kNameTotals, NamePrefix(key));
  if (change.before.articles > 0) SILLOK_RETURN_IF_ERROR(FindEnds(rows, key, *totals));
  return rows.Put(Family::kNameTotals, NamePrefix(key), SerializeTotals(*totals));
}

}  // namespace

absl::Status ReplaceTotals(Rows& rows, const TotalsChanges& changes) {
  for (const auto& [key, change] : changes) {
    if (change.before != change.after) SILLOK_RETURN_IF_ERROR(ReplaceTotals(rows, key, change));
  }
  return absl::OkStatus();
}

}  // namespace sillok::query
