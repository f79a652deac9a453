// Lines that dress a page, by the rows of boilerplate_lines.tsv: buttons, menus, counters, copyright, comments, lists of
// other articles.
#pragma once

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// Gives open lines the roles kChrome, kEnd, kComments, kListHeading and kCredit; where a row names the line whatever
// stands around it. A line without a letter is kChrome.
void MarkBoilerplate(PageLines& lines);

// Behind an article, a list of others may be made of sentences: short ones only, from the heading to the page's end. They become
// kListed.
void MarkListedSentences(PageLines& lines);

// After a list heading, the short lines without a sentence become kListed, until the first line with one.
void MarkListed(PageLines& lines);

}  // namespace sillok::ingest
