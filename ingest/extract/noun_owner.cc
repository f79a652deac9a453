#include "ingest/extract/noun_owner.h"

#include <algorithm>
#include <iterator>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/measure_noun.h"

namespace sillok::ingest {
namespace {

// MeCab may cut a word that it does not know: 어|피티.
int WordBegin(std::string_view text, int begin) {
  int at = begin;
  while (at > 0) {
    const DecodedRune before = DecodeRuneBefore(text, at);
    if (!IsHangulSyllable(before.code)) return at;
    at -= static_cast<int>(before.length);
  }
  return at;
}

}  // namespace

OwnedNoun ReadOwnedNoun(const NamedArticle& named, int sentence, const SentenceClauses& in,
                        const NounPhrase& phrase, int begin, int end) {
  const std::string_view text = named.dated.parsed.sentences[sentence].text;
  OwnedNoun read;
  int after_name = begin;
  const auto first = std::partition_point(phrase.mentions.begin(), phrase.mentions.end(),
                                          [&](int m) { return named.mentions[m].at.span.begin < begin; });
  for (auto it = first; it != phrase.mentions.end(); ++it) {
    const Mention& mention = named.mentions[*it];
    if (mention.at.span.end > end) break;
    after_name = mention.at.span.end;
    if (mention.type == EntityType::kUnknown) continue;
    read.owner = mention.referent;
    read.person = mention.type == EntityType::kPerson;
  }
  const auto aside = std::partition_point(in.asides.begin(), in.asides.end(),
                                          [&](const TextSpan& gloss) { return gloss.begin < after_name; });
  if (aside != in.asides.end() && aside->begin == after_name) after_name = aside->end;
  if (begin == phrase.span.begin && after_name == begin) begin = after_name = WordBegin(text, begin);
  read.noun = TrimNoun(text.substr(after_name, std::max(0, end - after_name)));
  read.whole = TrimNoun(text.substr(begin, std::max(0, end - begin)));
  return read;
}

OwnedNoun ReadOwnedNoun(const NamedArticle& named, int sentence, const SentenceClauses& in,
                        const NounPhrase& phrase) {
  const int begin = phrase.numbers.empty() ? phrase.span.begin : in.numbers[phrase.numbers.back()].span.end;
  return ReadOwnedNoun(named, sentence, in, phrase, std::min(begin, phrase.span.end), phrase.span.end);
}

bool IsPlaceTopic(std::string_view text, const NounPhrase& phrase) {
  const std::string_view particle = text.substr(phrase.span.end, std::max(0, phrase.end - phrase.span.end));
  return particle == "에는" || particle == "에서는" || particle == "에도" || particle == "에서도" ||
         particle == "에선" || particle == "엔" || particle == "서는";
}

}  // namespace sillok::ingest
