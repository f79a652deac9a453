// The times a page shows: 입력 2024.03.18 11:29 | 수정 2024.03.18 12:00.
//
// The labels are rows of time_labels.tsv. Pure; time linear in the lines; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/clean/clean_article.h"
#include "ingest/clean/page_line.h"
#include "ingest/clean/written_time.h"

namespace sillok::ingest {

// A claim of a line of the page.
struct ShownTime {
  TimeClaim claim;
  size_t line = 0;
  bool labelled = false;
  bool issued = false;  // without a label, but with the name of who issued it: 2024.03.28 국토교통부
  bool weak = false;    // labelled, but with a word that is said of other times, too: 일시
  bool stated = false;  // a sentence says it: 이 기사는 2024년 3월 28일 게재된 기사입니다.
};

// Takes the lines that show a time and nothing else but labels, a byline or buttons: they become kTime, and what
// remains of their text is left in the line for the other steps (then the role stays kOpen).
[[nodiscard]] std::vector<ShownTime> TakeTimes(PageLines& lines);

// True for a time with its label and nothing else: "기사입력 2024-03-18 11:29".
[[nodiscard]] bool IsLabelledTime(std::string_view text);

}  // namespace sillok::ingest
