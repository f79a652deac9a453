#include "ingest/clean/shown_age.h"

#include <string>

#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMostBytes = 120;
constexpr int kMostDays = 31;

absl::Duration UnitOf(std::string_view unit) {
  if (unit == "초") return absl::Seconds(1);
  if (unit == "분") return absl::Minutes(1);
  return unit == "시간" ? absl::Hours(1) : absl::Hours(24);
}

}  // namespace

std::optional<absl::Duration> ReadShownAge(std::string_view line) {
  static const RE2 pattern(R"((?:^|[\s|·ㅣ:(])(\d{1,3})\s?(초|분|시간|일)\s?전\)?$)");
  if (line.size() > kMostBytes || !(line.ends_with("전") || line.ends_with("전)"))) return std::nullopt;
  int count = 0;
  std::string unit;
  if (!RE2::PartialMatch(Piece(line), pattern, &count, &unit)) return std::nullopt;
  const absl::Duration age = count * UnitOf(unit);
  if (age > absl::Hours(24 * kMostDays)) return std::nullopt;
  return age;
}

}  // namespace sillok::ingest
