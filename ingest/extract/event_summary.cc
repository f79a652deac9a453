#include "ingest/extract/event_summary.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/clause_noun.h"
#include "ingest/extract/verb_form.h"

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

// Where the noun ends in 낼 계획이었으나, 열 예정인 가운데; 0 when none stands in the middle.
int EndOfPlan(std::string_view text, const Predicate& predicate) {
  if (predicate.link == Link::kFinal || predicate.link == Link::kQuotative || !predicate.prospective) {
    return 0;
  }
  const std::string_view words = predicate.span.In(text);
  const size_t space = words.rfind(' ');
  if (space == std::string_view::npos) return 0;
  const std::string_view last = words.substr(space + 1);
  for (const std::string_view noun : {"계획", "예정", "방침", "구상", "전망", "목표"}) {
    if (!last.starts_with(noun) || !last.substr(noun.size()).starts_with("이")) continue;
    return predicate.span.begin + static_cast<int>(space + 1 + noun.size());
  }
  return 0;
}

bool HoldsPast(std::string_view ending) {
  return ending.find("었") != std::string_view::npos || ending.find("였") != std::string_view::npos;
}

bool EndsWithNoun(std::string_view words) {
  const size_t space = words.rfind(' ');
  return space != std::string_view::npos && ClauseNoun(words.substr(space + 1)) != ClauseNounKind::kNone;
}

}  // namespace

TextSpan WithMarks(std::string_view text, TextSpan span) {
  constexpr std::u32string_view kOpening = U"‘“「『〈《";
  constexpr std::u32string_view kClosing = U"’”」』〉》";
  std::u32string open;  // those that the span leaves open
  size_t unopened = 0;  // those that it closes and does not open
  char32_t closing = 0;
  for (size_t at = span.begin; at < static_cast<size_t>(span.end);) {
    const DecodedRune rune = DecodeRune(text, at);
    at += rune.length;
    if (kOpening.find(rune.code) != std::u32string_view::npos) open += rune.code;
    if (kClosing.find(rune.code) == std::u32string_view::npos) continue;
    if (!open.empty()) {
      open.pop_back();
    } else if (unopened++ == 0) {
      closing = rune.code;
    }
  }
  if (unopened == 1 && span.begin > 0) {
    const DecodedRune before = DecodeRuneBefore(text, span.begin);
    const size_t mark = kOpening.find(before.code);
    if (mark != std::u32string_view::npos && kClosing[mark] == closing) {
      span.begin -= static_cast<int>(before.length);
    }
  }
  if (open.size() == 1 && static_cast<size_t>(span.end) < text.size()) {
    const DecodedRune after = DecodeRune(text, span.end);
    if (after.code == kClosing[kOpening.find(open[0])]) span.end += static_cast<int>(after.length);
  }
  return span;
}

std::string WithTopicParticle(std::string_view name) {
  if (name.empty()) return {};
  std::string text(name);
  char32_t last = 0;
  for (size_t end = text.size(); end > 0;) {
    const DecodedRune rune = DecodeRuneBefore(text, end);
    last = rune.code;
    if (std::u32string_view(U")'\"’”」』〉》").find(last) == std::u32string_view::npos) break;
    end -= rune.length;
  }
  if (IsHangulSyllable(last)) return text + (HasFinalConsonant(last) ? "은" : "는");
  // Latin letters and figures as Koreans read them aloud: L, M, N, R and 0, 1, 3, 6, 7, 8 end in a consonant.
  constexpr std::u32string_view kClosed = U"LMNRlmnr013678";
  return text + (kClosed.find(last) != std::u32string_view::npos ? "은" : "는");
}

std::string SummarizeClause(const Sentence& sentence, const SentenceClauses& clauses, const Clause& clause,
                            const TextSpan& span, bool past, std::string_view subject) {
  const std::string_view text = sentence.text;
  std::string_view words = span.In(text);
  std::string tail;
  if (clause.predicate >= 0) {
    const Predicate& predicate = clauses.predicates[clause.predicate];
    if (const int plan = EndOfPlan(text, predicate); plan > 0) {
      words = text.substr(span.begin, std::max(0, plan - span.begin));
      tail = HoldsPast(TextSpan{plan, predicate.span.end}.In(text)) ? "이었다" : "이다";
    } else if (predicate.link != Link::kFinal) {
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
