// The times a page shows: 입력 2024.03.18 11:29 | 수정 2024.03.18 12:00.
//
//   FindTimes("2023년 6월 9일 15시 19분")  → one, 2023-06-09 15:19 in Korea
//   TimeLines reads them line by line, with the labels of time_labels.tsv
//
// Korean time unless a zone is given. Pure; time linear in the line; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/clean/clean_article.h"
#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// A written day, with a time of day where one follows; [begin, end) are bytes of the text it was found in.
struct WrittenTime {
  absl::CivilDay day;
  std::optional<absl::Time> time;
  size_t begin = 0;
  size_t end = 0;
};

// All in order. Days that are not in the calendar and years outside of 1900…2100 are none.
[[nodiscard]] std::vector<WrittenTime> FindTimes(std::string_view text);

// The time of a machine-readable attribute: ISO 8601 and its careless cousins, "20240318112900" too.
[[nodiscard]] std::optional<WrittenTime> ParseMachineTime(std::string_view text);

// A claim of a line of the page.
struct ShownTime {
  TimeClaim claim;
  size_t line = 0;
  bool labelled = false;
};

// Takes the lines that show a time and nothing else but labels, a byline or buttons: they become kTime, and what
// remains of their text is left in the line for the other steps (then the role stays kOpen).
[[nodiscard]] std::vector<ShownTime> TakeTimes(PageLines& lines);

}  // namespace sillok::ingest
