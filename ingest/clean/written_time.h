// Days and times of day as pages write them.
//
//   FindTimes("2023년 6월 9일 15시 19분")  → one, 2023-06-09 15:19 in Korea
//
// Korean time unless a zone is given. Pure; time linear in the text; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace sillok::ingest {

// A written day, with a time of day where one follows; [begin, end) are bytes of the text it was found in.
struct WrittenTime {
  absl::CivilDay day;
  std::optional<absl::Time> time;
  size_t begin = 0;
  size_t end = 0;
};

// The zone of times that name none.
[[nodiscard]] absl::TimeZone Korea();

// All in order. Days that are not in the calendar and years outside of 1900…2100 are none.
[[nodiscard]] std::vector<WrittenTime> FindTimes(std::string_view text);

// The time of a machine-readable attribute: ISO 8601 and its careless cousins, "20240318112900" too.
[[nodiscard]] std::optional<WrittenTime> ParseMachineTime(std::string_view text);

}  // namespace sillok::ingest
