#include "ingest/extract/quantity_subject.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/extract/clause_words.h"
#include "ingest/extract/measure_noun.h"
#include "ingest/extract/noun_owner.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kCarriedOver = 65;
constexpr size_t kPhrasesBack = 24;
constexpr int kClausesBack = 16;

std::string_view EndWord(std::string_view noun) {
  const size_t space = noun.rfind(' ');
  return space == std::string_view::npos ? noun : noun.substr(space + 1);
}

// 생활물가 상승률, but neither 누적 차단액 nor 이번 대회 총상금.
bool SaysOfWhat(std::string_view noun) {
  // 직원 수: 수 only scales.
  while (MeasureKindOf(EndWord(noun)) == MeasureKind::kScale && EndWord(noun).size() < noun.size()) {
    noun = TrimNoun(noun.substr(0, noun.size() - EndWord(noun).size()));
  }
  const size_t space = noun.rfind(' ');
  if (space == std::string_view::npos) return false;
  constexpr auto kAgain = std::to_array<std::string_view>({"이 ", "그 ", "해당 ", "이번 ", "같은 "});
  if (std::any_of(kAgain.begin(), kAgain.end(),
                  [&](std::string_view word) { return noun.starts_with(word); })) {
    return false;
  }
  // 회사 직원: the company's that is spoken of.
  const std::string_view before = noun.substr(0, space);
  return !IsSpokenOfAgain(before) && !MeasureOf(before).empty();
}

// The clause's phrases that end before a byte, nearest first; no more than kPhrasesBack.
std::vector<int> PhrasesBefore(const SentenceClauses& in, const Clause& clause, int begin) {
  const auto end = std::partition_point(clause.phrases.begin(), clause.phrases.end(),
                                        [&](int phrase) { return in.phrases[phrase].end <= begin; });
  const auto count = std::min<std::ptrdiff_t>(end - clause.phrases.begin(), kPhrasesBack);
  std::vector<int> nearest(end - count, end);
  std::reverse(nearest.begin(), nearest.end());
  return nearest;
}

}  // namespace

void QuantitySubjects::AddSubject(const NumberPlace& at, QuantityTopic& topic) const {
  if (topic.subject >= 0 || topic.owned || topic.grouped) return;
  if (AddBill(at, topic)) return;
  const SentenceClauses& in = In(at);
  topic.subject = HeadOfModifier(at);
  if (topic.subject >= 0) return;
  Search search;
  // What the noun beside the number is of may stand farther off: 집회에는 주민 130명이.
  for (int c = at.clause; c >= 0 && at.clause - c < kClausesBack && !search.done; --c) {
    const Clause& clause = in.clauses[c];
    if (clause.layer != in.clauses[at.clause].layer) break;
    SearchClause(at, clause, search, topic);
    if (clause.opens || c == 0) break;
    const Clause& previous = in.clauses[c - 1];
    if (previous.predicate >= 0 && in.predicates[previous.predicate].may_switch) search.topics_only = true;
  }
  if (topic.subject >= 0) return;
  if (!search.done && !search.place.empty()) {
    topic.subject = search.place_referent;
    topic.subject_text = search.place;
    return;
  }
  if (search.again || !search.done) Carry(at, search, topic);
}

// 조례안을 찬성 6표로 가결했다: the votes are on what was put to the vote.
bool QuantitySubjects::AddBill(const NumberPlace& at, QuantityTopic& topic) const {
  if (!IsClauseWord(ClauseUse::kVote, topic.measure)) return false;
  const SentenceClauses& in = In(at);
  const Clause& clause = in.clauses[at.clause];
  for (const int before : PhrasesBefore(in, clause, at.begin)) {
    const NounPhrase& phrase = in.phrases[before];
    if (phrase.role != Case::kObject && phrase.role != Case::kTopic && phrase.role != Case::kSubject) {
      continue;
    }
    const OwnedNoun noun = ReadOwnedNoun(named_, at.sentence, in, phrase);
    if (!EndsWithClauseWord(ClauseUse::kBill, noun.noun)) continue;
    topic.subject_text = std::string(noun.whole);
    return true;
  }
  return false;
}

void QuantitySubjects::SearchClause(const NumberPlace& at, const Clause& clause, Search& search,
                                    QuantityTopic& topic) const {
  const SentenceClauses& in = In(at);
  for (const int before : PhrasesBefore(in, clause, at.begin)) {
    const NounPhrase& phrase = in.phrases[before];
    if (search.place.empty() && phrase.role != Case::kOther && IsPlaceTopic(Text(at.sentence), phrase)) {
      const OwnedNoun noun = ReadOwnedNoun(named_, at.sentence, in, phrase);
      if (EndsApart(noun.whole)) continue;
      search.place = std::string(noun.whole);
      if (noun.noun.empty()) search.place_referent = noun.owner;
    }
    const bool subject =
        phrase.role == Case::kTopic || (phrase.role == Case::kSubject && !search.topics_only);
    if (!subject || IsEmbedded(at, clause, phrase)) continue;
    TakePhrase(at, phrase, search, topic);
    if (search.done) return;
  }
}

void QuantitySubjects::TakePhrase(const NumberPlace& at, const NounPhrase& phrase, Search& search,
                                  QuantityTopic& topic) const {
  const OwnedNoun noun = ReadOwnedNoun(named_, at.sentence, In(at), phrase);
  if (noun.whole.empty()) return;
  // 고인은, 재단은, 시는: somebody named before.
  if (const std::vector<int>& stand = stand_ins_.Of(at.sentence, phrase); stand.size() == 1) {
    const bool reports = search.topics_only && IsReportingBody(named_.referents[stand.front()].canonical);
    if (!reports) topic.subject = stand.front();
    search.done = true;
    return;
  }
  const bool measures = at.kind != UnitKind::kOrdinal && at.kind != UnitKind::kDuration;
  if (noun.owner >= 0) {
    // 산업부는 수출이 3% 늘었다고 밝혔다: not the ministry's.
    if (search.topics_only && IsReportingBody(named_.referents[noun.owner].canonical)) {
      search.done = true;
      return;
    }
    const std::string measure = noun.person ? std::string() : MeasureOf(noun.noun);
    if (topic.measure.empty() && measures && IsAttribute(measure)) topic.measure = measure;
    topic.subject = noun.owner;
    search.done = true;
    return;
  }
  if (IsSpokenOfAgain(noun.whole)) {
    search.again = search.done = true;
    topic.subject_text = std::string(noun.whole);
    return;
  }
  const std::string head = MeasureOf(noun.whole);
  search.said = true;
  if (head.empty() && !IsSpeakerNoun(noun.whole)) return;
  if (IsAttribute(head)) {
    if (topic.measure.empty() && measures) topic.measure = head;
    if (topic.subject_text.empty()) topic.subject_text = WithoutLead(noun.whole);
    search.topics_only = true;
    return;
  }
  topic.subject_text = WithoutLead(noun.whole);
  search.done = true;
}

// A가 낸 안: the subject of a modifier that ends before the number.
bool QuantitySubjects::IsEmbedded(const NumberPlace& at, const Clause& clause,
                                  const NounPhrase& phrase) const {
  if (phrase.role != Case::kSubject && phrase.role != Case::kAlso) return false;
  const SentenceClauses& in = In(at);
  const auto next = PredicateAfter(in, clause, phrase.end);
  if (next == clause.predicates.end() || *next == clause.predicate) return false;
  const Predicate& predicate = in.predicates[*next];
  return predicate.span.end <= at.begin &&
         (predicate.link == Link::kAdnominal || predicate.link == Link::kNominal);
}

int QuantitySubjects::HeadOfModifier(const NumberPlace& at) const {
  const SentenceClauses& in = In(at);
  const Clause& clause = in.clauses[at.clause];
  const auto verb = PredicateAfter(in, clause, at.end);
  if (verb == clause.predicates.end() || in.predicates[*verb].link != Link::kAdnominal) return -1;
  const auto head = PhraseAfter(in, clause, in.predicates[*verb].span.end);
  // One phrase, that of the number, at most stands before the verb.
  if (head == clause.phrases.end() || head - clause.phrases.begin() > static_cast<int>(at.phrase) + 1) {
    return -1;
  }
  if (at.phrase > 0 &&
      In(at).phrases[In(at).clauses[at.clause].phrases[at.phrase - 1]].role == Case::kSubject) {
    return -1;
  }
  const NounPhrase& phrase = in.phrases[*head];
  const bool subject =
      phrase.role == Case::kTopic || phrase.role == Case::kSubject || phrase.role == Case::kAlso;
  if (!subject || phrase.span.begin - in.predicates[*verb].span.end > 1) return -1;
  const OwnedNoun noun = ReadOwnedNoun(named_, at.sentence, in, phrase);
  return noun.person || noun.noun.empty() ? noun.owner : -1;
}

// Nobody in the sentence has it: what the article is speaking of does.
void QuantitySubjects::Carry(const NumberPlace& at, const Search& search, QuantityTopic& topic) const {
  if (topic.measure.empty() && at.phrase == 0) FromSentenceBefore(at, topic);
  if (topic.subject >= 0) return;
  const bool measures = IsAttribute(topic.measure);
  const SpokenOf& thing = spoken_.Thing(at.sentence);
  const SpokenOf* spoken = nullptr;
  if (search.again) {
    const bool body =
        thing.referent >= 0 && named_.referents[thing.referent].type == EntityType::kOrganization;
    if (body) spoken = &thing;
  } else if (measures) {
    // 생활물가 상승률: the words before the measure say of what.
    if (SaysOfWhat(topic.subject_text)) return;
    for (const SpokenOf* one : {&spoken_.Any(at.sentence), &thing}) {
      if (spoken != nullptr || one->referent < 0) continue;
      const Referent& holder = named_.referents[one->referent];
      if (MayHold(holder.type, topic.measure) && !IsReportingBody(holder.canonical)) spoken = one;
    }
  } else {
    const Case own = In(at).phrases[In(at).clauses[at.clause].phrases[at.phrase]].role;
    const bool acts = own == Case::kSubject || own == Case::kTopic || SubjectFollows(at);
    const bool matrix = In(at).clauses[at.clause].layer == kMatrix;
    const bool title = named_.dated.parsed.sentences[at.sentence].part == Part::kTitle;
    if (!search.said && !acts && matrix && !title) spoken = &spoken_.Any(at.sentence);
  }
  if (spoken == nullptr || !spoken->found()) return;
  topic.subject = spoken->referent;
  topic.subject_text = spoken->text;
  topic.confidence = std::min(topic.confidence, kCarriedOver);
  topic.carried = true;
}

bool QuantitySubjects::SubjectFollows(const NumberPlace& at) const {
  const SentenceClauses& in = In(at);
  const Clause& clause = in.clauses[at.clause];
  size_t looked = 0;
  for (auto p = PhraseAfter(in, clause, at.end); p != clause.phrases.end() && looked < kPhrasesBack;
       ++p, ++looked) {
    const Case role = in.phrases[*p].role;
    if (role == Case::kTopic || role == Case::kSubject || role == Case::kAlso) return true;
  }
  return false;
}

// “예산을 공개했다. 2만 유로 수준이다”: what a bare number is about stands in the sentence before.
void QuantitySubjects::FromSentenceBefore(const NumberPlace& at, QuantityTopic& topic) const {
  const int s = at.sentence;
  const std::vector<Sentence>& sentences = named_.dated.parsed.sentences;
  if (s == 0 || In(at).clauses[at.clause].layer != kMatrix || !In(at).clauses[at.clause].opens) return;
  if (sentences[s - 1].part != sentences[s].part || sentences[s - 1].paragraph != sentences[s].paragraph) {
    return;
  }
  const SentenceClauses& before = clauses_.sentences[s - 1];
  const int last = LastMatrixClause(before);
  for (int i = last; i >= 0 && last - i < 4 && topic.measure.empty(); --i) {
    const Indices& phrases = before.clauses[i].phrases;
    for (auto p = phrases.rbegin(); p != phrases.rend(); ++p) {
      const std::string_view head = before.phrases[*p].head.In(Text(s - 1));
      if (!IsToldIn(head, at.kind)) continue;
      topic.measure = std::string(head);
      topic.confidence = kCarriedOver;
      break;
    }
  }
  if (topic.measure.empty()) return;
  const int end = before.clauses[last].span.end;
  topic.subject = FindSubject(named_, s - 1, before, last, end).referent;
}

}  // namespace sillok::ingest
