#include "ingest/extract/clause.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "ingest/extract/clause_reader.h"
#include "ingest/extract/layer_words.h"

namespace sillok::ingest {
namespace {

// The last word of a title behind a name: MeCab may take 극지연구소장은 for 극지연구소 and 장은.
TextSpan LastWordOf(std::string_view text, TextSpan title) {
  const size_t space = title.In(text).rfind(' ');
  if (space != std::string_view::npos) title.begin += static_cast<int>(space) + 1;
  return title;
}

// Titles of people that no name overlaps.
void AddTitles(const NamedArticle& named, int sentence, const SentenceClauses& out,
               std::vector<SolidSpan>& solid) {
  const std::string_view text = named.dated.parsed.sentences[sentence].text;
  int mention = out.mention_begin;
  for (int t = out.title_begin; t < out.title_end; ++t) {
    const TextSpan title = LastWordOf(text, named.titles[t].at.span);
    while (mention < out.mention_end && named.mentions[mention].at.span.end <= title.begin) ++mention;
    const bool named_too = mention < out.mention_end && named.mentions[mention].at.span.begin < title.end;
    if (title.size() > 0 && !named_too) solid.push_back({title, false});
  }
}

// Names, titles and dates of the sentence, in order.
std::vector<SolidSpan> SolidSpans(const NamedArticle& named, int sentence, const SentenceClauses& out) {
  std::vector<SolidSpan> solid;
  constexpr int kNumbers = 4;  // room for those that come
  solid.reserve(out.mention_end - out.mention_begin + out.title_end - out.title_begin + out.date_end -
                out.date_begin + kNumbers);
  for (int m = out.mention_begin; m < out.mention_end; ++m) {
    solid.push_back({named.mentions[m].at.span, false});
  }
  AddTitles(named, sentence, out, solid);
  for (int d = out.date_begin; d < out.date_end; ++d) solid.push_back({named.dated.dates[d].span, true});
  std::sort(solid.begin(), solid.end());
  return solid;
}

bool InAside(const SentenceClauses& out, int at) {
  const auto next = std::upper_bound(out.asides.begin(), out.asides.end(), at,
                                     [](int byte, const TextSpan& aside) { return byte < aside.end; });
  return next != out.asides.end() && next->begin <= at;
}

// Which layer the words at a byte belong to.
class LayerMap {
 public:
  LayerMap(const SentenceLayers& layers, const Sentence& sentence) {
    if (layers.layers.size() == 1) return;  // all is matrix
    begins_.reserve(sentence.morphemes.size());
    for (const Layer& layer : layers.layers) {
      for (const int m : layer.morphemes) {
        begins_.emplace_back(sentence.morphemes[m].span.begin, layer.quotation);
      }
    }
    std::sort(begins_.begin(), begins_.end());
  }

  [[nodiscard]] int At(int byte) const {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), byte,
                                       [](int at, const auto& begin) { return at < begin.first; });
    return next == begins_.begin() ? kMatrix : std::prev(next)->second;
  }

 private:
  std::vector<std::pair<int, int>> begins_;  // of a morpheme, and its layer
};

// The last of `items` (a layer's, in order) whose span begins at or before `at`.
template <typename Items>
int LastBefore(const Items& items, int layer, int at) {
  const auto next = std::partition_point(items.begin(), items.end(), [&](const auto& item) {
    return item.layer < layer || (item.layer == layer && item.span.begin <= at);
  });
  if (next == items.begin() || std::prev(next)->layer != layer) return -1;
  return static_cast<int>(std::prev(next) - items.begin());
}

// The one of `items` (phrases, clauses) around the thing at byte `begin`; -1 when there is none or it is an aside's.
template <typename Items>
int Around(const Items& items, const LayerMap& layers, const SentenceClauses& out, int begin) {
  const int item = LastBefore(items, layers.At(begin), begin);
  return item < 0 || begin >= items[item].span.end || InAside(out, begin) ? -1 : item;
}

void AttachSpans(const NamedArticle& named, const Sentence& sentence, const SentenceLayers& layers,
                 SentenceClauses& out) {
  const LayerMap layer_map(layers, sentence);
  for (int m = out.mention_begin; m < out.mention_end; ++m) {
    const int phrase = Around(out.phrases, layer_map, out, named.mentions[m].at.span.begin);
    if (phrase >= 0) out.phrases[phrase].mentions.push_back(m);
  }
  for (size_t n = 0; n < out.numbers.size(); ++n) {
    const int phrase = Around(out.phrases, layer_map, out, out.numbers[n].span.begin);
    if (phrase >= 0) out.phrases[phrase].numbers.push_back(static_cast<int>(n));
  }
  for (int d = out.date_begin; d < out.date_end; ++d) {
    const int clause = Around(out.clauses, layer_map, out, named.dated.dates[d].span.begin);
    if (clause >= 0) out.clauses[clause].dates.push_back(d);
  }
}

void NumberPredicates(SentenceClauses& out) {
  const auto before = [&](const Predicate& a, const Predicate& b) { return a.span.begin < b.span.begin; };
  if (std::is_sorted(out.predicates.begin(), out.predicates.end(), before)) {
    for (size_t i = 0; i < out.predicates.size(); ++i) out.predicates[i].ordinal = static_cast<int>(i);
    return;
  }
  std::vector<int> order(out.predicates.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](int a, int b) { return before(out.predicates[a], out.predicates[b]); });
  for (size_t i = 0; i < order.size(); ++i) out.predicates[order[i]].ordinal = static_cast<int>(i);
}

void ReadSentence(const NamedArticle& named, int index, SentenceClauses& out) {
  const Sentence& sentence = named.dated.parsed.sentences[index];
  SentenceLayers layers =
      FindLayers(sentence, named.dated.parsed.quotations, out.quotation_begin, out.quotation_end);
  out.asides = std::move(layers.asides);
  std::vector<SolidSpan> solid = SolidSpans(named, index, out);
  out.numbers = FindNumbers(sentence, solid);
  // MeCab's tags within names, dates and numbers are not listened to.
  for (const Number& number : out.numbers) solid.push_back({number.span, false});
  if (!out.numbers.empty()) std::sort(solid.begin(), solid.end());
  constexpr size_t kWordsInPhrase = 3;  // about, as below
  constexpr size_t kWordsInClause = 6;
  out.phrases.reserve(sentence.morphemes.size() / kWordsInPhrase + 1);
  out.predicates.reserve(sentence.morphemes.size() / kWordsInClause + 1);
  out.clauses.reserve(sentence.morphemes.size() / kWordsInClause + 1);
  for (const Layer& layer : layers.layers) {
    ReadClauses(LayerWords(sentence, layer, solid), out);
  }
  NumberPredicates(out);
  AttachSpans(named, sentence, layers, out);
}

}  // namespace

Tense TenseOf(const SentenceClauses& clauses, int clause, int predicate) {
  constexpr size_t kFarthest = 6;
  const Predicate& own = clauses.predicates[predicate];
  const Tense tense{.past = own.past, .prospective = own.prospective, .irrealis = false};
  const bool joins = own.link == Link::kSerial || own.link == Link::kCoordinate;
  if (!joins || tense.past || tense.prospective) return tense;
  const size_t end = std::min(clauses.clauses.size(), clause + 1 + kFarthest);
  for (size_t next = clause + 1; next < end; ++next) {
    const Clause& following = clauses.clauses[next];
    if (following.layer != clauses.clauses[clause].layer || following.opens || following.predicate < 0) break;
    const Predicate& verb = clauses.predicates[following.predicate];
    // 준비하고 있어 …할 전망이다: what is stands, whatever is concluded from it.
    if (verb.progressive && verb.link == Link::kSerial) return tense;
    // 협약을 맺고 …하기로 했다.
    if (verb.decided) return {.past = true, .prospective = false, .irrealis = false};
    if (verb.past || verb.prospective || verb.link == Link::kFinal || verb.link == Link::kQuotative) {
      return {.past = verb.past, .prospective = verb.prospective, .irrealis = verb.irrealis};
    }
  }
  return tense;
}

Indices::const_iterator PredicateAfter(const SentenceClauses& in, const Clause& clause, int at) {
  return std::partition_point(clause.predicates.begin(), clause.predicates.end(),
                              [&](int p) { return in.predicates[p].span.begin < at; });
}

Indices::const_iterator PhraseAfter(const SentenceClauses& in, const Clause& clause, int at) {
  return std::partition_point(clause.phrases.begin(), clause.phrases.end(),
                              [&](int p) { return in.phrases[p].span.begin < at; });
}

int LastMatrixClause(const SentenceClauses& in) {
  const auto end = std::partition_point(in.clauses.begin(), in.clauses.end(),
                                        [](const Clause& clause) { return clause.layer == kMatrix; });
  return static_cast<int>(end - in.clauses.begin()) - 1;
}

ArticleClauses FindClauses(const NamedArticle& named) {
  ArticleClauses found;
  const ParsedArticle& parsed = named.dated.parsed;
  const int sentences = static_cast<int>(parsed.sentences.size());
  found.sentences.resize(sentences);
  size_t mention = 0;
  size_t title = 0;
  size_t date = 0;
  size_t quotation = 0;
  for (int s = 0; s < sentences; ++s) {
    SentenceClauses& out = found.sentences[s];
    out.mention_begin = static_cast<int>(mention);
    while (mention < named.mentions.size() && named.mentions[mention].at.sentence == s) ++mention;
    out.mention_end = static_cast<int>(mention);
    out.title_begin = static_cast<int>(title);
    while (title < named.titles.size() && named.titles[title].at.sentence == s) ++title;
    out.title_end = static_cast<int>(title);
    out.date_begin = static_cast<int>(date);
    while (date < named.dated.dates.size() && named.dated.dates[date].sentence == s) ++date;
    out.date_end = static_cast<int>(date);
    out.quotation_begin = static_cast<int>(quotation);
    while (quotation < parsed.quotations.size() && parsed.quotations[quotation].sentence == s) ++quotation;
    out.quotation_end = static_cast<int>(quotation);
    ReadSentence(named, s, out);
  }
  return found;
}

}  // namespace sillok::ingest
