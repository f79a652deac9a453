// One published state of the store, and the names answers use most. Shared by readers and cursors; the last one to
// let go frees it.
//
//   SILLOK_ASSIGN_OR_RETURN(std::optional<std::string> row, snapshot.Get(Family::kNameGroups, key));
//
// Safe from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "common/store/store.h"
#include "query/view/keys.h"
#include "query/view/label_cache.h"
#include "rocksdb/db.h"
#include "rocksdb/snapshot.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

class Snapshot {
 public:
  // The store as it is now.
  Snapshot(std::shared_ptr<Store> store, std::shared_ptr<LabelCache> labels, uint64_t version);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  [[nodiscard]] absl::StatusOr<std::optional<std::string>> Get(Family family, std::string_view key) const;
  // Parses the row into `message`; false when there is none.
  [[nodiscard]] absl::StatusOr<bool> Read(Family family, std::string_view key,
                                          google::protobuf::MessageLite& message) const;
  // Options to walk over the rows of this state that begin with `prefix`.
  [[nodiscard]] rocksdb::ReadOptions WalkOptions(Family family, std::string_view prefix) const;
  [[nodiscard]] Store& store() const { return *store_; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* family(Family family) const;
  [[nodiscard]] uint64_t version() const { return version_; }

  // The names that are one entity with this one, sorted, itself among them.
  [[nodiscard]] absl::StatusOr<std::vector<NameKey>> Group(const NameKey& key) const;
  // What articles tell of the names of a group, in sum.
  [[nodiscard]] absl::StatusOr<storage::v1::NameTotals> Totals(const std::vector<NameKey>& group) const;
  // What the name's entity is called in this state; nothing when it is not there.
  [[nodiscard]] absl::StatusOr<std::optional<EntityLabel>> Label(const NameKey& key) const;
  // Puts id and display name in the place of a stored name key; clears both when there is none.
  [[nodiscard]] absl::Status PutLabel(std::string& entity, std::string& display_name) const;

 private:
  [[nodiscard]] rocksdb::ReadOptions options() const;

  const std::shared_ptr<Store> store_;
  const std::shared_ptr<LabelCache> labels_;
  const uint64_t version_;
  const rocksdb::Snapshot* const rocks_snapshot_;
};

// Puts in what the participants are called in this state; each entity once, where it stands first.
[[nodiscard]] absl::Status LabelParticipants(const Snapshot& snapshot, v1::Event& event);

// The stored event as it is sent: full names, at most `evidence_limit` pieces of evidence.
[[nodiscard]] absl::Status FinishEvent(const Snapshot& snapshot, int evidence_limit, v1::Event& event);

}  // namespace sillok::query
