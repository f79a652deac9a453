#include "ingest/extract/quotes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "ingest/extract/headline_quotes.h"
#include "ingest/extract/indirect_speech.h"
#include "ingest/extract/quote_date.h"
#include "ingest/extract/quote_setting.h"
#include "ingest/extract/speaker.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kNamedInSentence = 90;
constexpr int kNamedAhead = 75;
constexpr int kCarried = 65;
constexpr int kNobody = 40;

class QuoteFinder {
 public:
  QuoteFinder(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named),
        parsed_(named.dated.parsed),
        clauses_(clauses),
        days_(days),
        dates_(named, clauses, days) {}

  std::vector<QuoteMention> Find() {
    const int sentences = static_cast<int>(parsed_.sentences.size());
    Part part = Part::kTitle;
    int paragraph = -1;
    for (int s = 0; s < sentences; ++s) {
      const Sentence& sentence = parsed_.sentences[s];
      // A caption tells its own little story.
      if (sentence.part != part || (sentence.part == Part::kCaption && sentence.paragraph != paragraph)) {
        current_ = {};
      }
      part = sentence.part;
      paragraph = sentence.paragraph;
      ReadSentence(s);
    }
    ResolveHeadlines(named_, clauses_, days_, headlines_, quotes_);
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
    enclosing_ = EnclosingLayers(parsed_, in);
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
    const int last = last_clause_;
    if (last < 0 || parsed_.sentences[s].part != Part::kBody) return;
    const Clause& clause = in.clauses[last];
    const Subject subject = FindSubject(named_, s, in, last, clause.span.end);
    if (!subject.found() || IsPronoun(subject.text) || IsFirstPerson(subject.text)) return;
    const bool says = clause.predicate >= 0 &&
                      SpeechVerb(in.predicates[clause.predicate].short_lemma) == SpeechStrength::kStrong;
    const bool known = subject.type == EntityType::kPerson && (subject.referent >= 0 || !current_.found());
    if (known || says) current_ = subject;
  }

  // True when it is somebody's words.
  bool ReadQuotation(int s, int q) {
    const SentenceClauses& in = clauses_.sentences[s];
    const QuoteSetting setting = ReadSetting(parsed_, in, q, enclosing_[q - in.quotation_begin]);
    const Quotation& quotation = parsed_.quotations[q];
    const bool headline = IsHeadline(s, setting);
    if (headline) {
      const std::string_view inner = quotation.inner.In(Text(s));
      const bool enough = quotation.doubled ? setting.statement || inner.find(' ') != std::string_view::npos
                                            : setting.statement && EndsHeadlineStatement(inner);
      if (!enough || quotation.depth > 0 || IsQuotedName(named_, in, quotation.inner)) return false;
      headlines_.push_back(q);
      return true;
    }
    if (!IsSpeech(named_, in, q, setting)) return false;
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
  [[nodiscard]] bool IsHeadline(int s, const QuoteSetting& setting) const {
    const Sentence& sentence = parsed_.sentences[s];
    if (sentence.part == Part::kTitle || sentence.part == Part::kSubtitle) return true;
    if (setting.layer != kMatrix || setting.link.kind != QuoteLink::kNone) return false;
    return bare_;
  }

  Subject FindSpeaker(int s, int q, const QuoteSetting& setting, int& confidence) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Quotation& quotation = parsed_.quotations[q];
    Subject subject;
    if (setting.clause >= 0) {
      subject = SubjectAfter(named_, s, in, setting, quotation.outer.end);
      if (!subject.found()) subject = FindSubject(named_, s, in, setting.clause, quotation.outer.begin);
      if (!subject.found()) subject = HeadOfModifier(named_, s, in, setting);
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
      if (!ahead_.contains(s)) ahead_[s] = SubjectAhead(named_, clauses_, s, !current_.found());
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

  // Words told within somebody's words.
  Subject FindInnerSpeaker(int s, int q, const QuoteSetting& setting, int& confidence) {
    const SentenceClauses& in = clauses_.sentences[s];
    Subject outer = speakers_.contains(setting.layer) ? speakers_[setting.layer] : Subject();
    if (setting.clause < 0) return outer;
    const int begin = parsed_.quotations[q].outer.begin;
    Subject subject = SubjectAfter(named_, s, in, setting, parsed_.quotations[q].outer.end);
    if (!subject.found()) subject = FindSubject(named_, s, in, setting.clause, begin);
    if (subject.found()) return IsFirstPerson(subject.text) ? outer : subject;
    const Subject asked = AskedBefore(named_, s, in, setting.clause);
    confidence = kCarried;
    return asked.found() ? asked : outer;
  }

  void Add(int s, int q, const QuoteSetting& setting, const Subject& speaker, int confidence) {
    const SentenceClauses& in = clauses_.sentences[s];
    QuoteMention quote;
    quote.at = {s, parsed_.quotations[q].inner};
    quote.speaker = speaker.referent;
    if (speaker.phrase >= 0) quote.speaker_text = speaker.text;
    if (setting.predicate >= 0) quote.verb = SpeechLemma(in.predicates[setting.predicate].lemma);
    quote.confidence = confidence;
    if (setting.clause >= 0) quote.addressee = Addressee(s, setting.clause);
    dates_.SetDirectDate(s, setting, quote);
    quote.about = About(s, quote.at.span);
    quotes_.push_back(std::move(quote));
  }

  [[nodiscard]] std::string Addressee(int s, int clause) const {
    const SentenceClauses& in = clauses_.sentences[s];
    for (int c = clause;
         c >= 0 && clause - c < kFarthestClauses && in.clauses[c].layer == in.clauses[clause].layer; --c) {
      const Indices& phrases = in.clauses[c].phrases;
      for (size_t i = 0; i < phrases.size() && i < kFarthestPhrases; ++i) {
        const int p = phrases[i];
        if (in.phrases[p].role == Case::kDative) return std::string(in.phrases[p].span.In(Text(s)));
      }
      if (in.clauses[c].opens) break;
    }
    return {};
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
    if (speaker.found() && IsPronoun(speaker.text) && speaker.referent < 0) {
      speaker.referent = current_.referent;
    }
    int confidence = kNamedInSentence - 10;
    if (!speaker.found()) {
      speaker = current_;
      speaker.phrase = -1;
      confidence = speaker.found() ? kCarried - 10 : kNobody;
    }
    QuoteMention quote;
    quote.at = {s, IndirectWords(Text(s), in.predicates[clause.predicate], begin)};
    if (quote.at.span.size() <= 0) return;
    quote.direct = false;
    quote.speaker = speaker.referent;
    if (speaker.phrase >= 0) quote.speaker_text = speaker.text;
    quote.verb = SpeechLemma(in.predicates[verb].lemma);
    quote.confidence = confidence;
    quote.addressee = Addressee(s, c);
    dates_.SetIndirectDate(s, c, verb, quote);
    quote.about = About(s, quote.at.span);
    quotes_.push_back(std::move(quote));
    if (speaker.found()) current_ = speaker;
  }

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  const ReportDays& days_;
  const QuoteDates dates_;
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

std::vector<QuoteMention> FindQuotes(const NamedArticle& named, const ArticleClauses& clauses,
                                     const ReportDays& days) {
  return QuoteFinder(named, clauses, days).Find();
}

}  // namespace sillok::ingest
