#include "ingest/extract/quantity_date.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

#include "ingest/extract/measure_noun.h"

namespace sillok::ingest {
namespace {

bool IsPeriod(const DateValue& value) {
  if (!value.interval) return false;
  const Grain grain = value.interval->grain;
  return grain == Grain::kMonth || grain == Grain::kQuarter || grain == Grain::kHalf || grain == Grain::kYear;
}

// Within two years: what is told of longer ago is background.
bool IsRecent(const DateValue& value, const DateValue& written) {
  constexpr int kTwoYears = 730;
  return value.interval && written.interval && written.interval->first - value.interval->last < kTwoYears;
}

}  // namespace

void QuantityDates::Take(const DateMention& date, QuantityMention& quantity) const {
  quantity.as_of = date.value;
  quantity.as_of_text = std::string(date.span.In(Text(date.sentence)));
}

int QuantityDates::BeginOf(const Place& at) const {
  const SentenceClauses& in = clauses_.sentences[at.sentence];
  int begin = in.clauses[at.clause].span.begin;
  for (int back = at.clause; back > 0 && !in.clauses[back].opens && at.clause - back < 4; --back) {
    begin = in.clauses[back - 1].span.begin;
  }
  return begin;
}

const DateMention* QuantityDates::DateBefore(const Place& at, int begin, std::string_view unit) const {
  constexpr int kFarthest = 6;  // dates
  const SentenceClauses& in = clauses_.sentences[at.sentence];
  int until = at.begin;
  int looked = 0;
  for (int back = at.clause; back >= 0 && in.clauses[back].layer == in.clauses[at.clause].layer; --back) {
    const Clause& clause = in.clauses[back];
    const auto end = std::partition_point(clause.dates.begin(), clause.dates.end(),
                                          [&](int d) { return named_.dated.dates[d].span.end <= at.begin; });
    for (auto d = std::make_reverse_iterator(end); d != clause.dates.rend() && looked < kFarthest;
         ++d, ++looked) {
      const DateMention& date = named_.dated.dates[*d];
      if (date.span.begin < begin) return nullptr;
      if (!IsCompared(at.sentence, date.span.end, until, unit)) return &date;
      until = date.span.begin;
    }
    if (clause.span.begin <= begin || looked == kFarthest) return nullptr;
  }
  return nullptr;
}

void QuantityDates::SetAsOf(const Place& at, const Number& number, const QuantityMention* previous,
                            QuantityMention& quantity) {
  int begin = BeginOf(at);
  if (previous != nullptr) begin = std::max(begin, previous->at.span.end);
  if (FromSchoolYear(at.sentence, number, quantity)) return;
  if (const DateMention* date = DateBefore(at, begin, number.unit)) {
    Take(*date, quantity);
    KeepPeriod(at, number.kind, quantity);
    return;
  }
  if (FromEventName(at, begin, quantity)) return;
  if (FromWritten(at.sentence, {begin, number.span.begin}, quantity)) return;
  if (previous != nullptr && LeavesDate(at.sentence, *previous, number)) return;
  if (previous != nullptr && previous->as_of.interval.has_value()) {
    quantity.as_of = previous->as_of;
    quantity.as_of.certainty = Lowered(quantity.as_of.certainty);
    return;
  }
  if (!FromPeriod(at, quantity)) FromReport(at, number.kind, quantity);
}

void QuantityDates::SetAsOfInAside(const Place& at, const TextSpan& inside, const Number& number,
                                   QuantityMention& quantity) {
  const SentenceClauses& in = clauses_.sentences[at.sentence];
  const auto first = named_.dated.dates.begin() + in.date_begin;
  const auto last = named_.dated.dates.begin() + in.date_end;
  auto date =
      std::partition_point(first, last, [&](const DateMention& one) { return one.span.end < at.begin; });
  for (; date != last && date->span.end <= inside.end; ++date) Take(*date, quantity);
  if (!quantity.as_of_text.empty()) return;
  if (const DateMention* before = DateBefore(at, BeginOf(at), number.unit)) return Take(*before, quantity);
  FromReport(at, number.kind, quantity);
}

bool QuantityDates::EndsDate(int sentence, int end) const {
  const SentenceClauses& in = clauses_.sentences[sentence];
  const auto first = named_.dated.dates.begin() + in.date_begin;
  const auto last = named_.dated.dates.begin() + in.date_end;
  const auto date =
      std::partition_point(first, last, [&](const DateMention& one) { return one.span.end < end; });
  return date != last && date->span.end == end;
}

bool QuantityDates::LeavesDate(int s, const QuantityMention& previous, const Number& number) const {
  const std::string_view text = Text(s);
  const std::string_view behind = text.substr(previous.at.span.end);
  if (behind.starts_with("보다") || behind.starts_with("에 비해") || behind.starts_with("에 견줘")) {
    return true;
  }
  const std::string_view after = text.substr(number.span.end);
  const bool changes = behind.starts_with("에서") && (after.starts_with("로") || after.starts_with("으로"));
  if (previous.as_of_text.empty() || !changes) return false;
  std::string_view before = text.substr(0, previous.at.span.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  return before.ends_with(previous.as_of_text);
}

// 누리 투어 2023에서 17개국을: the year in the name of what it was at.
bool QuantityDates::FromEventName(const Place& at, int begin, QuantityMention& quantity) const {
  constexpr size_t kYear = 4;  // figures
  const SentenceClauses& in = clauses_.sentences[at.sentence];
  for (int m = in.mention_begin; m < in.mention_end; ++m) {
    const Mention& mention = named_.mentions[m];
    if (mention.type != EntityType::kNamedEvent || mention.at.span.begin < begin) continue;
    if (mention.at.span.end > at.begin) break;
    const std::string_view name = mention.at.span.In(Text(at.sentence));
    if (name.size() <= kYear) continue;
    for (const std::string_view year : {name.substr(name.size() - kYear), name.substr(0, kYear)}) {
      if (!year.starts_with("19") && !year.starts_with("20")) continue;
      const std::optional<CivilInterval> interval = ParseInterval(year);
      if (!interval) continue;
      quantity.as_of = DateValue();
      quantity.as_of.interval = interval;
      quantity.as_of.rule = "event_name";
      quantity.as_of.certainty = Certainty::kMedium;
      quantity.as_of_text = std::string(year);
      return true;
    }
  }
  return false;
}

bool QuantityDates::FromSchoolYear(int s, const Number& number, QuantityMention& quantity) const {
  constexpr size_t kYear = 4;  // figures
  const std::string_view text = Text(s);
  std::string_view before = text.substr(0, number.span.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  constexpr std::string_view kSchoolYear = "학년도";
  if (!before.ends_with(kSchoolYear)) return false;
  before.remove_suffix(kSchoolYear.size());
  if (before.size() < kYear) return false;
  const std::optional<CivilInterval> year = ParseInterval(before.substr(before.size() - kYear));
  if (!year) return false;
  quantity.as_of = DateValue();
  quantity.as_of.interval = year;
  quantity.as_of.rule = "school_year";
  quantity.as_of.certainty = Certainty::kMedium;
  quantity.as_of_text = std::string(text.substr(before.size() - kYear, kYear + kSchoolYear.size()));
  return true;
}

bool QuantityDates::IsCompared(int s, int begin, int end, std::string_view unit) const {
  constexpr int kFarthest = 60;  // bytes
  const std::string_view between = Text(s).substr(begin, std::clamp(end - begin, 0, kFarthest));
  constexpr auto kComparing =
      std::to_array<std::string_view>({"보다", "대비", "비해", "비교", "과 같은", "와 같은"});
  if (std::any_of(kComparing.begin(), kComparing.end(),
                  [&](std::string_view word) { return between.find(word) != std::string_view::npos; })) {
    return true;
  }
  return between == "의 " && (unit == "배" || unit == "갑절" || unit == "곱절" || unit == "%");
}

void QuantityDates::KeepPeriod(const Place& at, UnitKind kind, const QuantityMention& quantity) {
  if (kind == UnitKind::kDuration || kind == UnitKind::kOrdinal) return;
  if (!IsPeriod(quantity.as_of) || !IsAttribute(quantity.measure) ||
      !IsRecent(quantity.as_of, named_.dated.written)) {
    return;
  }
  period_ = quantity.as_of;
  period_paragraph_ = named_.dated.parsed.sentences[at.sentence].paragraph;
  periods_[quantity.measure] = period_;
}

bool QuantityDates::FromPeriod(const Place& at, QuantityMention& quantity) const {
  const Sentence& sentence = named_.dated.parsed.sentences[at.sentence];
  const SentenceClauses& in = clauses_.sentences[at.sentence];
  const Clause& clause = in.clauses[at.clause];
  if (sentence.part != Part::kBody || clause.layer != kMatrix || !IsAttribute(quantity.measure)) return false;
  if (clause.predicate < 0 || TenseOf(in, at.clause, clause.predicate).prospective) return false;
  const auto same = periods_.find(quantity.measure);
  if (same != periods_.end()) {
    quantity.as_of = same->second;
  } else if (period_paragraph_ >= 0 && sentence.paragraph - period_paragraph_ <= 1) {
    quantity.as_of = period_;
  } else {
    return false;
  }
  quantity.as_of.certainty = Certainty::kLow;
  return true;
}

bool QuantityDates::FromWritten(int s, const TextSpan& region, QuantityMention& quantity) const {
  const DateValue& written = named_.dated.written;
  if (!written.interval || region.size() <= 0) return false;
  const std::string_view text = region.In(Text(s));
  for (const std::string_view word : {"이번에", "이번", "현재", "지금"}) {
    if (text.find(word) == std::string_view::npos) continue;
    const bool month = word.starts_with("이번");
    // 이번 행사 is about an event, not about now.
    if (word == "이번" && text.find("이번 ") != std::string_view::npos) return false;
    quantity.as_of = DateValue();
    quantity.as_of.interval = written.interval;
    if (month && written.interval->grain == Grain::kDay) {
      quantity.as_of.interval =
          MonthOf(static_cast<int>(written.interval->first.year()), written.interval->first.month());
    }
    quantity.as_of.rule = month ? "this_time" : "present";
    quantity.as_of.anchor = written.interval;
    quantity.as_of.certainty = month ? Certainty::kLow : Certainty::kMedium;
    quantity.as_of_text = std::string(word);
    return true;
  }
  return false;
}

void QuantityDates::FromReport(const Place& at, UnitKind kind, QuantityMention& quantity) const {
  const int s = at.sentence;
  const int c = at.clause;
  const SentenceClauses& in = clauses_.sentences[s];
  const int predicate = in.clauses[c].predicate;
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  const DateValue* day = days_.Before(s);
  if (in.clauses[c].layer != kMatrix || predicate < 0 || kind != UnitKind::kCount || day == nullptr ||
      !written) {
    return;
  }
  const bool ahead = day->interval->first > written->last;
  if (TenseOf(in, c, predicate).past == ahead) return;
  quantity.as_of = *day;
  quantity.as_of.certainty = Certainty::kLow;
}

}  // namespace sillok::ingest
