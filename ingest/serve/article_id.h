// The id of an article whose caller gave none.
//
//   CanonicalUrl("HTTPS://News.Example.com/a?id=1&utm_source=x#top")  → "https://news.example.com/a?id=1"
//
// Stable for ever: ids are stored and given out. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

// Scheme and host in lower case, without fragment and without the parameters that only say how a reader came (utm_*,
// fbclid, gclid, igshid). Everything else stays, in its order. `url` must be an absolute http or https URL.
[[nodiscard]] std::string CanonicalUrl(std::string_view url);

// The caller's id; else the hash of the canonical URL; else the hash of the content's bytes, however they were given.
[[nodiscard]] std::string ArticleIdOf(const v1::RawArticle& article);

}  // namespace sillok::ingest
