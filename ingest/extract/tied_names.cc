#include "ingest/extract/tied_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/relation_lexicon.h"

namespace sillok::ingest {
namespace {

constexpr int kSureByTie = 85;
// Bytes and words between the names: "의 반도체 자회사인 인공지능 기업 ‘".
constexpr int kWidestGap = 100;
constexpr int kMostWordsBefore = 2;
constexpr int kMostWordsAfter = 2;

// Without the marks and glosses around a word.
std::string_view Bare(std::string_view word) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"‘", "’", "“", "”", "'", "\""}) {
      if (word.starts_with(mark)) {
        word.remove_prefix(mark.size());
        again = true;
      } else if (word.ends_with(mark)) {
        word.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return word;
}

std::string_view WithoutGloss(std::string_view gap) {
  const size_t close = gap.find(')');
  if (gap.starts_with('(') && close != std::string_view::npos) gap.remove_prefix(close + 1);
  for (const std::string_view mark : {"’", "”", "'", "\""}) {
    if (gap.starts_with(mark)) gap.remove_prefix(mark.size());
  }
  return gap;
}

// 자회사, 자회사인, 산하의.
std::optional<RelationWord> TieOf(std::string_view word) {
  for (const std::string_view ending : {"인", "이자", "의", ""}) {
    if (!word.ends_with(ending)) continue;
    if (std::optional<RelationWord> tie = FindTie(word.substr(0, word.size() - ending.size()))) return tie;
  }
  return std::nullopt;
}

class TiedNameFinder {
 public:
  TiedNameFinder(const NamedArticle& named, const ArticleClauses& clauses, const PartyReader& parties)
      : named_(named), clauses_(clauses), parties_(parties) {}

  std::vector<RelationMention> Find() {
    for (int s = 0; s < static_cast<int>(clauses_.sentences.size()); ++s) {
      const SentenceClauses& in = clauses_.sentences[s];
      for (int m = in.mention_begin; m < in.mention_end; ++m) ReadApposed(s, m);
      for (const Clause& clause : in.clauses) ReadSaid(s, clause);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  // ---- 가람그룹 계열사 누리사 ----

  void ReadApposed(int s, int after) {
    int before = after - 1;
    const int first = clauses_.sentences[s].mention_begin;
    if (before < first) return;
    // 가람그룹의 미국 자회사 누리사.
    const bool place_between = named_.mentions[before].type == EntityType::kPlace && before > first;
    std::optional<RelationWord> tie = ReadGap(s, before, after);
    if (!tie && place_between) tie = ReadGap(s, --before, after);
    if (!tie) return;
    const Mention& owner = named_.mentions[before];
    const Mention& owned = named_.mentions[after];
    const Party one = parties_.PartyOf(owner.referent);
    const Party other = parties_.PartyOf(owned.referent);
    Add({s, {owner.at.span.begin, owned.at.span.end}}, *tie, one, other, named_.dated.written);
  }

  // The tie that stands between two names with nothing that takes them apart.
  std::optional<RelationWord> ReadGap(int s, int before, int after) {
    const int begin = named_.mentions[before].at.span.end;
    const int end = named_.mentions[after].at.span.begin;
    if (end - begin > kWidestGap || end <= begin) return std::nullopt;
    const int gloss = end - begin - static_cast<int>(WithoutGloss(TextSpan{begin, end}.In(Text(s))).size());
    std::string_view gap = TextSpan{begin + gloss, end}.In(Text(s));
    if (gap.starts_with("의 ")) gap.remove_prefix(std::string_view("의").size());
    if (!gap.starts_with(' ') || gap.find(',') != std::string_view::npos) return std::nullopt;
    std::optional<RelationWord> tie;
    int words = 0;
    while (!gap.empty()) {
      gap.remove_prefix(1);
      const std::string_view word = Bare(gap.substr(0, gap.find(' ')));
      gap.remove_prefix(std::min(gap.find(' '), gap.size()));
      if (word.empty()) continue;
      ++words;
      if (!tie) {
        tie = TieOf(word);
        if (tie) words = 0;
        if (!tie && (words > kMostWordsBefore || !IsNoun(s, word))) return std::nullopt;
      } else if (words > kMostWordsAfter || !Apposes(s, tie->kind, word)) {
        return std::nullopt;
      }
    }
    return tie;
  }

  // 계열사 *로봇기업* 누리사, 소속 *의원* 이든.
  bool Apposes(int s, RelationKind kind, std::string_view word) {
    if (IsBodyNoun(word)) return true;
    const bool person = kind == RelationKind::kMembership || kind == RelationKind::kFounding;
    return IsNoun(s, word) && (person ? Names().IsTitle(word) : !Names().IsTitle(word));
  }

  // `word`, which lies in the sentence, has neither particle nor ending.
  bool IsNoun(int s, std::string_view word) {
    const Sentence& sentence = named_.dated.parsed.sentences[s];
    const int begin = static_cast<int>(word.data() - sentence.text.data());
    const int end = begin + static_cast<int>(word.size());
    auto at = std::lower_bound(sentence.morphemes.begin(), sentence.morphemes.end(), begin,
                               [](const Morpheme& one, int byte) { return one.span.end <= byte; });
    for (; at != sentence.morphemes.end() && at->span.begin < end; ++at) {
      if (at->IsAny("J", "V", "E", "SF", "SC") || at->tag.find("+J") != std::string_view::npos) return false;
    }
    return true;
  }

  // ---- 누리사는 가람그룹의 자회사다; 누리사의 최대주주는 가람전자다 ----

  void ReadSaid(int s, const Clause& clause) {
    const SentenceClauses& in = clauses_.sentences[s];
    if (clause.phrases.size() < 2 || clause.predicate < 0) return;
    const Predicate& verb = in.predicates[clause.predicate];
    const auto first = std::find_if(clause.phrases.begin(), clause.phrases.end(), [&](int p) {
      return in.phrases[p].role == Case::kTopic || in.phrases[p].role == Case::kSubject;
    });
    if (first == clause.phrases.end()) return;
    const int topic = *first;
    if (verb.lemma == "이다" && !verb.negated && !verb.irrealis && !verb.prospective) {
      const auto at = PhraseAfter(in, clause, verb.span.begin);
      if (at == clause.phrases.begin() || in.phrases[*std::prev(at)].end != verb.span.begin) return;
      const DateValue valid = verb.past ? DateValue() : named_.dated.written;
      ReadSaidOf(s, clause, *std::prev(at), topic, verb.span.end, valid);
      ReadSaidOf(s, clause, topic, *std::prev(at), verb.span.end, valid);
    }
    // 누리사는 가람그룹 계열사로, …
    for (const int p : clause.phrases) {
      const NounPhrase& phrase = in.phrases[p];
      const std::string_view particle = ParticleOf(Text(s), phrase);
      if (particle != "로" || static_cast<size_t>(phrase.end) >= Text(s).size() ||
          Text(s)[phrase.end] != ',') {
        continue;
      }
      ReadSaidOf(s, clause, p, topic, phrase.end, named_.dated.written);
    }
  }

  // `tied` ends with a tie to its owner, which `other` is said to be.
  void ReadSaidOf(int s, const Clause& clause, int tied, int other, int end, const DateValue& valid) {
    if (tied == other) return;
    const SentenceClauses& in = clauses_.sentences[s];
    const NounPhrase& phrase = in.phrases[tied];
    const std::string_view word = phrase.head.In(Text(s));
    const std::optional<RelationWord> tie = FindTie(word);
    if (!tie) return;
    const int owner = OwnerOf(s, clause, tied);
    if (owner < 0) return;
    for (const Party& party : parties_.ReadList(s, clause, other)) {
      const int begin = std::min(in.phrases[other].span.begin, named_.mentions[owner].at.span.begin);
      Add({s, {begin, end}}, *tie, parties_.PartyOf(named_.mentions[owner].referent), party, valid);
    }
  }

  // The mention before the tie, in its phrase or in the genitive before; -1 when none.
  [[nodiscard]] int OwnerOf(int s, const Clause& clause, int tied) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const NounPhrase& phrase = in.phrases[tied];
    if (!phrase.mentions.empty()) {
      const int last = phrase.mentions.back();
      return named_.mentions[last].at.span.end <= phrase.head.begin ? last : -1;
    }
    const auto at = std::lower_bound(clause.phrases.begin(), clause.phrases.end(), tied);
    if (at == clause.phrases.begin()) return -1;
    const NounPhrase& before = in.phrases[*std::prev(at)];
    if (before.role != Case::kGenitive || before.mentions.empty() || phrase.span.begin - before.end > 1) {
      return -1;
    }
    const int last = before.mentions.back();
    return named_.mentions[last].at.span.end == before.span.end ? last : -1;
  }

  // ---- what is told ----

  void Add(const Place& at, const RelationWord& tie, const Party& before, const Party& after,
           const DateValue& valid) {
    const Party& subject = tie.subject == kBefore ? before : after;
    const Party& object = tie.subject == kBefore ? after : before;
    if (!MaySay(tie.kind, subject, object) || subject.referent == object.referent) return;
    RelationMention relation;
    relation.at = at;
    relation.kind = tie.kind;
    relation.subject = subject.referent;
    relation.object = object.referent;
    relation.label = std::string(tie.Label());
    if (tie.kind != RelationKind::kFounding) relation.valid = valid;
    relation.confidence = kSureByTie;
    found_.push_back(std::move(relation));
  }

  static bool MaySay(RelationKind kind, const Party& subject, const Party& object) {
    const bool body = object.type == EntityType::kOrganization;
    switch (kind) {
      case RelationKind::kMembership:  // a band too has its 소속사
      case RelationKind::kFounding:
        return body && subject.type != EntityType::kPlace;
      case RelationKind::kInvestment:
        return body && subject.type != EntityType::kProduct;
      case RelationKind::kSubsidiary:
        return body && (subject.type == EntityType::kOrganization || subject.type == EntityType::kPlace);
      default:
        return body && subject.type == EntityType::kOrganization;
    }
  }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const PartyReader& parties_;
  std::vector<RelationMention> found_;
};

}  // namespace

std::vector<RelationMention> FindTiedNames(const NamedArticle& named, const ArticleClauses& clauses,
                                           const PartyReader& parties) {
  return TiedNameFinder(named, clauses, parties).Find();
}

}  // namespace sillok::ingest
