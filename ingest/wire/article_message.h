// What the stages found, as the article of the interface.
//
//   const v1::Article article = ToMessage(extracted, pipeline_fingerprint);
//   article.events(0).name()                       → "events/3f0c…"
//   article.events(0).participants(0).entity()     → "entities/9a41…"
//
// Atoms get their ids here. A sentence that stands twice in an article proves its facts once, where it stands best: in the
// body, then the title, a subtitle, a caption. Pure, deterministic; safe from any thread.
#pragma once

#include <string_view>

#include "ingest/extract/extracted_article.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

// Bounds that no article meets and hostile pages do: what lies beyond is left out, and the warning
// "annotations_truncated" says so. They keep the answer linear in the page, because every fact shows its sentence.
inline constexpr int kLongestEvidence = 8192;       // bytes of a sentence that proves facts
inline constexpr int kMostEvidenceBytes = 4 << 20;  // over all facts of an article
inline constexpr int kMostMentions = 20000;         // and as many dates

// `extractor_fingerprint` is written into the article and into every piece of evidence.
[[nodiscard]] v1::Article ToMessage(const ExtractedArticle& extracted,
                                    std::string_view extractor_fingerprint);

}  // namespace sillok::ingest
