#include "ingest/extract/body_nouns.h"

#include <set>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"

namespace sillok::ingest {
namespace {

// A noun of one syllable says too little, a longer one is nearly the name.
constexpr int kShortest = 2;
constexpr int kLongest = 5;

bool StandsForAny(std::string_view noun) {
  static const auto* rows = [] {
    auto* nouns = new std::set<std::string_view>;
    ForEachRow("body_nouns", [nouns](const LexiconRow& row) { nouns->insert(row[0]); });
    return nouns;
  }();
  return rows->contains(noun);
}

}  // namespace

void BodyNouns::Hear(int referent, std::string_view name, bool acts) {
  if (acts) actor_ = referent;
  for (int syllables = kShortest; syllables <= kLongest; ++syllables) {
    const size_t bytes = syllables * kSyllableBytes;
    if (bytes >= name.size()) return;
    by_ending_[std::string(name.substr(name.size() - bytes))] = referent;
  }
}

int BodyNouns::Find(std::string_view noun) const {
  if (StandsForAny(noun)) return actor_;
  const auto named = by_ending_.find(noun);
  return named == by_ending_.end() ? -1 : named->second;
}

}  // namespace sillok::ingest
