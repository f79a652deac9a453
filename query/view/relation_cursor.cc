#include "query/view/relation_cursor.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/rows.h"

namespace sillok::query {
namespace {

constexpr char kRangeRule[] = "from_first_to_last_said";

std::vector<std::string> PrefixesOf(const std::vector<NameKey>& names) {
  std::vector<std::string> prefixes;
  prefixes.reserve(names.size());
  for (const NameKey& name : names) prefixes.push_back(NamePrefix(name));
  return prefixes;
}

bool IsLater(const RelationRow& a, const RelationRow& b) {
  if (a.days.resolved() != b.days.resolved()) return a.days.resolved();
  if (a.days.last != b.days.last) return a.days.last > b.days.last;
  if (a.days.first != b.days.first) return a.days.first > b.days.first;
  return std::tie(a.article_id, a.ordinal) < std::tie(b.article_id, b.ordinal);
}

// Status, days and the first publish date: those that report it speak, or else those that plan it.
void Sum(RelationTale& tale) {
  const auto reported = [](const RelationRow& row) { return row.status == v1::EVENT_STATUS_REPORTED; };
  const auto best = std::find_if(tale.rows.begin(), tale.rows.end(), reported);
  tale.status = best != tale.rows.end() ? v1::EVENT_STATUS_REPORTED : tale.rows.front().status;
  for (const RelationRow& row : tale.rows) {
    if (row.status != tale.status) continue;
    tale.first_published = std::min(tale.first_published, row.published);
    if (!row.days.resolved()) continue;
    tale.days.last = tale.days.resolved() ? std::max(tale.days.last, row.days.last) : row.days.last;
    tale.days.first = std::min(tale.days.first, row.days.first);
  }
}

v1::DateSpan RangeOf(const DaySpan& days) {
  v1::DateSpan range;
  range.set_first_day(DayText(days.first));
  range.set_last_day(DayText(days.last));
  range.set_grain(v1::GRAIN_RANGE);
  range.set_rule(kRangeRule);
  return range;
}

}  // namespace

RelationCursor::RelationCursor(std::shared_ptr<const Snapshot> snapshot, std::vector<NameKey> names,
                               std::vector<int> kinds)
    : snapshot_(std::move(snapshot)),
      names_(std::move(names)),
      kinds_(std::move(kinds)),
      rows_(snapshot_, Family::kRelations, PrefixesOf(names_)) {}

void RelationCursor::SeekToFirst() {
  rows_.SeekToFirst();
  Settle();
}

void RelationCursor::SeekAfter(std::string_view key) {
  rows_.Seek(PrefixEnd(key));
  Settle();
}

void RelationCursor::Next() {
  rows_.Seek(PrefixEnd(here_.part));
  Settle();
}

void RelationCursor::Settle() {
  valid_ = false;
  for (; rows_.Valid() && status_.ok(); rows_.Seek(PrefixEnd(here_.part))) {
    std::optional<ParsedRelationPart> parsed = ParseRelationPart(rows_.suffix());
    if (!parsed.has_value()) {
      status_ = absl::DataLossError("a relation has no key");
      return;
    }
    here_ = *std::move(parsed);
    if (!IsOfKinds()) continue;
    const absl::StatusOr<bool> is_first = LearnOthers();
    status_ = is_first.status();
    valid_ = status_.ok() && *is_first;
    if (valid_) return;
  }
}

bool RelationCursor::IsOfKinds() const {
  return kinds_.empty() || std::find(kinds_.begin(), kinds_.end(), here_.head.kind) != kinds_.end();
}

absl::StatusOr<bool> RelationCursor::LearnOthers() {
  others_ = {here_.head.other};
  const std::optional<NameKey> key = ParseNameKey(here_.head.other);
  if (!key.has_value()) return true;
  SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey> group, snapshot_->Group(*key));
  if (group.size() == 1) return true;
  others_.clear();
  others_.reserve(group.size());
  std::vector<std::string> earlier;
  earlier.reserve(group.size());
  for (const NameKey& name : group) {
    others_.push_back(NameKeyText(name));
    if (others_.back() < here_.head.other) earlier.push_back(others_.back());
  }
  if (earlier.empty()) return true;
  PrefixCursor rows(snapshot_, Family::kRelations, PrefixesWith(earlier));
  rows.SeekToFirst();
  SILLOK_RETURN_IF_ERROR(rows.status());
  return !rows.Valid();
}

std::vector<std::string> RelationCursor::PrefixesWith(const std::vector<std::string>& others) const {
  std::vector<std::string> prefixes;
  prefixes.reserve(names_.size() * others.size());
  RelationHead head = here_.head;
  for (const std::string& other : others) {
    head.other = other;
    const std::string part = RelationPart(head);
    for (const NameKey& name : names_) prefixes.push_back(NamePrefix(name) + part);
  }
  return prefixes;
}

bool RelationCursor::IsWith(const NameKey& name) const {
  return std::find(others_.begin(), others_.end(), NameKeyText(name)) != others_.end();
}

absl::StatusOr<RelationTale> RelationCursor::ReadTale(const std::optional<DaySpan>& published) const {
  RelationTale tale;
  PrefixCursor rows(snapshot_, Family::kRelations, PrefixesWith(others_));
  for (rows.SeekToFirst(); rows.Valid(); rows.Next()) {
    std::optional<RelationRow> row = ParseRelationTail(rows.suffix());
    if (!row.has_value()) return absl::DataLossError("a relation has no key");
    const bool counts =
        !published.has_value() || (row->published >= published->first && row->published <= published->last);
    if (counts) tale.rows.push_back(*std::move(row));
  }
  SILLOK_RETURN_IF_ERROR(rows.status());
  if (tale.rows.empty()) return tale;
  std::sort(tale.rows.begin(), tale.rows.end(), IsLater);
  Sum(tale);
  return tale;
}

absl::Status RelationCursor::ReadRow(PrefixCursor& rows, const RelationRow& row,
                                     v1::Relation& relation) const {
  const std::string tail = RelationTail(row);
  rows.Seek(tail);
  if (!rows.Valid() || rows.suffix() != tail) return absl::DataLossError("a relation's row is not there");
  return ParseRow(rows.value(), relation);
}

absl::Status RelationCursor::ReadRelation(const RelationTale& tale, int evidence_limit,
                                          v1::ListRelationsResponse::Told& told) const {
  PrefixCursor rows(snapshot_, Family::kRelations, PrefixesWith(others_));
  v1::Relation& relation = *told.mutable_relation();
  SILLOK_RETURN_IF_ERROR(ReadRow(rows, tale.rows.front(), relation));
  const size_t shown = std::min(tale.rows.size(), static_cast<size_t>(evidence_limit));
  for (size_t at = 0; at < shown; ++at) {
    v1::Relation other;
    SILLOK_RETURN_IF_ERROR(ReadRow(rows, tale.rows[at], other));
    *told.add_evidence() = std::move(*other.mutable_evidence());
  }
  told.set_evidence_count(static_cast<int32_t>(tale.rows.size()));
  relation.set_status(tale.status);
  const auto same_days = std::find_if(tale.rows.begin(), tale.rows.end(), [&](const RelationRow& row) {
    return row.status == tale.status && row.days == tale.days;
  });
  if (same_days != tale.rows.end()) {
    v1::Relation other;
    SILLOK_RETURN_IF_ERROR(ReadRow(rows, *same_days, other));
    *relation.mutable_valid() = std::move(*other.mutable_valid());
  } else {
    *relation.mutable_valid() = RangeOf(tale.days);
  }
  SILLOK_RETURN_IF_ERROR(snapshot_->PutLabel(*relation.mutable_subject(), *relation.mutable_subject_text()));
  if (relation.object().empty()) return absl::OkStatus();
  return snapshot_->PutLabel(*relation.mutable_object(), *relation.mutable_object_text());
}

absl::Status RelationCursor::status() const { return status_.ok() ? rows_.status() : status_; }

}  // namespace sillok::query
