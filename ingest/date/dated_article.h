// Stage 3: every date an article speaks of, and when the article was written.
//
//   DatedArticle dated = Date(std::move(parsed));
//   dated.dates[0].value   → 2024-02-27, rule "last_month_day", anchor 2024-03-18
//
// Pure: what is "now" comes from the page's claims and its text, never from a clock. Safe from any thread.
// Linear in the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/time/civil_interval.h"
#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// The numbers are those of sillok.v1.Certainty.
enum class Certainty { kUnknown = 0, kLow, kMedium, kHigh };

// What a date expression means. Unresolved: `interval` absent, `pattern` says what is known.
struct DateValue {
  std::optional<CivilInterval> interval;
  std::string rule;                     // the name of the rule
  std::optional<CivilInterval> anchor;  // what it was counted from; absent for an absolute date
  Certainty certainty = Certainty::kUnknown;
  std::vector<CivilInterval> alternatives;  // other readings, most likely first
  std::string pattern;                      // EDTF: "XXXX-02", "XXXX-XX-10"
};

// A date at its place. Spans of one article never overlap and are in order.
struct DateMention {
  int sentence = 0;
  TextSpan span;  // bytes of the sentence's text
  DateValue value;
};

struct DatedArticle {
  ParsedArticle parsed;
  std::vector<DateMention> dates;
  // When it was written; unresolved when neither claim nor text says.
  DateValue written;
};

// Adds notices to parsed.clean.notices ("publish_date_missing", "publish_date_contradicted").
[[nodiscard]] DatedArticle Date(ParsedArticle parsed);

}  // namespace sillok::ingest
