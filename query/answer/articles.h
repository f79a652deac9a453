// GetArticle and ListArticles. See the methods' comments in query_service.proto.
#pragma once

#include "absl/status/status.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

[[nodiscard]] absl::Status GetArticle(const v1::GetArticleRequest& request, const ViewReader& reader,
                                      v1::GetArticleResponse& response);
[[nodiscard]] absl::Status ListArticles(const v1::ListArticlesRequest& request, const ViewReader& reader,
                                        v1::ListArticlesResponse& response);

}  // namespace sillok::query
