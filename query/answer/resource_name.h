// Resource names of requests, taken apart: `entities/{id}`, `events/{id}`, `articles/{article_id}`.
//
//   ParseEntityName("entities/0a1b2c3d4e5f0a1b2c3d4e5f", "subject")  → "0a1b2c3d4e5f0a1b2c3d4e5f"
//   ParseEntityName("0a1b", "subject")                               → INVALID_ARGUMENT naming `subject`
//
// `field` is the request's field, as a client writes it. The results point into `name`. Pure; safe from any thread.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"

namespace sillok::query {

// The id of an entity: 24 lowercase hex digits.
[[nodiscard]] absl::StatusOr<std::string_view> ParseEntityName(std::string_view name, std::string_view field);

// The id of an event: 24 lowercase hex digits.
[[nodiscard]] absl::StatusOr<std::string_view> ParseEventName(std::string_view name, std::string_view field);

// The caller's id of an article: `[A-Za-z0-9._~-]{1,128}`.
[[nodiscard]] absl::StatusOr<std::string_view> ParseArticleName(std::string_view name,
                                                                std::string_view field);

}  // namespace sillok::query
