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

namespace sillok::ingest {

inline constexpr char kSchema[] = "sillok-ingest-1";

// The families. Keys of pages, facts and articles are the bytes of the article id.
inline constexpr char kPages[] = "pages";
inline constexpr char kFacts[] = "facts";
inline constexpr char kCommits[] = "commits";
inline constexpr char kArticles[] = "articles";
inline constexpr char kMeta[] = "meta";

// The one key of meta: the incarnation's id.
inline constexpr char kOriginKey[] = "origin";

[[nodiscard]] std::vector<std::string> Families();

// Also the value of family articles.
[[nodiscard]] std::string CommitKey(int64_t commit_id);
// The id; nothing when the bytes are no commit key.
[[nodiscard]] std::optional<int64_t> ParseCommitKey(std::string_view key);

}  // namespace sillok::ingest
