// An article as its row keeps it: serialised, and compressed.
//
//   std::string row = PackArticle(article);
//   SILLOK_RETURN_IF_ERROR(UnpackArticle(row, article));
//
// It is a third of what is written for an article. The store would compress it when it arrives and again whenever files are merged,
// and it would wait in memory as it is.
//
// Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

// A serialised storage.v1.PackedArticle. The same for equal articles, by one version of LZ4.
[[nodiscard]] std::string PackArticle(const v1::Article& article);
// DATA_LOSS when the row is none.
[[nodiscard]] absl::Status UnpackArticle(std::string_view row, v1::Article& article);
// The serialised article, for who does not want it parsed.
[[nodiscard]] absl::StatusOr<std::string> UnpackArticleBytes(std::string_view row);

}  // namespace sillok::query
