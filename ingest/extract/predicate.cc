#include "ingest/extract/predicate.h"

#include <optional>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/clause_noun.h"
#include "ingest/extract/ending.h"

namespace sillok::ingest {
namespace {

bool IsAuxiliary(const LayerWords& words, int word) {
  const Morpheme& morpheme = words[word];
  if (words.solid(word) || words.interrupted(word)) return false;
  if (morpheme.Is("VX")) return true;
  if (!morpheme.Is("VV") && !morpheme.Is("VA")) return false;
  const std::string_view stem = StemAt(words, word);
  return stem == "있" || stem == "않" || stem == "싶" || stem == "못하";
}

// 맡게 되다: 되다 adds only that it came about.
bool BecomesSo(const LayerWords& words, const EndingReader& endings, int word) {
  return endings.ending().ends_with("게") && !endings.fused() && !words.solid(word) && IsVerb(words[word]) &&
         StemAt(words, word) == "되";
}

int SkipParticles(const LayerWords& words, int word) {
  while (word < words.size() && words.particle(word) && !words.apart(word)) ++word;
  return word;
}

// 분석한 결과를, 만날 때가: a noun like another, no time.
bool IsPartOfClause(const LayerWords& words, int particle) {
  if (particle >= words.size() || !words.particle(particle) || words.apart(particle)) return false;
  return words[particle].IsAny("JKO", "JKS", "JKG");
}

// After -ㄴ/-는/-ㄹ: the noun the clause leans on, what follows it, and whether reading goes on with a verb.
struct Leaning {
  int next = 0;
  bool goes_on = false;
  bool ends_clause = false;
  bool finishes = false;  // nothing follows: “12일 열 예정”이라고
};

Leaning LeanOnNoun(const LayerWords& words, int word, bool future, Predicate& predicate) {
  if (word >= words.size() || words.solid(word) || words.interrupted(word) || !words[word].Is("N")) {
    return {.next = word};
  }
  // MeCab takes 가능성 apart.
  const bool joined = word + 1 < words.size() && !words.apart(word + 1) && words[word + 1].Is("XSN");
  const TextSpan noun{words[word].span.begin, words[joined ? word + 1 : word].span.end};
  const ClauseNounKind kind = ClauseNoun(noun.In(words.sentence()));
  if (kind == ClauseNounKind::kNone) return {.next = word};
  const int last = joined ? word + 1 : word;
  const bool attached_more = last + 1 < words.size() && !words.apart(last + 1) && words.nominal(last + 1);
  if (attached_more) return {.next = word};
  if (kind == ClauseNounKind::kTime && IsPartOfClause(words, last + 1)) return {.next = word};
  int next = SkipParticles(words, last + 1);
  if (kind == ClauseNounKind::kTime) {
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
  if (kind == ClauseNounKind::kPlan) predicate.prospective = true;
  if (kind == ClauseNounKind::kAbility) predicate.irrealis = true;
  if (kind == ClauseNounKind::kFact && future) predicate.prospective = true;
  const bool stands = kind == ClauseNounKind::kPlan || kind == ClauseNounKind::kFact;
  if (stands && next == last + 1 && (next == words.size() || words[next].Is("SF"))) {
    return {.next = next, .finishes = true};
  }
  const bool verb = next < words.size() && !words.solid(next) &&
                    (IsVerb(words[next]) || (words.begins_predicate(next) && next > last + 1));
  return {.next = verb ? next : word, .goes_on = verb};
}

// 잇다 in 이어온, 이은, which MeCab takes for 이다: that stands at no noun.
bool JoinsOn(const LayerWords& words, int word) {
  if (!words.apart(word) || words.interrupted(word) || StemAt(words, word) != "이") return false;
  if (!words[word].IsAny("VC", "VV") || word + 1 >= words.size() || words.apart(word + 1)) return false;
  return words.text(word + 1) == "어" || words.text(word + 1) == "은";
}

// One past the verb's noun part: 체결하 → the index of 하.
int SkipVerbalNoun(const LayerWords& words, int word) {
  while (word < words.size() && !IsVerb(words[word])) ++word;
  return word;
}

// The next three read what stands at `next` after an ending, and move it; true when the predicate goes on with another
// verb's endings.

// 교사로 일하다 2017년 퇴직했다: -다가, not the end of a sentence.
bool BreaksOff(const LayerWords& words, const EndingReader& endings, int next, const Predicate& predicate) {
  return endings.ending() == "다" && !endings.fused() && !predicate.past && !predicate.state &&
         next < words.size() && words.apart(next) && !words.interrupted(next) && !words[next].Is("S");
}

bool ReadConnective(const LayerWords& words, EndingReader& endings, int& next, Predicate& predicate) {
  if (next < words.size() && (IsAuxiliary(words, next) || BecomesSo(words, endings, next))) {
    if (StemAt(words, next) == "지" && !words.apart(next)) {
      // 맺어졌다, 전해지며: the passive.
      const TextSpan stem{predicate.span.begin, words[next].span.begin};
      predicate.lemma = predicate.short_lemma = std::string(stem.In(words.sentence())) + "지다";
    }
    next = endings.Take(next, true);
    return true;
  }
  if (BreaksOff(words, endings, next, predicate)) {
    predicate.link = Link::kCoordinate;
    return false;
  }
  predicate.link = ClassifyConnective(endings.ending(), endings.fused(), predicate);
  // 해야 하다, 려고 하다.
  const bool do_follows =
      next < words.size() && !words.solid(next) && words[next].Is("VV") && StemAt(words, next) == "하";
  if (!predicate.irrealis || !do_follows) return false;
  next = endings.Take(next, true);
  return true;
}

bool ReadModifier(const LayerWords& words, EndingReader& endings, int& next, Predicate& predicate) {
  endings.ReadModifier(!predicate.state);
  const Leaning leaning = LeanOnNoun(words, next, endings.future_modifier(), predicate);
  predicate.link = leaning.ends_clause ? Link::kCoordinate
                   : leaning.finishes  ? Link::kFinal
                                       : Link::kAdnominal;
  if (!leaning.goes_on) {
    next = leaning.next;
    return false;
  }
  const std::string_view noun = words.text(next);
  const bool once = noun == "바" || noun == "적";  // 참석한 바 있다, 만난 적 있다
  const bool past = predicate.past || once;
  if (once) predicate.state = false;
  next = endings.Take(SkipVerbalNoun(words, leaning.next), true);
  predicate.past = past;  // 것으로 전해졌다 tells when it was told, not done
  return true;
}

bool ReadNominal(const LayerWords& words, EndingReader& endings, int& next, Predicate& predicate) {
  predicate.link = Link::kNominal;
  const int after = SkipParticles(words, next);
  const bool do_follows = after > next && after < words.size() && !words.solid(after) &&
                          words[after].Is("V") && StemAt(words, after) == "하";
  if (!do_follows) return false;
  if (words.text(next) == "로") predicate.prospective = predicate.decided = true;
  next = endings.Take(after, true);
  if (predicate.prospective) predicate.past = false;  // 열기로 했다: still to come
  return true;
}

// 건물을 지었다, 선을 그었다: 짓다, 긋다, whose ㅅ falls before a vowel. Of 지다 it would be 졌다.
bool DropsSiot(const LayerWords& words, int word) {
  const std::string_view stem = words.text(word);
  if (StemAt(words, word) != stem || word + 1 >= words.size() || words.apart(word + 1)) return false;
  if (stem != "지" && stem != "저" && stem != "그" && stem != "부") return false;
  const std::string_view ending = words.text(word + 1);
  return words[word + 1].Is("E") && (ending.starts_with("었") || ending.starts_with("어") ||
                                     ending.starts_with("은") || ending.starts_with("을"));
}

std::string WithSiot(std::string_view stem) {
  constexpr int kSiot = 19;
  std::optional<Jamo> jamo = Decompose(DecodeRune(stem, 0).code);
  if (!jamo) return std::string(stem);
  jamo->final = kSiot;
  std::string with;
  AppendRune(Compose(*jamo), with);
  return with;
}

// 안 갔다, 못 미쳤다.
bool IsDeniedBefore(const LayerWords& words, int word) {
  return word > 0 && !words.solid(word - 1) && words[word - 1].Is("MAG") &&
         (words.text(word - 1) == "안" || words.text(word - 1) == "못");
}

}  // namespace

std::string VerbLemma(const LayerWords& words, int word) {
  const Morpheme& morpheme = words[word];
  const std::string_view surface = words.text(word);
  // 전해졌다, 알려진: the passive of the verb that the dictionary names.
  if (morpheme.tag.find("EC+VX") != std::string_view::npos) {
    for (const std::string_view passive : {"졌", "진", "질", "지", "져"}) {
      const size_t at = surface.find(passive);
      if (at != std::string_view::npos && at > 0) return std::string(surface.substr(0, at)) + "지다";
    }
  }
  const std::string_view stem = StemAt(words, word);
  if (stem == "여" && morpheme.Is("VV")) return "열다";  // 문을 연다
  if (morpheme.Is("VV") && DropsSiot(words, word)) return WithSiot(stem) + "다";
  return std::string(stem) + "다";
}

int ReadPredicate(const LayerWords& words, int word, Predicate& predicate) {
  predicate.layer = words.layer();
  predicate.span.begin = words[word].span.begin;
  const bool opens = words.opens(word);
  const int verb = opens ? word : SkipVerbalNoun(words, word);
  for (int w = word; w < verb; ++w) predicate.lemma += words.text(w);
  if (verb > word) predicate.short_lemma = std::string(words.text(verb - 1)) + VerbLemma(words, verb);
  predicate.lemma += VerbLemma(words, verb);
  if (verb == word) predicate.short_lemma = predicate.lemma;
  predicate.state = words[verb].IsAny("VC", "VA", "XSA");
  if (opens) predicate.lemma = predicate.short_lemma = "열다";
  if (opens || JoinsOn(words, verb)) predicate.state = false;
  if (JoinsOn(words, verb)) predicate.lemma = predicate.short_lemma = "잇다";
  if (IsDeniedBefore(words, word)) predicate.negated = true;
  if (predicate.lemma == "아니다" || predicate.lemma == "없다") predicate.negated = true;

  EndingReader endings(words, predicate);
  int next = endings.Take(verb, false);
  for (bool goes_on = true; goes_on;) {
    predicate.link = Link::kFinal;
    goes_on = false;
    if (endings.Ends("EC")) {
      goes_on = ReadConnective(words, endings, next, predicate);
    } else if (endings.Ends("ETM") || (opens && next == word + 1)) {
      goes_on = ReadModifier(words, endings, next, predicate);
    } else if (endings.Ends("ETN")) {
      goes_on = ReadNominal(words, endings, next, predicate);
    } else if (next < words.size() && words[verb].Is("VC") && !endings.Ends("EF") && words.particle(next)) {
      predicate.link = Link::kNominal;
    }
  }
  predicate.span.end = words[next - 1].span.end;
  predicate.stem_end = endings.fused() ? predicate.span.begin : endings.link_begin();
  return next;
}

}  // namespace sillok::ingest
