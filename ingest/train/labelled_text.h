// Sentences that somebody has labelled: one JSON object a line, as in KLUE-NER, or one marked line each.
//
//   {"source": "wikitree", "text": "정신아 대표는…", "entities": [{"start": 0, "end": 3, "type": "PS"}]}
//   [정신아|PS] 대표는…
//
// Offsets in JSON are code points. Types are PS, OG, LC, DT, TI, QT; JSON may have others, which are passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/tag/tag.h"

namespace sillok::ingest {

struct LabelledText {
  std::string source;
  std::string text;
  std::vector<Tag> tags;  // bytes of `text`; by place
};

// INVALID_ARGUMENT for a line that is no such object, or whose labels overlap or lie outside of the text.
[[nodiscard]] absl::StatusOr<LabelledText> ParseLabelled(std::string_view line);

// Of source "marked". INVALID_ARGUMENT where a bracket has no end, no text, no such type, or another bracket in it.
[[nodiscard]] absl::StatusOr<LabelledText> ParseMarked(std::string_view line);

// A file of such lines: of JSON where its name ends with .jsonl, else of marked text, where lines that begin with # are
// comments. NOT_FOUND when it cannot be read; INVALID_ARGUMENT naming the line.
[[nodiscard]] absl::StatusOr<std::vector<LabelledText>> ReadLabelled(const std::string& path);

// PS, OG, LC, DT, TI, QT.
[[nodiscard]] std::string_view NameOf(TagType type);

}  // namespace sillok::ingest
