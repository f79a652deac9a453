#include "ingest/extract/relation_saying.h"

#include <algorithm>

namespace sillok::ingest {
namespace {

// Bytes: what many verbs look back at must be short.
constexpr int kLongestCarrying = 500;
// How far before its verb the noun that it carries may stand: 업무협약을 9일 오후 체결했다.
constexpr int kFarthestCarried = 3;
// Bytes between a modifying verb and its noun: a space and an opening mark.
constexpr int kWidestHeadGap = 4;

// The phrase that `verb` modifies; -1 when none.
int HeadOf(const SentenceClauses& in, const Clause& clause, const Predicate& verb) {
  if (verb.link != Link::kAdnominal) return -1;
  const auto head = PhraseAfter(in, clause, verb.span.end);
  if (head == clause.phrases.end()) return -1;
  return in.phrases[*head].span.begin - verb.span.end <= kWidestHeadGap ? *head : -1;
}

// Takes phrase `at` for the noun that a verb carries, where the two say something.
bool TakeNoun(std::string_view sentence, const SentenceClauses& in, int at, std::string_view lemma,
              Saying& saying) {
  const NounPhrase& phrase = in.phrases[at];
  TextSpan words = phrase.span;
  if (words.size() > kLongestCarrying) return false;
  for (const int n : phrase.numbers) {  // 지분 30%
    const int number = in.numbers[n].span.begin;
    if (number > words.begin) words.end = std::min(words.end, number);
  }
  std::string_view text = words.In(sentence);
  text = text.substr(0, text.find_last_not_of(' ') + 1);
  if (text.ends_with(')')) text = text.substr(0, text.rfind('('));
  const std::string_view noun = FindBoundNoun(text);
  if (noun.empty()) return false;
  const std::optional<RelationWord> word = FindCarriedRelation(noun, lemma);
  if (!word) return false;
  saying.word = *word;
  saying.noun = at;
  saying.noun_begin = words.begin + static_cast<int>(text.size() - noun.size());
  return true;
}

bool FindSayingWord(std::string_view text, const SentenceClauses& in, const Clause& clause, Saying& saying) {
  const Predicate& verb = in.predicates[saying.p];
  const std::string_view lemma = verb.short_lemma;
  if (MayCarry(lemma)) {
    for (const int at : PhrasesBefore(in, clause, verb, kFarthestCarried)) {
      const NounPhrase& phrase = in.phrases[at];
      const bool carried = phrase.role == Case::kObject || phrase.role == Case::kTo ||
                           phrase.role == Case::kNone || (MayAct(phrase) && lemma.ends_with("되다"));
      if (carried && TakeNoun(text, in, at, lemma, saying)) return true;
    }
    if (saying.head >= 0 && TakeNoun(text, in, saying.head, lemma, saying)) return true;
  }
  const std::optional<RelationWord> alone = FindRelationVerb(lemma);
  if (alone) saying.word = *alone;
  return alone.has_value();
}

}  // namespace

bool MayAct(const NounPhrase& phrase) {
  return phrase.role == Case::kTopic || phrase.role == Case::kSubject || phrase.role == Case::kAlso;
}

std::vector<int> PhrasesBefore(const SentenceClauses& in, const Clause& clause, const Predicate& verb,
                               int farthest) {
  std::vector<int> before;
  auto at = PhraseAfter(in, clause, verb.span.begin);
  for (; at != clause.phrases.begin() && farthest > 0; --farthest) before.push_back(*--at);
  return before;
}

std::optional<Saying> ReadSaying(std::string_view text, const SentenceClauses& in, int s, int c, int p) {
  const Clause& clause = in.clauses[c];
  Saying saying{.word = {}, .s = s, .c = c, .p = p, .head = HeadOf(in, clause, in.predicates[p])};
  if (!FindSayingWord(text, in, clause, saying)) return std::nullopt;
  return saying;
}

}  // namespace sillok::ingest
