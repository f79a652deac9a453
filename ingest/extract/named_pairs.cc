#include "ingest/extract/named_pairs.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/extract/relation_lexicon.h"
#include "ingest/extract/relation_saying.h"

namespace sillok::ingest {
namespace {

constexpr size_t kTwo = 2;
// How far after the one body the other may stand, in phrases: 누리사는 9일 서울에서 가람대와.
constexpr size_t kFarthestPartner = 3;

bool AreBodies(const std::vector<Party>& parties) {
  return std::all_of(parties.begin(), parties.end(), [](const Party& party) { return party.body >= 0; });
}

// 누리사와 가람대는, 누리사는 가람대와: the two bodies that the clause names, and no third.
std::vector<Party> PairOf(const SentenceClauses& in, int s, const Clause& clause,
                          const PartyReader& parties) {
  for (size_t i = 0; i < clause.phrases.size(); ++i) {
    const NounPhrase& phrase = in.phrases[clause.phrases[i]];
    if (!MayAct(phrase) || phrase.mentions.empty()) continue;
    std::vector<Party> pair = parties.ReadList(s, clause, clause.phrases[i]);
    const size_t end = std::min(clause.phrases.size(), i + 1 + kFarthestPartner);
    for (size_t j = i + 1; j < end && pair.size() == 1; ++j) {
      if (in.phrases[clause.phrases[j]].role != Case::kPartner) continue;
      for (const Party& partner : parties.ReadList(s, clause, clause.phrases[j])) pair.push_back(partner);
    }
    if (pair.size() == kTwo && AreBodies(pair)) return pair;
    return {};
  }
  return {};
}

// A body that is not of the pair ends it.
bool NamesAnother(const NamedArticle& named, const SentenceClauses& in, const std::vector<Party>& pair) {
  for (int m = in.mention_begin; m < in.mention_end && !pair.empty(); ++m) {
    const Mention& mention = named.mentions[m];
    const bool known = std::any_of(pair.begin(), pair.end(),
                                   [&](const Party& party) { return party.body == mention.referent; });
    if (mention.type == EntityType::kOrganization && !known) return true;
  }
  return false;
}

}  // namespace

NamedPairs::NamedPairs(const NamedArticle& named, const ArticleClauses& clauses, const PartyReader& parties) {
  const auto& sentences = named.dated.parsed.sentences;
  before_.resize(sentences.size());
  for (int s = 0; s < static_cast<int>(sentences.size()); ++s) {
    const bool new_part = s > 0 && sentences[s].part != sentences[s - 1].part;
    if (new_part) pairs_.emplace_back();
    before_[s] = static_cast<int>(pairs_.size()) - 1;
    const SentenceClauses& in = clauses.sentences[s];
    if (NamesAnother(named, in, pairs_.back())) pairs_.emplace_back();
    if (in.mention_end - in.mention_begin < static_cast<int>(kTwo)) continue;
    for (const Clause& clause : in.clauses) {
      std::vector<Party> pair = PairOf(in, s, clause, parties);
      if (!pair.empty()) pairs_.push_back(std::move(pair));
    }
  }
}

bool StandsForPair(std::string_view text, const NounPhrase& phrase) {
  constexpr std::string_view kCount = "두 ";  // as long as 양
  const int begin = std::max(0, phrase.span.begin - static_cast<int>(kCount.size()));
  return IsPairNoun(phrase.span.In(text)) || IsPairNoun(TextSpan{begin, phrase.span.end}.In(text));
}

}  // namespace sillok::ingest
