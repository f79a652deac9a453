#include "ingest/extract/speaker_finder.h"

#include <algorithm>
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

// [이름/직함] as a line of its own.
bool IsLabel(std::string_view line) { return line.starts_with('[') && line.ends_with(']'); }

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
    : named_(named), parsed_(named.dated.parsed), clauses_(clauses) {
  FindLabels();
  FindNicknames();
}

// ‘두루미’ 김나래: what a short word in marks right before a person calls that person, if it ever speaks.
void SpeakerFinder::FindNicknames() {
  constexpr int kLongest = 8 * static_cast<int>(kSyllableBytes);
  size_t mention = 0;
  for (const Quotation& quotation : parsed_.quotations) {
    const std::string_view text = parsed_.sentences[quotation.sentence].text;
    const std::string_view word = quotation.inner.In(text);
    if (!quotation.closed || quotation.inner.size() > kLongest || word.find(' ') != std::string_view::npos) {
      continue;
    }
    const Place behind{quotation.sentence, {quotation.outer.end, quotation.outer.end + 1}};
    while (mention < named_.mentions.size() &&
           (named_.mentions[mention].at.sentence < behind.sentence ||
            (named_.mentions[mention].at.sentence == behind.sentence &&
             named_.mentions[mention].at.span.begin < behind.span.begin))) {
      ++mention;
    }
    if (mention == named_.mentions.size()) return;
    const Mention& person = named_.mentions[mention];
    const int gap = person.at.span.begin - quotation.outer.end;
    const bool next = person.at.sentence == quotation.sentence &&
                      (gap == 0 || (gap == 1 && text[quotation.outer.end] == ' '));
    if (next && person.type == EntityType::kPerson) nicknames_.emplace(word, person.referent);
  }
}

// ‘두루미’는 “…”, 두루미는 “…”.
void SpeakerFinder::ResolveNickname(int s, Subject& subject) const {
  if (nicknames_.empty() || !subject.found() || subject.referent >= 0 || subject.phrase < 0) return;
  const SentenceClauses& in = clauses_.sentences[s];
  const int begin = in.phrases[subject.phrase].head.begin;
  std::string_view name = in.phrases[subject.phrase].head.In(parsed_.sentences[s].text);
  const auto first = parsed_.quotations.begin() + in.quotation_begin;
  const auto last = parsed_.quotations.begin() + in.quotation_end;
  const auto around = std::partition_point(
      first, last, [begin](const Quotation& quotation) { return quotation.inner.begin < begin; });
  for (auto quotation = around; quotation != last && quotation->inner.begin == begin; ++quotation) {
    name = quotation->inner.In(parsed_.sentences[s].text);
  }
  const auto known = nicknames_.find(name);
  if (known == nicknames_.end()) return;
  subject.referent = known->second;
  subject.type = EntityType::kPerson;
}

void SpeakerFinder::FindLabels() {
  const CleanArticle& clean = parsed_.clean;
  const auto& heads = clean.sources.subtitles;
  const auto& body = clean.sources.body;
  labels_.assign(clean.body.size(), -1);
  LabelFromBody();
  if (heads.size() != clean.subtitles.size() || body.size() != clean.body.size()) return;
  std::vector<int> label_of(heads.size(), -1);  // subtitle → its sentence when it is a label
  for (int s = 0; s < static_cast<int>(parsed_.sentences.size()); ++s) {
    const Sentence& sentence = parsed_.sentences[s];
    if (sentence.part == Part::kBody) break;
    if (sentence.part == Part::kSubtitle && IsLabel(sentence.text)) label_of[sentence.paragraph] = s;
  }
  size_t head = 0;
  for (size_t p = 0; p < body.size(); ++p) {
    const size_t after = p == 0 ? 0 : body[p - 1].begin;
    for (; head < heads.size() && heads[head].begin < body[p].begin; ++head) {
      if (heads[head].begin >= after) labels_[p] = label_of[head];
    }
  }
}

// The same as a paragraph of the running text.
void SpeakerFinder::LabelFromBody() {
  const std::vector<Sentence>& sentences = parsed_.sentences;
  for (size_t s = 0; s + 1 < sentences.size(); ++s) {
    if (sentences[s].part != Part::kBody || !IsLabel(sentences[s].text)) continue;
    const int next = sentences[s].paragraph + 1;
    const bool alone = s == 0 || sentences[s - 1].part != Part::kBody ||
                       sentences[s - 1].paragraph != sentences[s].paragraph;
    if (alone && sentences[s + 1].paragraph == next && next < static_cast<int>(labels_.size())) {
      labels_[next] = static_cast<int>(s);
    }
  }
}

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
    ResolveNickname(s, subject);
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
    if (Subject labelled = Labelled(s); labelled.found()) {
      return {.subject = std::move(labelled), .confidence = kNamedAhead};
    }
    if (parsed_.sentences[s].part == Part::kBody && labels_[parsed_.sentences[s].paragraph] >= 0) {
      return {.subject = {}, .confidence = kNobody};
    }
    if (!ahead_.contains(s)) ahead_[s] = SubjectAhead(named_, clauses_, s, !current_.found());
    if (ahead_[s].found()) return {.subject = ahead_[s], .confidence = kNamedAhead};
  }
  Subject carried = near_.found() && setting.alone ? near_ : current_;
  carried.phrase = -1;
  return {.subject = carried, .confidence = carried.found() ? kCarried : kNobody};
}

// The person of the line [이름/직함] above the paragraph.
Subject SpeakerFinder::Labelled(int s) const {
  const Sentence& sentence = parsed_.sentences[s];
  if (sentence.part != Part::kBody || labels_[sentence.paragraph] < 0) return {};
  const SentenceClauses& in = clauses_.sentences[labels_[sentence.paragraph]];
  for (int m = in.mention_begin; m < in.mention_end; ++m) {
    const Mention& mention = named_.mentions[m];
    if (mention.type != EntityType::kPerson) continue;
    return {.referent = mention.referent,
            .type = mention.type,
            .text = std::string(mention.at.span.In(parsed_.sentences[mention.at.sentence].text)),
            .phrase = -1};
  }
  // [이웃 주민/음성변조]; [현장음] is nobody.
  std::string_view label = parsed_.sentences[labels_[sentence.paragraph]].text;
  label = label.substr(1);
  const size_t mark = label.find_first_of("/(]");
  const bool job = label.substr(mark).starts_with('/');
  label = label.substr(0, mark);
  while (label.ends_with(' ')) label.remove_suffix(1);
  const bool name = job && label.size() == 3 * kSyllableBytes && IsHangulWord(label);  // [차미선/가게 직원]
  if (!name && !IsSpeakerNoun(label)) return {};
  return {.referent = -1, .type = EntityType::kPerson, .text = std::string(label), .phrase = -1};
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
