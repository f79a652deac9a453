#include "ingest/extract/indirect_speech.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "ingest/extract/quote_setting.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

// 개최한다고 → 개최한다.
int FusedEnd(std::string_view text, const Predicate& predicate) {
  const std::string_view words = predicate.span.In(text);
  for (const std::string_view link : {"고", "며", "면서"}) {
    if (words.ends_with(link)) return predicate.span.end - static_cast<int>(link.size());
  }
  return predicate.span.end;
}

}  // namespace

int SayingAfter(const SentenceClauses& in, int clause) {
  const size_t end = std::min(in.clauses.size(), static_cast<size_t>(clause) + kFarthestClauses);
  for (size_t c = clause + 1; c < end; ++c) {
    if (in.clauses[c].layer != kMatrix || in.clauses[c].opens) return -1;
    for (const int p : in.clauses[c].predicates) {
      if (SpeechVerb(in.predicates[p].short_lemma) == SpeechStrength::kStrong) return p;
    }
    const int own = in.clauses[c].predicate;
    if (own < 0 || in.predicates[own].link != Link::kQuotative) return -1;
  }
  return -1;
}

TextSpan IndirectWords(std::string_view text, const Predicate& predicate, int begin) {
  while (begin < predicate.span.begin && (text[begin] == ' ' || text[begin] == ',')) ++begin;
  const int ending = std::max(predicate.stem_end, predicate.span.begin);
  const int fused = predicate.stem_end > predicate.span.begin ? static_cast<int>(kSyllableBytes) : 0;
  const int end = std::min(predicate.span.end, ending + fused);
  return {begin, end > ending ? end : FusedEnd(text, predicate)};
}

}  // namespace sillok::ingest
