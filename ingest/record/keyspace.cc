#include "ingest/record/keyspace.h"

#include "common/store/key_coding.h"

namespace sillok::ingest {

std::vector<std::string> Families() { return {kPages, kFacts, kCommits, kArticles, kMeta}; }

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

}  // namespace sillok::ingest
