#include "ingest/extract/speaker.h"

#include <string>
#include <string_view>

namespace sillok::ingest {
namespace {

// "이렇게 말했다", "이같이 밝혔다": the words stand in the sentence before or after.
bool PointsAtWords(std::string_view text) {
  for (const std::string_view word :
       {"이같이", "이 같이", "이렇게", "이처럼", "이와 같이", "다음과 같이", "이같은", "이 같은"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// 김 대표의 말이다.
Subject OwnerOfWords(const NamedArticle& named, int s, const SentenceClauses& in, const Clause& clause) {
  const std::string_view text = named.dated.parsed.sentences[s].text;
  for (size_t i = 0; i + 1 < clause.phrases.size(); ++i) {
    const NounPhrase& owner = in.phrases[clause.phrases[i]];
    const NounPhrase& words = in.phrases[clause.phrases[i + 1]];
    if (owner.role != Case::kGenitive || !IsSpeechNoun(words.head.In(text))) continue;
    Subject subject = ReadSubject(named, s, in, clause.phrases[i]);
    if (subject.found()) return subject;
  }
  return {};
}

}  // namespace

Subject SubjectAfter(const NamedArticle& named, int s, const SentenceClauses& in, const QuoteSetting& setting,
                     int after) {
  const Clause& clause = in.clauses[setting.clause];
  if (setting.predicate < 0) return {};
  const int verb = in.predicates[setting.predicate].span.begin;
  int looked = 0;
  for (auto it = PhraseAfter(in, clause, after); it != clause.phrases.end() && looked < kFarthestPhrases;
       ++it, ++looked) {
    const int p = *it;
    const NounPhrase& phrase = in.phrases[p];
    if (phrase.span.begin >= verb) break;
    if (phrase.role != Case::kTopic && phrase.role != Case::kSubject) continue;
    const auto next = PredicateAfter(in, clause, phrase.end);
    const bool verb_between = next != clause.predicates.end() && in.predicates[*next].span.begin < verb;
    if (verb_between) continue;
    Subject subject = ReadSubject(named, s, in, p);
    if (subject.found()) return subject;
  }
  return {};
}

Subject HeadOfModifier(const NamedArticle& named, int s, const SentenceClauses& in,
                       const QuoteSetting& setting) {
  if (setting.predicate < 0 || in.predicates[setting.predicate].link != Link::kAdnominal) return {};
  const int end = in.predicates[setting.predicate].span.end;
  const Clause& clause = in.clauses[setting.clause];
  const auto next = PhraseAfter(in, clause, end);
  return next == clause.phrases.end() ? Subject() : ReadSubject(named, s, in, *next);
}

Subject OwnerOfNoun(const NamedArticle& named, int s, const SentenceClauses& in, const QuoteSetting& setting,
                    int after) {
  if (setting.noun < 0) return {};
  const Clause& clause = in.clauses[setting.clause];
  for (auto it = PhraseAfter(in, clause, after); it != clause.phrases.end() && *it < setting.noun; ++it) {
    if (in.phrases[*it].role != Case::kGenitive) continue;
    Subject subject = ReadSubject(named, s, in, *it);
    if (subject.found()) return subject;
  }
  const NounPhrase& noun = in.phrases[setting.noun];
  for (const int m : noun.mentions) {
    const Mention& mention = named.mentions[m];
    if (mention.type != EntityType::kPerson && mention.type != EntityType::kOrganization) continue;
    return {.referent = mention.referent,
            .type = mention.type,
            .text = std::string(mention.at.span.In(named.dated.parsed.sentences[s].text)),
            .phrase = setting.noun};
  }
  return {};
}

Subject WhereSaid(const NamedArticle& named, int s, const SentenceClauses& in, int clause, int before) {
  const std::string_view text = named.dated.parsed.sentences[s].text;
  int looked = 0;
  for (const int p : in.clauses[clause].phrases) {
    const NounPhrase& phrase = in.phrases[p];
    if (phrase.end > before || ++looked > kFarthestPhrases) break;
    if (phrase.role != Case::kAt) continue;
    const std::string_view particle = text.substr(phrase.span.end, phrase.end - phrase.span.end);
    if (!particle.ends_with("는") && !particle.ends_with("선") && !particle.ends_with("도")) continue;
    std::string_view who = phrase.span.In(text);
    for (const std::string_view among : {" 사이", " 안팎", " 내부", " 일각"}) {
      if (who.ends_with(among)) who.remove_suffix(among.size());
    }
    const size_t space = who.rfind(' ');
    if (!IsSpeakerNoun(space == std::string_view::npos ? who : who.substr(space + 1))) continue;
    return {.referent = -1, .type = EntityType::kPerson, .text = std::string(who), .phrase = p};
  }
  return {};
}

Subject Cited(const NamedArticle& named, int s, const SentenceClauses& in, int clause, int before) {
  constexpr int kNearby = 2;
  for (int c = clause; c >= 0 && clause - c <= kNearby; --c) {
    if (in.clauses[c].layer != in.clauses[clause].layer) return {};
    const int p = in.clauses[c].predicate;
    const bool cites = p >= 0 && in.predicates[p].span.end <= before &&
                       (in.predicates[p].lemma == "인용하다" || in.predicates[p].lemma == "빌리다");
    int looked = 0;
    for (const int of : in.clauses[c].phrases) {
      if (!cites || ++looked > kFarthestPhrases) break;
      const Case role = in.phrases[of].role;
      if (role != Case::kObject && role != Case::kGenitive) continue;
      Subject subject = ReadSubject(named, s, in, of);
      if (subject.found() && !IsFirstPerson(subject.text)) return subject;
    }
    if (in.clauses[c].opens) return {};
  }
  return {};
}

Subject SubjectAhead(const NamedArticle& named, const ArticleClauses& clauses, int s, bool anybody) {
  const ParsedArticle& parsed = named.dated.parsed;
  constexpr int kFarthest = 3;
  for (int next = s + 1; next < static_cast<int>(parsed.sentences.size()) && next <= s + kFarthest; ++next) {
    if (parsed.sentences[next].part != parsed.sentences[s].part) return {};
    const SentenceClauses& in = clauses.sentences[next];
    const int last = LastMatrixClause(in);
    if (last < 0) continue;  // more of the same quotation
    const Clause& clause = in.clauses[last];
    const bool says = clause.predicate >= 0 &&
                      SpeechVerb(in.predicates[clause.predicate].short_lemma) == SpeechStrength::kStrong;
    if (says && PointsAtWords(parsed.sentences[next].text)) {
      return FindSubject(named, next, in, last, in.predicates[clause.predicate].span.begin);
    }
    Subject owner = OwnerOfWords(named, next, in, clause);
    if (owner.found()) return owner;
    const bool same_paragraph = parsed.sentences[next].paragraph == parsed.sentences[s].paragraph;
    if (anybody || same_paragraph) {
      Subject subject = FindSubject(named, next, in, last, clause.span.end);
      if (subject.found() && subject.type == EntityType::kPerson && subject.referent >= 0) return subject;
    }
    return {};
  }
  return {};
}

Subject AskedBefore(const NamedArticle& named, int s, const SentenceClauses& in, int clause) {
  for (int c = clause - 1; c >= 0 && clause - c < kFarthestClauses &&
                           in.clauses[c].layer == in.clauses[clause].layer && !in.clauses[c + 1].opens;
       --c) {
    const Clause& previous = in.clauses[c];
    if (previous.predicate < 0) continue;
    const Link link = in.predicates[previous.predicate].link;
    if (link != Link::kCoordinate && link != Link::kQuotative) return {};
    int looked = 0;
    for (const int p : previous.phrases) {
      if (++looked > kFarthestPhrases) break;
      if (in.phrases[p].role != Case::kDative && in.phrases[p].role != Case::kTo) continue;
      Subject subject = ReadSubject(named, s, in, p);
      if (subject.found()) return subject;
    }
  }
  return {};
}

}  // namespace sillok::ingest
