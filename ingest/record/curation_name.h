// What a curation is called: by its content, so that the same decision is the same curation wherever and however often it
// is sent.
//
//   NameCuration(curation);   // entities in order, name = "curations/" and 24 hex digits
//
// Stable for ever: names are stored and given out. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "sillok/v1/curation.pb.h"

namespace sillok::ingest {

// Puts lists whose order says nothing in order, and sets `name` to the hash of what is decided, the author and the
// create_time. Not of the reason: who gives a better one decides nothing new.
void NameCuration(v1::Curation& curation);

// "curations/0a1b…" → "0a1b…"
[[nodiscard]] std::string CurationIdOf(std::string_view name);

}  // namespace sillok::ingest
