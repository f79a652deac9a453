// What a request must be before anything is done with it: every bound that the .proto files state.
//
//   SILLOK_RETURN_IF_ERROR(ValidatePage(*request));   // INVALID_ARGUMENT, BadRequest: "article.url" and the fix
//
// The first violation is answered. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/status/errors.h"
#include "sillok/v1/article.pb.h"
#include "sillok/v1/commit_log_service.pb.h"
#include "sillok/v1/ingest_service.pb.h"

namespace sillok::ingest {

// Lies below what the transport takes, so that a page that is too large gets an answer that says so.
inline constexpr size_t kMostContentBytes = 4 << 20;

// The field `article` of a request.
[[nodiscard]] absl::Status ValidateArticle(const v1::RawArticle& article);

// A request that carries a page.
template <typename Request>
[[nodiscard]] absl::Status ValidatePage(const Request& request) {
  if (!request.has_article()) return InvalidField("article", "is missing; give the page");
  return ValidateArticle(request.article());
}

// The id in the request's `name`.
[[nodiscard]] absl::StatusOr<std::string> ValidateDeletion(const v1::DeleteArticleRequest& request);

[[nodiscard]] absl::Status ValidateReextraction(const v1::ReextractArticlesRequest& request);

// `articles/{article_id}` and back; the id of a valid name.
[[nodiscard]] std::string ArticleName(std::string_view article_id);
[[nodiscard]] std::string_view ArticleIdIn(std::string_view name);

[[nodiscard]] absl::Status ValidateTail(const v1::TailCommitsRequest& request);

}  // namespace sillok::ingest
