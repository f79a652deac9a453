// What a careful reader found in a page: one line of a gold file.
//
//   const absl::StatusOr<GoldPage> gold = ParseGold(line);
//
// A gold file has one JSON object a line. Every field but `file` may be absent or null; what is absent is not scored.
//
//   file, title, published ("2024-03-18"), byline: [name], boilerplate_examples: [text], body_must_contain: [text],
//   published_inferred: when the text was really written, at any grain ("2023-06"),
//   people: [{name, aliases: [form]}], organizations: [name], places: [name],
//   events: [{date ("2023", "2023-06", "2023-06-09"; null: must stay unresolved), date_inferred: with a hint,
//             participants: [name], evidence: words of the sentence, planned: true}],
//   quotes: [{speaker (any form of a name, or the words of the page for a speaker without one: 업계 관계자), starts_with}],
//   quantities: [{subject, measure, value, value_max, unit, as_of (as a date above, or "2025-Q2", "2025-H1"), raw}]
//
// Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace sillok {

struct GoldPerson {
  std::string name;
  std::vector<std::string> forms;  // the name first
};

struct GoldEvent {
  std::string date;           // empty: unresolved
  std::string date_inferred;  // empty: as `date`
  std::vector<std::string> participants;
  std::string evidence;
  bool planned = false;
};

struct GoldQuote {
  std::string speaker;
  std::string starts_with;
};

struct GoldQuantity {
  std::string raw;
  std::string subject;
  std::string measure;
  std::string unit;
  std::string as_of;
  double value = 0;
};

struct GoldPage {
  std::string file;
  std::optional<std::string> title = std::nullopt;
  std::string published;
  std::string written;
  std::optional<std::vector<std::string>> byline = std::nullopt;
  std::vector<std::string> boilerplate;
  std::vector<std::string> body;
  std::optional<std::vector<GoldPerson>> people = std::nullopt;
  std::vector<std::string> organizations;
  std::vector<std::string> places;
  std::vector<GoldEvent> events;
  std::optional<std::vector<GoldQuote>> quotes = std::nullopt;
  std::vector<GoldQuantity> quantities;
};

// INVALID_ARGUMENT for a line that is no JSON object with a `file`.
[[nodiscard]] absl::StatusOr<GoldPage> ParseGold(std::string_view line);

}  // namespace sillok
