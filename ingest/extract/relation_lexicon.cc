#include "ingest/extract/relation_lexicon.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {
namespace {

RelationKind RelationKindOf(std::string_view name) {
  static const auto* kinds = new ViewMap<RelationKind>{
      {"position", RelationKind::kPosition},       {"agreement", RelationKind::kAgreement},
      {"partnership", RelationKind::kPartnership}, {"investment", RelationKind::kInvestment},
      {"subsidiary", RelationKind::kSubsidiary},   {"acquisition", RelationKind::kAcquisition},
      {"founding", RelationKind::kFounding},       {"supply", RelationKind::kSupply},
      {"lawsuit", RelationKind::kLawsuit},         {"membership", RelationKind::kMembership}};
  const auto kind = kinds->find(name);
  return kind == kinds->end() ? RelationKind::kUnknown : kind->second;
}

unsigned SidesOf(std::string_view column) {
  constexpr std::array<std::pair<std::string_view, unsigned>, 9> kSides = {{{"actor", kActor},
                                                                            {"을", kPatient},
                                                                            {"에", kGoal},
                                                                            {"로", kInto},
                                                                            {"와", kWith},
                                                                            {"부터", kOrigin},
                                                                            {"상대", kAgainst},
                                                                            {"before", kBefore},
                                                                            {"after", kAfter}}};
  unsigned sides = 0;
  for (const auto& [name, side] : kSides) {
    if (column.find(name) != std::string_view::npos) sides |= side;
  }
  return sides;
}

RelationWord RelationWordOf(const LexiconRow& row) {
  constexpr std::array kDoings = {Doing::kState, Doing::kAct, Doing::kPlan};
  return {.word = row[0].substr(0, row[1] == "phrase" ? row[0].rfind(' ') : row[0].size()),
          .label = row[6],
          .kind = RelationKindOf(row[2]),
          .subject = SidesOf(row[3]),
          .object = SidesOf(row[4]),
          .doing = kDoings.at(row.Number(5))};
}

Tenure TenureOf(std::string_view name) {
  if (name == "past") return Tenure::kPast;
  return name == "then" ? Tenure::kThen : Tenure::kPlanned;
}

struct RelationRows {
  RelationRows() {
    ForEachRow("relation_words", [this](const LexiconRow& row) {
      const std::string_view form = row[1];
      if (form == "tenure") {
        tenures[row[0]] = TenureOf(row[2]);
      } else if (form == "pair") {
        pairs.insert(row[0]);
      } else if (form == "body") {
        bodies.Add(row[0], 0);
      } else if (form == "carry") {
        carriers[row[0]] = RelationWordOf(row).doing;
        carrying.insert(row[0]);
      } else if (form == "tie") {
        AddSuffix(row[0], RelationWordOf(row), ties, tie_rows);
      } else if (form == "appoint") {
        appointments[row[0]] = RelationWordOf(row);
      } else if (form == "verb") {
        verbs[row[0]] = RelationWordOf(row);
      } else if (form == "phrase") {
        phrases[row[0]] = RelationWordOf(row);
        bound.Add(phrases[row[0]].word, 0);
        carrying.insert(row[0].substr(row[0].rfind(' ') + 1));
      } else {
        nouns[row[0]] = RelationWordOf(row);
        bound.Add(row[0], 0);
      }
    });
  }

  static void AddSuffix(std::string_view word, const RelationWord& meaning, SuffixTrie& trie,
                        std::vector<RelationWord>& rows) {
    trie.Add(word, static_cast<int>(rows.size()));
    rows.push_back(meaning);
  }

  ViewMap<RelationWord> verbs;
  ViewMap<RelationWord> appointments;
  ViewMap<RelationWord> nouns;
  ViewMap<RelationWord> phrases;
  ViewMap<Doing> carriers;
  ViewSet carrying;  // carriers and the verbs of phrases
  ViewSet pairs;
  ViewMap<Tenure> tenures;
  SuffixTrie bound;
  SuffixTrie bodies;
  SuffixTrie ties;
  std::vector<RelationWord> tie_rows;
};

const RelationRows& RelationLexicon() {
  static const auto* rows = new RelationRows;
  return *rows;
}

}  // namespace

std::string_view RelationWord::Label() const {
  if (!label.empty()) return label;
  for (const std::string_view verb : {"하다", "되다"}) {
    if (word.ends_with(verb)) return word.substr(0, word.size() - verb.size());
  }
  return word;
}

std::optional<RelationWord> FindRelationVerb(std::string_view lemma) {
  const auto row = RelationLexicon().verbs.find(lemma);
  return row == RelationLexicon().verbs.end() ? std::nullopt : std::optional(row->second);
}

std::optional<RelationWord> FindAppointment(std::string_view lemma) {
  const auto row = RelationLexicon().appointments.find(lemma);
  return row == RelationLexicon().appointments.end() ? std::nullopt : std::optional(row->second);
}

std::string_view FindBoundNoun(std::string_view words) {
  std::string_view longest;
  RelationLexicon().bound.Match(words, [&](int begin, int) { longest = words.substr(begin); });
  return longest;
}

std::optional<RelationWord> FindCarriedRelation(std::string_view noun, std::string_view lemma) {
  const std::string both = std::string(noun) + " " + std::string(lemma);
  if (const auto row = RelationLexicon().phrases.find(both); row != RelationLexicon().phrases.end()) {
    return row->second;
  }
  const auto carrier = RelationLexicon().carriers.find(lemma);
  const auto row = RelationLexicon().nouns.find(noun);
  if (carrier == RelationLexicon().carriers.end() || row == RelationLexicon().nouns.end()) {
    return std::nullopt;
  }
  RelationWord carried = row->second;
  carried.doing = carrier->second;
  return carried;
}

std::optional<RelationWord> FindTie(std::string_view noun) {
  std::optional<RelationWord> longest;
  RelationLexicon().ties.Match(noun, [&](int, int row) { longest = RelationLexicon().tie_rows[row]; });
  return longest;
}

bool MayCarry(std::string_view lemma) { return RelationLexicon().carrying.contains(lemma); }

bool IsPairNoun(std::string_view words) { return RelationLexicon().pairs.contains(words); }

bool IsBodyNoun(std::string_view noun) {
  bool is_body = false;
  RelationLexicon().bodies.Match(noun, [&](int, int) { is_body = true; });
  return is_body;
}

Tenure FindTenure(std::string_view word) {
  const auto row = RelationLexicon().tenures.find(word);
  return row == RelationLexicon().tenures.end() ? Tenure::kNow : row->second;
}

Tenure TenureOfTitle(std::string_view title) {
  for (const auto& [word, tenure] : RelationLexicon().tenures) {
    if (tenure == Tenure::kPlanned && title.ends_with(word)) return tenure;
  }
  return Tenure::kNow;
}

}  // namespace sillok::ingest
