#include "ingest/tag/label.h"

namespace sillok::ingest {

std::vector<Label> LabelsOf(std::span<const TextSpan> syllables, std::span<const Tag> tags) {
  std::vector<Label> labels(syllables.size(), kOutside);
  size_t at = 0;
  for (const Tag& tag : tags) {
    while (at < syllables.size() && syllables[at].begin < tag.span.begin) ++at;
    for (; at < syllables.size() && syllables[at].end <= tag.span.end; ++at) {
      const bool first = syllables[at].begin == tag.span.begin;
      const bool last = syllables[at].end == tag.span.end;
      const TagPosition position = first  ? (last ? TagPosition::kSingle : TagPosition::kBegin)
                                   : last ? TagPosition::kEnd
                                          : TagPosition::kInside;
      labels[at] = LabelOf(tag.type, position);
    }
  }
  return labels;
}

std::vector<Tag> TagsOf(std::span<const TextSpan> syllables, std::span<const Label> labels) {
  std::vector<Tag> tags;
  int begin = 0;
  for (size_t at = 0; at < labels.size(); ++at) {
    if (labels[at] == kOutside) continue;
    if (IsFresh(labels[at])) begin = syllables[at].begin;
    if (!IsOpen(labels[at])) {
      tags.push_back({.span = {begin, syllables[at].end}, .type = TypeOf(labels[at])});
    }
  }
  return tags;
}

}  // namespace sillok::ingest
