#include "ingest/extract/speaker_finder.h"

#include <string>
#include <string_view>
#include <utility>

#include "common/text/hangul.h"
#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/person_signs.h"
#include "ingest/extract/speaker.h"

namespace sillok::ingest {
namespace {

constexpr int kNamedInSentence = 90;
constexpr int kPronounInSentence = 85;
constexpr int kNamedAhead = 75;
constexpr int kCarried = 65;
constexpr int kNobody = 40;
constexpr int kIndirect = 10;  // less sure than words in marks

// “…”는 지적이 나왔다, “…”는 질문에: words of somebody else than who the sentence, or the one before, speaks of. “…”라는
// 답이 돌아왔다 is no such thing.
bool TellsOfOthers(std::string_view text, const SentenceClauses& in, const QuoteSetting& setting) {
  if (setting.noun < 0) return false;
  const NounPhrase& noun = in.phrases[setting.noun];
  const std::string_view head = noun.head.In(text);
  if (head.ends_with("답") || head.ends_with("답변")) return false;
  if (noun.role == Case::kSubject || noun.role == Case::kAlso || noun.role == Case::kTopic) return true;
  const std::string_view after = text.substr(noun.span.end);
  return after.starts_with("에") && !after.starts_with("에서");
}

// 세징야 in 세징야는 “…”, of which MeCab makes no noun: better than whoever spoke before.
Subject ForeignTopic(std::string_view text, int quotation) {
  if (quotation == 0 || text[quotation - 1] != ' ') return {};
  std::string_view word = text.substr(0, quotation - 1);
  word = word.substr(word.rfind(' ') + 1);
  if (!(word.ends_with("는") || word.ends_with("은")) || word.size() < 3 * kSyllableBytes) return {};
  const std::string_view who = word.substr(0, word.size() - kSyllableBytes);
  const std::string_view particle = word.substr(who.size());
  if (!IsHangulWord(word) || !Names().IsParticles(who, particle) ||
      Names().ForeignOdds(who) < kForeignPerson) {
    return {};
  }
  return {.referent = -1, .type = EntityType::kPerson, .text = std::string(who), .phrase = -1};
}

// 측 in A씨 측, 변호인 in 김 대표 변호인: the word behind a name, its call and its titles says that another speaks.
bool IsOfAnother(std::string_view behind) {
  for (const std::string_view call : {"씨", "군", "양"}) {
    if (!behind.starts_with(call) || !(behind.size() == call.size() || behind[call.size()] == ' ')) continue;
    behind.remove_prefix(call.size());
  }
  for (int looked = 0; looked < kFarthestClauses && !behind.empty(); ++looked) {
    while (behind.starts_with(' ')) behind.remove_prefix(1);
    const std::string_view word = behind.substr(0, behind.find(' '));
    if (word.empty() || !(word == "씨" || Names().IsTitle(word))) {
      return !word.empty() && IsAnotherBehindName(word);
    }
    behind.remove_prefix(word.size());
  }
  return false;
}

}  // namespace

SpeakerFinder::SpeakerFinder(const NamedArticle& named, const ArticleClauses& clauses)
    : named_(named),
      parsed_(named.dated.parsed),
      clauses_(clauses),
      labels_(named, clauses),
      nicknames_(named, clauses) {}

void SpeakerFinder::Enter(int s) {
  const Sentence& sentence = parsed_.sentences[s];
  const bool other = sentence.part != part_ || sentence.paragraph != paragraph_;
  // A caption tells its own little story.
  if (sentence.part != part_ || (sentence.part == Part::kCaption && other)) current_ = {};
  if (other) near_ = {};
  part_ = sentence.part;
  paragraph_ = sentence.paragraph;
  speakers_.clear();
}

// A sentence without quotes that speaks of a person: who speaks next without a name is that person.
void SpeakerFinder::Leave(int s, bool quoted) {
  if (quoted || part_ != Part::kBody) return;
  const SentenceClauses& in = clauses_.sentences[s];
  const int last = LastMatrixClause(in);
  if (last < 0) return;
  const Clause& clause = in.clauses[last];
  const Subject subject = FindSubject(named_, s, in, last, clause.span.end);
  if (!subject.found() || IsPronoun(subject.text) || IsFirstPerson(subject.text)) return;
  const bool says = clause.predicate >= 0 &&
                    SpeechVerb(in.predicates[clause.predicate].short_lemma) == SpeechStrength::kStrong;
  const bool person = subject.type == EntityType::kPerson;
  const bool known = person && (subject.referent >= 0 || !current_.found());
  near_ = {};
  if (known || says) {
    current_ = subject;
  } else if (person) {
    near_ = subject;
  }
}

// A씨 측 is not A씨; 교육부 관계자 speaks for the ministry; 화둥증권 이코노미스트 for himself.
Subject SpeakerFinder::ForItself(Subject subject, int s) const {
  if (subject.phrase < 0) return subject;
  const NounPhrase& phrase = clauses_.sentences[s].phrases[subject.phrase];
  if (phrase.mentions.empty()) return subject;
  const TextSpan name = named_.mentions[phrase.mentions.back()].at.span;
  if (subject.type == EntityType::kPerson && name.end < phrase.span.end) {
    const TextSpan behind{name.end, phrase.span.end};
    if (IsOfAnother(behind.In(parsed_.sentences[s].text))) subject.referent = -1;
  }
  if (subject.type != EntityType::kOrganization) return subject;
  const bool more = name.end < phrase.span.end;
  if (more && !SpeaksForBody(phrase.head.In(parsed_.sentences[s].text))) {
    subject.referent = -1;
    subject.type = EntityType::kPerson;
  }
  return subject;
}

// 그 is who was spoken of last.
void SpeakerFinder::Resolve(Subject& subject) const {
  if (!subject.found() || !IsPronoun(subject.text) || subject.referent >= 0) return;
  const Subject& last = near_.found() ? near_ : current_;
  if (!last.found()) return;
  subject.referent = last.referent;
  if (subject.referent < 0) subject.text = last.text;
}

Subject SpeakerFinder::InSentence(int s, int q, const QuoteSetting& setting) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const TextSpan outer = parsed_.quotations[q].outer;
  if (setting.clause < 0) {
    // Words at the sentence's end: the subject stood before an earlier quote of it.
    const int last = setting.alone ? -1 : LastMatrixClause(in);
    return last < 0 ? Subject() : FindSubject(named_, s, in, last, outer.begin);
  }
  Subject subject = OwnerOfNoun(named_, s, in, setting, outer.end);
  if (subject.found()) return subject;
  if (TellsOfOthers(parsed_.sentences[s].text, in, setting)) {
    return WhereSaid(named_, s, in, setting.clause, outer.begin);
  }
  subject = SubjectAfter(named_, s, in, setting, outer.end);
  if (subject.found()) return subject;
  subject = Cited(named_, s, in, setting.clause, outer.begin);
  if (subject.found()) return subject;
  const bool told = setting.link.kind == QuoteLink::kSay || setting.link.kind == QuoteLink::kAnd ||
                    setting.strength == SpeechStrength::kStrong;
  subject =
      FindSubject(named_, s, in, setting.clause, outer.begin, told ? Speakers::kAnyone : Speakers::kKnown);
  if (subject.found()) return subject;
  subject = HeadOfModifier(named_, s, in, setting);
  if (subject.found()) return subject;
  subject = AskedBefore(named_, s, in, setting.clause);
  if (!subject.found()) subject = WhereSaid(named_, s, in, setting.clause, outer.begin);
  return subject.found() || !told ? subject : ForeignTopic(parsed_.sentences[s].text, outer.begin);
}

FoundSpeaker SpeakerFinder::Of(int s, int q, const QuoteSetting& setting) {
  if (setting.layer != kMatrix) {
    FoundSpeaker inner = Inner(s, q, setting);
    speakers_[q] = inner.subject;
    return inner;
  }
  FoundSpeaker found{.subject = InSentence(s, q, setting), .confidence = kNamedInSentence};
  Subject& subject = found.subject;
  if (subject.found() && IsPronoun(subject.text) && subject.referent < 0) {
    Resolve(subject);
    found.confidence = kPronounInSentence;
  }
  if (!subject.found() || IsFirstPerson(subject.text)) {
    found = Elsewhere(s, setting);
  } else {
    subject = ForItself(std::move(subject), s);
    nicknames_.Resolve(s, subject);
  }
  speakers_[q] = subject;
  const bool others = TellsOfOthers(parsed_.sentences[s].text, clauses_.sentences[s], setting);
  if (subject.found() && !others) current_ = subject;
  return found;
}

// Nobody speaks in the sentence itself.
FoundSpeaker SpeakerFinder::Elsewhere(int s, const QuoteSetting& setting) {
  if (TellsOfOthers(parsed_.sentences[s].text, clauses_.sentences[s], setting)) {
    return {.subject = {}, .confidence = kNobody};
  }
  if (setting.clause < 0 || setting.alone) {
    if (Subject labelled = labels_.SpeakerOf(s); labelled.found()) {
      return {.subject = std::move(labelled), .confidence = kNamedAhead};
    }
    if (labels_.Stands(s)) {
      return {.subject = {}, .confidence = kNobody};
    }
    if (!ahead_.contains(s)) ahead_[s] = SubjectAhead(named_, clauses_, s, !current_.found());
    if (ahead_[s].found()) return {.subject = ahead_[s], .confidence = kNamedAhead};
  }
  Subject carried = near_.found() && setting.alone ? near_ : current_;
  carried.phrase = -1;
  return {.subject = carried, .confidence = carried.found() ? kCarried : kNobody};
}

// Words told within somebody's words.
FoundSpeaker SpeakerFinder::Inner(int s, int q, const QuoteSetting& setting) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const auto around = speakers_.find(setting.layer);
  const Subject outer = around == speakers_.end() ? Subject() : around->second;
  if (setting.clause < 0) return {.subject = outer, .confidence = kNamedInSentence};
  const TextSpan span = parsed_.quotations[q].outer;
  Subject subject = SubjectAfter(named_, s, in, setting, span.end);
  if (!subject.found()) subject = FindSubject(named_, s, in, setting.clause, span.begin);
  if (subject.found()) {
    return {.subject = IsFirstPerson(subject.text) ? outer : subject, .confidence = kNamedInSentence};
  }
  subject = AskedBefore(named_, s, in, setting.clause);
  return {.subject = subject.found() ? subject : outer, .confidence = kCarried};
}

FoundSpeaker SpeakerFinder::OfIndirect(int s, int c, int verb) {
  const SentenceClauses& in = clauses_.sentences[s];
  // …했다고 유족은 전했다: a subject between the words and the verb goes first.
  QuoteSetting after;
  after.clause = c;
  after.predicate = verb;
  Subject subject;
  for (int k = c + 1; k < static_cast<int>(in.clauses.size()) && k - c < kFarthestClauses; ++k) {
    if (in.clauses[k].layer != kMatrix || in.clauses[k].span.begin > in.predicates[verb].span.begin) break;
    after.clause = k;
    subject = SubjectAfter(named_, s, in, after, in.clauses[k].span.begin);
    if (subject.found()) break;
  }
  if (!subject.found()) subject = FindSubject(named_, s, in, c, in.clauses[c].span.end);
  Resolve(subject);
  FoundSpeaker found{.subject = subject, .confidence = kNamedInSentence - kIndirect};
  if (!subject.found()) {
    found.subject = current_;
    found.subject.phrase = -1;
    found.confidence = current_.found() ? kCarried - kIndirect : kNobody;
  }
  if (found.subject.found()) current_ = found.subject;
  return found;
}

}  // namespace sillok::ingest
