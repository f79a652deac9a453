#include "ingest/extract/event_summary.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr size_t kLongestSummary = 600;  // bytes

std::string_view TrimLead(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    while (text.starts_with(' ') || text.starts_with(',') || text.starts_with('.')) text.remove_prefix(1);
    for (const std::string_view lead :
         {"이어 ", "그러면서 ", "한편 ", "한편, ", "또한 ", "또 ", "또, ", "아울러 ", "특히 ", "이에 ",
          "다만 ", "하지만 ", "그러나 ", "이후 ", "이 외에 ", "마지막으로 "}) {
      if (!text.starts_with(lead)) continue;
      text.remove_prefix(lead.size());
      again = true;
      break;
    }
  }
  return text;
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

std::string SummarizeClause(const Sentence& sentence, const SentenceClauses& clauses, const Clause& clause,
                            std::string_view subject) {
  std::string_view words = clause.span.In(sentence.text);
  std::string tail;
  if (clause.predicate >= 0) {
    const Predicate& predicate = clauses.predicates[clause.predicate];
    if (predicate.link != Link::kFinal) {
      const bool separate = predicate.stem_end > predicate.span.begin && predicate.past;
      const int end = separate ? predicate.stem_end : predicate.span.begin;
      words = std::string_view(sentence.text).substr(clause.span.begin, std::max(0, end - clause.span.begin));
      tail = separate ? "다" : predicate.lemma;
    }
  }
  words = TrimLead(words);
  std::string summary = subject.empty() ? std::string() : WithTopicParticle(subject) + " ";
  summary += TruncateUtf8(words, kLongestSummary);
  summary += tail;
  return summary;
}

}  // namespace sillok::ingest
