#include "ingest/wire/date_message.h"

#include <string>

#include "common/time/civil_interval.h"

namespace sillok::ingest {
namespace {

// ISO 8601 has four digits for a year. A date beyond them ("다음 해" after 9999) stays unresolved.
bool CanBeWritten(const CivilInterval& interval) {
  return interval.first.year() >= 1 && interval.last.year() <= 9999;
}

void SetDays(const CivilInterval& interval, v1::DateSpan& span) {
  span.set_first_day(FormatDay(interval.first));
  span.set_last_day(FormatDay(interval.last));
  span.set_grain(static_cast<v1::Grain>(interval.grain));
}

}  // namespace

v1::DateSpan ToDateSpan(const DateValue& value, std::string_view text) {
  v1::DateSpan span;
  WriteDateSpan(value, text, span);
  return span;
}

void WriteDateSpan(const DateValue& value, std::string_view text, v1::DateSpan& span) {
  if (value.interval && CanBeWritten(*value.interval)) SetDays(*value.interval, span);
  span.set_text(text.data(), text.size());
  span.set_rule(value.rule);
  if (value.anchor && CanBeWritten(*value.anchor)) span.set_anchor(FormatInterval(*value.anchor));
  span.set_certainty(static_cast<v1::Certainty>(value.certainty));
  for (const CivilInterval& alternative : value.alternatives) {
    if (CanBeWritten(alternative)) SetDays(alternative, *span.add_alternatives());
  }
  span.set_pattern(value.pattern);
}

}  // namespace sillok::ingest
