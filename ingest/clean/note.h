// Texts of a few lines without a sentence: headlines, chat, single phrases. Nothing in them is dress, so all of it is said.
//
//   PageLines lines = ReadTextLines("다음 주 월요일");
//   TakeNote(lines, false);                        // the line is the body
#pragma once

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// True when the lines of a text in which no body was found are few enough to be a note.
[[nodiscard]] bool IsNote(const PageLines& lines);

// Every line with words becomes the body, the first of several the title unless the article has one already (`titled`). Where
// that leaves no body, a line that is a date and nothing else is it.
void TakeNote(PageLines& lines, bool titled);

}  // namespace sillok::ingest
