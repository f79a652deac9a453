// Captions of photos, told from paragraphs by general signs: the markup, a copy right beside, a credit at the end.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// Two lines beside each other that are the same and end with a credit: the one becomes kCaption, the other kChrome. Sure
// enough to be done before the title is looked for.
void MarkCreditedCopies(PageLines& lines);

// "사진 설명, 솔내천 둑": a line that says itself that it is one.
[[nodiscard]] bool IsLabelledCaption(std::string_view line);

// Gives the captions among the open lines [begin, end) the role kCaption. Of two copies the second one becomes kChrome.
void MarkCaptions(PageLines& lines, size_t begin, size_t end);

}  // namespace sillok::ingest
