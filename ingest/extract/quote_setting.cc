#include "ingest/extract/quote_setting.h"

#include <algorithm>
#include <string_view>

namespace sillok::ingest {
namespace {

bool IsLayer(const SentenceClauses& in, int layer) {
  const auto first = std::partition_point(in.clauses.begin(), in.clauses.end(),
                                          [&](const Clause& clause) { return clause.layer < layer; });
  return first != in.clauses.end() && first->layer == layer;
}

void SetVerb(const SentenceClauses& in, int p, QuoteSetting& setting) {
  setting.predicate = p;
  setting.strength = SpeechVerb(in.predicates[p].short_lemma);
}

// 환하게 웃었다, 바꿀 계획: says how or which.
bool OnlyModifies(const Predicate& predicate) {
  return predicate.link == Link::kAdnominal || predicate.link == Link::kNominal;
}

// The verb after the quotation in its clause; past -다고 the verb of saying after it.
void FindGoverningVerb(const SentenceClauses& in, const Quotation& quotation, QuoteSetting& setting) {
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
      const bool says = strength != SpeechStrength::kNone;
      if (setting.predicate < 0 && (says || !OnlyModifies(predicate))) SetVerb(in, p, setting);
      if (strength == SpeechStrength::kStrong && setting.strength != SpeechStrength::kStrong &&
          setting.strength != SpeechStrength::kNaming) {
        SetVerb(in, p, setting);
      }
      // 바꿀 계획은 없다고 했다.
      if (c > setting.clause && says && setting.strength == SpeechStrength::kNone) SetVerb(in, p, setting);
    }
    const bool goes_on = clause.predicate >= 0 && in.predicates[clause.predicate].link == Link::kQuotative;
    if (setting.predicate >= 0 && !goes_on) break;
  }
}

// 게 in 라는 게, and 등: they stand for the noun that comes.
bool StandsForNoun(std::string_view head) {
  return head == "게" || head == "것" || head == "건" || head == "거" || head == "등";
}

// The phrase right after byte `after` that takes a statement (라는 입장을 밝혔다), whoever's it is (라는 게 김 대표의 설명이다);
// -1 when none does.
int NounOfWords(std::string_view text, const SentenceClauses& in, const QuoteSetting& setting, int after) {
  if (setting.clause < 0) return -1;
  constexpr int kFarthestNoun = 4;
  const Clause& clause = in.clauses[setting.clause];
  const auto verb = PredicateAfter(in, clause, after);
  const int stop = verb == clause.predicates.end() ? clause.span.end : in.predicates[*verb].span.begin;
  auto it = PhraseAfter(in, clause, after);
  for (int looked = 0; it != clause.phrases.end() && looked < kFarthestNoun; ++it, ++looked) {
    const NounPhrase& phrase = in.phrases[*it];
    if (phrase.span.begin > stop) return -1;
    const std::string_view head = phrase.head.In(text);
    if (IsSpeechNoun(head)) return *it;
    if (phrase.role != Case::kGenitive && !StandsForNoun(head)) return -1;
  }
  return -1;
}

// “…”라는 제목: the words in the marks are its name.
bool NamesNoun(std::string_view text, const SentenceClauses& in, const QuoteSetting& setting, int after) {
  if (setting.clause < 0) return false;
  const Clause& clause = in.clauses[setting.clause];
  const auto next = PhraseAfter(in, clause, after);
  return next != clause.phrases.end() && IsNamedNoun(in.phrases[*next].head.In(text));
}

// “…”을 약속했다 tells words; “…” 정책을 강조했다 tells a name.
bool IsArgument(std::string_view after) {
  if (after.empty() || after.starts_with(',') || after.starts_with('.')) return true;
  for (const std::string_view particle :
       {"을 ", "를 ", "이 ", "가 ", "으로 ", "로 ", "과 ", "와 ", "임을 "}) {
    if (after.starts_with(particle)) return true;
  }
  return false;
}

// “…” 하시더군요.
bool GoesOnWithDo(const SentenceClauses& in, const QuoteSetting& setting, int after) {
  if (setting.predicate < 0) return false;
  const Predicate& verb = in.predicates[setting.predicate];
  return verb.lemma == "하다" && verb.span.begin - after == 1;
}

// “…” 김 대표가 목소리를 높였다.
bool SpeakerFollows(const NamedArticle& named, int s, const SentenceClauses& in, const QuoteSetting& setting,
                    int after) {
  const std::string_view text = named.dated.parsed.sentences[s].text;
  if (setting.clause < 0 || text.substr(after).starts_with(",")) return setting.clause >= 0;
  const Clause& clause = in.clauses[setting.clause];
  const auto next = PhraseAfter(in, clause, after);
  return next != clause.phrases.end() && in.phrases[*next].span.begin == after + 1 &&
         ReadSubject(named, s, in, *next).found();
}

}  // namespace

std::vector<int> EnclosingLayers(const ParsedArticle& parsed, const SentenceClauses& in) {
  std::vector<int> enclosing;
  std::vector<int> open;
  for (int q = in.quotation_begin; q < in.quotation_end; ++q) {
    while (!open.empty() && parsed.quotations[open.back()].outer.end <= parsed.quotations[q].outer.begin) {
      open.pop_back();
    }
    enclosing.push_back(open.empty() ? kMatrix : open.back());
    if (IsLayer(in, q)) open.push_back(q);
  }
  return enclosing;
}

QuoteSetting ReadSetting(const ParsedArticle& parsed, const SentenceClauses& in, int q, int layer) {
  const Quotation& quotation = parsed.quotations[q];
  QuoteSetting setting;
  setting.layer = layer;
  setting.statement = IsLayer(in, q);
  setting.link = FindQuoteLink(parsed.sentences[quotation.sentence].text, quotation.outer.end);
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
  if (setting.link.kind == QuoteLink::kOf) {
    const std::string_view text = parsed.sentences[quotation.sentence].text;
    setting.noun = NounOfWords(text, in, setting, std::max(quotation.outer.end, setting.link.end));
  }
  return setting;
}

bool HasTitleMarks(std::string_view text, const Quotation& quotation) {
  const std::string_view outer = quotation.outer.In(text);
  return outer.starts_with("『") || outer.starts_with("「");
}

bool EndsStatement(std::string_view inner) {
  for (const std::string_view end : {"다", "요", "까", "죠", "라", "자", ".", "!", "?"}) {
    if (inner.ends_with(end)) return true;
  }
  return false;
}

bool IsQuotedName(const NamedArticle& named, const SentenceClauses& in, const TextSpan& inner) {
  const auto end = named.mentions.begin() + in.mention_end;
  const auto after =
      std::partition_point(named.mentions.begin() + in.mention_begin, end,
                           [&](const Mention& mention) { return mention.at.span.end <= inner.begin; });
  return after != end && after->at.span.Contains(inner);
}

bool IsSpeech(const NamedArticle& named, const SentenceClauses& in, int q, const QuoteSetting& setting) {
  const Quotation& quotation = named.dated.parsed.quotations[q];
  const int s = quotation.sentence;
  const std::string_view text = named.dated.parsed.sentences[s].text;
  const std::string_view inner = quotation.inner.In(text);
  if (inner.empty() || IsQuotedName(named, in, quotation.inner)) return false;
  if (HasTitleMarks(text, quotation) && setting.link.kind == QuoteLink::kNone) return false;
  if (setting.strength == SpeechStrength::kNaming && setting.noun < 0 &&
      !(quotation.doubled && EndsStatement(inner))) {
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
      return quotation.doubled && (setting.statement || several_words || EndsStatement(inner)) &&
             (setting.noun >= 0 || (strong && !NamesNoun(text, in, setting, quotation.outer.end)));
    case QuoteLink::kNone:
      break;
  }
  if (!quotation.doubled) return false;
  if (setting.alone) return setting.statement;
  if (GoesOnWithDo(in, setting, quotation.outer.end)) return setting.statement || several_words;
  if (strong) {
    return setting.statement || (several_words && IsArgument(text.substr(quotation.outer.end)));
  }
  return setting.statement && EndsStatement(inner) &&
         SpeakerFollows(named, s, in, setting, quotation.outer.end);
}

}  // namespace sillok::ingest
