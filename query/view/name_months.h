// How many articles name somebody in a stretch of days, without reading them: whole months are tallied.
//
//   ArticleCounter counter(snapshot);
//   SILLOK_ASSIGN_OR_RETURN(const int64_t articles, counter.Count(names, DaySpan{first, last}));
//   SILLOK_ASSIGN_OR_RETURN(const int64_t all, counter.Count({AllArticles()}, std::nullopt));
//
// A count reads a row a month, and of the months that the stretch cuts the rows of the days within; one row without a stretch. One
// thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "query/link/name_key.h"
#include "query/view/day_number.h"
#include "query/view/snapshot.h"
#include "query/view/view_cursor.h"

namespace sillok::query {

// Stands for every article, as a name that all of them have.
[[nodiscard]] NameKey AllArticles();

// The first day of the day's month, and of the next; kNoDay of kNoDay.
[[nodiscard]] DayNumber MonthOf(DayNumber day);
[[nodiscard]] DayNumber MonthAfter(DayNumber day);

// What a row of name_months counts by.
enum class TallySpan : uint8_t { kMonth = 1, kDay = 2 };

// `first` is the first day of the span. Names are tallied by month, AllArticles by day as well.
[[nodiscard]] std::string NameMonthKey(const NameKey& key, TallySpan span, DayNumber first);

class ArticleCounter {
 public:
  explicit ArticleCounter(const std::shared_ptr<const Snapshot>& snapshot);

  // Articles that name one of the names, once for each of them, published on the days; all of them, undated ones too,
  // without days.
  [[nodiscard]] absl::StatusOr<int64_t> Count(const std::vector<NameKey>& names,
                                              const std::optional<DaySpan>& days);

 private:
  [[nodiscard]] absl::StatusOr<int64_t> CountName(const NameKey& key, const std::optional<DaySpan>& days);
  [[nodiscard]] absl::StatusOr<int64_t> CountAll(const NameKey& key);
  // Articles of one name in part of a month.
  [[nodiscard]] absl::StatusOr<int64_t> CountDays(const NameKey& key, const DaySpan& days);
  // The sum of the tallies of spans that begin on the days.
  [[nodiscard]] absl::StatusOr<int64_t> Sum(const NameKey& key, TallySpan span, const DaySpan& days);

  std::shared_ptr<const Snapshot> snapshot_;
  PrefixCursor months_;
  PrefixCursor days_;
};

}  // namespace sillok::query
