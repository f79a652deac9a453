#include "ingest/extract/quotes.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>

#include "ingest/extract/headline_quotes.h"
#include "ingest/extract/report_day.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kNamedInSentence = 90;
constexpr int kNamedAhead = 75;
constexpr int kCarried = 65;
constexpr int kNobody = 40;
// How far from a quotation its words are looked for: pages are hostile, and time must stay linear.
constexpr int kFarthestClauses = 8;
constexpr int kFarthestPhrases = 24;

// What stands around a quotation.
struct Setting {
  int layer = kMatrix;  // the layer around it
  int clause = -1;      // the clause of that layer it stands in; -1 when it stands alone
  int predicate = -1;   // the verb that governs it
  QuoteLinkMatch link;
  bool statement = false;  // its words can stand as a statement
  bool alone = false;      // nothing else in the sentence
  SpeechStrength strength = SpeechStrength::kNone;
};

// "이렇게 말했다", "이같이 밝혔다": the words stand in the sentence before or after.
bool PointsAtWords(std::string_view text) {
  for (const std::string_view word :
       {"이같이", "이 같이", "이렇게", "이처럼", "이와 같이", "다음과 같이", "이같은", "이 같은"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

class QuoteFinder {
 public:
  QuoteFinder(const NamedArticle& named, const ArticleClauses& clauses)
      : named_(named), parsed_(named.dated.parsed), clauses_(clauses), days_(named, clauses) {}

  std::vector<QuoteMention> Find() {
    const int sentences = static_cast<int>(parsed_.sentences.size());
    Part part = Part::kTitle;
    int paragraph = -1;
    for (int s = 0; s < sentences; ++s) {
      const Sentence& sentence = parsed_.sentences[s];
      // A caption tells its own little story.
      if (sentence.part != part || (sentence.part == Part::kCaption && sentence.paragraph != paragraph))
        current_ = {};
      part = sentence.part;
      paragraph = sentence.paragraph;
      ReadSentence(s);
    }
    ResolveHeadlines(named_, clauses_, headlines_, quotes_);
    std::sort(quotes_.begin(), quotes_.end(), [](const QuoteMention& a, const QuoteMention& b) {
      return std::pair(a.at.sentence, a.at.span) < std::pair(b.at.sentence, b.at.span);
    });
    return std::move(quotes_);
  }

 private:
  [[nodiscard]] const std::string& Text(int s) const { return parsed_.sentences[s].text; }

  void ReadSentence(int s) {
    const SentenceClauses& in = clauses_.sentences[s];
    speakers_.clear();
    FindEnclosing(in);
    bare_ = IsBare(in);
    last_clause_ = LastMatrixClause(in);
    bool any = false;
    for (int q = in.quotation_begin; q < in.quotation_end; ++q) any = ReadQuotation(s, q) || any;
    ReadIndirect(s);
    if (!any) FollowSubject(s);
  }

  // A sentence without quotes that speaks of a person: who speaks next without a name is that person.
  void FollowSubject(int s) {
    const SentenceClauses& in = clauses_.sentences[s];
    int last = -1;
    for (int c = 0; c < static_cast<int>(in.clauses.size()) && in.clauses[c].layer == kMatrix; ++c) last = c;
    if (last < 0 || parsed_.sentences[s].part != Part::kBody) return;
    const Clause& clause = in.clauses[last];
    const Subject subject = FindSubject(named_, s, in, last, clause.span.end);
    if (!subject.found() || IsPronoun(subject.text) || IsFirstPerson(subject.text)) return;
    const bool says = clause.predicate >= 0 &&
                      SpeechVerb(in.predicates[clause.predicate].short_lemma) == SpeechStrength::kStrong;
    const bool known = subject.type == EntityType::kPerson && (subject.referent >= 0 || !current_.found());
    if (known || says) current_ = subject;
  }

  [[nodiscard]] Setting Look(int s, int q) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Quotation& quotation = parsed_.quotations[q];
    Setting setting;
    setting.layer = enclosing_[q - in.quotation_begin];
    setting.statement = IsLayer(in, q);
    setting.link = FindQuoteLink(Text(s), quotation.outer.end);
    const auto after = std::partition_point(in.clauses.begin(), in.clauses.end(), [&](const Clause& clause) {
      return clause.layer < setting.layer ||
             (clause.layer == setting.layer && clause.span.end <= quotation.outer.end);
    });
    if (after == in.clauses.end() || after->layer != setting.layer) {
      setting.alone = in.clauses.empty() || in.clauses[0].layer != kMatrix;
      return setting;
    }
    setting.clause = static_cast<int>(after - in.clauses.begin());
    FindGoverningVerb(in, quotation, setting);
    return setting;
  }

  // The verb after the quotation in its clause; past -다고 the verb of saying after it.
  void FindGoverningVerb(const SentenceClauses& in, const Quotation& quotation, Setting& setting) const {
    const int end = std::min(static_cast<int>(in.clauses.size()), setting.clause + kFarthestClauses);
    for (int c = setting.clause; c < end && in.clauses[c].layer == setting.layer; ++c) {
      const Clause& clause = in.clauses[c];
      if (c > setting.clause && clause.opens) break;
      int looked = 0;
      for (auto it = PredicateAfter(in, clause, quotation.outer.end);
           it != clause.predicates.end() && looked++ < kFarthestPhrases; ++it) {
        const int p = *it;
        const Predicate& predicate = in.predicates[p];
        const SpeechStrength strength = SpeechVerb(predicate.short_lemma);
        const bool modifies = predicate.link == Link::kAdnominal && strength == SpeechStrength::kNone;
        if (setting.predicate < 0 && !modifies) SetVerb(in, p, setting);
        if (strength == SpeechStrength::kStrong && setting.strength != SpeechStrength::kStrong &&
            setting.strength != SpeechStrength::kNaming) {
          SetVerb(in, p, setting);
        }
      }
      const bool goes_on = clause.predicate >= 0 && in.predicates[clause.predicate].link == Link::kQuotative;
      if (setting.predicate >= 0 && !goes_on) break;
    }
  }

  using Items = std::vector<int>::const_iterator;
  static Items PredicateAfter(const SentenceClauses& in, const Clause& clause, int at) {
    return std::partition_point(clause.predicates.begin(), clause.predicates.end(),
                                [&](int p) { return in.predicates[p].span.begin < at; });
  }
  static Items PhraseAfter(const SentenceClauses& in, const Clause& clause, int at) {
    return std::partition_point(clause.phrases.begin(), clause.phrases.end(),
                                [&](int p) { return in.phrases[p].span.begin < at; });
  }

  static void SetVerb(const SentenceClauses& in, int p, Setting& setting) {
    setting.predicate = p;
    setting.strength = SpeechVerb(in.predicates[p].short_lemma);
  }

  static bool IsLayer(const SentenceClauses& in, int layer) {
    return std::binary_search(in.clauses.begin(), in.clauses.end(), layer,
                              [](const auto& a, const auto& b) { return LayerOf(a) < LayerOf(b); });
  }
  static int LayerOf(const Clause& clause) { return clause.layer; }
  static int LayerOf(int layer) { return layer; }

  // The innermost statement around each quotation of the sentence.
  void FindEnclosing(const SentenceClauses& in) {
    enclosing_.clear();
    std::vector<int> open;
    for (int q = in.quotation_begin; q < in.quotation_end; ++q) {
      while (!open.empty() &&
             parsed_.quotations[open.back()].outer.end <= parsed_.quotations[q].outer.begin) {
        open.pop_back();
      }
      enclosing_.push_back(open.empty() ? kMatrix : open.back());
      if (IsLayer(in, q)) open.push_back(q);
    }
  }

  [[nodiscard]] bool IsName(int s, const TextSpan& inner) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const auto after = std::partition_point(
        named_.mentions.begin() + in.mention_begin, named_.mentions.begin() + in.mention_end,
        [&](const Mention& mention) { return mention.at.span.end <= inner.begin; });
    return after != named_.mentions.begin() + in.mention_end && after->at.span.Contains(inner);
  }

  [[nodiscard]] bool IsSpeech(int s, int q, const Setting& setting) const {
    const Quotation& quotation = parsed_.quotations[q];
    const std::string_view inner = quotation.inner.In(Text(s));
    if (inner.empty() || IsName(s, quotation.inner)) return false;
    if (setting.strength == SpeechStrength::kNaming && !(quotation.doubled && EndsStatement(s, quotation))) {
      return false;
    }
    const bool strong = setting.strength == SpeechStrength::kStrong;
    const bool several_words = inner.find(' ') != std::string_view::npos;
    switch (setting.link.kind) {
      case QuoteLink::kAnd:
        return setting.statement || quotation.doubled;
      case QuoteLink::kSay:
        if (setting.statement) return true;
        return quotation.doubled && (strong || (several_words && setting.predicate >= 0));
      case QuoteLink::kOf:
        return quotation.doubled && (strong || LeadsToSpeechNoun(s, setting, quotation.outer.end)) &&
               (setting.statement || several_words);
      case QuoteLink::kNone:
        break;
    }
    if (!quotation.doubled) return false;
    if (setting.alone) return setting.statement;
    if (strong) return setting.statement || several_words;
    return setting.statement && EndsStatement(s, quotation) &&
           SpeakerFollows(s, setting, quotation.outer.end);
  }

  // The next noun phrase is one that takes a statement: 라는 입장을 밝혔다.
  [[nodiscard]] bool LeadsToSpeechNoun(int s, const Setting& setting, int after) const {
    const SentenceClauses& in = clauses_.sentences[s];
    if (setting.clause < 0) return false;
    const Clause& clause = in.clauses[setting.clause];
    const auto next = PhraseAfter(in, clause, after);
    return next != clause.phrases.end() && IsSpeechNoun(in.phrases[*next].head.In(Text(s)));
  }

  [[nodiscard]] bool EndsStatement(int s, const Quotation& quotation) const {
    const std::string_view inner = quotation.inner.In(Text(s));
    for (const std::string_view end : {"다", "요", "까", "죠", "라", "자", ".", "!", "?"}) {
      if (inner.ends_with(end)) return true;
    }
    return false;
  }

  // “…” 김 대표가 목소리를 높였다.
  [[nodiscard]] bool SpeakerFollows(int s, const Setting& setting, int after) const {
    const SentenceClauses& in = clauses_.sentences[s];
    if (setting.clause < 0 || Text(s).substr(after).starts_with(",")) return setting.clause >= 0;
    const Clause& clause = in.clauses[setting.clause];
    const auto next = PhraseAfter(in, clause, after);
    return next != clause.phrases.end() && in.phrases[*next].span.begin == after + 1 &&
           ReadSubject(named_, s, in, *next).found();
  }

  // True when it is somebody's words.
  bool ReadQuotation(int s, int q) {
    const Setting setting = Look(s, q);
    const Quotation& quotation = parsed_.quotations[q];
    const bool headline = IsHeadline(s, setting);
    if (headline) {
      const std::string_view inner = quotation.inner.In(Text(s));
      const bool enough = quotation.doubled ? setting.statement || inner.find(' ') != std::string_view::npos
                                            : setting.statement && EndsHeadlineStatement(inner);
      if (!enough || quotation.depth > 0 || IsName(s, quotation.inner)) return false;
      headlines_.push_back(q);
      return true;
    }
    if (!IsSpeech(s, q, setting)) return false;
    int confidence = kNamedInSentence;
    const Subject speaker = setting.layer == kMatrix ? FindSpeaker(s, q, setting, confidence)
                                                     : FindInnerSpeaker(s, q, setting, confidence);
    speakers_[q] = speaker;
    if (setting.layer == kMatrix) current_ = speaker;
    Add(s, q, setting, speaker, confidence);
    return true;
  }

  static bool EndsHeadlineStatement(std::string_view inner) {
    for (const std::string_view end :
         {"겠다", "한다", "했다", "이다", "없다", "있다", "아니다", "하자", "해야"}) {
      if (inner.ends_with(end)) return true;
    }
    return false;
  }

  // Every word outside the marks is a noun without a particle.
  static bool IsBare(const SentenceClauses& in) {
    bool bare = false;
    for (const NounPhrase& phrase : in.phrases) {
      if (phrase.layer != kMatrix) break;
      if (phrase.role != Case::kNone) return false;
      bare = true;
    }
    return bare && std::none_of(in.predicates.begin(), in.predicates.end(),
                                [](const Predicate& predicate) { return predicate.layer == kMatrix; });
  }

  // A title, or a line in the body that is a name and words: 김 대표 “새로 열겠다”.
  [[nodiscard]] bool IsHeadline(int s, const Setting& setting) const {
    const Sentence& sentence = parsed_.sentences[s];
    if (sentence.part == Part::kTitle || sentence.part == Part::kSubtitle) return true;
    if (setting.layer != kMatrix || setting.link.kind != QuoteLink::kNone) return false;
    return bare_;
  }

  Subject FindSpeaker(int s, int q, const Setting& setting, int& confidence) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Quotation& quotation = parsed_.quotations[q];
    Subject subject;
    if (setting.clause >= 0) {
      subject = SubjectAfter(s, setting, quotation.outer.end);
      if (!subject.found()) subject = FindSubject(named_, s, in, setting.clause, quotation.outer.begin);
      if (!subject.found()) subject = HeadOfModifier(s, setting);
      // Words at the sentence's end: the subject stood before an earlier quote of it.
    } else if (!setting.alone) {
      if (last_clause_ >= 0) subject = FindSubject(named_, s, in, last_clause_, quotation.outer.begin);
    }
    if (subject.found() && IsPronoun(subject.text) && subject.referent < 0 && current_.found()) {
      subject.referent = current_.referent;
      if (subject.referent < 0) subject.text = current_.text;
      confidence = kNamedInSentence - 5;
    }
    if (subject.found() && IsFirstPerson(subject.text)) subject = {};
    if (subject.found()) return subject;
    if (setting.clause < 0 || setting.alone) {
      if (!ahead_.contains(s)) ahead_[s] = SubjectAhead(s);
      subject = ahead_[s];
      if (subject.found()) {
        confidence = kNamedAhead;
        return subject;
      }
    }
    confidence = current_.found() ? kCarried : kNobody;
    Subject carried = current_;
    carried.phrase = -1;
    return carried;
  }

  static int LastMatrixClause(const SentenceClauses& in) {
    int last = -1;
    for (int c = 0; c < static_cast<int>(in.clauses.size()) && in.clauses[c].layer == kMatrix; ++c) last = c;
    return last;
  }

  // “…”라고 김 대표는 말했다: a subject right before the verb.
  [[nodiscard]] Subject SubjectAfter(int s, const Setting& setting, int after) const {
    const SentenceClauses& in = clauses_.sentences[s];
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
      Subject subject = ReadSubject(named_, s, in, p);
      if (subject.found()) return subject;
    }
    return {};
  }

  // “…”고 말한 김 대표.
  [[nodiscard]] Subject HeadOfModifier(int s, const Setting& setting) const {
    const SentenceClauses& in = clauses_.sentences[s];
    if (setting.predicate < 0 || in.predicates[setting.predicate].link != Link::kAdnominal) return {};
    const int end = in.predicates[setting.predicate].span.end;
    const Clause& clause = in.clauses[setting.clause];
    const auto next = PhraseAfter(in, clause, end);
    return next == clause.phrases.end() ? Subject() : ReadSubject(named_, s, in, *next);
  }

  // A sentence that is all quotation: the next one says whose it is.
  [[nodiscard]] Subject SubjectAhead(int s) const {
    constexpr int kFarthest = 3;
    for (int next = s + 1; next < static_cast<int>(parsed_.sentences.size()) && next <= s + kFarthest;
         ++next) {
      if (parsed_.sentences[next].part != parsed_.sentences[s].part) return {};
      const SentenceClauses& in = clauses_.sentences[next];
      const int last = LastMatrixClause(in);
      if (last < 0) continue;  // more of the same quotation
      const Clause& clause = in.clauses[last];
      const bool says = clause.predicate >= 0 &&
                        SpeechVerb(in.predicates[clause.predicate].short_lemma) == SpeechStrength::kStrong;
      if (says && PointsAtWords(Text(next))) {
        return FindSubject(named_, next, in, last, in.predicates[clause.predicate].span.begin);
      }
      const Subject owner = OwnerOfWords(next, clause);
      if (owner.found()) return owner;
      const bool same_paragraph = parsed_.sentences[next].paragraph == parsed_.sentences[s].paragraph;
      if (!current_.found() || same_paragraph) {
        const Subject subject = FindSubject(named_, next, in, last, clause.span.end);
        if (subject.found() && subject.type == EntityType::kPerson && subject.referent >= 0) return subject;
      }
      return {};
    }
    return {};
  }

  // 김 대표의 말이다.
  [[nodiscard]] Subject OwnerOfWords(int s, const Clause& clause) const {
    const SentenceClauses& in = clauses_.sentences[s];
    for (size_t i = 0; i + 1 < clause.phrases.size(); ++i) {
      const NounPhrase& owner = in.phrases[clause.phrases[i]];
      const NounPhrase& words = in.phrases[clause.phrases[i + 1]];
      if (owner.role != Case::kGenitive || !IsSpeechNoun(words.head.In(Text(s)))) continue;
      Subject subject = ReadSubject(named_, s, in, clause.phrases[i]);
      if (subject.found()) return subject;
    }
    return {};
  }

  // Words told within somebody's words.
  Subject FindInnerSpeaker(int s, int q, const Setting& setting, int& confidence) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Subject outer = speakers_.contains(setting.layer) ? speakers_[setting.layer] : Subject();
    if (setting.clause < 0) return outer;
    const int begin = parsed_.quotations[q].outer.begin;
    Subject subject = SubjectAfter(s, setting, parsed_.quotations[q].outer.end);
    if (!subject.found()) subject = FindSubject(named_, s, in, setting.clause, begin);
    if (subject.found()) return IsFirstPerson(subject.text) ? outer : subject;
    const Subject asked = AskedBefore(s, setting.clause);
    confidence = kCarried;
    return asked.found() ? asked : outer;
  }

  // 올트먼에게 물었더니 ‘…’라고 했다: whoever was asked answers.
  [[nodiscard]] Subject AskedBefore(int s, int clause) const {
    const SentenceClauses& in = clauses_.sentences[s];
    for (int c = clause - 1;
         c >= 0 && in.clauses[c].layer == in.clauses[clause].layer && !in.clauses[c + 1].opens; --c) {
      const Clause& previous = in.clauses[c];
      if (previous.predicate < 0) continue;
      const Link link = in.predicates[previous.predicate].link;
      if (link != Link::kCoordinate && link != Link::kQuotative) return {};
      for (const int p : previous.phrases) {
        if (in.phrases[p].role != Case::kDative && in.phrases[p].role != Case::kTo) continue;
        Subject subject = ReadSubject(named_, s, in, p);
        if (subject.found()) return subject;
      }
    }
    return {};
  }

  void Add(int s, int q, const Setting& setting, const Subject& speaker, int confidence) {
    const SentenceClauses& in = clauses_.sentences[s];
    QuoteMention quote;
    quote.at = {s, parsed_.quotations[q].inner};
    quote.speaker = speaker.referent;
    if (speaker.phrase >= 0) quote.speaker_text = speaker.text;
    if (setting.predicate >= 0) quote.verb = SpeechLemma(in.predicates[setting.predicate].lemma);
    quote.confidence = confidence;
    if (setting.clause >= 0) quote.addressee = Addressee(s, setting.clause);
    SetDate(s, setting, quote);
    quote.about = About(s, quote.at.span);
    quotes_.push_back(std::move(quote));
  }

  [[nodiscard]] std::string Addressee(int s, int clause) const {
    const SentenceClauses& in = clauses_.sentences[s];
    for (int c = clause;
         c >= 0 && clause - c < kFarthestClauses && in.clauses[c].layer == in.clauses[clause].layer; --c) {
      const std::vector<int>& phrases = in.clauses[c].phrases;
      for (size_t i = 0; i < phrases.size() && i < kFarthestPhrases; ++i) {
        const int p = phrases[i];
        if (in.phrases[p].role == Case::kDative) return std::string(in.phrases[p].span.In(Text(s)));
      }
      if (in.clauses[c].opens) break;
    }
    return {};
  }

  // The day of saying: named in the sentence, else the day the report speaks of, else the day of writing.
  void SetDate(int s, const Setting& setting, QuoteMention& quote) const {
    const SentenceClauses& in = clauses_.sentences[s];
    int clause = setting.clause;
    if (clause < 0 && setting.layer == kMatrix) clause = last_clause_;
    for (int c = clause; c >= 0 && clause - c < kFarthestClauses && in.clauses[c].layer == setting.layer;
         --c) {
      if (!in.clauses[c].dates.empty()) {
        const DateMention& date = named_.dated.dates[in.clauses[c].dates.front()];
        quote.date = date.value;
        quote.date_text = std::string(date.span.In(Text(s)));
        return;
      }
      if (in.clauses[c].opens) break;
    }
    if (setting.layer == kMatrix) CarryDate(s, quote);
  }

  void CarryDate(int s, QuoteMention& quote) const {
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

  // Beside the verb of saying; a day before the clause's words only when it is one of the report's: 3일 …라고 밝혔다.
  void SetIndirectDate(int s, int c, int verb, Setting& around, QuoteMention& quote) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const int end = std::min(static_cast<int>(in.clauses.size()), c + kFarthestClauses);
    for (int next = c + 1; next < end && in.clauses[next].layer == kMatrix && !in.clauses[next].opens;
         ++next) {
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
    if (around.clause >= 0) return SetDate(s, around, quote);
    CarryDate(s, quote);
  }

  // Nobody is quoted from a day to come.
  [[nodiscard]] bool IsPast(const std::optional<DateValue>& day) const {
    return day && day->interval->first <= named_.dated.written.interval->last;
  }

  [[nodiscard]] std::vector<int> About(int s, const TextSpan& words) const {
    const SentenceClauses& in = clauses_.sentences[s];
    std::vector<int> about;
    const auto first = std::partition_point(
        named_.mentions.begin() + in.mention_begin, named_.mentions.begin() + in.mention_end,
        [&](const Mention& mention) { return mention.at.span.begin < words.begin; });
    for (auto m = first; m != named_.mentions.begin() + in.mention_end && m->at.span.end <= words.end; ++m) {
      about.push_back(m->referent);
    }
    std::sort(about.begin(), about.end());
    about.erase(std::unique(about.begin(), about.end()), about.end());
    return about;
  }

  // A clause before -다고 and a verb of saying, outside quotation marks.
  void ReadIndirect(int s) {
    const SentenceClauses& in = clauses_.sentences[s];
    for (int c = 0; c + 1 < static_cast<int>(in.clauses.size()) && in.clauses[c + 1].layer == kMatrix; ++c) {
      const Clause& clause = in.clauses[c];
      if (clause.predicate < 0 || in.predicates[clause.predicate].link != Link::kQuotative) continue;
      const int verb = SayingAfter(in, c);
      if (verb >= 0) AddIndirect(s, c, verb);
    }
  }

  // The strong verb of saying that takes the clause; -1 when there is none.
  static int SayingAfter(const SentenceClauses& in, int clause) {
    const size_t end = std::min(in.clauses.size(), static_cast<size_t>(clause) + kFarthestClauses);
    for (size_t c = clause + 1; c < end; ++c) {
      if (in.clauses[c].layer != kMatrix || in.clauses[c].opens) return -1;
      for (const int p : in.clauses[c].predicates) {
        if (SpeechVerb(in.predicates[p].short_lemma) == SpeechStrength::kStrong) return p;
      }
      const int own = in.clauses[c].predicate;
      if (own < 0 || in.predicates[own].link != Link::kQuotative) return -1;
    }
    return -1;
  }

  void AddIndirect(int s, int c, int verb) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    Subject speaker = FindSubject(named_, s, in, c, clause.span.end);
    // Words of others within the marks are not this clause's.
    int begin = clause.span.begin;
    if (speaker.found() && speaker.phrase >= 0 && in.phrases[speaker.phrase].end > begin &&
        in.phrases[speaker.phrase].role == Case::kTopic) {
      begin = in.phrases[speaker.phrase].end;
    }
    if (speaker.found() && IsPronoun(speaker.text) && speaker.referent < 0)
      speaker.referent = current_.referent;
    int confidence = kNamedInSentence - 10;
    if (!speaker.found()) {
      speaker = current_;
      speaker.phrase = -1;
      confidence = speaker.found() ? kCarried - 10 : kNobody;
    }
    const Predicate& predicate = in.predicates[clause.predicate];
    const std::string& text = Text(s);
    while (begin < predicate.span.begin && (text[begin] == ' ' || text[begin] == ',')) ++begin;
    constexpr int kSyllable = 3;
    const int ending = std::max(predicate.stem_end, predicate.span.begin);
    const int end =
        std::min(predicate.span.end, ending + (predicate.stem_end > predicate.span.begin ? kSyllable : 0));
    QuoteMention quote;
    quote.at = {s, {begin, end > ending ? end : FusedEnd(text, predicate)}};
    if (quote.at.span.size() <= 0) return;
    quote.direct = false;
    quote.speaker = speaker.referent;
    if (speaker.phrase >= 0) quote.speaker_text = speaker.text;
    quote.verb = SpeechLemma(in.predicates[verb].lemma);
    quote.confidence = confidence;
    quote.addressee = Addressee(s, c);
    Setting around;
    around.clause = c;
    SetIndirectDate(s, c, verb, around, quote);
    quote.about = About(s, quote.at.span);
    quotes_.push_back(std::move(quote));
    if (speaker.found()) current_ = speaker;
  }

  // 개최한다고 → 개최한다.
  static int FusedEnd(std::string_view text, const Predicate& predicate) {
    const std::string_view words = predicate.span.In(text);
    for (const std::string_view link : {"고", "며", "면서"}) {
      if (words.ends_with(link)) return predicate.span.end - static_cast<int>(link.size());
    }
    return predicate.span.end;
  }

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  const ReportDays days_;
  std::vector<QuoteMention> quotes_;
  std::vector<int> headlines_;       // quotations whose speaker the body knows
  std::map<int, Subject> speakers_;  // of this sentence's quotations
  bool bare_ = false;                // this sentence is nouns and quotations alone
  int last_clause_ = -1;             // of this sentence's matrix
  std::vector<int> enclosing_;       // of this sentence's quotations
  std::map<int, Subject> ahead_;     // sentence → SubjectAhead
  Subject current_;                  // who spoke, or was spoken of, last
};

}  // namespace

std::vector<QuoteMention> FindQuotes(const NamedArticle& named, const ArticleClauses& clauses) {
  return QuoteFinder(named, clauses).Find();
}

}  // namespace sillok::ingest
