// RE2 of this version takes its own view of a text.
//
//   RE2::PartialMatch(Piece(line), pattern)
#pragma once

#include <string_view>

#include "re2/re2.h"

namespace sillok::ingest {

// The same bytes; valid as long as `text` is.
[[nodiscard]] inline re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace sillok::ingest
