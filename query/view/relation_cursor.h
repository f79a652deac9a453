// The relations of one entity: by kind, side, label and the other side's name.
//
//   SILLOK_ASSIGN_OR_RETURN(RelationCursor cursor, reader.Relations(key, {}));
//   for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
//     SILLOK_ASSIGN_OR_RETURN(const RelationTale tale, cursor.ReadTale(published));
//     if (tale.rows.empty()) continue;                                   // nobody tells it in that interval
//     SILLOK_RETURN_IF_ERROR(cursor.ReadRelation(tale, 3, *response.add_relations()));
//   }
//   SILLOK_RETURN_IF_ERROR(cursor.status());
//
// The rows of one relation stand together under each pair of names its two entities have; it comes where the first of the other
// side's names that has rows stands, with the rows of all. Moving costs a seek; a tale reads the keys of all its rows, and
// only what is shown is parsed. One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "query/view/prefix_cursor.h"
#include "query/view/relation_key.h"
#include "query/view/snapshot.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// All that is told of one relation.
struct RelationTale {
  std::vector<RelationRow> rows;  // latest days first, unresolved last
  v1::EventStatus status = v1::EVENT_STATUS_UNSPECIFIED;
  DaySpan days;                        // from the first to the last of the rows of that status
  DayNumber first_published = kNoDay;  // of those rows
};

class RelationCursor {
 public:
  // `names` are those of the entity; of `kinds` none is all.
  RelationCursor(std::shared_ptr<const Snapshot> snapshot, std::vector<NameKey> names,
                 std::vector<int> kinds);

  void SeekToFirst();
  // The first relation after the one with this key.
  void SeekAfter(std::string_view key);
  void Next();
  [[nodiscard]] bool Valid() const { return valid_; }
  // Names this relation among those of the entity.
  [[nodiscard]] std::string_view key() const { return here_.part; }
  [[nodiscard]] v1::RelationKind kind() const { return here_.head.kind; }
  // Whether the other side is the entity with this name among its names.
  [[nodiscard]] bool IsWith(const NameKey& name) const;
  // What articles of the interval tell of it, all when there is none.
  [[nodiscard]] absl::StatusOr<RelationTale> ReadTale(const std::optional<DaySpan>& published) const;
  // The tale, which is not empty, as it is sent.
  [[nodiscard]] absl::Status ReadRelation(const RelationTale& tale, int evidence_limit,
                                          v1::ListRelationsResponse::Told& told) const;
  [[nodiscard]] absl::Status status() const;

 private:
  // Goes on to the first relation that is to come here.
  void Settle();
  [[nodiscard]] bool IsOfKinds() const;
  // Learns the names of the other side; false when the relation comes under an earlier one.
  [[nodiscard]] absl::StatusOr<bool> LearnOthers();
  [[nodiscard]] std::vector<std::string> PrefixesWith(const std::vector<std::string>& others) const;
  [[nodiscard]] absl::Status ReadRow(PrefixCursor& rows, const RelationRow& row,
                                     v1::Relation& relation) const;

  std::shared_ptr<const Snapshot> snapshot_;
  std::vector<NameKey> names_;
  std::vector<int> kinds_;
  PrefixCursor rows_;
  bool valid_ = false;
  ParsedRelationPart here_;
  std::vector<std::string> others_;  // all names of the other side, as words
  absl::Status status_;
};

}  // namespace sillok::query
