#include "ingest/extract/event_words.h"

#include <algorithm>

#include "ingest/extract/event_summary.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {

std::string EventWords::Summary(int s, int c, const TextSpan& at, bool past,
                                const std::vector<Participant>& participants, const Chain& chain) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  TextSpan span = at;
  if (LeansOnClauseBefore(s, c) || SaysNothingAlone(s, c)) {
    span.begin = std::min(span.begin, in.clauses[c - 1].span.begin);
  }
  if (const int led = PastTopicOfNext(s, c); span.begin == clause.span.begin && led > 0) span.begin = led;
  const bool framed = span.begin < clause.span.begin;
  const bool has_subject = NamesSubject(s, clause) || (framed && NamesSubject(s, in.clauses[c - 1]));
  std::string subject;
  const Part part = named_.dated.parsed.sentences[s].part;
  if (!has_subject && (part == Part::kBody || part == Part::kCaption)) {
    subject = Actors(participants);
    const std::string_view words = chain.topic.In(Text(s));
    if (subject.empty() && !IsPronoun(words) && !IsFirstPerson(words)) subject = std::string(words);
  }
  return SummarizeClause(named_.dated.parsed.sentences[s], in, clause, span, past, subject);
}

bool EventWords::LeansOnClauseBefore(int s, int c) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  if (c == 0 || clause.opens || in.clauses[c - 1].layer != clause.layer || clause.predicate < 0) return false;
  const int before = in.clauses[c - 1].predicate;
  return before >= 0 && in.predicates[before].may_switch && !NamesSubject(s, clause) &&
         in.predicates[clause.predicate].short_lemma.ends_with("되다");
}

// 우선협상자로 정해 통보했다: what was told stands in the clause before.
bool EventWords::SaysNothingAlone(int s, int c) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  if (c == 0 || clause.opens || in.clauses[c - 1].layer != clause.layer || clause.predicate < 0) return false;
  if (!clause.phrases.empty() || clause.predicates.size() != 1) return false;
  const int begin = clause.span.begin;
  const std::string_view before = TextSpan{begin, in.predicates[clause.predicate].span.begin}.In(Text(s));
  return before.find_first_of("\"'") == std::string_view::npos &&
         before.find("“") == std::string_view::npos &&
         before.find("‘") == std::string_view::npos;  // what is said in marks is something
}

int EventWords::PastTopicOfNext(int s, int c) const {
  const SentenceClauses& in = clauses_.sentences[s];
  return LendsTopic(named_, s, in, c) ? in.phrases[in.clauses[c].phrases[1]].span.begin : 0;
}

bool EventWords::NamesSubject(int s, const Clause& clause) const {
  const SentenceClauses& in = clauses_.sentences[s];
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](int p) {
    const NounPhrase& phrase = in.phrases[p];
    return (phrase.role == Case::kTopic || phrase.role == Case::kSubject) &&
           !IsPronoun(phrase.span.In(Text(s)));
  });
}

// 누리사; 누리사·가람사; 누리사 등 when there are many.
std::string EventWords::Actors(const std::vector<Participant>& participants) const {
  constexpr int kMostNamed = 3;
  std::string first;
  std::string all;
  int actors = 0;
  for (const Participant& one : participants) {
    if (one.role != Role::kAgent) continue;
    const std::string& name = named_.referents[one.referent].canonical;
    if (++actors == 1) first = name;
    all += (actors == 1 ? "" : "·") + name;
  }
  return actors > kMostNamed ? first + " 등" : all;
}

}  // namespace sillok::ingest
