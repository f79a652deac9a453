#include "ingest/clean/time_labels.h"

#include <map>
#include <string>

#include "common/lexicon/lexicon.h"
#include "ingest/clean/line_patterns.h"

namespace sillok::ingest {
namespace {

struct LabelRows {
  std::map<std::string, Claim, std::less<>> claims;  // keys are squeezed and in lower case
  LinePatterns sentences;
};

const LabelRows& AllLabels() {
  static const auto* const labels = [] {
    auto* const all = new LabelRows;
    const std::map<std::string_view, Claim> kinds = {{"publish", Claim::kPublish},
                                                     {"update", Claim::kUpdate},
                                                     {"weak", Claim::kWeak},
                                                     {"none", Claim::kNone}};
    const LexiconTable table = FindLexicon("time_labels");
    for (const LexiconRow& row : table.rows()) {
      if (row[1] == "sentence") {
        all->sentences.Add(row[0]);
      } else {
        all->claims.emplace(std::string(row[0]), kinds.at(row[1]));
      }
    }
    all->sentences.Compile();
    return all;
  }();
  return *labels;
}

}  // namespace

std::optional<Claim> ClaimOf(std::string_view squeezed) {
  const auto label = AllLabels().claims.find(squeezed);
  if (label == AllLabels().claims.end()) return std::nullopt;
  return label->second;
}

bool StatesTime(std::string_view squeezed) { return AllLabels().sentences.FirstMatch(squeezed).has_value(); }

}  // namespace sillok::ingest
