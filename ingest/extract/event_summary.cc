#include "ingest/extract/event_summary.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/clause_noun.h"

namespace sillok::ingest {
namespace {

constexpr size_t kLongestSummary = 600;  // bytes

std::string_view TrimLead(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    while (text.starts_with(' ') || text.starts_with(',') || text.starts_with('.')) text.remove_prefix(1);
    for (const std::string_view lead :
         {"이어 ", "그러면서 ", "한편 ", "한편, ", "또한 ", "또 ", "또, ", "아울러 ", "특히 ", "이에 ",
          "다만 ", "하지만 ", "그런데 ", "그러나 ", "이후 ", "이 외에 ", "마지막으로 "}) {
      if (!text.starts_with(lead)) continue;
      text.remove_prefix(lead.size());
      again = true;
      break;
    }
  }
  return text;
}

// The name goes where 그는 stood.
std::string_view TrimPronoun(std::string_view text) {
  for (const std::string_view pronoun :
       {"그는 ", "그녀는 ", "그가 ", "이들은 ", "그들은 ", "양측은 ", "양사는 "}) {
    if (text.starts_with(pronoun)) return text.substr(pronoun.size());
  }
  return text;
}

// Stems whose last consonant changes before 았/었, and those in 르, 으.
bool IsIrregular(std::string_view stem) {
  for (const std::string_view irregular :
       {"돕", "눕", "줍", "굽", "깁", "듣", "걷", "묻", "싣", "깨닫", "일컫", "긷", "짓",
        "잇", "긋", "낫", "붓", "젓", "르", "으", "쓰", "끄", "뜨",   "크",   "트"}) {
    if (stem.ends_with(irregular)) return true;
  }
  return false;
}

// The vowel that a stem's last one becomes with -었-: 오 → 와 as in 왔다.
std::optional<int> PastVowel(int vowel) {
  enum Vowel { kA = 0, kAe = 1, kEo = 4, kE = 5, kYeo = 6, kO = 8, kWa = 9, kU = 13, kWeo = 14, kI = 20 };
  switch (vowel) {
    case kA:
    case kAe:
    case kEo:
    case kE:
    case kYeo:
      return vowel;
    case kO:
      return kWa;
    case kU:
      return kWeo;
    case kI:
      return kYeo;
    default:
      return std::nullopt;
  }
}

bool EndsWithNoun(std::string_view words) {
  const size_t space = words.rfind(' ');
  return space != std::string_view::npos && ClauseNoun(words.substr(space + 1)) != ClauseNounKind::kNone;
}

}  // namespace

std::string WithTopicParticle(std::string_view name) {
  if (name.empty()) return {};
  std::string text(name);
  char32_t last = 0;
  for (size_t end = text.size(); end > 0;) {
    const DecodedRune rune = DecodeRuneBefore(text, end);
    last = rune.code;
    if (last != U')' && last != U'\'' && last != U'"') break;
    end -= rune.length;
  }
  if (IsHangulSyllable(last)) return text + (HasFinalConsonant(last) ? "은" : "는");
  // Latin letters and figures as Koreans read them aloud: L, M, N, R and 0, 1, 3, 6, 7, 8 end in a consonant.
  constexpr std::u32string_view kClosed = U"LMNRlmnr013678";
  return text + (kClosed.find(last) != std::u32string_view::npos ? "은" : "는");
}

std::string PastForm(std::string_view lemma) {
  constexpr int kA = 0;
  constexpr int kO = 8;
  constexpr std::string_view kEnding = "다";
  constexpr int kSsangsiot = 20;
  if (!lemma.ends_with(kEnding) || lemma.size() <= kEnding.size()) return std::string(lemma);
  const std::string_view stem = lemma.substr(0, lemma.size() - kEnding.size());
  const DecodedRune last = DecodeRuneBefore(stem, stem.size());
  const std::optional<Jamo> parts = Decompose(last.code);
  if (!parts || IsIrregular(stem)) return std::string(lemma);
  std::string past(stem);
  if (parts->final != 0) return past + (parts->vowel == kA || parts->vowel == kO ? "았다" : "었다");
  if (stem.ends_with("하")) {
    past.resize(past.size() - last.length);
    return past + "했다";
  }
  if (stem.ends_with("되")) {
    past.resize(past.size() - last.length);
    return past + "됐다";
  }
  const std::optional<int> vowel = PastVowel(parts->vowel);
  if (!vowel) return std::string(lemma);
  past.resize(past.size() - last.length);
  AppendRune(Compose({parts->initial, *vowel, kSsangsiot}), past);
  return past + std::string(kEnding);
}

std::string PresentForm(std::string_view lemma) {
  constexpr int kNieun = 4;
  constexpr int kRieul = 8;
  constexpr std::string_view kEnding = "다";
  if (!lemma.ends_with(kEnding) || lemma.size() <= kEnding.size()) return std::string(lemma);
  if (lemma == "이다" || lemma == "있다" || lemma == "없다" || lemma == "아니다") return std::string(lemma);
  std::string present(lemma.substr(0, lemma.size() - kEnding.size()));
  const DecodedRune last = DecodeRuneBefore(present, present.size());
  const std::optional<Jamo> parts = Decompose(last.code);
  if (!parts) return std::string(lemma);
  if (parts->final != 0 && parts->final != kRieul) return present + "는다";
  present.resize(present.size() - last.length);
  AppendRune(Compose({parts->initial, parts->vowel, kNieun}), present);
  return present + std::string(kEnding);
}

std::string SummarizeClause(const Sentence& sentence, const SentenceClauses& clauses, const Clause& clause,
                            const TextSpan& span, bool past, std::string_view subject) {
  const std::string_view text = sentence.text;
  std::string_view words = span.In(text);
  std::string tail;
  if (clause.predicate >= 0) {
    const Predicate& predicate = clauses.predicates[clause.predicate];
    if (predicate.link != Link::kFinal) {
      const bool separate = predicate.stem_end > predicate.span.begin && predicate.past;
      const int end = separate ? predicate.stem_end : predicate.span.begin;
      words = text.substr(span.begin, std::max(0, end - span.begin));
      tail = separate          ? "다"
             : past            ? PastForm(predicate.lemma)
             : predicate.state ? predicate.lemma
                               : PresentForm(predicate.lemma);
    } else if (EndsWithNoun(words)) {
      tail = "이다";  // 12일 열 예정
    }
  }
  words = TrimLead(words);
  if (!subject.empty()) words = TrimPronoun(words);
  std::string summary = subject.empty() ? std::string() : WithTopicParticle(subject) + " ";
  summary += TruncateUtf8(words, kLongestSummary);
  summary += tail;
  return summary;
}

}  // namespace sillok::ingest
