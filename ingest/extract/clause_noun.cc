#include "ingest/extract/clause_noun.h"

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"

namespace sillok::ingest {

ClauseNounKind ClauseNoun(std::string_view noun) {
  static const auto* rows = [] {
    auto* map = new ViewMap<ClauseNounKind>;
    const LexiconTable table = FindLexicon("clause_nouns");
    for (const LexiconRow& row : table.rows()) {
      (*map)[row[0]] = row[1] == "plan"      ? ClauseNounKind::kPlan
                       : row[1] == "fact"    ? ClauseNounKind::kFact
                       : row[1] == "ability" ? ClauseNounKind::kAbility
                                             : ClauseNounKind::kTime;
    }
    return map;
  }();
  const auto row = rows->find(noun);
  return row == rows->end() ? ClauseNounKind::kNone : row->second;
}

}  // namespace sillok::ingest
