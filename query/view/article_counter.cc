#include "query/view/article_counter.h"

#include <algorithm>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/keys.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

constexpr char kLastDay[] = "9999-12-31";

}  // namespace

NameKey AllArticles() { return {}; }

std::string ArticleCountKey(TallySpan span, DayNumber first) {
  std::string row;
  AppendUint8(static_cast<uint8_t>(span), row);
  AppendUint32(first, row);
  return row;
}

ArticleCounter::ArticleCounter(const std::shared_ptr<const Snapshot>& snapshot)
    : snapshot_(snapshot),
      all_(snapshot, Family::kArticleCounts, {""}),
      days_(snapshot, Family::kEntityDays, {""}) {}

absl::StatusOr<int64_t> ArticleCounter::Count(const std::vector<NameKey>& names,
                                              const std::optional<DaySpan>& days) {
  int64_t count = 0;
  for (const NameKey& name : names) {
    SILLOK_ASSIGN_OR_RETURN(const int64_t of_name, CountName(name, days));
    count += of_name;
  }
  return count;
}

absl::StatusOr<int64_t> ArticleCounter::CountName(const NameKey& key, const std::optional<DaySpan>& days) {
  if (!days.has_value()) return CountAll(key);
  const DaySpan within = {.first = days->first, .last = std::min(days->last, DayNumberOf(kLastDay))};
  if (within.first > within.last) return 0;
  const bool begins_whole = MonthOf(within.first) == within.first;
  const bool ends_whole = MonthAfter(within.last) == within.last + 1;
  const DayNumber whole_first = begins_whole ? within.first : MonthAfter(within.first);
  const DayNumber whole_end = ends_whole ? within.last + 1 : MonthOf(within.last);
  if (whole_first >= whole_end) return CountDays(key, within);
  SILLOK_ASSIGN_OR_RETURN(int64_t count, CountMonths(key, {.first = whole_first, .last = whole_end - 1}));
  if (!begins_whole) {
    SILLOK_ASSIGN_OR_RETURN(const int64_t before,
                            CountDays(key, {.first = within.first, .last = whole_first - 1}));
    count += before;
  }
  if (!ends_whole) {
    SILLOK_ASSIGN_OR_RETURN(const int64_t after, CountDays(key, {.first = whole_end, .last = within.last}));
    count += after;
  }
  return count;
}

absl::StatusOr<int64_t> ArticleCounter::CountAll(const NameKey& key) {
  if (key == AllArticles()) return Sum(TallySpan::kMonth, {.first = 0, .last = kNoDay});
  SILLOK_ASSIGN_OR_RETURN(const storage::v1::NameTotals totals, snapshot_->Totals({key}));
  return totals.articles();
}

absl::StatusOr<int64_t> ArticleCounter::CountMonths(const NameKey& key, const DaySpan& months) {
  if (key == AllArticles()) return Sum(TallySpan::kMonth, months);
  SILLOK_ASSIGN_OR_RETURN(const storage::v1::NameTotals totals, snapshot_->Totals({key}));
  int64_t count = 0;
  for (const storage::v1::MonthTotals& month : totals.months()) {
    if (month.month() >= months.first && month.month() <= months.last) count += month.articles();
  }
  return count;
}

absl::StatusOr<int64_t> ArticleCounter::CountDays(const NameKey& key, const DaySpan& days) {
  if (key == AllArticles()) return Sum(TallySpan::kDay, days);
  const std::string prefix = NamePrefix(key);
  std::string last_article;
  int64_t count = 0;
  for (days_.Seek(EntityDayPrefix(key, days.first)); days_.Valid(); days_.Next()) {
    if (!days_.suffix().starts_with(prefix)) break;
    EntityDay row = ParseEntityDay(days_.suffix().substr(prefix.size()));
    if (row.published > days.last) break;
    if (row.article_id == last_article) continue;  // with two referents of the name
    last_article = std::move(row.article_id);
    ++count;
  }
  SILLOK_RETURN_IF_ERROR(days_.status());
  return count;
}

absl::StatusOr<int64_t> ArticleCounter::Sum(TallySpan span, const DaySpan& days) {
  const std::string end = ArticleCountKey(span, days.last);
  int64_t count = 0;
  for (all_.Seek(ArticleCountKey(span, days.first)); all_.Valid() && all_.suffix() <= end; all_.Next()) {
    storage::v1::Tally tally;
    SILLOK_RETURN_IF_ERROR(ParseRow(all_.value(), tally));
    count += tally.count();
  }
  SILLOK_RETURN_IF_ERROR(all_.status());
  return count;
}

}  // namespace sillok::query
