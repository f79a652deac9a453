#include "ingest/date/written.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "ingest/date/date_join.h"
#include "ingest/date/date_lexicon.h"
#include "ingest/date/partial_date.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// A claim and a text may differ by this many days before one contradicts the other.
constexpr int kTolerance = 31;
// How long before a plan the report of it may speak of what has happened.
constexpr int kPlanHorizon = 92;

// What the running text says outside quotations about its own time.
struct Evidence {
  std::optional<absl::CivilDay> latest_past;  // of the days stated in full
  std::optional<absl::CivilDay> earliest_plan;
  std::optional<int> present_year;  // of a name like "투어 2023" that goes on as it is written
  std::string lead_day;             // EDTF of the first bare day that is past
};

bool IsStatedDay(const PartialDate& date) {
  return date.year.base == Base::kAbsolute && date.month.base == Base::kAbsolute &&
         date.day.base == Base::kAbsolute;
}

// The year in a name, as in "CES 2024" or "2024 서울모터쇼": four digits that are neither 2024년 nor part of a number.
std::optional<int> YearInName(const std::string& text) {
  static const RE2* const kPattern = new RE2(R"((?:^|[^0-9.,])(20\d\d)(?:[^0-9.,%년/-]|$))");
  int year = 0;
  if (!RE2::PartialMatch(text, *kPattern, &year)) return std::nullopt;
  constexpr std::string_view kYear = "년";
  if (text.find(std::to_string(year) + std::string(kYear)) != std::string::npos) return std::nullopt;
  return year;
}

void Gather(const SentenceReading& reading, Evidence& evidence) {
  for (size_t i = 0; i < reading.matches.size(); ++i) {
    const DateMatch& match = reading.matches[i];
    if (match.until || reading.QuotationOf(match.span) != nullptr) continue;
    const Direction direction = reading.DirectionOf(i);
    if (match.from.rule == "day" && direction == Direction::kPast && evidence.lead_day.empty()) {
      evidence.lead_day = PatternOf(match.from);
    }
    if (!IsStatedDay(match.from)) continue;
    const std::optional<CivilInterval> day = FillYear(match.from, match.from.year.value);
    if (!day) continue;
    if (direction == Direction::kPast) {
      evidence.latest_past = std::max(evidence.latest_past.value_or(day->first), day->first);
    } else if (direction == Direction::kFuture && reading.direction.EndsInPlan()) {
      evidence.earliest_plan = std::min(evidence.earliest_plan.value_or(day->first), day->first);
    }
  }
  if (reading.direction.Ongoing() && !evidence.present_year) {
    evidence.present_year = YearInName(reading.sentence->text);
  }
}

Evidence GatherAll(const std::vector<SentenceReading>& readings) {
  Evidence evidence;
  for (const SentenceReading& reading : readings) {
    if (reading.sentence->part == Part::kBody) Gather(reading, evidence);
  }
  return evidence;
}

DateValue FromText(const CivilInterval& interval, std::string rule) {
  DateValue value;
  value.interval = interval;
  value.rule = std::move(rule);
  value.certainty = Certainty::kLow;
  return value;
}

CivilInterval MonthAround(absl::CivilDay day) { return MonthOf(static_cast<int>(day.year()), day.month()); }

// What the text says where it contradicts `claim`, or where there is none.
std::optional<DateValue> Contradiction(const Evidence& evidence, const std::optional<TimeClaim>& claim) {
  if (!evidence.latest_past) return std::nullopt;
  const absl::CivilDay past = *evidence.latest_past;
  // Present tense about a year that lies before the claim, and nothing in the text is later than that year.
  const bool present = evidence.present_year && *evidence.present_year == past.year();
  if (present && (!claim || claim->day.year() > past.year())) {
    return FromText(MonthAround(past), "written_in_present_tense");
  }
  if (!claim) return std::nullopt;
  // Something has happened after the claim.
  if (past > claim->day + kTolerance) return FromText(MonthAround(past), "written_after_its_past");
  // Something long before the claim is still to come.
  if (!evidence.earliest_plan) return std::nullopt;
  const absl::CivilDay plan = *evidence.earliest_plan;
  if (plan + kTolerance < claim->day && past <= plan && plan - past <= kPlanHorizon) {
    if (absl::CivilMonth(past) == absl::CivilMonth(plan)) {
      return FromText(MonthAround(past), "written_before_its_plan");
    }
    return FromText({past, plan, Grain::kRange}, "written_before_its_plan");
  }
  return std::nullopt;
}

// 3월 말 현재 has been counted; 17일 기준 and 1분기보다 lie where they will, whatever is told beside them.
std::optional<Direction> DirectionBeside(std::string_view rest) {
  if (rest.starts_with("보다")) return Direction::kUnclear;
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  // Not 기준금리.
  constexpr size_t kWord = 6;
  const DateLexicon& lexicon = DateLexicon::Get();
  const bool whole = rest.size() >= kWord && lexicon.EndsWord(rest, kWord);
  if (!whole) return std::nullopt;
  if (rest.starts_with("현재")) return Direction::kPast;
  if (rest.starts_with("기준") || rest.starts_with("대비")) return Direction::kUnclear;
  return std::nullopt;
}

DateValue FromClaim(const TimeClaim& claim) {
  DateValue value;
  value.interval = DayOf(claim.day);
  const bool hint = claim.source == "hint";
  value.rule = hint ? "publish_hint" : claim.update ? "update_claim" : "publish_claim";
  value.certainty = hint ? Certainty::kHigh : claim.update ? Certainty::kLow : Certainty::kMedium;
  return value;
}

}  // namespace

const TextSpan* SentenceReading::QuotationOf(const TextSpan& span) const {
  const auto after = std::upper_bound(quotations.begin(), quotations.end(), span.begin,
                                      [](int at, const TextSpan& quotation) { return at < quotation.begin; });
  if (after == quotations.begin() || !(after - 1)->Contains(span)) return nullptr;
  return &*(after - 1);
}

Direction SentenceReading::DirectionOf(size_t i) const {
  const TextSpan& span = matches[i].span;
  const TextSpan* const quotation = QuotationOf(span);
  const std::string_view text = sentence->text;
  if (const std::optional<Direction> state = DirectionBeside(text.substr(span.end))) return *state;
  // 2일 국회를 통과해 14일 의결됐다: the two go on from each other.
  if (i + 1 < matches.size() && QuotationOf(matches[i + 1].span) == quotation) {
    const int next = matches[i + 1].span.begin;
    const bool says = direction.Says(span.end, next, quotation != nullptr);
    if (!says && IsConnective(text.substr(span.end, next - span.end))) {
      return DirectionFrom(i + 1, quotation);
    }
  }
  return DirectionFrom(i, quotation);
}

Direction SentenceReading::DirectionFrom(size_t i, const TextSpan* quotation) const {
  const TextSpan& span = matches[i].span;
  const int end = quotation != nullptr ? quotation->end : static_cast<int>(sentence->text.size());
  const int next = i + 1 < matches.size() ? matches[i + 1].span.begin : std::numeric_limits<int>::max();
  const std::string_view text = sentence->text;
  const std::string_view rest = text.substr(span.end);
  const bool target = rest.starts_with("로 ") || rest.starts_with("으로 ");
  return direction.After(span.end, next, end, quotation != nullptr, target);
}

DateValue TimeOfWriting(const std::vector<SentenceReading>& readings, CleanArticle& clean) {
  const std::optional<TimeClaim>& claim = clean.published ? clean.published : clean.updated;
  if (claim && claim->source == "hint") return FromClaim(*claim);
  const Evidence evidence = GatherAll(readings);
  if (std::optional<DateValue> text = Contradiction(evidence, claim)) {
    if (claim) {
      clean.notices.push_back({"publish_date_contradicted", "the page claims " + FormatDay(claim->day) +
                                                                ", its text was written in " +
                                                                FormatInterval(*text->interval)});
    } else {
      clean.notices.push_back({"publish_date_missing", "the page claims no date; its text was written in " +
                                                           FormatInterval(*text->interval)});
    }
    return *std::move(text);
  }
  if (claim) return FromClaim(*claim);
  clean.notices.push_back(
      {"publish_date_missing", "the page claims no date; give publish_time to resolve relative dates"});
  DateValue unknown;
  unknown.rule = "unknown";
  unknown.pattern = evidence.lead_day;
  return unknown;
}

}  // namespace sillok::ingest
