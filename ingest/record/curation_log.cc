#include "ingest/record/curation_log.h"

#include <utility>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/time/timestamp.h"
#include "ingest/record/curation_name.h"
#include "ingest/record/keyspace.h"
#include "sillok/storage/v1/record.pb.h"

namespace sillok::ingest {

absl::StatusOr<RecordedCuration> CurationLog::Record(v1::Curation curation) {
  NameCuration(curation);
  const std::lock_guard lock(mutex_);
  SILLOK_ASSIGN_OR_RETURN(std::optional<RecordedCuration> standing, FindStanding(curation));
  if (standing) return *std::move(standing);

  CurationWrite write;
  write.id = CurationIdOf(curation.name());
  write.time_key = CurationTimeKey({.time = FromTimestamp(curation.create_time()), .id = write.id});
  if (curation.has_undo()) write.undoes = CurationIdOf(curation.undo().curation());
  storage::v1::StoredCommit commit;
  *commit.mutable_curation() = curation;
  write.commit = commit.SerializeAsString();
  SILLOK_ASSIGN_OR_RETURN(const int64_t commit_id, writer_.Write(std::move(write)));
  return RecordedCuration{commit_id, std::move(curation)};
}

absl::StatusOr<std::optional<RecordedCuration>> CurationLog::FindStanding(
    const v1::Curation& curation) const {
  const rocksdb::ReadOptions options;
  if (!curation.has_undo()) return FindCuration(store_, options, kCurations, CurationIdOf(curation.name()));
  const std::string& undone = curation.undo().curation();
  SILLOK_ASSIGN_OR_RETURN(const std::optional<RecordedCuration> decision,
                          FindCuration(store_, options, kCurations, CurationIdOf(undone)));
  if (!decision) return NotFoundResource("sillok.v1.Curation", undone);
  if (decision->curation.has_undo()) {
    return InvalidField("name", "is an undo, which is not undone; make the decision of " +
                                    decision->curation.undo().curation() + " again instead");
  }
  return FindCuration(store_, options, kUndone, CurationIdOf(undone));
}

}  // namespace sillok::ingest
