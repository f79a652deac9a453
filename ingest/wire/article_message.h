// What the stages found, as the article of the interface.
//
//   const v1::Article article = ToMessage(extracted, pipeline_fingerprint);
//   article.events(0).name()                       → "events/3f0c…"
//   article.events(0).participants(0).entity()     → "entities/9a41…"
//
// Atoms get their ids here. A sentence that stands twice in an article proves its facts once. Pure, deterministic; safe
// from any thread.
#pragma once

#include <string_view>

#include "ingest/extract/extracted_article.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

// As many mentions, and as many dates, an article shows. What lies beyond this bound and those of proving_sentences.h is
// left out, and the warning "annotations_truncated" says so.
inline constexpr int kMostMentions = 20000;

// `extractor_fingerprint` is written into the article and into every piece of evidence.
[[nodiscard]] v1::Article ToMessage(const ExtractedArticle& extracted,
                                    std::string_view extractor_fingerprint);

}  // namespace sillok::ingest
