#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/date/date_join.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/resolve.h"
#include "ingest/date/written.h"

namespace sillok::ingest {
namespace {

std::vector<SentenceReading> ReadSentences(const ParsedArticle& parsed) {
  std::vector<std::vector<TextSpan>> quotations(parsed.sentences.size());
  for (const Quotation& quotation : parsed.quotations) {
    if (quotation.depth == 0) quotations[quotation.sentence].push_back(quotation.outer);
  }
  std::vector<SentenceReading> readings;
  readings.reserve(parsed.sentences.size());
  for (size_t i = 0; i < parsed.sentences.size(); ++i) {
    const Sentence& sentence = parsed.sentences[i];
    std::vector<DateMatch> matches = MatchDates(sentence.text);
    // Only a date has a direction, and a year in a name (투어 2023).
    const bool asked = !matches.empty() || sentence.text.find("20") != std::string::npos;
    SentenceDirection direction =
        asked ? SentenceDirection(sentence.text, quotations[i]) : SentenceDirection();
    readings.push_back({&sentence, std::move(quotations[i]), std::move(matches), std::move(direction)});
  }
  return readings;
}

// 전날, 전월, 지난해 같은 기간: what something is compared with, or told beside; the text goes on speaking of what it did.
bool IsAside(const DateMatch& match) {
  const auto earlier = [](const Field& field) { return field.base == Base::kContext && field.value < 0; };
  const PartialDate& date = match.from;
  if (match.until) return false;
  return date.context_period || earlier(date.day) || earlier(date.month) || earlier(date.quarter) ||
         earlier(date.year) || (date.year.known() && date.month.base == Base::kContext);
}

// True when nothing is written but one sentence's dates.
bool IsAlone(const std::vector<SentenceReading>& readings) {
  if (readings.size() != 1 || readings[0].matches.empty()) return false;
  const std::string_view text = readings[0].sentence->text;
  size_t at = 0;
  for (const DateMatch& match : readings[0].matches) {
    const auto begin = static_cast<size_t>(match.span.begin);
    if (text.substr(at, begin - at).find_first_not_of(" ,()") != std::string_view::npos) return false;
    at = static_cast<size_t>(match.span.end);
  }
  return text.substr(at).find_first_not_of(" .,()") == std::string_view::npos;
}

// Walks the sentences in order, keeping what the running text last spoke of.
class Walk {
 public:
  Walk(const DateValue& written, bool alone, std::vector<DateMention>& dates)
      : written_(written), alone_(alone), dates_(dates) {}

  // What is said in quotation marks counts from the day it was said, which may be named after it.
  void Visit(int index, const SentenceReading& reading) {
    const size_t begin = dates_.size();
    if (reading.sentence->part != Part::kBody || reading.sentence->paragraph != paragraph_) {
      quoted_ = Spoken();
      old_day_ = true;
    }
    paragraph_ = reading.sentence->paragraph;
    Spoken aside;  // a title or a caption leaves the running text as it was
    Spoken& running = reading.sentence->part == Part::kBody ? running_ : aside;
    const std::optional<CivilInterval> said = Pass(index, reading, false, running, std::nullopt);
    Pass(index, reading, true, quoted_, said);
    std::sort(dates_.begin() + static_cast<std::ptrdiff_t>(begin), dates_.end(),
              [](const DateMention& a, const DateMention& b) { return a.span < b.span; });
  }

 private:
  // Resolves the dates inside or outside quotations; returns the last past day among them.
  std::optional<CivilInterval> Pass(int index, const SentenceReading& reading, bool quoted, Spoken& spoken,
                                    const std::optional<CivilInterval>& said) {
    std::optional<CivilInterval> past_day;
    const DateMatch* before = nullptr;
    bool aside = false;
    const std::optional<absl::CivilDay> day_before = spoken.day;
    for (size_t i = 0; i < reading.matches.size(); ++i) {
      const DateMatch& match = reading.matches[i];
      if ((reading.QuotationOf(match.span) != nullptr) != quoted) continue;
      DateView view = ViewFrom(said, spoken, reading.DirectionOf(i), quoted);
      if (before != nullptr) Continue(*before, match, reading, view);
      if (before != nullptr && IsBackground(*before, match, reading)) view.spoken.day = day_before;
      if (!quoted && reading.sentence->part == Part::kBody) ReturnToReport(match, view);
      DateValue value = Resolve(match, view);
      if (SaysNothing(match, value)) continue;
      const bool gloss = before != nullptr && IsGloss(*before, match, reading);
      if (gloss) Equate(match, *before, dates_.back().value, value);
      if (value.interval) {
        aside = IsAside(match) || (aside && gloss);
        if (!aside) spoken.Hear(*value.interval);
        if (!aside && !quoted && reading.sentence->part == Part::kBody) HearDay(*value.interval);
        spoken.time = value.interval;
        const bool past = view.direction != Direction::kFuture;
        if (past && value.interval->grain == Grain::kDay) past_day = value.interval;
      }
      dates_.push_back({index, match.span, std::move(value)});
      before = &match;
    }
    return past_day;
  }

  void HearDay(const CivilInterval& interval) {
    if (interval.grain != Grain::kDay) return;
    old_day_ = false;
    if (IsOfReport(interval.first)) report_day_ = interval.first;
  }

  // The day of writing or the week before it.
  [[nodiscard]] bool IsOfReport(absl::CivilDay day) const {
    constexpr absl::civil_diff_t kDaysBack = 7;
    if (!written_.interval || !HasDay(*written_.interval)) return false;
    const absl::civil_diff_t ahead = day - written_.interval->first;
    return -kDaysBack <= ahead && ahead <= 0;
  }

  // 이날 and 전날 that open a paragraph after one that told of another time: the report goes on where it was.
  void ReturnToReport(const DateMatch& match, DateView& view) const {
    const Field& day = match.from.day;
    if (!old_day_ || day.base != Base::kContext || day.value > 0 || !report_day_ || !view.spoken.day) return;
    const bool to_come = *view.spoken.day > *report_day_;
    if (IsOfReport(*view.spoken.day) || (to_come && view.direction != Direction::kPast)) return;
    view.spoken.day = report_day_;
  }

  // Where a date stands that is seen from the day that the words were said on, where that is known.
  [[nodiscard]] DateView ViewFrom(const std::optional<CivilInterval>& said, const Spoken& spoken,
                                  Direction direction, bool quoted) const {
    DateView view;
    view.now = said ? said : written_.interval;
    view.now_certainty = said && !written_.interval ? Certainty::kMedium : written_.certainty;
    view.direction = direction;
    view.spoken = spoken;
    view.quoted = quoted;
    view.alone = alone_;
    return view;
  }

  // 당시 and 3시간 뒤 that point to nothing.
  static bool SaysNothing(const DateMatch& match, const DateValue& value) {
    return !value.interval && (match.from.context_time || match.from.count.unit == Unit::kHour);
  }

  // 지난달 26일 구속된 그는 이날: the day of the one is not that of the other.
  static bool IsBackground(const DateMatch& before, const DateMatch& match, const SentenceReading& reading) {
    constexpr std::array<std::string_view, 4> kParticles = {"은 ", "는 ", "이 ", "가 "};
    if (match.from.day.base != Base::kContext || match.from.day.value != 0) return false;
    const PartialDate& date = before.from;
    if (date.toward != Toward::kPast && !date.month.known()) return false;
    const std::string_view text = reading.sentence->text;
    const std::string_view gap = text.substr(before.span.end, match.span.begin - before.span.end);
    return std::any_of(kParticles.begin(), kParticles.end(),
                       [&](std::string_view particle) { return gap.ends_with(particle); });
  }

  // 전날(15일), 다음 날인 15일: one day, named twice.
  static bool IsGloss(const DateMatch& before, const DateMatch& match, const SentenceReading& reading) {
    if (before.until || match.until) return false;
    const PartialDate& date = match.from;
    if (date.day.base != Base::kAbsolute || date.year.known() || date.last != 0) return false;
    const std::string_view text = reading.sentence->text;
    const std::string_view gap = text.substr(before.span.end, match.span.begin - before.span.end);
    return gap == "(" || gap == "인 ";
  }

  // Of the two the one that the other agrees with by its number, else the number, is right.
  static void Equate(const DateMatch& match, const DateMatch& before, DateValue& named, DateValue& value) {
    constexpr absl::civil_diff_t kNear = 10;
    if (!named.interval || !value.interval || named.interval->grain != Grain::kDay) return;
    const absl::CivilDay day = named.interval->first;
    const Field& month = match.from.month;
    if (day.day() == match.from.day.value && (month.base != Base::kAbsolute || month.value == day.month())) {
      value.interval = named.interval;
      value.alternatives.clear();
      return;
    }
    const absl::civil_diff_t away = value.interval->first - day;
    const bool counted = before.from.day.base == Base::kContext || before.from.count.unit == Unit::kDay;
    // 초복(7월 20일): of that year.
    const int year = static_cast<int>(value.interval->first.year());
    const bool of_year = before.from.holiday >= 0 && FillYear(before.from, year) == value.interval;
    if ((counted && away >= -kNear && away <= kNear) || of_year) named.interval = value.interval;
  }

  // A date goes on from the one before it in the sentence: in its month where a conjunction joins them, and in its year.
  static void Continue(const DateMatch& before, const DateMatch& match, const SentenceReading& reading,
                       DateView& view) {
    const std::string_view text = reading.sentence->text;
    const std::string_view gap = text.substr(before.span.end, match.span.begin - before.span.end);
    const bool joint = IsConjunction(gap);
    const PartialDate& last = before.until ? *before.until : before.from;
    if (joint && (last.month.known() || last.day.known())) view.same_month = view.spoken.month;
    // 6월 10일 열렸고 29일 나왔다.
    const bool goes_on = last.month.base == Base::kAbsolute && last.day.known() && view.spoken.day &&
                         match.from.day.value > view.spoken.day->day() && IsConnective(gap);
    // 5월 초 연휴(1~6일).
    const bool within =
        last.month.known() && !last.day.known() && gap.ends_with('(') && gap.find(')') == gap.npos;
    if (goes_on || within) view.same_month = view.spoken.month;
    if (joint || last.year.known()) view.same_year = view.spoken.year;
    if (joint && last.weekday >= 0 && view.spoken.day) view.same_week = WeekOf(*view.spoken.day).first;
  }

  const DateValue& written_;
  const bool alone_;
  std::vector<DateMention>& dates_;
  Spoken running_;
  Spoken quoted_;
  std::optional<absl::CivilDay> report_day_;  // the last one named that is close to the day of writing
  bool old_day_ = false;                      // no day was named in this paragraph yet
  int paragraph_ = -1;
};

}  // namespace

DatedArticle Date(ParsedArticle parsed) {
  DatedArticle dated;
  dated.parsed = std::move(parsed);
  const std::vector<SentenceReading> readings = ReadSentences(dated.parsed);
  dated.written = TimeOfWriting(readings, dated.parsed.clean);
  Walk walk(dated.written, IsAlone(readings), dated.dates);
  for (size_t i = 0; i < readings.size(); ++i) walk.Visit(static_cast<int>(i), readings[i]);
  return dated;
}

}  // namespace sillok::ingest
