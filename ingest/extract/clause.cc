#include "ingest/extract/clause.h"

#include <algorithm>
#include <unordered_map>

#include "common/lexicon/lexicon.h"

namespace sillok::ingest {
namespace {

// Stems that only carry a particle on, and whether what stands before is the source.
const std::unordered_map<std::string_view, bool>& Postpositions() {
  static const auto* rows = [] {
    auto* map = new std::unordered_map<std::string_view, bool>;
    const LexiconTable table = FindLexicon("postpositions");
    for (const LexiconRow& row : table.rows()) (*map)[row[0]] = row[1] == "source";
    return map;
  }();
  return *rows;
}

Case CaseOf(std::string_view particle) {
  static const auto* rows = new std::unordered_map<std::string_view, Case>{
      {"은", Case::kTopic},     {"는", Case::kTopic},     {"ㄴ", Case::kTopic},    {"이", Case::kSubject},
      {"가", Case::kSubject},   {"께서", Case::kSubject}, {"을", Case::kObject},   {"를", Case::kObject},
      {"와", Case::kPartner},   {"과", Case::kPartner},   {"랑", Case::kPartner},  {"이랑", Case::kPartner},
      {"하고", Case::kPartner}, {"에게", Case::kDative},  {"한테", Case::kDative}, {"께", Case::kDative},
      {"에서", Case::kAt},      {"서", Case::kAt},        {"에", Case::kTo},       {"로", Case::kTo},
      {"으로", Case::kTo},      {"의", Case::kGenitive},  {"도", Case::kAlso}};
  const auto row = rows->find(particle);
  return row == rows->end() ? Case::kOther : row->second;
}

bool EndsSentence(const Morpheme& morpheme, std::string_view text) {
  return morpheme.Is("SF") || text == "…" || text == "..." || text == "⋯";
}

// Reads one layer into phrases, predicates and clauses.
class LayerReader {
 public:
  LayerReader(const LayerWords& words, SentenceClauses& out) : words_(words), out_(out) {}

  void Read() {
    Open(0);
    int word = 0;
    while (word < words_.size()) {
      if (words_.begins_predicate(word)) {
        word = TakePredicate(word);
      } else if (words_.nominal(word)) {
        word = TakePhrase(word);
      } else {
        if (EndsSentence(words_[word], words_.text(word))) {
          Close(words_[word].span.begin);
          opens_ = true;
          Open(word + 1);
        }
        ++word;
      }
    }
    Close(words_.size() == 0 ? 0 : words_[words_.size() - 1].span.end);
  }

 private:
  void Open(int word) {
    clause_ = Clause();
    clause_.layer = words_.layer();
    clause_.opens = opens_;
    if (word >= words_.size()) {
      clause_.span.begin = -1;
      return;
    }
    // What is quoted before the first word belongs to the clause.
    clause_.span.begin = words_[word].span.begin;
    if (words_.layer() != kMatrix) return;
    const int after = word == 0 ? 0 : words_[word - 1].span.end;
    clause_.span.begin = SkipSeparators(after, clause_.span.begin);
  }

  void Close(int end) {
    if (clause_.span.begin < 0 || end <= clause_.span.begin) return;
    if (clause_.phrases.empty() && clause_.predicates.empty()) return;
    clause_.span.end = end;
    out_.clauses.push_back(std::move(clause_));
    clause_ = Clause();
    clause_.span.begin = -1;
    opens_ = false;
  }

  [[nodiscard]] int SkipSeparators(int at, int end) const {
    const std::string& text = words_.sentence();
    while (at < end && (text[at] == ' ' || text[at] == ',' || text[at] == '.')) ++at;
    return at;
  }

  int TakePredicate(int word) {
    Predicate predicate;
    const int next = ReadPredicate(words_, word, predicate);
    if (FollowsNominal(predicate)) return next;
    if (CarriesParticle(predicate)) {
      NounPhrase& before = out_.phrases[clause_.phrases.back()];
      before.role =
          Postpositions().at(StemOf(predicate)) && predicate.irrealis ? Case::kSource : Case::kOther;
      before.end = predicate.span.end;
      return next;
    }
    const Link link = predicate.link;
    clause_.predicates.push_back(static_cast<int>(out_.predicates.size()));
    out_.predicates.push_back(std::move(predicate));
    if (link == Link::kAdnominal || link == Link::kNominal) return next;
    clause_.predicate = clause_.predicates.back();
    Close(words_[next - 1].span.end);
    if (link == Link::kFinal) opens_ = true;
    Open(next);
    return next;
  }

  static std::string_view StemOf(const Predicate& predicate) {
    std::string_view stem = predicate.lemma;
    return stem.substr(0, stem.size() - std::string_view("다").size());
  }

  // 지원하기 위해.
  [[nodiscard]] bool FollowsNominal(const Predicate& predicate) const {
    if (clause_.predicates.empty() || !Postpositions().contains(StemOf(predicate))) return false;
    const Predicate& before = out_.predicates[clause_.predicates.back()];
    return before.link == Link::kNominal && predicate.span.begin - before.span.end <= 1;
  }

  // 에 대해, 와 관련한: a particle must stand right before.
  [[nodiscard]] bool CarriesParticle(const Predicate& predicate) const {
    if (clause_.phrases.empty() || !Postpositions().contains(StemOf(predicate))) return false;
    const NounPhrase& before = out_.phrases[clause_.phrases.back()];
    const bool adjacent = predicate.span.begin - before.end <= 1;
    return adjacent && before.role != Case::kNone && before.role != Case::kTopic &&
           before.role != Case::kSubject && predicate.link != Link::kFinal && !predicate.past;
  }

  int TakePhrase(int word) {
    NounPhrase phrase;
    phrase.layer = words_.layer();
    int next = word;
    phrase.head.begin = words_[word].span.begin;
    while (next < words_.size() && words_.nominal(next) && !words_.begins_predicate(next) &&
           words_.date(next) == words_.date(word) && (next == word || !words_.interrupted(next))) {
      if (words_.apart(next) && !SameSolid(next)) phrase.head.begin = words_[next].span.begin;
      ++next;
      // 서울 중구 한 호텔에서.
      if (next + 1 < words_.size() && words_.text(next) == "한" && words_.apart(next) &&
          words_.nominal(next + 1) && !words_.begins_predicate(next)) {
        ++next;
      }
    }
    const int next_after_nouns = next;
    phrase.span = {words_[word].span.begin, words_[next - 1].span.end};
    phrase.head.end = phrase.span.end;
    phrase.end = phrase.span.end;
    while (next < words_.size() && words_.particle(next) && !words_.apart(next)) {
      if (phrase.role == Case::kNone || phrase.role == Case::kOther) phrase.role = CaseOf(words_.text(next));
      phrase.end = words_[next].span.end;
      ++next;
    }
    TakeGluedParticle(next_after_nouns - 1, phrase);
    if (words_.date(word)) phrase.role = Case::kOther;
    clause_.phrases.push_back(static_cast<int>(out_.phrases.size()));
    out_.phrases.push_back(std::move(phrase));
    return next;
  }

  // A particle that MeCab has put into one morpheme with the end of a name.
  void TakeGluedParticle(int last, NounPhrase& phrase) const {
    constexpr std::string_view kSideTopic = "측은";  // MeCab knows it as the root of 측은하다
    if (words_.text(last) == kSideTopic && phrase.role == Case::kNone) {
      phrase.role = Case::kTopic;
      phrase.span.end = phrase.head.end = words_[last].span.begin + static_cast<int>(kSideTopic.size()) / 2;
      return;
    }
    if (!words_.solid(last) || words_.solid_end(last) >= words_[last].span.end) return;
    const int end = words_.solid_end(last);
    phrase.role = CaseOf(std::string_view(words_.sentence()).substr(end, words_[last].span.end - end));
    phrase.span.end = end;
    phrase.head.end = end;
  }

  [[nodiscard]] bool SameSolid(int word) const {
    return word > 0 && words_.solid(word) && words_.solid_index(word) == words_.solid_index(word - 1);
  }

  const LayerWords& words_;
  SentenceClauses& out_;
  Clause clause_;
  bool opens_ = true;
};

// Names and dates of the sentence, in order.
std::vector<SolidSpan> SolidSpans(const NamedArticle& named, const SentenceClauses& out) {
  std::vector<SolidSpan> solid;
  for (int m = out.mention_begin; m < out.mention_end; ++m)
    solid.push_back({named.mentions[m].at.span, false});
  for (int d = out.date_begin; d < out.date_end; ++d) solid.push_back({named.dated.dates[d].span, true});
  std::sort(solid.begin(), solid.end());
  return solid;
}

bool InAside(const SentenceClauses& out, int at) {
  const auto next = std::upper_bound(out.asides.begin(), out.asides.end(), at,
                                     [](int byte, const TextSpan& aside) { return byte < aside.end; });
  return next != out.asides.end() && next->begin <= at;
}

// The layer of every byte that one of `places` (in order) begins at.
std::vector<int> LayersAt(const SentenceLayers& layers, const Sentence& sentence,
                          const std::vector<int>& places) {
  std::vector<std::pair<int, int>> word_layers;  // begin of a morpheme, its layer
  for (const Layer& layer : layers.layers) {
    for (const int m : layer.morphemes)
      word_layers.emplace_back(sentence.morphemes[m].span.begin, layer.quotation);
  }
  std::sort(word_layers.begin(), word_layers.end());
  std::vector<int> found;
  for (const int place : places) {
    auto next = std::upper_bound(word_layers.begin(), word_layers.end(), place,
                                 [](int byte, const auto& word) { return byte < word.first; });
    found.push_back(next == word_layers.begin() ? kMatrix : std::prev(next)->second);
  }
  return found;
}

// The last of `items` (a layer's, in order) whose span begins at or before `at`.
template <typename Items>
int LastBefore(const Items& items, int layer, int at) {
  const auto next = std::partition_point(items.begin(), items.end(), [&](const auto& item) {
    return item.layer < layer || (item.layer == layer && item.span.begin <= at);
  });
  if (next == items.begin() || std::prev(next)->layer != layer) return -1;
  return static_cast<int>(std::prev(next) - items.begin());
}

void AttachSpans(const NamedArticle& named, const Sentence& sentence, const SentenceLayers& layers,
                 SentenceClauses& out) {
  std::vector<int> places;
  for (int m = out.mention_begin; m < out.mention_end; ++m) places.push_back(named.mentions[m].at.span.begin);
  std::vector<int> layer_of = LayersAt(layers, sentence, places);
  for (int m = out.mention_begin; m < out.mention_end; ++m) {
    const TextSpan& span = named.mentions[m].at.span;
    const int phrase = LastBefore(out.phrases, layer_of[m - out.mention_begin], span.begin);
    if (phrase < 0 || span.begin >= out.phrases[phrase].span.end || InAside(out, span.begin)) continue;
    out.phrases[phrase].mentions.push_back(m);
  }
  places.clear();
  for (const Number& number : out.numbers) places.push_back(number.span.begin);
  layer_of = LayersAt(layers, sentence, places);
  for (size_t n = 0; n < out.numbers.size(); ++n) {
    const int begin = out.numbers[n].span.begin;
    const int phrase = LastBefore(out.phrases, layer_of[n], begin);
    if (phrase < 0 || begin >= out.phrases[phrase].span.end || InAside(out, begin)) continue;
    out.phrases[phrase].numbers.push_back(static_cast<int>(n));
  }
  places.clear();
  for (int d = out.date_begin; d < out.date_end; ++d) places.push_back(named.dated.dates[d].span.begin);
  layer_of = LayersAt(layers, sentence, places);
  for (int d = out.date_begin; d < out.date_end; ++d) {
    const int begin = named.dated.dates[d].span.begin;
    const int clause = LastBefore(out.clauses, layer_of[d - out.date_begin], begin);
    if (clause < 0 || begin >= out.clauses[clause].span.end || InAside(out, begin)) continue;
    out.clauses[clause].dates.push_back(d);
  }
}

void NumberPredicates(SentenceClauses& out) {
  std::vector<int> order(out.predicates.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::sort(order.begin(), order.end(),
            [&](int a, int b) { return out.predicates[a].span.begin < out.predicates[b].span.begin; });
  for (size_t i = 0; i < order.size(); ++i) out.predicates[order[i]].ordinal = static_cast<int>(i);
}

void ReadSentence(const NamedArticle& named, int index, SentenceClauses& out) {
  const Sentence& sentence = named.dated.parsed.sentences[index];
  SentenceLayers layers =
      FindLayers(sentence, named.dated.parsed.quotations, out.quotation_begin, out.quotation_end);
  out.asides = layers.asides;
  std::vector<SolidSpan> solid = SolidSpans(named, out);
  std::vector<TextSpan> taken;
  for (const SolidSpan& one : solid) taken.push_back(one.span);
  out.numbers = FindNumbers(sentence, taken);
  // MeCab's tags within names, dates and numbers are not listened to.
  for (const Number& number : out.numbers) solid.push_back({number.span, false});
  std::sort(solid.begin(), solid.end());
  for (const Layer& layer : layers.layers) {
    const LayerWords words(sentence, layer, solid);
    LayerReader(words, out).Read();
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
    if (verb.decided)
      return {.past = true, .prospective = false, .irrealis = false};  // 협약을 맺고 …하기로 했다
    if (verb.past || verb.prospective || verb.link == Link::kFinal || verb.link == Link::kQuotative) {
      return {.past = verb.past, .prospective = verb.prospective, .irrealis = verb.irrealis};
    }
  }
  return tense;
}

std::vector<int>::const_iterator PredicateAfter(const SentenceClauses& in, const Clause& clause, int at) {
  return std::partition_point(clause.predicates.begin(), clause.predicates.end(),
                              [&](int p) { return in.predicates[p].span.begin < at; });
}

std::vector<int>::const_iterator PhraseAfter(const SentenceClauses& in, const Clause& clause, int at) {
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
  size_t date = 0;
  size_t quotation = 0;
  for (int s = 0; s < sentences; ++s) {
    SentenceClauses& out = found.sentences[s];
    out.mention_begin = static_cast<int>(mention);
    while (mention < named.mentions.size() && named.mentions[mention].at.sentence == s) ++mention;
    out.mention_end = static_cast<int>(mention);
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
