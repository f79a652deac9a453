#include "query/answer/articles.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/page/page.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/text/normalize.h"
#include "google/protobuf/util/field_mask_util.h"
#include "query/answer/choice.h"
#include "query/answer/day_filter.h"
#include "query/answer/resource_name.h"
#include "query/link/text_sketch.h"

namespace sillok::query {
namespace {

bool Carries(const v1::Article& article, const v1::ListArticlesRequest& request) {
  return std::all_of(request.labels().begin(), request.labels().end(), [&](const auto& label) {
    const auto it = article.labels().find(label.first);
    return it != article.labels().end() && it->second == label.second;
  });
}

// The first article of the page.
void Seek(const Page& page, const DayFilter& published, ArticleCursor& cursor) {
  if (!page.after.empty()) {
    cursor.SeekAfter(page.after);
  } else if (published.given()) {
    cursor.SeekDay(published.days().last);
  } else {
    cursor.SeekToFirst();
  }
}

absl::Status AddNearDuplicates(const v1::Article& article, const ViewReader& reader,
                               v1::GetArticleResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<ArticleCopy> copies, reader.ReadCopies(article));
  for (const ArticleCopy& copy : copies) {
    v1::GetArticleResponse::NearDuplicate& duplicate = *response.add_near_duplicates();
    duplicate.set_article("articles/" + copy.article_id);
    duplicate.set_similarity(SketchSimilarity(copy.distance));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status GetArticle(const v1::GetArticleRequest& request, const ViewReader& reader,
                        v1::GetArticleResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const std::string_view id, ParseArticleName(request.name(), "name"));
  const google::protobuf::FieldMask& mask = request.read_mask();
  SILLOK_RETURN_IF_ERROR(CheckReadMask(mask, *v1::GetArticleResponse::descriptor(), "read_mask"));
  SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Article> article, reader.ReadArticle(id));
  if (!article.has_value()) return NotFoundResource("sillok.v1.Article", request.name());
  if (MaskHas(mask, "near_duplicates")) {
    SILLOK_RETURN_IF_ERROR(AddNearDuplicates(*article, reader, response));
  }
  *response.mutable_article() = *std::move(article);
  if (!mask.paths().empty()) google::protobuf::util::FieldMaskUtil::TrimMessage(mask, &response);
  return absl::OkStatus();
}

absl::Status ListArticles(const v1::ListArticlesRequest& request, const ViewReader& reader,
                          v1::ListArticlesResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const DayFilter published,
                          DayFilter::Read(request.has_published(), request.published(), "published"));
  SILLOK_RETURN_IF_ERROR(CheckText(request.outlet(), "outlet"));
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  const std::string outlet = NormalizeName(request.outlet());
  ArticleCursor cursor = reader.Articles();
  PageFill fill(page);
  std::string last;
  for (Seek(page, published, cursor); cursor.Valid(); cursor.Next()) {
    // Newest first: all others are older.
    if (published.given() && !published.Contains(cursor.published())) break;
    v1::Article& article = *response.add_articles();
    SILLOK_RETURN_IF_ERROR(cursor.ReadArticle(article));
    const bool wanted =
        (outlet.empty() || NormalizeName(article.outlet()) == outlet) && Carries(article, request);
    if (!wanted) {
      response.mutable_articles()->RemoveLast();
      continue;
    }
    if (fill.full()) {
      response.mutable_articles()->RemoveLast();
      response.set_next_page_token(MakePageToken(request, last));
      break;
    }
    fill.Count(article);
    last = cursor.key();
  }
  return cursor.status();
}

}  // namespace sillok::query
