#include "ingest/record/keyspace.h"

#include <algorithm>

#include "common/store/key_coding.h"

namespace sillok::ingest {
namespace {

constexpr size_t kCurationIdDigits = 24;
// Turns the sign, so that the order of the bytes is that of the numbers.
constexpr uint64_t kSignBit = uint64_t{1} << 63;

}  // namespace

StoreOptions StoreOptionsFor(const std::string& data_dir, bool read_only) {
  return {.path = data_dir,
          .schema = kSchema,
          .older_schemas = {kSchemaBeforeCurations},
          .families = {kPages, kFacts, kCommits, kArticles, kMeta, kCurations, kCurationTimes, kUndone},
          .read_only = read_only};
}

std::string CommitKey(int64_t commit_id) {
  std::string key;
  AppendUint64(static_cast<uint64_t>(commit_id), key);
  return key;
}

std::optional<int64_t> ParseCommitKey(std::string_view key) {
  KeyReader reader(key);
  const std::optional<uint64_t> id = reader.Uint64();
  if (!id || !reader.done()) return std::nullopt;
  return static_cast<int64_t>(*id);
}

std::string CurationTimeKey(const CurationTime& curation) {
  const int64_t seconds = absl::ToUnixSeconds(curation.time);
  const absl::Duration rest = curation.time - absl::FromUnixSeconds(seconds);
  std::string key;
  AppendUint64(static_cast<uint64_t>(seconds) ^ kSignBit, key);
  AppendUint32(static_cast<uint32_t>(absl::ToInt64Nanoseconds(rest)), key);
  return key.append(curation.id);
}

std::optional<CurationTime> ParseCurationTimeKey(std::string_view key) {
  KeyReader reader(key.substr(0, key.size() - std::min(key.size(), kCurationIdDigits)));
  const std::optional<uint64_t> seconds = reader.Uint64();
  const std::optional<uint32_t> nanos = reader.Uint32();
  if (!reader.done()) return std::nullopt;
  return CurationTime{
      absl::FromUnixSeconds(static_cast<int64_t>(*seconds ^ kSignBit)) + absl::Nanoseconds(*nanos),
      std::string(key.substr(key.size() - kCurationIdDigits))};
}

}  // namespace sillok::ingest
