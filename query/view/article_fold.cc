#include "query/view/article_fold.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/status/status_macros.h"
#include "query/view/curated.h"
#include "query/view/entity_changes.h"
#include "query/view/event_fold.h"
#include "query/view/in_order.h"
#include "query/view/packed_article.h"
#include "query/view/regroup.h"
#include "query/view/regroup_events.h"
#include "query/view/replace_totals.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

absl::Status ReplaceRows(Rows& rows, const FactRows& before, const FactRows& after) {
  for (const auto& [row, value] : before) {
    if (!after.contains(row)) SILLOK_RETURN_IF_ERROR(rows.Delete(row.first, row.second));
  }
  for (const auto& [row, value] : after) {
    const auto old = before.find(row);
    if (old != before.end() && old->second == value) continue;
    SILLOK_RETURN_IF_ERROR(rows.Put(row.first, row.second, value));
  }
  return absl::OkStatus();
}

// What finds a row of names comes and goes with it.
absl::Status MoveInitials(Rows& rows, std::string_view names_row, bool came) {
  const std::string row = NameInitialsKey(names_row);
  if (row.empty()) return absl::OkStatus();
  return came ? rows.Put(Family::kNameInitials, row, "") : rows.Delete(Family::kNameInitials, row);
}

absl::Status CountOne(Rows& rows, std::string_view counter, int change) {
  return rows.Add(Family::kCounters, TextPrefix(counter), change, 0).status();
}

// The timeline rows an event has: one a participant.
std::vector<std::string> TimelineKeysOf(const std::string& group, const v1::Event& event) {
  TimelinePosition position;
  position.group = group;
  position.days.first = DayNumberOf(event.date().first_day());
  if (position.days.resolved()) {
    const DayNumber last = DayNumberOf(event.date().last_day());
    position.days.last = last == kNoDay ? position.days.first : std::max(position.days.first, last);
  }
  std::vector<std::string> keys;
  for (const v1::Participant& participant : event.participants()) {
    const std::optional<NameKey> key = ParseNameKey(participant.entity());
    if (key.has_value()) keys.push_back(TimelineKey(*key, position));
  }
  return keys;
}

// `told`: by how many clauses.
absl::StatusOr<std::optional<v1::Event>> FoldGroup(Rows& rows, const std::string& group, size_t told) {
  const std::string prefix = TextPrefix(group);
  FoldedClauses clauses;
  size_t left = std::min(told, kFoldedEnds);
  SILLOK_RETURN_IF_ERROR(
      rows.Scan(Family::kEventMentions, prefix, [&](std::string_view, std::string_view value) {
        if (left > 0) clauses.Add(value);
        return left > 0 && --left > 0;
      }));
  std::vector<std::string> last;
  left = std::min(told - std::min(told, kFoldedEnds), kFoldedEnds);
  if (told > 2 * kFoldedEnds) clauses.Skip(told - 2 * kFoldedEnds);
  if (left > 0) {
    last.reserve(left);
    SILLOK_RETURN_IF_ERROR(
        rows.ScanBack(Family::kEventMentions, prefix, [&](std::string_view, std::string_view value) {
          last.emplace_back(value);
          return last.size() < left;
        }));
  }
  for (auto row = last.rbegin(); row != last.rend(); ++row) clauses.Add(*row);
  return std::move(clauses).Fold(group);
}

storage::v1::TimelineRow TimelineRowOf(v1::Event event) {
  storage::v1::TimelineRow row;
  row.mutable_names()->mutable_participants()->Swap(event.mutable_participants());
  LimitEvidence(kTimelineEvidence, event);
  event.set_name("events/" + event.name());
  *row.mutable_event() = std::move(event);
  return row;
}

// `change`: since it was folded.
absl::Status RefoldEvent(Rows& rows, const std::string& group, const GroupChange& change) {
  const std::string row = TextPrefix(group);
  std::optional<std::string> before;
  if (!change.is_new) {
    SILLOK_ASSIGN_OR_RETURN(before, rows.Get(Family::kEvents, row));
  }
  v1::Event old;
  if (before.has_value()) SILLOK_RETURN_IF_ERROR(ParseRow(*before, old));
  const auto told = static_cast<size_t>(old.evidence_count() + change.grown);
  SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Event> event, FoldGroup(rows, group, told));
  const std::string value = event.has_value() ? SerializeRow(*event) : "";
  if (before.value_or("") == value) return absl::OkStatus();

  std::set<std::string> gone;
  if (before.has_value()) {
    const std::vector<std::string> keys = TimelineKeysOf(group, old);
    gone.insert(keys.begin(), keys.end());
  }
  std::vector<std::string> timeline;
  if (event.has_value()) timeline = TimelineKeysOf(group, *event);
  for (const std::string& key : timeline) gone.erase(key);
  for (const std::string& key : gone) SILLOK_RETURN_IF_ERROR(rows.Delete(Family::kTimeline, key));
  const int more = static_cast<int>(event.has_value()) - static_cast<int>(before.has_value());
  SILLOK_RETURN_IF_ERROR(CountOne(rows, "events", more));
  if (!event.has_value()) return rows.Delete(Family::kEvents, row);

  SILLOK_RETURN_IF_ERROR(rows.Put(Family::kEvents, row, value));
  const std::string entry = SerializeRow(TimelineRowOf(*std::move(event)));
  for (const std::string& key : timeline) SILLOK_RETURN_IF_ERROR(rows.Put(Family::kTimeline, key, entry));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ArticleFacts> FactsOf(Rows& rows, const v1::Article* article) {
  if (article == nullptr) return ArticleFacts();
  SILLOK_ASSIGN_OR_RETURN(const CuratedReferents curated, ReadCurated(rows, *article));
  return DeriveFacts(*article, curated);
}

absl::Status ArticleFold::Replace(ArticleFacts before, ArticleFacts after) {
  SILLOK_RETURN_IF_ERROR(ReplaceRows(rows_, before.rows, after.rows));
  AddTallies(before.tallies, -1);
  AddTallies(after.tallies, 1);
  for (const auto& [name, told] : before.totals) totals_[name].before.Add(told);
  for (const auto& [name, told] : after.totals) totals_[name].after.Add(told);
  before_.merge(before.tellings);
  after_.merge(after.tellings);
  return absl::OkStatus();
}

void ArticleFold::AddTallies(const FactTallies& tallies, int sign) {
  for (const auto& [row, change] : tallies) {
    TallyChange& sum = tallies_[row];
    sum.count += sign * change.count;
    sum.referents += sign * change.referents;
  }
}

// Notes which rows of names came or went.
absl::Status ArticleFold::WriteTallies() {
  for (const auto* each : InOrder(tallies_)) {
    const auto& [row, change] = *each;
    SILLOK_ASSIGN_OR_RETURN(const bool came_or_went,
                            rows_.Add(row.first, row.second, change.count, change.referents));
    if (!came_or_went) continue;
    changed_.Note(row.first, row.second);
    if (row.first == Family::kNames) {
      SILLOK_RETURN_IF_ERROR(MoveInitials(rows_, row.second, change.count + change.referents > 0));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<Comings> ArticleFold::WriteSums() {
  SILLOK_RETURN_IF_ERROR(WriteTallies());
  return ReplaceTotals(rows_, totals_, changed_);
}

// Groups of names and events anew.
absl::StatusOr<std::set<NameKey>> ArticleFold::Refold(const Comings& comings, const GroupChanges& groups) {
  std::vector<NameKey> told;
  told.reserve(totals_.size());
  for (const auto& [name, change] : totals_) told.push_back(name);
  SILLOK_ASSIGN_OR_RETURN(const MovedNames moved, Regroup(rows_, changed_));
  SILLOK_ASSIGN_OR_RETURN(EntityChanges entities, FindEntityChanges(rows_, std::move(told), comings, moved));
  SILLOK_RETURN_IF_ERROR(CountOne(rows_, "entities", entities.more));
  for (const auto& [group, change] : groups) SILLOK_RETURN_IF_ERROR(RefoldEvent(rows_, group, change));
  return std::move(entities.names);
}

absl::StatusOr<std::set<NameKey>> ArticleFold::Finish() && {
  SILLOK_ASSIGN_OR_RETURN(const Comings comings, WriteSums());
  SILLOK_ASSIGN_OR_RETURN(const GroupChanges groups, RegroupEvents(rows_, before_, std::move(after_)));
  return Refold(comings, groups);
}

absl::StatusOr<std::set<NameKey>> ArticleFold::FinishSlowly() && {
  SILLOK_ASSIGN_OR_RETURN(const Comings comings, WriteSums());
  SILLOK_ASSIGN_OR_RETURN(const GroupChanges groups, GroupEvents(rows_, after_));
  return Refold(comings, groups);
}

absl::StatusOr<MapRows> DeriveView(const std::vector<v1::Article>& articles,
                                   const std::vector<v1::Curation>& curations) {
  MapRows rows;
  std::set<std::string> undone;
  for (const v1::Curation& curation : curations) {
    if (curation.has_undo()) undone.insert(curation.undo().curation());
  }
  for (const v1::Curation& curation : curations) {
    if (!curation.has_undo() && !undone.contains(curation.name())) {
      SILLOK_RETURN_IF_ERROR(PutDecision(rows, curation));
    }
  }
  ArticleFold fold(rows);
  for (const v1::Article& article : articles) {
    SILLOK_RETURN_IF_ERROR(
        rows.Put(Family::kCurrent, TextPrefix(BareId(article.name())), PackArticle(article)));
    SILLOK_ASSIGN_OR_RETURN(ArticleFacts gives, FactsOf(rows, &article));
    SILLOK_RETURN_IF_ERROR(fold.Replace({}, std::move(gives)));
  }
  SILLOK_RETURN_IF_ERROR(std::move(fold).FinishSlowly().status());
  return rows;
}

}  // namespace sillok::query
