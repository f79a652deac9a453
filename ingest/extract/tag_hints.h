// What the tagger is told of a sentence before it reads it: the dates, and all that rows and rules think is a name.
//
//   const std::vector<TagHint> hints = HintsOf(names);
//
// Pure; safe from any thread.
#pragma once

#include <optional>
#include <vector>

#include "ingest/extract/name_candidate.h"
#include "ingest/tag/tag.h"

namespace sillok::ingest {

// How names of that type are tagged; nothing for named events, works and products.
[[nodiscard]] std::optional<TagType> TagTypeOf(EntityType type);
[[nodiscard]] EntityType EntityTypeOf(TagType type);

// `names` with the rules' candidates. By no order; spans may overlap.
[[nodiscard]] std::vector<TagHint> HintsOf(const SentenceNames& names);

}  // namespace sillok::ingest
