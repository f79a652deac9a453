#include "ingest/extract/quotes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "ingest/extract/headline_quotes.h"
#include "ingest/extract/indirect_speech.h"
#include "ingest/extract/quote_date.h"
#include "ingest/extract/quote_setting.h"
#include "ingest/extract/speaker_finder.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

class QuoteFinder {
 public:
  QuoteFinder(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named),
        parsed_(named.dated.parsed),
        clauses_(clauses),
        days_(days),
        dates_(named, clauses, days),
        speakers_(named, clauses) {}

  std::vector<QuoteMention> Find() {
    const int sentences = static_cast<int>(parsed_.sentences.size());
    for (int s = 0; s < sentences; ++s) ReadSentence(s);
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
    speakers_.Enter(s);
    enclosing_ = EnclosingLayers(parsed_, in);
    bare_ = IsBare(in);
    bool any = false;
    for (int q = in.quotation_begin; q < in.quotation_end; ++q) any = ReadQuotation(s, q) || any;
    ReadIndirect(s);
    speakers_.Leave(s, any);
  }

  // True when it is somebody's words.
  bool ReadQuotation(int s, int q) {
    const SentenceClauses& in = clauses_.sentences[s];
    const QuoteSetting setting = ReadSetting(parsed_, in, q, enclosing_[q - in.quotation_begin]);
    const Quotation& quotation = parsed_.quotations[q];
    const bool headline = IsHeadline(s, quotation, setting);
    if (headline) {
      const std::string_view inner = quotation.inner.In(Text(s));
      const bool enough = quotation.doubled ? setting.statement || inner.find(' ') != std::string_view::npos
                                            : setting.statement && EndsHeadlineStatement(inner);
      if (!enough || quotation.depth > 0 || IsQuotedName(named_, in, quotation.inner) ||
          HasTitleMarks(Text(s), quotation)) {
        return false;
      }
      headlines_.push_back(q);
      return true;
    }
    if (!IsSpeech(named_, in, q, setting)) return false;
    Add(s, q, setting, speakers_.Of(s, q, setting));
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
  [[nodiscard]] bool IsHeadline(int s, const Quotation& quotation, const QuoteSetting& setting) const {
    const Sentence& sentence = parsed_.sentences[s];
    if (sentence.part == Part::kTitle || sentence.part == Part::kSubtitle) return true;
    if (setting.layer != kMatrix || setting.link.kind != QuoteLink::kNone) return false;
    return bare_ || StandsBehindLabel(Text(s), quotation);
  }

  // [차미선/가게 직원 : “…”]: the label is no clause, whatever its particles.
  static bool StandsBehindLabel(std::string_view text, const Quotation& quotation) {
    constexpr int kLongest = 120;  // bytes
    if (!text.starts_with('[') || quotation.outer.begin > kLongest) return false;
    std::string_view label = text.substr(0, quotation.outer.begin);
    while (label.ends_with(' ')) label.remove_suffix(1);
    const bool colon = label.ends_with(':') || text.substr(quotation.outer.begin).starts_with(':');
    return colon && label.find(']') == std::string_view::npos;
  }

  static void SetSpeaker(const FoundSpeaker& found, QuoteMention& quote) {
    const Subject& speaker = found.subject;
    quote.speaker = speaker.referent;
    if (speaker.phrase >= 0 || speaker.referent < 0) quote.speaker_text = speaker.text;
    quote.confidence = found.confidence;
  }

  void Add(int s, int q, const QuoteSetting& setting, const FoundSpeaker& speaker) {
    const SentenceClauses& in = clauses_.sentences[s];
    QuoteMention quote;
    quote.at = {s, parsed_.quotations[q].inner};
    SetSpeaker(speaker, quote);
    const bool by_noun = setting.noun >= 0 && setting.strength == SpeechStrength::kNone;
    if (setting.predicate >= 0 && !by_noun) quote.verb = SpeechLemma(in.predicates[setting.predicate].lemma);
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
    const FoundSpeaker found = speakers_.OfIndirect(s, c, verb);
    const Subject& speaker = found.subject;
    int begin = WordsBegin(s, c);
    if (speaker.phrase >= 0 && in.phrases[speaker.phrase].end > begin &&
        in.phrases[speaker.phrase].end <= clause.span.end &&
        in.phrases[speaker.phrase].role == Case::kTopic) {
      begin = in.phrases[speaker.phrase].end;
    }
    QuoteMention quote;
    quote.at = {s, IndirectWords(Text(s), in.predicates[clause.predicate], begin)};
    if (quote.at.span.size() <= 0) return;
    quote.direct = false;
    SetSpeaker(found, quote);
    quote.verb = SpeechLemma(in.predicates[verb].lemma);
    quote.addressee = Addressee(s, c);
    dates_.SetIndirectDate(s, c, verb, quote);
    quote.about = About(s, quote.at.span);
    quotes_.push_back(std::move(quote));
  }

  // Words of others within the marks are not this clause's: “…”며 더 남겨야 한다고.
  [[nodiscard]] int WordsBegin(int s, int c) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    const auto quotations = parsed_.quotations.begin();
    const auto next = std::partition_point(
        quotations + in.quotation_begin, quotations + in.quotation_end, [&](const Quotation& quotation) {
          return quotation.outer.begin < in.predicates[clause.predicate].span.begin;
        });
    if (next == quotations + in.quotation_begin) return clause.span.begin;
    const QuoteLinkMatch link = FindQuoteLink(Text(s), std::prev(next)->outer.end);
    const bool told = link.kind == QuoteLink::kAnd && link.end <= in.predicates[clause.predicate].span.begin;
    return told ? std::max(clause.span.begin, link.end) : clause.span.begin;
  }

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  const ReportDays& days_;
  const QuoteDates dates_;
  std::vector<QuoteMention> quotes_;
  std::vector<int> headlines_;  // quotations whose speaker the body knows
  bool bare_ = false;           // this sentence is nouns and quotations alone
  std::vector<int> enclosing_;  // of this sentence's quotations
  SpeakerFinder speakers_;
};

}  // namespace

std::vector<QuoteMention> FindQuotes(const NamedArticle& named, const ArticleClauses& clauses,
                                     const ReportDays& days) {
  return QuoteFinder(named, clauses, days).Find();
}

}  // namespace sillok::ingest
