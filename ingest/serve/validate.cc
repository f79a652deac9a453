#include "ingest/serve/validate.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/text/utf8.h"
#include "ingest/serve/check_field.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMostIdBytes = 128;
constexpr size_t kMostUrlBytes = 2048;
constexpr size_t kMostOutletBytes = 256;
constexpr size_t kMostTitleBytes = 1024;
constexpr int kMostLabels = 64;
constexpr size_t kMostLabelKeyBytes = 63;
constexpr size_t kMostLabelValueBytes = 256;

constexpr int kMostNames = 1000;

constexpr std::string_view kArticlesPrefix = "articles/";

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAlnum(char c) { return IsLower(c) || IsDigit(c) || (c >= 'A' && c <= 'Z'); }
bool IsIdByte(char c) { return IsAlnum(c) || c == '.' || c == '_' || c == '~' || c == '-'; }

bool IsArticleId(std::string_view id) {
  return !id.empty() && id.size() <= kMostIdBytes && std::all_of(id.begin(), id.end(), IsIdByte);
}

absl::Status CheckArticleName(std::string_view field, std::string_view name) {
  if (name.starts_with(kArticlesPrefix) && IsArticleId(ArticleIdIn(name))) return absl::OkStatus();
  return InvalidField(field, "must be articles/{article_id}, the id matching [A-Za-z0-9._~-]{1,128}");
}

bool IsLabelKey(std::string_view key) {
  return !key.empty() && key.size() <= kMostLabelKeyBytes && IsLower(key.front()) &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return IsLower(c) || IsDigit(c) || c == '_' || c == '-'; });
}

bool HasScheme(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), url.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b | 0x20 : b); });
}

bool IsAbsoluteHttpUrl(std::string_view url) {
  size_t host = 0;
  if (HasScheme(url, "http://")) host = 7;
  if (HasScheme(url, "https://")) host = 8;
  if (host == 0 || url[host] == '/' || url[host] == '?' || url[host] == '#' || url[host] == ':') return false;
  return std::none_of(url.begin(), url.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7F; });
}

absl::Status CheckContent(std::string_view field, std::string_view content) {
  if (IsBlank(content)) return InvalidField(field, "is empty or blank; give the page");
  return CheckSize(field, content.size(), kMostContentBytes);
}

absl::Status ValidateContent(const v1::RawArticle& article) {
  switch (article.content_case()) {
    case v1::RawArticle::kText:
      return CheckContent("article.text", article.text());
    case v1::RawArticle::kHtml:
      return CheckContent("article.html", article.html());
    case v1::RawArticle::kRaw:
      return CheckContent("article.raw", article.raw());
    case v1::RawArticle::CONTENT_NOT_SET:
      break;
  }
  return InvalidField("article.content", "is missing; give the page as one of text, html or raw");
}

absl::Status ValidateLabels(const v1::RawArticle& article) {
  if (article.labels_size() > kMostLabels) {
    return InvalidField("article.labels",
                        "has " + std::to_string(article.labels_size()) + " labels; give at most 64");
  }
  // Sorted, so that of several violations always the same one is answered.
  for (const auto& [key, value] : std::map(article.labels().begin(), article.labels().end())) {
    if (!IsLabelKey(key)) {
      return InvalidField("article.labels", "has the key '" + std::string(TruncateUtf8(key, 64)) +
                                                "'; give keys that match [a-z][a-z0-9_-]{0,62}");
    }
    SILLOK_RETURN_IF_ERROR(CheckSize("article.labels[" + key + "]", value.size(), kMostLabelValueBytes));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ValidateArticle(const v1::RawArticle& article) {
  if (!article.article_id().empty() && !IsArticleId(article.article_id())) {
    return InvalidField("article.article_id",
                        "must match [A-Za-z0-9._~-]{1,128}; leave it empty to have one made");
  }
  SILLOK_RETURN_IF_ERROR(CheckSize("article.url", article.url().size(), kMostUrlBytes));
  if (!article.url().empty() && !IsAbsoluteHttpUrl(article.url())) {
    return InvalidField("article.url",
                        "is no absolute http or https URL; give one like https://example.com/news/1");
  }
  SILLOK_RETURN_IF_ERROR(CheckSize("article.outlet", article.outlet().size(), kMostOutletBytes));
  SILLOK_RETURN_IF_ERROR(CheckSize("article.title", article.title().size(), kMostTitleBytes));
  if (article.has_publish_time()) {
    SILLOK_RETURN_IF_ERROR(CheckTime("article.publish_time", article.publish_time()));
  }
  if (article.has_fetch_time()) SILLOK_RETURN_IF_ERROR(CheckTime("article.fetch_time", article.fetch_time()));
  SILLOK_RETURN_IF_ERROR(ValidateLabels(article));
  return ValidateContent(article);
}

absl::StatusOr<std::string> ValidateDeletion(const v1::DeleteArticleRequest& request) {
  SILLOK_RETURN_IF_ERROR(CheckArticleName("name", request.name()));
  if (request.has_delete_time()) SILLOK_RETURN_IF_ERROR(CheckTime("delete_time", request.delete_time()));
  return std::string(ArticleIdIn(request.name()));
}

absl::Status ValidateReextraction(const v1::ReextractArticlesRequest& request) {
  if (request.articles_size() > kMostNames) {
    return InvalidField("articles", "has " + std::to_string(request.articles_size()) +
                                        " names; give at most 1000, or none for all articles");
  }
  for (int i = 0; i < request.articles_size(); ++i) {
    SILLOK_RETURN_IF_ERROR(CheckArticleName("articles[" + std::to_string(i) + "]", request.articles(i)));
  }
  return absl::OkStatus();
}

std::string ArticleName(std::string_view article_id) {
  return std::string(kArticlesPrefix) + std::string(article_id);
}

std::string_view ArticleIdIn(std::string_view name) { return name.substr(kArticlesPrefix.size()); }

absl::Status ValidateTail(const v1::TailCommitsRequest& request) {
  if (request.from() < 0) {
    return InvalidField("from", "is negative; give the last commit id already applied, or 0");
  }
  if (request.from() > 0 && request.origin().empty()) {
    return InvalidField("origin", "is missing; give the origin that `from` belongs to, or tail from 0");
  }
  return absl::OkStatus();
}

}  // namespace sillok::ingest
