// Text that somebody broke into lines of one width: its paragraphs made whole again.
#pragma once

#include <vector>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// Joins the lines of every block between empty lines whose lines are as wide as the page's widest, the last one excepted, and
// which end as sentences do. A page with lines wider than a terminal's is not wrapped. `space_behind` says for each line whether
// a space stood at its end: lines cut at one exact width are cut inside of words.
void JoinWrappedLines(const std::vector<bool>& space_behind, PageLines& lines);

}  // namespace sillok::ingest
