#include "query/view/name_months.h"

#include <algorithm>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

constexpr char kLastDay[] = "9999-12-31";
constexpr size_t kMonthBytes = 7;  // of 2024-03-18

}  // namespace

NameKey AllArticles() { return {}; }

DayNumber MonthOf(DayNumber day) {
  return day == kNoDay ? kNoDay : DayNumberOf(DayText(day).substr(0, kMonthBytes) + "-01");
}

DayNumber MonthAfter(DayNumber day) {
  constexpr DayNumber kMoreThanAMonth = 31;
  return day == kNoDay ? kNoDay : MonthOf(MonthOf(day) + kMoreThanAMonth);
}

std::string NameMonthKey(const NameKey& key, TallySpan span, DayNumber first) {
  std::string row = NamePrefix(key);
  AppendUint8(static_cast<uint8_t>(span), row);
  AppendUint32(first, row);
  return row;
}

ArticleCounter::ArticleCounter(const std::shared_ptr<const Snapshot>& snapshot)
    : snapshot_(snapshot),
      months_(snapshot, Family::kNameMonths, {""}),
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
  SILLOK_ASSIGN_OR_RETURN(int64_t count,
                          Sum(key, TallySpan::kMonth, {.first = whole_first, .last = whole_end - 1}));
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
  if (key == AllArticles()) return Sum(key, TallySpan::kMonth, {.first = 0, .last = kNoDay});
  storage::v1::NameTotals totals;
  SILLOK_RETURN_IF_ERROR(snapshot_->Read(Family::kNameTotals, NamePrefix(key), totals).status());
  return totals.articles();
}

absl::StatusOr<int64_t> ArticleCounter::CountDays(const NameKey& key, const DaySpan& days) {
  if (key == AllArticles()) return Sum(key, TallySpan::kDay, days);
  const std::string prefix = NamePrefix(key);
  int64_t count = 0;
  for (days_.Seek(EntityDayKey(key, days.first, "")); days_.Valid(); days_.Next()) {
    const std::string_view row = days_.suffix();
    if (!row.starts_with(prefix)) break;
    if (KeyReader(row.substr(prefix.size())).Uint32().value_or(kNoDay) > days.last) break;
    ++count;
  }
  SILLOK_RETURN_IF_ERROR(days_.status());
  return count;
}

absl::StatusOr<int64_t> ArticleCounter::Sum(const NameKey& key, TallySpan span, const DaySpan& days) {
  const std::string end = NameMonthKey(key, span, days.last);
  int64_t count = 0;
  for (months_.Seek(NameMonthKey(key, span, days.first)); months_.Valid() && months_.suffix() <= end;
       months_.Next()) {
    storage::v1::Tally tally;
    SILLOK_RETURN_IF_ERROR(ParseRow(months_.value(), tally));
    count += tally.count();
  }
  SILLOK_RETURN_IF_ERROR(months_.status());
  return count;
}

}  // namespace sillok::query
