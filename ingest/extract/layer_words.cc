#include "ingest/extract/layer_words.h"

#include <algorithm>

#include "ingest/extract/clause_noun.h"

namespace sillok::ingest {
namespace {

// Marks between two words of one layer; more morphemes are somebody else's words.
constexpr int kMarksBetween = 3;

// One gloss and nothing else: (58) in 오미선(58)씨.
bool IsGloss(std::string_view gap) {
  if (gap.ends_with(' ')) gap.remove_suffix(1);
  if (gap.starts_with(' ')) gap.remove_prefix(1);
  return gap.starts_with('(') && gap.find(')') == gap.size() - 1;
}

}  // namespace

std::string_view StemAt(const LayerWords& words, int word) {
  return words[word].lemma.empty() ? words.text(word) : words[word].lemma;
}

bool IsVerb(const Morpheme& morpheme) { return morpheme.IsAny("VV", "VA", "VX", "VC", "XSV", "XSA"); }

bool IsAttachedDo(const LayerWords& words, int word) {
  if (words.apart(word)) return false;
  const Morpheme& morpheme = words[word];
  if (morpheme.IsAny("XSV", "XSA")) return true;
  return morpheme.Is("VV") && (StemAt(words, word) == "하" || StemAt(words, word) == "되");
}

LayerWords::LayerWords(const Sentence& sentence, const Layer& layer, const std::vector<SolidSpan>& solid)
    : sentence_(sentence), layer_(layer), words_(layer.morphemes.size()) {
  ReadSurroundings(solid);
  FindMisread();
  FindPredicates();
}

// 해든시, which MeCab takes for 해 든 시: no verb ends in the ending that another one must follow, so it is a noun.
void LayerWords::FindMisread() {
  for (int begin = 0; begin < size();) {
    int end = begin + 1;
    while (end < size() && !words_[end].apart) ++end;
    if ((*this)[begin].Is("V") && (*this)[end - 1].tag == "EP") {
      for (int w = begin; w < end; ++w) words_[w].misread = words_[w].solid < 0;
    }
    begin = end;
  }
  // 소속사는, which MeCab takes for 소속 and 사는: nobody buys or lives in a word without a space.
  for (int w = 1; w + 1 < size(); ++w) {
    const bool glued = !words_[w].apart && !words_[w + 1].apart && (*this)[w - 1].Is("NN");
    if (glued && (*this)[w].Is("VV") && text(w) == "사" && text(w + 1) == "는") {
      words_[w].misread = words_[w].solid < 0;
    }
  }
}

void LayerWords::ReadSurroundings(const std::vector<SolidSpan>& solid) {
  for (int w = 0; w < size(); ++w) {
    const TextSpan span = (*this)[w].span;
    const auto after = std::upper_bound(solid.begin(), solid.end(), span.begin,
                                        [](int at, const SolidSpan& name) { return at < name.span.end; });
    if (after != solid.end() && after->span.begin <= span.begin) {
      words_[w].solid = static_cast<int>(after - solid.begin());
      words_[w].date = after->date;
      words_[w].solid_end = std::min(span.end, after->span.end);
    }
    if (w == 0) {
      words_[w].apart = true;
      continue;
    }
    const int gap_begin = (*this)[w - 1].span.end;
    // Marks and asides between two words leave them together: '카나나'를, 인공지능(AI)이.
    const std::string_view gap = sentence().substr(gap_begin, span.begin - gap_begin);
    const bool gloss = gap.starts_with(" (") && gap.ends_with(')');
    words_[w].apart = (*this)[w].space_before || (gap.starts_with(' ') && !gloss) || gap.ends_with(' ');
    words_[w].interrupted = layer_.morphemes[w] > layer_.morphemes[w - 1] + kMarksBetween && !IsGloss(gap);
  }
}

void LayerWords::FindPredicates() {
  // From the right: does the run of nouns that begins here reach 하다 without a space?
  bool reaches = false;
  for (int w = size() - 1; w >= 0; --w) {
    if (words_[w].solid >= 0 || words_[w].misread) {
      reaches = false;
      continue;
    }
    const Morpheme& morpheme = (*this)[w];
    const bool followed = w + 1 < size() && !words_[w + 1].apart;
    if (IsVerb(morpheme) && !PrefixesNoun(w)) {
      const bool noun_before = w > 0 && words_[w - 1].solid < 0 && !words_[w].apart &&
                               (*this)[w - 1].IsAny("NN", "XR", "XSN", "SL", "MAG");
      const bool attached = (noun_before && IsAttachedDo(*this, w)) || CompletesVerb(w);
      words_[w].begins_predicate = !attached && !SaysOne(w);
      reaches = attached;
    } else {
      const bool noun = morpheme.IsAny("NN", "XR", "XSN", "XPN", "SL", "MAG") || PrefixesNoun(w) ||
                        (followed && CompletesVerb(w + 1));
      reaches = noun && reaches && followed;
      words_[w].begins_predicate = reaches || opens(w);
    }
  }
}

// 나 in 끝났다; in 누리사와 만난다, where MeCab takes 만 for a particle: that begins no word.
bool LayerWords::CompletesVerb(int word) const {
  if (word == 0 || words_[word].apart || words_[word - 1].solid >= 0 || !IsVerb((*this)[word])) return false;
  const std::string_view stem = StemAt(*this, word);
  if (text(word - 1) == "끝") return stem == "나" || stem == "내";
  return words_[word - 1].apart && text(word - 1) == "만" && (*this)[word - 1].Is("J") && stem == "나";
}

// 새벽 한때, 사람들을 한 자리에: a number, for nobody does people.
bool LayerWords::SaysOne(int word) const {
  if (!apart(word) || text(word) != "한") return false;
  if (word + 1 < size() && !apart(word + 1)) return text(word + 1) == "때";
  return word >= 2 && (*this)[word - 1].Is("JKO") && text(word - 2) == "들";
}

bool LayerWords::opens(int word) const {
  if (text(word) != "열" || solid(word) || !apart(word) || word + 1 >= size() || !apart(word + 1)) {
    return false;
  }
  return (*this)[word + 1].Is("N") && ClauseNoun(text(word + 1)) == ClauseNounKind::kPlan;
}

bool LayerWords::nominal(int word) const {
  if (solid(word) || words_[word].misread) return true;
  const Morpheme& morpheme = (*this)[word];
  return morpheme.IsAny("N", "SL", "SN", "SH", "XSN", "XPN", "XR") || PrefixesNoun(word);
}

// 전 in 전세계; 이 in 이용자, 신 in 신제품, 한 in 한빛대, 의 in 의대, which MeCab may take for a determiner, a particle or an ending: these
// begin no word.
bool LayerWords::PrefixesNoun(int word) const {
  const Morpheme& morpheme = (*this)[word];
  const bool prefix = morpheme.Is("MM") || (morpheme.IsAny("J", "E", "XSV", "XSA") && apart(word));
  return prefix && word + 1 < size() && !apart(word + 1) && !solid(word + 1) &&
         (*this)[word + 1].IsAny("N", "XPN", "XSN");
}

bool LayerWords::particle(int word) const {
  if (solid(word)) return false;
  const Morpheme& morpheme = (*this)[word];
  if (morpheme.Is("J")) return !PrefixesNoun(word);
  if (word > 0 && words_[word - 1].misread && !apart(word) && morpheme.Is("E") && text(word) == "는") {
    return true;
  }
  // 누리사는, 안보실이: MeCab takes 는 for an ending of 사, 이 for a determiner; after a name they are particles.
  const bool after_name = word > 0 && solid(word - 1) && !apart(word);
  if (!after_name) return false;
  if (morpheme.Is("E")) return text(word) == "는" || text(word) == "은";
  const bool ends = word + 1 >= size() || words_[word + 1].apart;
  return ends && morpheme.Is("MM") && text(word) == "이";
}

}  // namespace sillok::ingest
