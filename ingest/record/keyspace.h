// The keys of the ingest store, built in this one place. KEYSPACE.md beside this file is their reference.
//
//   CommitKey(258)  → 00 00 00 00 00 00 01 02
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "common/store/store.h"

namespace sillok::ingest {

inline constexpr char kSchema[] = "sillok-ingest-2";
// The schema before curations: a store of this one lacks their families, and is taken over as it is.
inline constexpr char kSchemaBeforeCurations[] = "sillok-ingest-1";

// The families. Keys of pages, facts and articles are the bytes of the article id; of curations and undone, the 24 digits
// of the curation's id.
inline constexpr char kPages[] = "pages";
inline constexpr char kFacts[] = "facts";
inline constexpr char kCommits[] = "commits";
inline constexpr char kArticles[] = "articles";
inline constexpr char kMeta[] = "meta";
inline constexpr char kCurations[] = "curations";
inline constexpr char kCurationTimes[] = "curation_times";
inline constexpr char kUndone[] = "undone";

// The one key of meta: the incarnation's id.
inline constexpr char kOriginKey[] = "origin";

// How the store in this folder is opened.
[[nodiscard]] StoreOptions StoreOptionsFor(const std::string& data_dir, bool read_only);

// Also the value of families articles, curations, curation_times and undone.
[[nodiscard]] std::string CommitKey(int64_t commit_id);
// The id; nothing when the bytes are no commit key.
[[nodiscard]] std::optional<int64_t> ParseCommitKey(std::string_view key);

// A key of curation_times: curations in the order of (time, id).
struct CurationTime {
  absl::Time time;
  std::string id;
};
[[nodiscard]] std::string CurationTimeKey(const CurationTime& curation);
// Nothing when the bytes are no such key.
[[nodiscard]] std::optional<CurationTime> ParseCurationTimeKey(std::string_view key);

}  // namespace sillok::ingest
