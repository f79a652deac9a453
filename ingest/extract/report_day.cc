#include "ingest/extract/report_day.h"

#include <algorithm>

namespace sillok::ingest {
namespace {

// A report speaks of days around the day it was written on.
constexpr int kDaysBack = 3;
constexpr int kDaysAhead = 60;

}  // namespace

bool IsCloseDay(const DateValue& written, const DateValue& date) {
  if (!written.interval || !date.interval || date.interval->grain != Grain::kDay) return false;
  if (written.interval->grain != Grain::kDay) return false;
  const auto days = date.interval->first - written.interval->first;
  return -kDaysBack <= days && days <= kDaysAhead;
}

Certainty Lowered(Certainty certainty) {
  if (certainty == Certainty::kUnknown) return certainty;
  return std::max(Certainty::kLow, static_cast<Certainty>(static_cast<int>(certainty) - 1));
}

ReportDays::ReportDays(const NamedArticle& named, const ArticleClauses& clauses) {
  const DatedArticle& dated = named.dated;
  before_.resize(dated.parsed.sentences.size(), kNone);
  near_.resize(dated.parsed.sentences.size(), kNone);
  int current = kNone;
  bool background = false;
  int paragraph = -1;
  int near = kNone;
  int named_in = -1;  // the paragraph that named `near`
  for (size_t s = 0; s < dated.parsed.sentences.size(); ++s) {
    const Sentence& sentence = dated.parsed.sentences[s];
    if (sentence.part != Part::kBody) continue;
    if (sentence.paragraph != paragraph) background = false;
    paragraph = sentence.paragraph;
    if (!background) before_[s] = current;
    if (sentence.paragraph <= named_in + 1) near_[s] = near;
    for (const Clause& clause : clauses.sentences[s].clauses) {
      if (clause.layer != kMatrix) break;
      for (const int d : clause.dates) {
        const DateValue& value = dated.dates[d].value;
        background = !IsCloseDay(dated.written, value);
        if (background) near = kNone;
        if (background) continue;
        current = static_cast<int>(days_.size());
        days_.push_back(value);
        days_.back().certainty = Lowered(value.certainty);
        near = current;
        named_in = paragraph;
      }
    }
  }
}

}  // namespace sillok::ingest
