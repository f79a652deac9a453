#include "ingest/extract/quote_date.h"

#include <algorithm>
#include <string>

namespace sillok::ingest {

void QuoteDates::SetDirectDate(int s, const QuoteSetting& setting, QuoteMention& quote) const {
  const SentenceClauses& in = clauses_.sentences[s];
  int clause = setting.clause;
  if (clause < 0 && setting.layer == kMatrix) clause = LastMatrixClause(in);
  for (int c = clause; c >= 0 && clause - c < kFarthestClauses && in.clauses[c].layer == setting.layer; --c) {
    if (!in.clauses[c].dates.empty()) {
      const DateMention& date = named_.dated.dates[in.clauses[c].dates.front()];
      quote.date = date.value;
      quote.date_text = std::string(date.span.In(named_.dated.parsed.sentences[s].text));
      return;
    }
    if (in.clauses[c].opens) break;
  }
  if (setting.layer == kMatrix) CarryDate(s, quote);
}

void QuoteDates::CarryDate(int s, QuoteMention& quote) const {
  if (IsPast(days_.Before(s))) {
    quote.date = *days_.Before(s);
  } else if (IsPast(days_.main())) {
    quote.date = *days_.main();
  } else if (named_.dated.written.interval && named_.dated.written.interval->grain == Grain::kDay) {
    quote.date = named_.dated.written;
  } else {
    return;
  }
  quote.date.certainty = Lowered(quote.date.certainty);
}

void QuoteDates::SetIndirectDate(int s, int c, int verb, QuoteMention& quote) const {
  QuoteSetting around;
  around.clause = c;
  const SentenceClauses& in = clauses_.sentences[s];
  const int end = std::min(static_cast<int>(in.clauses.size()), c + kFarthestClauses);
  for (int next = c + 1; next < end && in.clauses[next].layer == kMatrix && !in.clauses[next].opens; ++next) {
    if (!in.clauses[next].dates.empty()) around.clause = next;
    if (in.predicates[verb].span.end <= in.clauses[next].span.end) break;
  }
  if (around.clause == c && !in.clauses[c].dates.empty()) {
    const DateValue& first = named_.dated.dates[in.clauses[c].dates.front()].value;
    const std::optional<CivilInterval>& written = named_.dated.written.interval;
    constexpr int kReportDays = 3;
    const bool told = first.interval && written && first.interval->grain == Grain::kDay &&
                      first.interval->first <= written->last &&
                      written->first - first.interval->first <= kReportDays;
    if (!told) around.clause = -1;
  }
  if (around.clause >= 0) return SetDirectDate(s, around, quote);
  CarryDate(s, quote);
}

bool QuoteDates::IsPast(const DateValue* day) const {
  return day && day->interval->first <= named_.dated.written.interval->last;
}

}  // namespace sillok::ingest
