#include "query/view/snapshot.h"

#include <algorithm>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/first_parts.h"
#include "common/store/slice.h"
#include "query/view/entity_fold.h"
#include "query/view/event_fold.h"
#include "query/view/name_totals.h"
#include "query/view/regroup.h"
#include "query/view/rows.h"

namespace sillok::query {

Snapshot::Snapshot(std::shared_ptr<Store> store, std::shared_ptr<LabelCache> labels, uint64_t version)
    : store_(std::move(store)),
      labels_(std::move(labels)),
      version_(version),
      rocks_snapshot_(store_->db().GetSnapshot()) {}

Snapshot::~Snapshot() { store_->db().ReleaseSnapshot(rocks_snapshot_); }

rocksdb::ReadOptions Snapshot::options() const {
  rocksdb::ReadOptions options;
  options.snapshot = rocks_snapshot_;
  return options;
}

rocksdb::ReadOptions Snapshot::WalkOptions(Family family, std::string_view prefix) const {
  rocksdb::ReadOptions options = sillok::WalkOptions(store_->first_parts(InfoOf(family).name), prefix);
  options.snapshot = rocks_snapshot_;
  return options;
}

rocksdb::ColumnFamilyHandle* Snapshot::family(Family family) const {
  return store_->family(InfoOf(family).name);
}

absl::StatusOr<std::optional<std::string>> Snapshot::Get(Family family, std::string_view key) const {
  std::string value;
  const rocksdb::Status status = store_->db().Get(options(), this->family(family), SliceOf(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  if (!status.ok()) return FromRocks(status, "reading " + InfoOf(family).name);
  return value;
}

absl::StatusOr<bool> Snapshot::Read(Family family, std::string_view key,
                                    google::protobuf::MessageLite& message) const {
  rocksdb::PinnableSlice value;
  const rocksdb::Status status = store_->db().Get(options(), this->family(family), SliceOf(key), &value);
  if (status.IsNotFound()) return false;
  if (!status.ok()) return FromRocks(status, "reading " + InfoOf(family).name);
  SILLOK_RETURN_IF_ERROR(ParseRow({value.data(), value.size()}, message));
  return true;
}

absl::StatusOr<std::vector<NameKey>> Snapshot::Group(const NameKey& key) const {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row, Get(Family::kNameGroups, NamePrefix(key)));
  if (!row.has_value()) return std::vector<NameKey>{key};
  return ParseGroup(*row);
}

absl::StatusOr<storage::v1::NameTotals> Snapshot::Totals(const std::vector<NameKey>& group) const {
  NameTotals sum;
  for (const NameKey& name : group) {
    storage::v1::NameTotals row;
    SILLOK_RETURN_IF_ERROR(Read(Family::kNameTotals, NamePrefix(name), row).status());
    if (group.size() == 1) return row;
    sum.Add(TotalsOf(std::move(row)));
  }
  return TotalsRow(sum);
}

absl::StatusOr<std::optional<EntityLabel>> Snapshot::Label(const NameKey& key) const {
  const std::string text = NameKeyText(key);
  if (std::optional<EntityLabel> label = labels_->Find(version_, text); label.has_value()) return label;
  SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey> group, Group(key));
  SILLOK_ASSIGN_OR_RETURN(const storage::v1::NameTotals totals, Totals(group));
  if (totals.articles() == 0) return std::nullopt;
  const EntityLabel label{totals.first_id(), DisplayNameOf(totals)};
  labels_->Insert(version_, text, label);
  return label;
}

absl::Status Snapshot::PutLabel(std::string& entity, std::string& display_name) const {
  std::optional<EntityLabel> label = labels_->Find(version_, entity);
  if (!label.has_value()) {
    const std::optional<NameKey> key = ParseNameKey(entity);
    if (key.has_value()) {
      SILLOK_ASSIGN_OR_RETURN(label, Label(*key));
    }
  }
  entity.clear();
  display_name.clear();
  if (!label.has_value()) return absl::OkStatus();
  entity = "entities/" + label->id;
  display_name = std::move(label->display_name);
  return absl::OkStatus();
}

absl::Status LabelParticipants(const Snapshot& snapshot, v1::Event& event) {
  for (v1::Participant& participant : *event.mutable_participants()) {
    SILLOK_RETURN_IF_ERROR(
        snapshot.PutLabel(*participant.mutable_entity(), *participant.mutable_display_name()));
  }
  auto& participants = *event.mutable_participants();
  for (int i = 1; i < participants.size();) {
    const bool again =
        std::any_of(participants.begin(), participants.begin() + i,
                    [&](const v1::Participant& other) { return other.entity() == participants[i].entity(); });
    again ? participants.DeleteSubrange(i, 1) : void(++i);
  }
  return absl::OkStatus();
}

absl::Status FinishEvent(const Snapshot& snapshot, int evidence_limit, v1::Event& event) {
  event.set_name("events/" + event.name());
  LimitEvidence(evidence_limit, event);
  return LabelParticipants(snapshot, event);
}

}  // namespace sillok::query
