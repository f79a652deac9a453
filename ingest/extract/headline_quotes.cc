#include "ingest/extract/headline_quotes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

namespace sillok::ingest {
namespace {

constexpr int kNameBefore = 75;
constexpr int kSameWords = 60;
constexpr int kNameSomewhere = 50;
constexpr int kHeadlineNobody = 30;
// Headlines that are compared with the body; a page of headlines is none.
constexpr size_t kMostCompared = 8;
// Names before a quotation that are looked at.
constexpr int kMostNames = 16;

std::unordered_set<std::string_view> ContentWords(const Sentence& sentence, const TextSpan& span) {
  std::unordered_set<std::string_view> words;
  const auto first = std::partition_point(sentence.morphemes.begin(), sentence.morphemes.end(),
                                          [&](const Morpheme& m) { return m.span.begin < span.begin; });
  for (auto m = first; m != sentence.morphemes.end() && m->span.end <= span.end; ++m) {
    const bool content = m->IsAny("NNG", "NNP", "SL", "VV", "VA", "XR");
    if (content) words.insert(m->lemma.empty() ? m->span.In(sentence.text) : m->lemma);
  }
  return words;
}

// The speaker of the body whose quotes share most words with the headline's; -1 when none shares enough.
int SpeakerOfSameWords(const ParsedArticle& parsed, const Quotation& headline,
                       const std::vector<QuoteMention>& quotes, size_t body_quotes) {
  const auto wanted = ContentWords(parsed.sentences[headline.sentence], headline.inner);
  if (wanted.empty()) return -1;
  int best = -1;
  size_t most = 0;
  for (size_t i = 0; i < body_quotes; ++i) {
    if (quotes[i].speaker < 0) continue;
    const auto words = ContentWords(parsed.sentences[quotes[i].at.sentence], quotes[i].at.span);
    const size_t shared = std::count_if(wanted.begin(), wanted.end(),
                                        [&](std::string_view word) { return words.contains(word); });
    if (shared > most) {
      most = shared;
      best = quotes[i].speaker;
    }
  }
  constexpr size_t kEnough = 2;
  return most >= std::min(kEnough, wanted.size()) ? best : -1;
}

// Who speaks most in the body; -1 when nobody does.
int MainSpeaker(const std::vector<QuoteMention>& quotes, size_t body_quotes) {
  std::map<int, int> counts;
  for (size_t i = 0; i < body_quotes; ++i) {
    if (quotes[i].speaker >= 0 && quotes[i].direct) ++counts[quotes[i].speaker];
  }
  int best = -1;
  for (const auto& [speaker, count] : counts) {
    if (best < 0 || count > counts[best]) best = speaker;
  }
  return best;
}

bool Speaks(EntityType type) { return type == EntityType::kPerson || type == EntityType::kOrganization; }

// The last name before the quotation in its sentence, and whether only its titles stand between.
struct NameBefore {
  const Mention* mention = nullptr;
  bool adjacent = false;
};

NameBefore FindNameBefore(const NamedArticle& named, const SentenceClauses& in, const Quotation& quotation) {
  const std::string& text = named.dated.parsed.sentences[quotation.sentence].text;
  NameBefore found;
  const auto end = std::partition_point(
      named.mentions.begin() + in.mention_begin, named.mentions.begin() + in.mention_end,
      [&](const Mention& mention) { return mention.at.span.end <= quotation.outer.begin; });
  const int last = static_cast<int>(end - named.mentions.begin());
  for (int m = std::max(in.mention_begin, last - kMostNames); m < last; ++m) {
    const Mention& mention = named.mentions[m];
    if (!Speaks(mention.type)) continue;
    const bool person_known = found.mention != nullptr && found.mention->type == EntityType::kPerson;
    if (person_known && mention.type != EntityType::kPerson) continue;
    found.mention = &mention;
  }
  if (found.mention == nullptr) return found;
  constexpr size_t kTitlesLength = 60;  // bytes: 중소벤처기업부 창업벤처혁신실장
  const std::string_view between = std::string_view{text}.substr(
      found.mention->at.span.end, quotation.outer.begin - found.mention->at.span.end);
  const bool broken =
      between.find("…") != std::string_view::npos || between.find("...") != std::string_view::npos ||
      between.find('"') != std::string_view::npos || between.find("”") != std::string_view::npos;
  found.adjacent = !broken && between.size() <= kTitlesLength && found.mention->type == EntityType::kPerson;
  return found;
}

}  // namespace

void ResolveHeadlines(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days,
                      const std::vector<int>& headlines, std::vector<QuoteMention>& quotes) {
  const ParsedArticle& parsed = named.dated.parsed;
  const size_t body_quotes = quotes.size();
  size_t compared = 0;
  for (const int q : headlines) {
    const Quotation& quotation = parsed.quotations[q];
    const NameBefore name = FindNameBefore(named, clauses.sentences[quotation.sentence], quotation);
    QuoteMention quote;
    quote.at = {quotation.sentence, quotation.inner};
    quote.confidence = kHeadlineNobody;
    const bool compare = !name.adjacent && ++compared <= kMostCompared;
    const int same = compare ? SpeakerOfSameWords(parsed, quotation, quotes, body_quotes) : -1;
    if (name.adjacent) {
      quote.speaker = name.mention->referent;
      quote.speaker_text = name.mention->at.span.In(parsed.sentences[quotation.sentence].text);
      quote.confidence = kNameBefore;
    } else if (same >= 0) {
      quote.speaker = same;
      quote.confidence = kSameWords;
    } else if (name.mention != nullptr) {
      quote.speaker = name.mention->referent;
      quote.confidence = kNameSomewhere;
    } else {
      quote.speaker = MainSpeaker(quotes, body_quotes);
    }
    const bool told =
        days.main() != nullptr && days.main()->interval->first <= named.dated.written.interval->last;
    if (told || named.dated.written.interval) {
      quote.date = told ? *days.main() : named.dated.written;
      quote.date.certainty = Lowered(quote.date.certainty);
    }
    quotes.push_back(std::move(quote));
  }
}

}  // namespace sillok::ingest
