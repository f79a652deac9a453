#include "ingest/extract/nicknames.h"

#include <algorithm>

#include "common/text/hangul.h"

namespace sillok::ingest {

// ‘두루미’ 김나래: what a short word in marks right before a person calls that person, if it ever speaks.
Nicknames::Nicknames(const NamedArticle& named, const ArticleClauses& clauses)
    : parsed_(named.dated.parsed), clauses_(clauses) {
  constexpr int kLongest = 8 * static_cast<int>(kSyllableBytes);
  size_t mention = 0;
  for (const Quotation& quotation : parsed_.quotations) {
    const std::string_view text = parsed_.sentences[quotation.sentence].text;
    const std::string_view word = quotation.inner.In(text);
    if (!quotation.closed || quotation.inner.size() > kLongest || word.find(' ') != std::string_view::npos) {
      continue;
    }
    const Place behind{quotation.sentence, {quotation.outer.end, quotation.outer.end + 1}};
    while (mention < named.mentions.size() && (named.mentions[mention].at.sentence < behind.sentence ||
                                               (named.mentions[mention].at.sentence == behind.sentence &&
                                                named.mentions[mention].at.span.begin < behind.span.begin))) {
      ++mention;
    }
    if (mention == named.mentions.size()) return;
    const Mention& person = named.mentions[mention];
    const int gap = person.at.span.begin - quotation.outer.end;
    const bool next = person.at.sentence == quotation.sentence &&
                      (gap == 0 || (gap == 1 && text[quotation.outer.end] == ' '));
    if (next && person.type == EntityType::kPerson) nicknames_.emplace(word, person.referent);
  }
}

// ‘두루미’는 “…”, 두루미는 “…”.
void Nicknames::Resolve(int s, Subject& subject) const {
  if (nicknames_.empty() || !subject.found() || subject.referent >= 0 || subject.phrase < 0) return;
  const SentenceClauses& in = clauses_.sentences[s];
  const int begin = in.phrases[subject.phrase].head.begin;
  std::string_view name = in.phrases[subject.phrase].head.In(parsed_.sentences[s].text);
  const auto first = parsed_.quotations.begin() + in.quotation_begin;
  const auto last = parsed_.quotations.begin() + in.quotation_end;
  const auto around = std::partition_point(
      first, last, [begin](const Quotation& quotation) { return quotation.inner.begin < begin; });
  for (auto quotation = around; quotation != last && quotation->inner.begin == begin; ++quotation) {
    name = quotation->inner.In(parsed_.sentences[s].text);
  }
  const auto known = nicknames_.find(name);
  if (known == nicknames_.end()) return;
  subject.referent = known->second;
  subject.type = EntityType::kPerson;
}

}  // namespace sillok::ingest
