// Plain text as lines of a page.
#pragma once

#include <string_view>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// `text` is UTF-8. LF, CR and CR LF end a line.
[[nodiscard]] PageLines ReadTextLines(std::string_view text);

}  // namespace sillok::ingest
