// HTML's character references as the characters they stand for.
//
//   DecodeReferences("둑 &amp; 물&#160;&hellip;")  → "둑 & 물\u00A0…"
//
// Pure; time linear in the text; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace sillok::ingest {

// Names are those of html_entities.tsv; what is no reference stays as it is. Numbers 128…159 are read as Windows-1252, the way
// browsers do; those that are no character become U+FFFD. "&copy=1" is part of an address, no reference.
[[nodiscard]] std::string DecodeReferences(std::string_view text);

}  // namespace sillok::ingest
