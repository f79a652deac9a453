// manifest.jsonl: what is known about the pages of a folder, a JSON object a line.
//
//   {"file": "han-1.html", "articleId": "han-1", "outlet": "한빛일보", "publishTime": "2024-03-18T00:00:00Z", "labels": {"desk": "경제"}}
//
// A row is a sillok.v1.RawArticle in JSON (snake_case or lowerCamelCase) and `file`, a path relative to the manifest. A row
// without `file` is a page by itself and carries `text`, `html` or `raw`. Empty lines are skipped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

struct ManifestRow {
  // Empty when the row carries the content.
  std::string file = {};
  v1::RawArticle page = {};
};

// INVALID_ARGUMENT says what is wrong with the row.
[[nodiscard]] absl::StatusOr<ManifestRow> ParseManifestRow(std::string_view line);

}  // namespace sillok::ingest
