#include "ingest/extract/body_nouns.h"

#include <set>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "ingest/extract/measure_noun.h"

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
  // 금감원은 …했다. 회사는 …했다: not the regulator.
  if (acts && !IsReportingBody(name)) {
    const int times = ++acted_[referent];
    if (main_ < 0 || times >= acted_[main_]) main_ = referent;
    actor_ = times == 1 && acted_[main_] > 1 ? main_ : referent;
  }
  for (int syllables = kShortest; syllables <= kLongest; ++syllables) {
    const size_t bytes = syllables * kSyllableBytes;
    if (bytes >= name.size()) return;
    by_ending_[std::string(name.substr(name.size() - bytes))] = referent;
  }
}

void BodyNouns::HearPlace(int referent, std::string_view name) {
  if (name.size() <= kSyllableBytes) return;
  const std::string_view last = name.substr(name.size() - kSyllableBytes);
  for (const std::string_view division : {"시", "군", "구", "도"}) {
    if (last == division) by_ending_[std::string(division)] = referent;
  }
}

int BodyNouns::Find(std::string_view noun, int actor) const {
  const auto named = by_ending_.find(noun);
  if (named != by_ending_.end()) return named->second;
  return StandsForAny(noun) ? actor : -1;
}

}  // namespace sillok::ingest
