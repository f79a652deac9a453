#include "ingest/extract/spoken_of.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/extract/measure_noun.h"
#include "ingest/extract/noun_owner.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

// 이 회사, 해당 제품: speaks of something again.
bool SpeaksAgain(std::string_view noun) {
  constexpr auto kAgain = std::to_array<std::string_view>({"이 ", "그 ", "해당 ", "이번 ", "같은 ", "동 "});
  return std::any_of(kAgain.begin(), kAgain.end(),
                     [&](std::string_view word) { return noun.starts_with(word); });
}

// 10명은, 것은, 매출은, 관계자는: names nothing that the next sentence can be about.
bool NamesNothing(std::string_view noun) {
  constexpr size_t kTwoSyllables = 6;  // bytes
  const size_t space = noun.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? noun : noun.substr(space + 1);
  return last.size() < kTwoSyllables || MeasureKindOf(last) != MeasureKind::kUnknown || IsSpeakerNoun(last) ||
         IsPronoun(noun) || IsFirstPerson(noun);
}

bool EndsInSpeech(const SentenceClauses& in) {
  const int last = LastMatrixClause(in);
  if (last < 0 || in.clauses[last].predicate < 0) return false;
  return SpeechVerb(in.predicates[in.clauses[last].predicate].lemma) == SpeechStrength::kStrong;
}

}  // namespace

SpokenTopics::SpokenTopics(const NamedArticle& named, const ArticleClauses& clauses) : topics_(1) {
  const std::vector<Sentence>& sentences = named.dated.parsed.sentences;
  int thing = 0;
  int any = 0;
  for (size_t s = 0; s < sentences.size(); ++s) {
    if (s > 0 && (sentences[s].paragraph != sentences[s - 1].paragraph ||
                  sentences[s].part != sentences[s - 1].part)) {
      any = thing;
    }
    things_.push_back(thing);
    any_.push_back(any);
    const SentenceClauses& in = clauses.sentences[s];
    const int sentence = static_cast<int>(s);
    if (sentences[s].part == Part::kCaption || sentences[s].part == Part::kSubtitle) continue;
    Topic topic = sentences[s].part == Part::kTitle ? OfTitle(named, in) : FindTopic(named, sentence, in);
    if (topic.same && thing > 0) topic = {};
    if (!topic.spoken.found()) {
      if (EndsInSpeech(in)) any = thing;
      continue;
    }
    any = static_cast<int>(topics_.size());
    topics_.push_back(std::move(topic.spoken));
    const SpokenOf& spoken = topics_.back();
    const Referent* referent = spoken.referent >= 0 ? &named.referents[spoken.referent] : nullptr;
    const bool reports = referent != nullptr && IsReportingBody(referent->canonical);
    const bool place = referent != nullptr && referent->type == EntityType::kPlace;
    if (referent != nullptr && !topic.person && !reports && !place) thing = any;
    if ((topic.person || reports) && EndsInSpeech(in)) any = thing;
  }
}

SpokenTopics::Topic SpokenTopics::OfTitle(const NamedArticle& named, const SentenceClauses& in) {
  for (int m = in.mention_begin; m < in.mention_end; ++m) {
    const Mention& mention = named.mentions[m];
    if (mention.type == EntityType::kUnknown || mention.type == EntityType::kPlace) continue;
    return {.spoken = {.referent = mention.referent, .text = {}},
            .person = mention.type == EntityType::kPerson};
  }
  return {};
}

SpokenTopics::Topic SpokenTopics::FindTopic(const NamedArticle& named, int sentence,
                                            const SentenceClauses& in) {
  constexpr int kFarthest = 48;  // phrases
  int looked = 0;
  Topic subject;
  for (const Clause& clause : in.clauses) {
    if (clause.layer != kMatrix) break;
    for (const int p : clause.phrases) {
      if (++looked > kFarthest) return subject;
      const NounPhrase& phrase = in.phrases[p];
      if (phrase.role != Case::kTopic && phrase.role != Case::kSubject) continue;
      Topic topic = ReadTopic(named, sentence, in, phrase);
      if (!topic.spoken.found() && !topic.same) continue;
      if (phrase.role == Case::kTopic) return topic;
      // 이든이 묻힌 곳: the subject of a modifier.
      const auto verb = PredicateAfter(in, clause, phrase.end);
      if (verb == clause.predicates.end() || *verb != clause.predicate) continue;
      if (!subject.spoken.found() && topic.spoken.referent >= 0) subject = std::move(topic);
    }
  }
  return subject;
}

SpokenTopics::Topic SpokenTopics::ReadTopic(const NamedArticle& named, int sentence,
                                            const SentenceClauses& in, const NounPhrase& phrase) {
  if (!phrase.numbers.empty()) return {};
  const OwnedNoun noun = ReadOwnedNoun(named, sentence, in, phrase);
  // 서울대 교수는: somebody of the body.
  if (noun.owner >= 0 && !noun.person && !noun.noun.empty() && IsSpeakerNoun(noun.noun)) return {};
  if (noun.owner >= 0) return {.spoken = {.referent = noun.owner, .text = {}}, .person = noun.person};
  if (SpeaksAgain(noun.whole)) {
    const std::string_view said = noun.whole.substr(noun.whole.find(' ') + 1);
    if (NamesNothing(said)) return {};
    return {.spoken = {.referent = -1, .text = std::string(said)}, .same = true};
  }
  if (NamesNothing(noun.whole)) return {};
  return {.spoken = {.referent = -1, .text = std::string(noun.whole)}};
}

}  // namespace sillok::ingest
