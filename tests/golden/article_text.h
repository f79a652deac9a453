// An article with everything found in it, as a person reviews it.
#pragma once

#include <string>

#include "sillok/v1/article.pb.h"

namespace sillok {

// One fact a line, without ids, spans and fingerprints: what changes when the reading changes, and nothing else.
[[nodiscard]] std::string ToText(const v1::Article& article);

}  // namespace sillok
