// Which of the lines in and above the body are its paragraphs, and which subtitles.
//
//   MarkParagraphs(lines, title_line, body);   // roles kBody and kSubtitle
//
// Sentences, items of lists and questions of interviews are paragraphs; a short line alone between paragraphs is a crosshead. Time
// linear in the lines.
#pragma once

#include <cstddef>
#include <optional>

#include "ingest/clean/body_range.h"
#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// `title`: the line of the title, when the page shows it. The other roles must have been marked.
void MarkParagraphs(PageLines& lines, std::optional<size_t> title, const BodyRange& body);

}  // namespace sillok::ingest
