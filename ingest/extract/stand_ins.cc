#include "ingest/extract/stand_ins.h"

#include <algorithm>
#include <string>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

// Two who were brought together longer ago are not meant any more.
constexpr int kSentencesBack = 4;
// Pages are hostile: a clause that names more is a list.
constexpr size_t kMostPaired = 16;

bool Acts(const NounPhrase& phrase) { return phrase.role == Case::kTopic || phrase.role == Case::kSubject; }

bool EndsWithDemonstrative(std::string_view before) {
  for (const std::string_view lead : {"이 ", "그 ", "해당 ", "같은 ", "동 "}) {
    if (before.ends_with(lead) &&
        (before.size() == lead.size() || before[before.size() - lead.size() - 1] == ' ')) {
      return true;
    }
  }
  return false;
}

// 해당 업체: without 해당, which MeCab takes for a noun; true when such a word stands within or before.
bool TakeDemonstrative(std::string_view text, const TextSpan& span, std::string_view& words) {
  const size_t space = words.find(' ');
  if (space != std::string_view::npos && EndsWithDemonstrative(words.substr(0, space + 1))) {
    words.remove_prefix(space + 1);
    return true;
  }
  return EndsWithDemonstrative(text.substr(0, span.begin));
}

// 두 회사, whose 두 is no part of the phrase.
std::string_view WithNumber(std::string_view text, TextSpan span) {
  for (const std::string_view number : {"두 ", "양 "}) {
    if (!text.substr(0, span.begin).ends_with(number)) continue;
    span.begin -= static_cast<int>(number.size());
    break;
  }
  return span.In(text);
}

bool IsDeath(std::string_view lemma) {
  for (const std::string_view verb :
       {"별세하다", "타계하다", "입적하다", "서거하다", "작고하다", "선종하다", "숨지다", "사망하다"}) {
    if (lemma == verb) return true;
  }
  return false;
}

std::string_view PairKind(std::string_view words) {
  static const auto* rows = [] {
    auto* map = new ViewMap<std::string_view>;
    ForEachRow("pair_nouns", [map](const LexiconRow& row) { (*map)[row[0]] = row[1]; });
    return map;
  }();
  const auto row = rows->find(words);
  return row == rows->end() ? std::string_view() : row->second;
}

}  // namespace

StandIns::StandIns(const NamedArticle& named, const ArticleClauses& clauses)
    : named_(named), clauses_(clauses) {
  for (size_t s = 0; s < clauses.sentences.size(); ++s) {
    for (const Clause& clause : clauses.sentences[s].clauses) {
      if (clause.layer != kMatrix) break;
      ReadClause(static_cast<int>(s), clause);
    }
  }
}

const std::vector<int>& StandIns::Of(int s, const NounPhrase& phrase) const {
  static const auto* nobody = new std::vector<int>;
  if (!phrase.mentions.empty() || phrase.layer != kMatrix) return *nobody;
  const auto found = found_.find({s, phrase.span.begin});
  return found == found_.end() ? *nobody : found->second;
}

void StandIns::ReadClause(int s, const Clause& clause) {
  const SentenceClauses& in = clauses_.sentences[s];
  actor_before_ = bodies_.actor();
  for (const int p : clause.phrases) {
    const NounPhrase& phrase = in.phrases[p];
    if (!phrase.mentions.empty()) {
      Hear(s, phrase);
    } else if (std::vector<int> found = Find(s, phrase); !found.empty()) {
      found_[{s, phrase.span.begin}] = std::move(found);
    }
  }
  HearPair(s, clause);
  HearDeath(s, clause);
}

int StandIns::KindOf(EntityType type) {
  if (type == EntityType::kPerson) return kPeople;
  if (type == EntityType::kOrganization) return kBodies;
  return type == EntityType::kPlace ? kPlaces : kKinds;
}

void StandIns::Hear(int s, const NounPhrase& phrase) {
  const bool person = std::any_of(phrase.mentions.begin(), phrase.mentions.end(),
                                  [&](int m) { return named_.mentions[m].type == EntityType::kPerson; });
  for (const int m : phrase.mentions) {
    const Mention& mention = named_.mentions[m];
    const std::string& name = named_.referents[mention.referent].canonical;
    if (mention.type == EntityType::kPlace) bodies_.HearPlace(mention.referent, name);
    if (mention.type != EntityType::kOrganization) continue;
    const bool whole = mention.at.span.end >= phrase.span.end || IsSpeakerNoun(phrase.head.In(Text(s)));
    bodies_.Hear(mention.referent, name, Acts(phrase) && !person && whole);
  }
}

// 누리사는 가람사와 …, 누리사와 가람사는 …: one of the two acts, and the other's part is said.
void StandIns::HearPair(int s, const Clause& clause) {
  const SentenceClauses& in = clauses_.sentences[s];
  std::array<std::vector<int>, kKinds> named;
  std::array<bool, kKinds> acts{};
  std::array<bool, kKinds>
      apart{};  // somebody stands without a part of his own: 주관은 누리사, 자문은 가람사가
  for (const int p : clause.phrases) {
    const NounPhrase& phrase = in.phrases[p];
    for (const int m : phrase.mentions) {
      const Mention& mention = named_.mentions[m];
      const int kind = KindOf(mention.type);
      if (kind == kKinds || named[kind].size() >= kMostPaired) continue;
      if (std::find(named[kind].begin(), named[kind].end(), mention.referent) == named[kind].end()) {
        named[kind].push_back(mention.referent);
      }
      const bool whole = kind == kPeople || mention.at.span.end >= phrase.head.begin;
      acts[kind] = acts[kind] || (Acts(phrase) && whole);
      apart[kind] = apart[kind] || phrase.role == Case::kNone;
    }
  }
  for (int kind = 0; kind < kKinds; ++kind) {
    if (named[kind].size() != 2 || !acts[kind] || apart[kind]) continue;
    pairs_[kind] = {.two = std::move(named[kind]), .sentence = s};
    if (kind != kPlaces) newest_ = kind;
  }
}

// 고인: who is said to have died.
void StandIns::HearDeath(int s, const Clause& clause) {
  const SentenceClauses& in = clauses_.sentences[s];
  if (clause.predicate < 0 || !IsDeath(in.predicates[clause.predicate].short_lemma)) return;
  for (const int p : clause.phrases) {
    if (!Acts(in.phrases[p])) continue;
    for (const int m : in.phrases[p].mentions) {
      if (named_.mentions[m].type == EntityType::kPerson) dead_ = named_.mentions[m].referent;
    }
  }
}

std::vector<int> StandIns::Find(int s, const NounPhrase& phrase) const {
  std::string_view words = phrase.span.In(Text(s));
  if (const std::string_view pair = PairKind(WithNumber(Text(s), phrase.span)); !pair.empty()) {
    return FindPair(s, pair);
  }
  if (words == "고인") return dead_ < 0 ? std::vector<int>() : std::vector<int>{dead_};
  const bool again = TakeDemonstrative(Text(s), phrase.span, words);
  if (!again && !Acts(phrase)) return {};
  // 회사 측은, 시 관계자는.
  if (const size_t space = words.rfind(' '); space != std::string_view::npos) {
    if (!SpeaksForBody(words.substr(space + 1))) return {};
    words = words.substr(0, space);
  }
  const int body = again && !Acts(phrase) ? bodies_.Find(words, actor_before_) : bodies_.Find(words);
  if (body < 0) return {};
  return {body};
}

std::vector<int> StandIns::FindPair(int s, std::string_view kind) const {
  const int index = kind == "person"  ? kPeople
                    : kind == "body"  ? kBodies
                    : kind == "place" ? kPlaces
                                      : newest_;
  const Pair& pair = pairs_[index];
  return s - pair.sentence > kSentencesBack ? std::vector<int>() : pair.two;
}

}  // namespace sillok::ingest
