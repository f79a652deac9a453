// Lines that dress a page, by the rows of boilerplate_lines.tsv: buttons, menus, counters, copyright, comments, lists of
// other articles.
#pragma once

#include <string_view>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// Gives open lines the roles kChrome, kEnd, kComments, kListHeading, kCredit and kTags; where a row names the line whatever
// stands around it. A line without a letter is kChrome, and so is one of many short words between bars: a menu.
void MarkBoilerplate(PageLines& lines);

// True for what is kChrome wherever it stands: a button, a counter, marks.
[[nodiscard]] bool IsDress(std::string_view text);

// Behind an article, a list of others may be made of sentences: short ones only, or leads with a dateline of their own, from the
// heading to the page's end. They become kListed.
void MarkListedSentences(PageLines& lines);

// After a list heading, the short lines without a sentence become kListed, until the first line with one. Below the title their
// days may stand between them.
void MarkListed(PageLines& lines);

}  // namespace sillok::ingest
