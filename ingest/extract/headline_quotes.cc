#include "ingest/extract/headline_quotes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "common/text/hangul.h"
#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/quote_setting.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kNameBefore = 75;
constexpr int kSameWords = 60;
constexpr int kNameSomewhere = 50;
constexpr int kHeadlineNobody = 30;
// Headlines that are compared with the body; a page of headlines is none.
constexpr size_t kMostNeighbours = 8;
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

// The quote of the body that shares most words with the headline's; -1 when none shares enough.
int QuoteOfSameWords(const ParsedArticle& parsed, const Quotation& headline,
                     const std::vector<QuoteMention>& quotes, size_t body_quotes) {
  const auto wanted = ContentWords(parsed.sentences[headline.sentence], headline.inner);
  if (wanted.empty()) return -1;
  int best = -1;
  size_t most = 0;
  for (size_t i = 0; i < body_quotes; ++i) {
    if (quotes[i].speaker < 0 && quotes[i].speaker_text.empty()) continue;
    const auto words = ContentWords(parsed.sentences[quotes[i].at.sentence], quotes[i].at.span);
    const size_t shared = std::count_if(wanted.begin(), wanted.end(),
                                        [&](std::string_view word) { return words.contains(word); });
    if (shared > most) {
      most = shared;
      best = static_cast<int>(i);
    }
  }
  constexpr size_t kEnough = 2;
  return most >= std::min(kEnough, wanted.size()) ? best : -1;
}

// The one who speaks in the body; -1 when several do, or nobody with a name.
int OnlySpeaker(const std::vector<QuoteMention>& quotes, size_t body_quotes) {
  int only = -1;
  for (size_t i = 0; i < body_quotes; ++i) {
    if (!quotes[i].direct) continue;
    if (quotes[i].speaker < 0 || (only >= 0 && quotes[i].speaker != only)) return -1;
    only = quotes[i].speaker;
  }
  return only;
}

bool Speaks(EntityType type) { return type == EntityType::kPerson || type == EntityType::kOrganization; }

// What stands right before the marks, from where the headline last broke off: 김 대표 in 또 늦췄다…김 대표 “곧 연다”.
TextSpan RunBefore(std::string_view text, const Quotation& quotation) {
  constexpr size_t kFarthest = 200;  // bytes
  std::string_view before = text.substr(0, quotation.outer.begin);
  const size_t last = before.find_last_not_of(" :");
  if (last == std::string_view::npos) return {};
  before = before.substr(0, last + 1);
  size_t begin = before.size() - std::min(before.size(), kFarthest);
  const std::string_view near = before.substr(begin);
  for (const std::string_view breaks : {"…", "..", ",", "”", "’", "\"", "'", "]", "[", "■", "◇", "◆"}) {
    const size_t at = near.rfind(breaks);
    if (at == std::string_view::npos) continue;
    begin = std::max(begin, before.size() - near.size() + at + breaks.size());
  }
  const auto within_rune = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
  while (begin < before.size() && (before[begin] == ' ' || within_rune(before[begin]))) ++begin;
  return {static_cast<int>(begin), static_cast<int>(before.size())};
}

// Who speaks by a label without a name that is known: 이웃 주민 in 이웃 주민/음성변조, 차미선 in 차미선/가게 직원. Empty for others.
std::string_view OfLabel(std::string_view label) {
  const size_t mark = label.find_first_of("/(");
  if (mark == std::string_view::npos) return {};
  std::string_view who = label.substr(0, mark);
  while (who.ends_with(' ')) who.remove_suffix(1);
  const bool name = label[mark] == '/' && who.size() == 3 * kSyllableBytes && IsHangulWord(who);
  return name || IsSpeakerNoun(who) ? who : std::string_view();
}

// Right before the marks: 김 대표 “…”, 대법 “…”, 북한 “…”, [김나래/상인: “…”].
Subject SpeakerRightBefore(const NamedArticle& named, const SentenceClauses& in, const Quotation& quotation) {
  const std::string_view text = named.dated.parsed.sentences[quotation.sentence].text;
  const TextSpan run = RunBefore(text, quotation);
  if (run.size() <= 0) return {};
  const std::string_view words = run.In(text);
  const size_t space = words.rfind(' ');
  const std::string_view head = space == std::string_view::npos ? words : words.substr(space + 1);
  const Mention* speaker = nullptr;
  const auto end =
      std::partition_point(named.mentions.begin() + in.mention_begin, named.mentions.begin() + in.mention_end,
                           [&](const Mention& mention) { return mention.at.span.end <= run.end; });
  const int last = static_cast<int>(end - named.mentions.begin());
  for (int m = std::max(in.mention_begin, last - kMostNames); m < last; ++m) {
    const Mention& mention = named.mentions[m];
    if (mention.at.span.begin < run.begin) continue;
    if (mention.type == EntityType::kPerson) speaker = &mention;
    const std::string_view after = text.substr(mention.at.span.end, run.end - mention.at.span.end);
    const bool whole = after.empty() || after == "은" || after == "는" || after == "이" || after == "가";
    const bool body = mention.type == EntityType::kOrganization && (whole || SpeaksForBody(head));
    const bool country = mention.type == EntityType::kPlace && whole;
    if (speaker == nullptr && (body || country)) speaker = &mention;
  }
  if (speaker != nullptr) {
    return {.referent = speaker->referent,
            .type = speaker->type,
            .text = std::string(speaker->at.span.In(text)),
            .phrase = -1};
  }
  const bool body = named.dated.parsed.sentences[quotation.sentence].part == Part::kBody;
  if (const std::string_view who = body ? OfLabel(words) : std::string_view(); !who.empty()) {
    return {.referent = -1, .type = EntityType::kPerson, .text = std::string(who), .phrase = -1};
  }
  if (!IsSpeakerNoun(head)) return {};
  constexpr int kLongest = 60;  // bytes: 한 시중은행 대출담당자
  return {.referent = -1,
          .type = EntityType::kPerson,
          .text = std::string(run.size() <= kLongest ? words : head),
          .phrase = -1};
}

// Whether 참고인, 시장, 회사 before the marks is who says the same words in the body.
bool MayBe(const NamedArticle& named, const Subject& noun, const QuoteMention& quote) {
  if (quote.speaker < 0) return false;
  if (named.referents[quote.speaker].type != EntityType::kPerson) return true;
  return noun.text.ends_with("인") || noun.text.ends_with("자") || Names().IsTitle(noun.text);
}

// The one person of the article who holds the office: 시장 “…”; -1 when nobody does, or several.
int OnlyHolder(const NamedArticle& named, std::string_view title) {
  if (!Names().IsTitle(title)) return -1;
  int only = -1;
  for (const Position& position : named.positions) {
    if (!position.title.ends_with(title)) continue;
    if (only >= 0 && position.person != only) return -1;
    only = position.person;
  }
  return only;
}

// The name of the sentence that most likely speaks: the first person before the marks, else the first body.
const Mention* NameBefore(const NamedArticle& named, const SentenceClauses& in, const Quotation& quotation) {
  const Mention* found = nullptr;
  const int last = std::min(in.mention_end, in.mention_begin + kMostNames);
  for (int m = in.mention_begin; m < last; ++m) {
    const Mention& mention = named.mentions[m];
    if (mention.at.span.end > quotation.outer.begin) break;
    if (!Speaks(mention.type)) continue;
    if (mention.type == EntityType::kPerson) return &mention;
    if (found == nullptr) found = &mention;
  }
  return found;
}

// 새 지사 출범…“서울은 큰 시장”, “바람에 발 묶여”…행사 취소: what dots set apart is told.
bool IsBesideDots(std::string_view text, const Quotation& quotation) {
  std::string_view before = text.substr(0, quotation.outer.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  std::string_view after = text.substr(quotation.outer.end);
  while (after.starts_with(' ')) after.remove_prefix(1);
  for (const std::string_view dots : {"…", "..", "⋯"}) {
    if (before.ends_with(dots) || after.starts_with(dots)) return true;
  }
  return false;
}

}  // namespace

void ResolveHeadlines(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days,
                      const std::vector<int>& headlines, std::vector<QuoteMention>& quotes) {
  const ParsedArticle& parsed = named.dated.parsed;
  const size_t body_quotes = quotes.size();
  size_t compared = 0;
  for (const int q : headlines) {
    const Quotation& quotation = parsed.quotations[q];
    const SentenceClauses& in = clauses.sentences[quotation.sentence];
    const Subject adjacent = SpeakerRightBefore(named, in, quotation);
    QuoteMention quote;
    quote.at = {quotation.sentence, quotation.inner};
    quote.confidence = kHeadlineNobody;
    const bool labelled = adjacent.found() && parsed.sentences[quotation.sentence].part == Part::kBody;
    const bool compare = adjacent.referent < 0 && !labelled && ++compared <= kMostNeighbours;
    int same = compare ? QuoteOfSameWords(parsed, quotation, quotes, body_quotes) : -1;
    if (adjacent.found() && same >= 0 && !MayBe(named, adjacent, quotes[same])) same = -1;
    const std::string_view text = parsed.sentences[quotation.sentence].text;
    if (same >= 0) {
      quote.speaker = quotes[same].speaker;
      if (quote.speaker < 0) quote.speaker_text = quotes[same].speaker_text;
      quote.confidence = kSameWords;
    } else if (adjacent.found()) {
      quote.speaker = adjacent.referent >= 0 ? adjacent.referent : OnlyHolder(named, adjacent.text);
      quote.speaker_text = adjacent.text;
      quote.confidence = kNameBefore;
    } else if (!IsBesideDots(text, quotation) && !EndsStatement(quotation.inner.In(text))) {
      continue;  // a stressed word
    } else if (const Mention* name = NameBefore(named, in, quotation); name != nullptr) {
      quote.speaker = name->referent;
      quote.confidence = kNameSomewhere;
    } else {
      quote.speaker = OnlySpeaker(quotes, body_quotes);
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
