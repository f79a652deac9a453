// The words and sentences that say what a shown time is the time of (time_labels.tsv).
//
// Pure; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

namespace sillok::ingest {

enum class Claim {
  kPublish,
  kUpdate,
  kWeak,  // kPublish, but the word is said of other times, too
  kNone,  // the time of something else
};

// What a label claims; `squeezed` is one without spaces and colons, in lower case.
[[nodiscard]] std::optional<Claim> ClaimOf(std::string_view squeezed);

// True for a squeezed line that says when its article was published.
[[nodiscard]] bool StatesTime(std::string_view squeezed);

}  // namespace sillok::ingest
