// A syllable's label: outside, or of a type and at the begin, inside, or end of a tag, or a tag of its own (BIOES).
//
//   LabelOf(TagType::kPlace, TagPosition::kSingle)
//   MayFollow(kOutside, LabelOf(TagType::kPlace, TagPosition::kInside))   → false
//
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ingest/tag/tag.h"

namespace sillok::ingest {

using Label = uint8_t;
enum class TagPosition : uint8_t { kBegin, kInside, kEnd, kSingle };

inline constexpr Label kOutside = 0;
inline constexpr int kLabels = 1 + 4 * kTagTypes;

[[nodiscard]] constexpr Label LabelOf(TagType type, TagPosition position) {
  return static_cast<Label>(1 + 4 * static_cast<int>(type) + static_cast<int>(position));
}
[[nodiscard]] constexpr TagType TypeOf(Label label) { return static_cast<TagType>((label - 1) / 4); }
[[nodiscard]] constexpr TagPosition PositionOf(Label label) {
  return static_cast<TagPosition>((label - 1) % 4);
}
// True where a tag is open behind the label.
[[nodiscard]] constexpr bool IsOpen(Label label) {
  return label != kOutside &&
         (PositionOf(label) == TagPosition::kBegin || PositionOf(label) == TagPosition::kInside);
}
// True for what begins with the label, or is outside.
[[nodiscard]] constexpr bool IsFresh(Label label) {
  return label == kOutside || PositionOf(label) == TagPosition::kBegin ||
         PositionOf(label) == TagPosition::kSingle;
}
[[nodiscard]] constexpr bool MayFollow(Label before, Label label) {
  if (!IsOpen(before)) return IsFresh(label);
  return !IsFresh(label) && TypeOf(before) == TypeOf(label);
}

// The labels of `syllables` (spans of one sentence) for these tags, which begin and end where syllables do.
[[nodiscard]] std::vector<Label> LabelsOf(std::span<const TextSpan> syllables, std::span<const Tag> tags);

// The tags that labels say. Every label may follow the one before it, and none is left open at the end.
[[nodiscard]] std::vector<Tag> TagsOf(std::span<const TextSpan> syllables, std::span<const Label> labels);

}  // namespace sillok::ingest
