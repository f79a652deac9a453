#include "ingest/extract/quantity_topic.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "ingest/extract/measure_noun.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kSaidTogether = 85;  // subject and measure stand beside the number
constexpr int kMeasureOnly = 70;
constexpr int kBare = 50;
constexpr size_t kPhrasesAround = 24;

// 300명이 넘는 민간인, 100억 원에 가까운 돈.
bool OnlyBounds(std::string_view lemma) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"넘다", "가깝다", "웃돌다", "달하다", "이르다", "육박하다", "밑돌다", "상당하다", "넘어서다"});
  return std::find(kVerbs.begin(), kVerbs.end(), lemma) != kVerbs.end();
}

}  // namespace

const NounPhrase& QuantityTopics::PhraseAt(const NumberPlace& at, size_t index) const {
  const SentenceClauses& in = In(at);
  return in.phrases[in.clauses[at.clause].phrases[index]];
}

QuantityTopic QuantityTopics::FromNoun(const OwnedNoun& noun) {
  QuantityTopic topic;
  topic.confidence = kBare;
  // 서울·대전 등 9곳: the last of a list is not whose they are.
  if (!noun.noun.empty() && EndsApart(noun.noun)) return topic;
  topic.subject = noun.owner;
  // 김나래 대표 is no measure.
  if (!noun.person) topic.measure = MeasureOf(noun.noun);
  if (topic.measure.empty()) return topic;
  topic.confidence = topic.subject >= 0 ? kSaidTogether : kMeasureOnly;
  if (topic.subject < 0) topic.subject_text = WithoutLead(noun.whole);
  return topic;
}

QuantityTopic QuantityTopics::Near(const NumberPlace& at) const {
  const SentenceClauses& in = In(at);
  const NounPhrase& phrase = PhraseAt(at, at.phrase);
  int begin = phrase.span.begin;
  int after = phrase.span.end;
  const auto own = std::partition_point(phrase.numbers.begin(), phrase.numbers.end(),
                                        [&](int n) { return in.numbers[n].span.end <= at.begin; });
  if (own != phrase.numbers.begin()) begin = in.numbers[*std::prev(own)].span.end;
  const auto next =
      std::find_if(own, phrase.numbers.end(), [&](int n) { return in.numbers[n].span.begin >= at.end; });
  if (next != phrase.numbers.end()) after = in.numbers[*next].span.begin;
  const bool counts = at.kind != UnitKind::kDuration && at.kind != UnitKind::kOrdinal;
  QuantityTopic topic = Before(at, begin);
  // 이후 7개월: a stretch of time is not counted by the noun before it, unless that lasts.
  if (!counts && !IsAttribute(topic.measure)) {
    topic.measure.clear();
    topic.subject_text.clear();
  }
  if (!topic.measure.empty()) {
    if (topic.subject < 0 && begin == phrase.span.begin) AddOwner(at, at.phrase, topic);
    return topic;
  }
  if (at.kind != UnitKind::kDuration) {
    QuantityTopic modified = Modified(at, after);
    if (!modified.measure.empty() || modified.subject >= 0) {
      if (topic.subject >= 0) modified.subject = topic.subject;
      return modified;
    }
  }
  QuantityTopic before = FromPhrasesBefore(at);
  // 방문은 7개월 만이다: what is so long is told.
  const Clause& clause = in.clauses[at.clause];
  const bool tells = clause.predicate >= 0 && in.predicates[clause.predicate].state;
  if (!counts && !tells && !IsAttribute(before.measure)) {
    before.measure.clear();
    before.subject_text.clear();
  }
  if (topic.subject < 0) {
    if (!before.measure.empty()) AddGroup(at, before);
    return before;
  }
  topic.measure = before.measure;
  return topic;
}

void QuantityTopics::AddGroup(const NumberPlace& at, QuantityTopic& topic) const {
  if (at.phrase == 0) return;
  const NounPhrase& phrase = PhraseAt(at, at.phrase - 1);
  if (phrase.role != Case::kAt || at.begin - phrase.end > 1 || IsPlaceTopic(Text(at.sentence), phrase)) {
    return;
  }
  const OwnedNoun noun = ReadOwnedNoun(named_, at.sentence, In(at), phrase);
  if (noun.whole.empty() || MeasureOf(noun.whole).empty()) return;
  topic.subject = noun.noun.empty() ? noun.owner : -1;
  topic.subject_text = std::string(noun.whole);
  topic.grouped = true;
}

QuantityTopic QuantityTopics::Before(const NumberPlace& at, int after_last_number) const {
  const NounPhrase& phrase = PhraseAt(at, at.phrase);
  return FromNoun(ReadOwnedNoun(named_, at.sentence, In(at), phrase, after_last_number, at.begin));
}

// 21명의 작가, 15종 확인, 300명이 넘는 민간인, 2.5m 높이의 인형.
QuantityTopic QuantityTopics::Modified(const NumberPlace& at, int next_number) const {
  const SentenceClauses& in = In(at);
  const NounPhrase& phrase = PhraseAt(at, at.phrase);
  const Indices& phrases = in.clauses[at.clause].phrases;
  QuantityTopic topic;
  if (at.end < next_number) {
    // 3만 원의 …: a particle or a suffix right behind is no noun.
    const std::string_view text = Text(at.sentence);
    const bool apart = text[at.end] == ' ';
    const OwnedNoun noun = ReadOwnedNoun(named_, at.sentence, in, phrase, at.end, next_number);
    if (apart && next_number == phrase.span.end && !EndsApart(noun.noun)) topic = FromNoun(noun);
    // 78살 이든.
    if (apart && noun.owner >= 0 && noun.noun.empty()) topic.subject = noun.owner;
    if (topic.measure == "규모" || topic.measure == "수준" || IsDeed(topic.measure)) topic = {};
  }
  const bool last = next_number == phrase.span.end && at.phrase + 1 < phrases.size();
  if (!last || !(phrase.role == Case::kGenitive || NextIsModified(at))) return topic;
  const NounPhrase& next = in.phrases[phrases[at.phrase + 1]];
  if (!next.numbers.empty()) return topic;
  QuantityTopic counted = FromNoun(ReadOwnedNoun(named_, at.sentence, in, next));
  if (topic.measure.empty()) return counted;
  if (IsAttribute(topic.measure)) {
    topic.subject = counted.subject;
    topic.subject_text = counted.subject >= 0 ? std::string() : counted.subject_text;
  }
  return topic;
}

bool QuantityTopics::NextIsModified(const NumberPlace& at) const {
  const SentenceClauses& in = In(at);
  const Clause& clause = in.clauses[at.clause];
  const NounPhrase& phrase = PhraseAt(at, at.phrase);
  const NounPhrase& next = PhraseAt(at, at.phrase + 1);
  const auto found = PredicateAfter(in, clause, phrase.end);
  if (found == clause.predicates.end()) return false;
  const Predicate& verb = in.predicates[*found];
  return verb.link == Link::kAdnominal && OnlyBounds(verb.lemma) && verb.span.begin - phrase.end <= 1 &&
         verb.span.end <= next.span.begin && next.span.begin - verb.span.end <= 1;
}

// 누리사 직원은 400명: the nearest phrase before that can be counted; its possessor before it.
QuantityTopic QuantityTopics::FromPhrasesBefore(const NumberPlace& at) const {
  constexpr size_t kFarthest = 8;
  for (size_t back = 1; back <= std::min(at.phrase, kFarthest); ++back) {
    const NounPhrase& phrase = PhraseAt(at, at.phrase - back);
    const bool counted = (back == 1 && phrase.role == Case::kGenitive) || phrase.role == Case::kTopic ||
                         phrase.role == Case::kSubject || phrase.role == Case::kObject ||
                         phrase.role == Case::kAlso;
    if (counted) {
      QuantityTopic topic = FromNoun(ReadOwnedNoun(named_, at.sentence, In(at), phrase));
      if (!topic.measure.empty() || topic.subject >= 0) {
        // 유족은 6000점을: those who do it are not counted, unless people are.
        if (IsSpokenOfAgain(topic.measure)) topic.measure.clear();
        const bool people = at.people || at.kind == UnitKind::kRatio;
        if (!people && IsSpeakerNoun(topic.measure)) topic.measure.clear();
        if (topic.subject < 0) AddOwner(at, at.phrase - back, topic);
        if (topic.subject >= 0 && !topic.measure.empty()) topic.confidence = kSaidTogether;
        return topic;
      }
    }
    if (!phrase.numbers.empty()) break;
  }
  QuantityTopic bare;
  bare.confidence = kBare;
  return bare;
}

// 누리사의 지난해 매출, 통합 법인의 기업가치: the possessor before the phrase, over dates.
void QuantityTopics::AddOwner(const NumberPlace& at, size_t index, QuantityTopic& topic) const {
  constexpr size_t kFarthest = 3;
  for (size_t back = 1; back <= std::min(index, kFarthest); ++back) {
    const NounPhrase& owner = PhraseAt(at, index - back);
    if (owner.role == Case::kGenitive) {
      const OwnedNoun noun = ReadOwnedNoun(named_, at.sentence, In(at), owner);
      if (!owner.numbers.empty() || noun.whole.empty()) return;
      topic.subject = noun.owner;
      topic.subject_text = std::string(noun.whole);
      topic.owned = true;
      return;
    }
    if (owner.role != Case::kOther && owner.role != Case::kNone) return;
  }
}

void QuantityTopics::AddTopicMeasure(const NumberPlace& at, QuantityTopic& topic) const {
  if (at.kind != UnitKind::kRatio && at.kind != UnitKind::kMoney) return;
  if (!topic.measure.empty() && (topic.subject >= 0 || IsAttribute(topic.measure))) return;
  const SentenceClauses& in = In(at);
  const Clause& clause = in.clauses[at.clause];
  for (size_t i = 0; i < std::min(at.phrase, kPhrasesAround); ++i) {
    const NounPhrase& phrase = in.phrases[clause.phrases[i]];
    if (phrase.role != Case::kTopic) continue;
    const std::string measure = MeasureOf(ReadOwnedNoun(named_, at.sentence, in, phrase).noun);
    if (!IsToldIn(measure, at.kind)) return;
    if (topic.subject < 0 && topic.subject_text.empty()) topic.subject_text = topic.measure;
    topic.measure = measure;
    topic.grouped = topic.grouped || !topic.subject_text.empty();
    return;
  }
}

}  // namespace sillok::ingest
