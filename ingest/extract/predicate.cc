#include "ingest/extract/predicate.h"

#include <algorithm>
#include <unordered_map>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr int kFinalNieun = 4;       // index of ㄴ among the finals
constexpr int kFinalRieul = 8;       // ㄹ
constexpr int kFinalSsangsiot = 20;  // ㅆ

// Marks between two words of one layer; more morphemes are somebody else's words.
constexpr int kMarksBetween = 3;

enum class NounKind { kNone, kPlan, kFact, kAbility, kTime };

NounKind ClauseNoun(std::string_view noun) {
  static const auto* rows = [] {
    auto* map = new std::unordered_map<std::string_view, NounKind>;
    const LexiconTable table = FindLexicon("clause_nouns");
    for (const LexiconRow& row : table.rows()) {
      (*map)[row[0]] = row[1] == "plan"      ? NounKind::kPlan
                       : row[1] == "fact"    ? NounKind::kFact
                       : row[1] == "ability" ? NounKind::kAbility
                                             : NounKind::kTime;
    }
    return map;
  }();
  const auto row = rows->find(noun);
  return row == rows->end() ? NounKind::kNone : row->second;
}

int FinalOf(std::string_view text) {
  if (text.empty()) return 0;
  const auto jamo = Decompose(DecodeRuneBefore(text, text.size()).code);
  return jamo ? jamo->final : 0;
}

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (text.ends_with(ending)) return true;
  }
  return false;
}

// 만날지, 할지: -ㄹ지 and not a stem that ends in 지.
bool FinalBefore(std::string_view text) {
  constexpr size_t kSyllable = 3;
  return text.size() > kSyllable && FinalOf(text.substr(0, text.size() - kSyllable)) == kFinalRieul;
}

bool IsSuffixVerb(const Morpheme& morpheme) { return morpheme.Is("XSV") || morpheme.Is("XSA"); }

std::string_view Stem(const LayerWords& words, int word) {
  return words[word].lemma.empty() ? words.text(word) : std::string_view(words[word].lemma);
}

bool IsVerb(const Morpheme& morpheme) {
  return morpheme.Is("VV") || morpheme.Is("VA") || morpheme.Is("VX") || morpheme.Is("VC") ||
         IsSuffixVerb(morpheme);
}

// 하 or 되 right after a noun, which MeCab sometimes takes for a verb of its own.
bool IsAttachedDo(const LayerWords& words, int word) {
  if (words.apart(word)) return false;
  const Morpheme& morpheme = words[word];
  if (IsSuffixVerb(morpheme)) return true;
  return morpheme.Is("VV") && (Stem(words, word) == "하" || Stem(words, word) == "되");
}

bool IsAuxiliary(const LayerWords& words, int word) {
  const Morpheme& morpheme = words[word];
  if (words.solid(word) || words.interrupted(word)) return false;
  if (morpheme.Is("VX")) return true;
  if (!morpheme.Is("VV") && !morpheme.Is("VA")) return false;
  const std::string_view stem = Stem(words, word);
  return stem == "있" || stem == "않" || stem == "싶" || stem == "못하";
}

// `fused`: the ending is one morpheme with its stem (만나, 해), so that a short ending cannot be told from the stem.
Link ClassifyConnective(std::string_view ending, bool fused, Predicate& predicate) {
  if (EndsWithAny(ending,
                  {"다고", "라고", "자고", "냐고", "다며", "라며", "자며", "냐며", "다면서", "라면서"})) {
    return Link::kQuotative;
  }
  if (EndsWithAny(ending,
                  {"는데", "은데", "ㄴ데", "인데", "한데", "던데", "지만", "더니", "니까", "자마자"})) {
    predicate.may_switch = true;
    return Link::kCoordinate;
  }
  if (EndsWithAny(ending, {"면", "거든", "려면", "어야", "아야", "해야", "려고", "고자", "러"})) {
    predicate.irrealis = true;
    predicate.may_switch = EndsWithAny(ending, {"면", "거든"});
    return predicate.may_switch ? Link::kCoordinate : Link::kSerial;
  }
  if (EndsWithAny(ending, {"게", "도록", "듯", "듯이"}) ||
      (ending.ends_with("지") && (!fused || FinalBefore(ending)))) {
    if (ending.ends_with("지")) predicate.irrealis = true;
    return Link::kNominal;
  }
  if (fused) return ending.ends_with("다") ? Link::kFinal : Link::kSerial;
  if (EndsWithAny(ending, {"고", "며", "면서"})) return Link::kCoordinate;
  if (ending == "다" || EndsWithAny(ending, {"요", "까", "죠"})) return Link::kFinal;
  if (EndsWithAny(ending, {"아", "어", "여", "서", "해", "라"})) return Link::kSerial;
  predicate.may_switch = true;
  return Link::kCoordinate;
}

// What a run of endings at the end of a verb says.
class EndingReader {
 public:
  EndingReader(const LayerWords& words, Predicate& predicate) : words_(words), predicate_(predicate) {}

  // Takes the verb at `word` and its endings; returns the next word.
  int Take(int word, bool auxiliary) {
    if (auxiliary) TakeAuxiliary(Stem(words_, word));
    last_ = word;
    link_begin_ = words_[word].span.begin;
    fused_ = true;
    tag_ = words_[word].tag;
    ReadTense(word);
    int next = word + 1;
    for (; next < words_.size() && !words_.apart(next) && words_[next].Is("E"); ++next) {
      ReadTense(next);
      tag_ = words_[next].tag;
      last_ = next;
      link_begin_ = words_[next].span.begin;
      fused_ = false;
    }
    return next;
  }

  [[nodiscard]] bool Ends(std::string_view tag) const { return std::string_view(tag_).ends_with(tag); }
  [[nodiscard]] std::string_view ending() const { return words_.text(last_); }
  [[nodiscard]] bool fused() const { return fused_; }
  [[nodiscard]] int link_begin() const { return link_begin_; }
  // Cases of -ㄴ, -는, -ㄹ.
  [[nodiscard]] bool future_modifier() const { return FinalOf(ending()) == kFinalRieul; }
  void ReadModifier(bool verb) {
    if (future_modifier() && !predicate_.past) predicate_.prospective = true;
    if (verb && (FinalOf(ending()) == kFinalNieun && !ending().ends_with("는"))) predicate_.past = true;
    if (ending().ends_with("던")) predicate_.past = true;
  }

 private:
  void TakeAuxiliary(std::string_view stem) {
    if (stem == "않" || stem == "못하" || stem == "말") predicate_.negated = true;
    if (stem == "있") predicate_.progressive = true;
    if (stem == "아니") predicate_.irrealis = true;  // -는 것 아니냐는
    if (stem == "싶" || stem == "듯하" || stem == "만하" || stem == "뻔하") predicate_.irrealis = true;
  }
  void ReadTense(int word) {
    const std::string_view tag = words_[word].tag;
    if (tag.find("EP") == std::string_view::npos) return;
    const std::string_view text = words_.text(word);
    if (text.find("겠") != std::string_view::npos) {
      predicate_.prospective = true;
    } else if (FinalOf(text) == kFinalSsangsiot || tag.find("EP+E") != std::string_view::npos) {
      predicate_.past = FinalOf(text) == kFinalSsangsiot || text.find("었") != std::string_view::npos ||
                        text.find("았") != std::string_view::npos ||
                        text.find("했") != std::string_view::npos;
    }
  }

  const LayerWords& words_;
  Predicate& predicate_;
  std::string tag_;
  int last_ = 0;
  int link_begin_ = 0;
  bool fused_ = true;
};

int SkipParticles(const LayerWords& words, int word) {
  while (word < words.size() && words.particle(word) && !words.apart(word)) ++word;
  return word;
}

// After -ㄴ/-는/-ㄹ: the noun the clause leans on, what follows it, and whether reading goes on with a verb.
struct Leaning {
  int next = 0;
  bool goes_on = false;
  bool ends_clause = false;
};

Leaning LeanOnNoun(const LayerWords& words, int word, bool future, Predicate& predicate) {
  if (word >= words.size() || words.solid(word) || words.interrupted(word) || !words[word].Is("N")) {
    return {.next = word};
  }
  const NounKind kind = ClauseNoun(words.text(word));
  if (kind == NounKind::kNone) return {.next = word};
  const bool attached_more = word + 1 < words.size() && !words.apart(word + 1) && words.nominal(word + 1);
  if (attached_more) return {.next = word};
  int next = SkipParticles(words, word + 1);
  if (kind == NounKind::kTime) {
    // 간 뒤, 갔을 때: the time is that of the verb to come.
    predicate.past = predicate.prospective = false;
    predicate.may_switch = true;
    // 만난 데 이어, 하는 데 대해.
    if (words.text(word) == "데" && next < words.size() && words[next].Is("V") &&
        words.text(next).starts_with("이")) {
      ++next;
      while (next < words.size() && !words.apart(next) && words[next].Is("E")) ++next;
    }
    return {.next = next, .ends_clause = true};
  }
  if (kind == NounKind::kPlan) predicate.prospective = true;
  if (kind == NounKind::kAbility) predicate.irrealis = true;
  if (kind == NounKind::kFact && future) predicate.prospective = true;
  const bool verb = next < words.size() && !words.solid(next) &&
                    (IsVerb(words[next]) || (words.begins_predicate(next) && next > word + 1));
  return {.next = verb ? next : word, .goes_on = verb};
}

// One past the verb's noun part: 체결하 → the index of 하.
int SkipVerbalNoun(const LayerWords& words, int word) {
  while (word < words.size() && !IsVerb(words[word])) ++word;
  return word;
}

}  // namespace

LayerWords::LayerWords(const Sentence& sentence, const Layer& layer, const std::vector<SolidSpan>& solid)
    : sentence_(sentence), layer_(layer), words_(layer.morphemes.size()) {
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
    const std::string_view gap = std::string_view(sentence.text).substr(gap_begin, span.begin - gap_begin);
    words_[w].apart = (*this)[w].space_before || gap.starts_with(' ') || gap.ends_with(' ');
    words_[w].interrupted = layer.morphemes[w] > layer.morphemes[w - 1] + kMarksBetween;
  }
  // From the right: does the run of nouns that begins here reach 하다 without a space?
  bool reaches = false;
  for (int w = size() - 1; w >= 0; --w) {
    if (words_[w].solid >= 0) {
      reaches = false;
      continue;
    }
    const Morpheme& morpheme = (*this)[w];
    const bool followed = w + 1 < size() && !words_[w + 1].apart;
    if (IsVerb(morpheme)) {
      const bool attached = w > 0 && words_[w - 1].solid < 0 && IsAttachedDo(*this, w) && !words_[w].apart &&
                            ((*this)[w - 1].Is("NN") || (*this)[w - 1].Is("XR") || (*this)[w - 1].Is("XSN") ||
                             (*this)[w - 1].Is("SL") || (*this)[w - 1].Is("MAG"));
      words_[w].begins_predicate = !attached;
      reaches = attached;
    } else {
      const bool noun = morpheme.Is("NN") || morpheme.Is("XR") || morpheme.Is("XSN") || morpheme.Is("XPN") ||
                        morpheme.Is("SL") || morpheme.Is("MAG");
      reaches = noun && reaches && followed;
      words_[w].begins_predicate = reaches;
    }
  }
}

bool LayerWords::nominal(int word) const {
  if (solid(word)) return true;
  const Morpheme& morpheme = (*this)[word];
  return morpheme.Is("N") || morpheme.Is("SL") || morpheme.Is("SN") || morpheme.Is("SH") ||
         morpheme.Is("XSN") || morpheme.Is("XPN") || morpheme.Is("XR") || PrefixesNoun(word);
}

// 전 in 전세계; 이 in 이용자, which MeCab may take for a determiner or a particle.
bool LayerWords::PrefixesNoun(int word) const {
  const bool prefix = (*this)[word].Is("MM") || ((*this)[word].Is("J") && apart(word));
  return prefix && word + 1 < size() && !apart(word + 1) && !solid(word + 1) && (*this)[word + 1].Is("N");
}

bool LayerWords::particle(int word) const {
  if (solid(word)) return false;
  const Morpheme& morpheme = (*this)[word];
  if (morpheme.Is("J")) return !PrefixesNoun(word);
  // 누리사는: MeCab takes 는 for an ending of 사; after a name it is a particle.
  const bool after_name = word > 0 && solid(word - 1) && !apart(word);
  return after_name && morpheme.Is("E") && (text(word) == "는" || text(word) == "은");
}

std::string VerbLemma(const LayerWords& words, int word) {
  const Morpheme& morpheme = words[word];
  const std::string_view surface = words.text(word);
  // 전해졌다, 알려진: the passive of the verb that the dictionary names.
  if (morpheme.tag.find("EC+VX") != std::string::npos) {
    for (const std::string_view passive : {"졌", "진", "질", "지", "져"}) {
      const size_t at = surface.find(passive);
      if (at != std::string_view::npos && at > 0) return std::string(surface.substr(0, at)) + "지다";
    }
  }
  return std::string(Stem(words, word)) + "다";
}

int ReadPredicate(const LayerWords& words, int word, Predicate& predicate) {
  predicate.layer = words.layer();
  predicate.span.begin = words[word].span.begin;
  const int verb = SkipVerbalNoun(words, word);
  for (int w = word; w < verb; ++w) predicate.lemma += words.text(w);
  if (verb > word) predicate.short_lemma = std::string(words.text(verb - 1)) + VerbLemma(words, verb);
  predicate.lemma += VerbLemma(words, verb);
  if (verb == word) predicate.short_lemma = predicate.lemma;
  predicate.state = words[verb].Is("VC") || words[verb].Is("VA") || words[verb].Is("XSA");
  if (predicate.lemma == "아니다" || predicate.lemma == "없다") predicate.negated = true;

  EndingReader endings(words, predicate);
  int next = endings.Take(verb, false);
  for (;;) {
    predicate.link = Link::kFinal;
    if (endings.Ends("EC")) {
      const bool goes_on = next < words.size() && IsAuxiliary(words, next);
      if (goes_on) {
        next = endings.Take(next, true);
        continue;
      }
      predicate.link = ClassifyConnective(endings.ending(), endings.fused(), predicate);
      // 해야 하다, 려고 하다.
      if (predicate.irrealis && next < words.size() && !words.solid(next) && words[next].Is("VV") &&
          Stem(words, next) == "하") {
        next = endings.Take(next, true);
        continue;
      }
    } else if (endings.Ends("ETM")) {
      endings.ReadModifier(!predicate.state);
      const Leaning leaning = LeanOnNoun(words, next, endings.future_modifier(), predicate);
      predicate.link = leaning.ends_clause ? Link::kCoordinate : Link::kAdnominal;
      if (leaning.goes_on) {
        const bool past = predicate.past;
        next = endings.Take(SkipVerbalNoun(words, leaning.next), true);
        predicate.past = past;  // 것으로 전해졌다 tells when it was told, not done
        continue;
      }
      next = leaning.next;
    } else if (endings.Ends("ETN")) {
      predicate.link = Link::kNominal;
      const int after = SkipParticles(words, next);
      if (after > next && after < words.size() && !words.solid(after) && words[after].Is("V") &&
          Stem(words, after) == "하") {
        if (words.text(next) == "로") predicate.prospective = predicate.decided = true;
        next = endings.Take(after, true);
        if (predicate.prospective) predicate.past = false;  // 열기로 했다: still to come
        continue;
      }
    } else if (next < words.size() && words[verb].Is("VC") && !endings.Ends("EF") && words.particle(next)) {
      predicate.link = Link::kNominal;
    }
    break;
  }
  predicate.span.end = words[next - 1].span.end;
  predicate.stem_end = endings.fused() ? predicate.span.begin : endings.link_begin();
  return next;
}

}  // namespace sillok::ingest
