// What the tagger says: stretches of a sentence in the six types of KLUE-NER, the standard of Korean tagging.
//
//   Tag{.span = {0, 9}, .type = TagType::kPerson}   // 정신아
//
// Flat: tags of one sentence never overlap, and are in order. Particles are outside, and so are titles: 임 in 임 실장.
#pragma once

#include <cstdint>

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// PS, OG, LC, DT, TI, QT.
enum class TagType : uint8_t { kPerson, kOrganization, kPlace, kDate, kTime, kQuantity };
inline constexpr int kTagTypes = 6;

struct Tag {
  TextSpan span;  // bytes of the sentence's text
  TagType type = TagType::kPerson;
  int32_t margin = 0;  // how much the labelling would lose without it: comparable within one model
  friend bool operator==(const Tag&, const Tag&) = default;
};

// What rows and rules say of a stretch before the tagger reads it: one of its features. Hints may overlap.
struct TagHint {
  TextSpan span;
  uint8_t kind = 0;  // whatever the caller numbers, below 64; a model goes with its numbers
};

}  // namespace sillok::ingest
