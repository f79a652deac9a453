// The keys of relations, built and taken apart.
//
//   NamePrefix(key) + RelationPart({kind, RelationSide::kSubject, "대표", "2/한빛전자"})   every sentence that tells this one
//   … + RelationTail(row)                                                                 one of them
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/view/day_number.h"
#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// On which side the name stands under which the row is. Where either may be the subject both stand on the first.
enum class RelationSide : uint8_t { kSubject = 1, kObject = 2 };

[[nodiscard]] bool EitherMayBeSubject(v1::RelationKind kind);

// What binds a name to which other side.
struct RelationHead {
  v1::RelationKind kind = v1::RELATION_KIND_UNSPECIFIED;
  RelationSide side = RelationSide::kSubject;
  std::string label;  // NormalizeName of it
  std::string other;  // a name key as a word, or OtherOfWords
};

// The other side that a text gives words for only: no name key's word.
[[nodiscard]] std::string OtherOfWords(std::string_view words);

// One sentence that tells it.
struct RelationRow {
  DaySpan days;
  v1::EventStatus status = v1::EVENT_STATUS_UNSPECIFIED;
  DayNumber published = kNoDay;
  std::string article_id;
  uint32_t ordinal = 0;  // in the article
};

[[nodiscard]] std::string RelationPart(const RelationHead& head);
// The head that a key after its name begins with, and the bytes of its part.
struct ParsedRelationPart {
  RelationHead head;
  std::string part;
};
[[nodiscard]] std::optional<ParsedRelationPart> ParseRelationPart(std::string_view suffix);

[[nodiscard]] std::string RelationTail(const RelationRow& row);
[[nodiscard]] std::optional<RelationRow> ParseRelationTail(std::string_view tail);

}  // namespace sillok::query
