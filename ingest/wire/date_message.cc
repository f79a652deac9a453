#include "ingest/wire/date_message.h"

#include <string>

#include "common/time/civil_interval.h"

namespace sillok::ingest {
namespace {

void SetDays(const CivilInterval& interval, v1::DateSpan& span) {
  span.set_first_day(FormatDay(interval.first));
  span.set_last_day(FormatDay(interval.last));
  span.set_grain(static_cast<v1::Grain>(interval.grain));
}

}  // namespace

v1::DateSpan ToDateSpan(const DateValue& value, std::string_view text) {
  v1::DateSpan span;
  if (value.interval) SetDays(*value.interval, span);
  span.set_text(std::string(text));
  span.set_rule(value.rule);
  if (value.anchor) span.set_anchor(FormatInterval(*value.anchor));
  span.set_certainty(static_cast<v1::Certainty>(value.certainty));
  for (const CivilInterval& alternative : value.alternatives) SetDays(alternative, *span.add_alternatives());
  span.set_pattern(value.pattern);
  return span;
}

}  // namespace sillok::ingest
