#include "ingest/extract/candidates.h"

#include <span>
#include <string_view>

#include "ingest/extract/listed_names.h"
#include "ingest/extract/person_names.h"
#include "ingest/extract/quoted_names.h"

namespace sillok::ingest {
namespace {

std::vector<SentenceNames> Prepare(const DatedArticle& dated) {
  std::vector<SentenceNames> sentences;
  sentences.reserve(dated.parsed.sentences.size());
  const std::span<const Quotation> quotations = dated.parsed.quotations;
  size_t quotation = 0;
  size_t date = 0;
  for (size_t index = 0; index < dated.parsed.sentences.size(); ++index) {
    const Sentence& sentence = dated.parsed.sentences[index];
    SentenceNames& names = sentences.emplace_back();
    names.sentence = &sentence;
    names.index = static_cast<int>(index);
    names.words = SplitWords(sentence);
    const size_t first = quotation;
    while (quotation < quotations.size() && quotations[quotation].sentence == names.index) ++quotation;
    names.quotations = quotations.subspan(first, quotation - first);
    size_t word = 0;
    for (; date < dated.dates.size() && dated.dates[date].sentence == names.index; ++date) {
      const TextSpan& span = dated.dates[date].span;
      names.dates.push_back(span);
      while (word < names.words.size() && names.words[word].span.end <= span.begin) ++word;
      for (; word < names.words.size() && names.words[word].span.begin < span.end; ++word) {
        names.words[word].date = true;
      }
    }
    ReadWords(names);
  }
  return sentences;
}

// The finders, in order: each may look at what those before it found.
void FindWithinSentence(SentenceNames& names) {
  const auto run = [&names](std::string_view finder, void (*find)(SentenceNames&)) {
    names.finder = finder;
    find(names);
  };
  run("row", FindListedNames);
  run("ending of a body", FindOrganizations);
  run("ending of a place", FindPlaces);
  run("ending of an event", FindEvents);
  run("person", FindPeople);
  run("quotation marks beside a kind", FindQuotedNames);
}

}  // namespace

std::vector<SentenceNames> FindCandidates(const DatedArticle& dated) {
  std::vector<SentenceNames> sentences = Prepare(dated);
  for (SentenceNames& names : sentences) FindWithinSentence(names);
  return sentences;
}

}  // namespace sillok::ingest
