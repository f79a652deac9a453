// How long ago a page says that it appeared, as portals do: 3시간 전, 입력 20분 전, 2일 전.
//
//   ReadShownAge("한도윤 기자 3시간 전")  → 3 hours
//
// Pure; time linear in the line; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "absl/time/time.h"

namespace sillok::ingest {

// The age that a short line ends with; nothing when it says none, or one of more than a month.
[[nodiscard]] std::optional<absl::Duration> ReadShownAge(std::string_view line);

}  // namespace sillok::ingest
