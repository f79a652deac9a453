#include "ingest/serve/article_id.h"

#include <algorithm>
#include <array>

#include "common/text/hash.h"

namespace sillok::ingest {
namespace {

constexpr std::array<std::string_view, 3> kTrackingParameters = {"fbclid", "gclid", "igshid"};

bool IsTracking(std::string_view parameter) {
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") ||
         std::find(kTrackingParameters.begin(), kTrackingParameters.end(), name) != kTrackingParameters.end();
}

void AppendLower(std::string_view text, std::string& out) {
  for (const char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
}

// The parameters that name the page, with the '?' before them; empty when none is left.
std::string KeptQuery(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || IsTracking(parameter)) continue;
    kept.append(kept.empty() ? "?" : "&").append(parameter);
  }
  return kept;
}

}  // namespace

std::string CanonicalUrl(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const size_t question = std::min(url.find('?'), url.size());
  const std::string_view address = url.substr(0, question);
  const size_t host = std::min(address.find("://"), address.size() - 3) + 3;
  const size_t path = std::min(address.find('/', host), address.size());
  std::string canonical;
  AppendLower(address.substr(0, path), canonical);
  canonical.append(path == address.size() ? "/" : address.substr(path));
  return canonical + KeptQuery(url.substr(std::min(question + 1, url.size())));
}

std::string ArticleIdOf(const v1::RawArticle& article) {
  if (!article.article_id().empty()) return article.article_id();
  if (!article.url().empty()) return HashId({"url", CanonicalUrl(article.url())});
  if (article.has_html()) return HashId({"content", article.html()});
  return HashId({"content", article.has_text() ? article.text() : article.raw()});
}

}  // namespace sillok::ingest
