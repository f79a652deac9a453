// One page through the pipeline, whatever happens there.
//
//   SILLOK_ASSIGN_OR_RETURN(v1::Article article, ReadPage(pipeline, page));
//
// Safe from any thread.
#pragma once

#include "absl/status/statusor.h"
#include "ingest/pipeline/pipeline.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

// `page` is valid and has its id, and no fetch time but one that its caller gave. INVALID_ARGUMENT, BadRequest naming the
// field, when it is no text; INTERNAL when reading fails by a mistake of ours.
[[nodiscard]] absl::StatusOr<v1::Article> ReadPage(const Pipeline& pipeline, const v1::RawArticle& page);

}  // namespace sillok::ingest
