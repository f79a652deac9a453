// How many articles name somebody in a stretch of days, without reading them: whole months are tallied.
//
//   ArticleCounter counter(snapshot);
//   SILLOK_ASSIGN_OR_RETURN(const int64_t articles, counter.Count(names, DaySpan{first, last}));
//   SILLOK_ASSIGN_OR_RETURN(const int64_t all, counter.Count({AllArticles()}, std::nullopt));
//
// The count of a name reads one row, and of the months that the stretch cuts those of the days within; that of all articles a row a
// month and a day. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "query/link/name_key.h"
#include "query/view/day_number.h"
#include "query/view/prefix_cursor.h"
#include "query/view/snapshot.h"

namespace sillok::query {

// Stands for every article, as a name that all of them have.
[[nodiscard]] NameKey AllArticles();

// What a row of article_counts counts by.
enum class TallySpan : uint8_t { kMonth = 1, kDay = 2 };

// `first` is the first day of the span.
[[nodiscard]] std::string ArticleCountKey(TallySpan span, DayNumber first);

class ArticleCounter {
 public:
  explicit ArticleCounter(const std::shared_ptr<const Snapshot>& snapshot);

  // Articles that name one of the names, once for each of them, published on the days; all of them, undated ones too,
  // without days.
  [[nodiscard]] absl::StatusOr<int64_t> Count(const std::vector<NameKey>& names,
                                              const std::optional<DaySpan>& days);

 private:
  [[nodiscard]] absl::StatusOr<int64_t> CountAll(const NameKey& key);
  [[nodiscard]] absl::StatusOr<int64_t> CountMonths(const NameKey& key, const DaySpan& months);
  // In part of a month.
  [[nodiscard]] absl::StatusOr<int64_t> CountDays(const NameKey& key, const DaySpan& days);
  [[nodiscard]] absl::StatusOr<int64_t> CountName(const NameKey& key, const std::optional<DaySpan>& days);
  // Of all articles: the sum of the tallies of spans that begin on the days.
  [[nodiscard]] absl::StatusOr<int64_t> Sum(TallySpan span, const DaySpan& days);

  std::shared_ptr<const Snapshot> snapshot_;
  PrefixCursor all_;
  PrefixCursor days_;
};

}  // namespace sillok::query
