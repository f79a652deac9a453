#include "tests/quality/gold_dates.h"

#include <optional>
#include <string>

#include "absl/strings/match.h"
#include "common/time/civil_interval.h"

namespace sillok {
namespace {

// "2025-Q2" and "2025-H1"; nothing for a day, a month or a year.
std::optional<CivilInterval> PartOfYear(std::string_view date) {
  constexpr size_t kLength = std::string_view("2025-Q2").size();
  constexpr size_t kLetter = std::string_view("2025-").size();
  if (date.size() != kLength || (date[kLetter] != 'Q' && date[kLetter] != 'H')) return std::nullopt;
  const std::optional<CivilInterval> year = ParseInterval(date.substr(0, kLetter - 1));
  const int part = date.back() - '0';
  if (!year || part < 1 || part > (date[kLetter] == 'Q' ? 4 : 2)) return std::nullopt;
  const int number = static_cast<int>(year->first.year());
  return date[kLetter] == 'Q' ? QuarterOf(number, part) : HalfOf(number, part);
}

}  // namespace

bool DateAgrees(std::string_view date, const v1::DateSpan& span) {
  if (const std::optional<CivilInterval> part = PartOfYear(date)) {
    return !span.first_day().empty() && FormatDay(part->first) <= span.first_day() &&
           span.last_day() <= FormatDay(part->last);
  }
  if (date.empty()) return span.first_day().empty();
  return span.first_day().starts_with(date) && span.last_day().starts_with(date);
}

bool EventDateAgrees(std::string_view date, const v1::DateSpan& span) {
  if (DateAgrees(date, span)) return true;
  if (date.empty()) return false;
  const bool stretch = absl::StrContains(span.text(), "부터") || absl::StrContains(span.text(), "까지") ||
                       absl::StrContains(span.text(), "~");
  return stretch && (span.first_day().starts_with(date) || span.last_day().starts_with(date));
}

}  // namespace sillok
