// Under which of its names a quote is found: who speaks, or whom it is about.
#pragma once

#include <cstdint>

namespace sillok::query {

// As keys have it.
enum class QuoteRole : uint8_t { kSpeaker = 1, kAbout = 2 };

}  // namespace sillok::query
