#include "ingest/extract/unit_lexicon.h"

#include <algorithm>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {
namespace {

UnitKind UnitKindOf(std::string_view kind) {
  if (kind == "money") return UnitKind::kMoney;
  if (kind == "ratio") return UnitKind::kRatio;
  if (kind == "measure") return UnitKind::kMeasure;
  if (kind == "duration") return UnitKind::kDuration;
  return kind == "ordinal" ? UnitKind::kOrdinal : UnitKind::kCount;
}

struct Approximations {
  std::vector<std::string_view> before;
  std::vector<std::string_view> after;
  std::vector<std::string_view> joined;
};

const Approximations& Rows() {
  static const auto* rows = [] {
    auto* built = new Approximations;
    const LexiconTable table = FindLexicon("approximations");
    for (const LexiconRow& row : table.rows()) {
      auto& side = row[1] == "before" ? built->before : row[1] == "after" ? built->after : built->joined;
      side.push_back(row[0]);
    }
    return built;
  }();
  return *rows;
}

}  // namespace

UnitLexicon::UnitLexicon() {
  const LexiconTable units = FindLexicon("units");
  for (const LexiconRow& row : units.rows()) {
    forms_.Add(row[0], static_cast<int>(units_.size()));
    units_.push_back({row[1], UnitKindOf(row[2]), row[3] == "1"});
  }
}

const UnitLexicon& Units() {
  static const auto* units = new UnitLexicon;
  return *units;
}

size_t SkipJoinedApproximation(std::string_view text, size_t at) {
  const std::string_view after = text.substr(std::min(at, text.size()));
  for (const std::string_view word : Rows().joined) {
    if (after.starts_with(word)) return at + word.size();
  }
  return at;
}

bool ApproximatelyAround(std::string_view text, const TextSpan& number) {
  std::string_view before = text.substr(0, number.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  for (const std::string_view word : Rows().before) {
    if (!before.ends_with(word)) continue;
    const std::string_view rest = before.substr(0, before.size() - word.size());
    if (rest.empty() || rest.back() == ' ' || static_cast<unsigned char>(rest.back()) < 0x80) return true;
  }
  if (SkipJoinedApproximation(text, number.end) != static_cast<size_t>(number.end)) return true;
  std::string_view after = text.substr(number.end);
  for (const std::string_view particle : {"을", "를", "에", "이", "의"}) {
    if (after.starts_with(particle) && !after.starts_with("이상") && !after.starts_with("이하") &&
        !after.starts_with("이내")) {
      after.remove_prefix(kSyllableBytes);
      break;
    }
  }
  if (after.starts_with(' ')) after.remove_prefix(1);
  return std::any_of(Rows().after.begin(), Rows().after.end(),
                     [&](std::string_view word) { return after.starts_with(word); });
}

bool IsMachine(std::string_view noun) {
  static const auto* rows = [] {
    auto* nouns = new SuffixTrie;
    const LexiconTable table = FindLexicon("machine_nouns");
    for (const LexiconRow& row : table.rows()) nouns->Add(row[0], 0);
    return nouns;
  }();
  bool machine = false;
  rows->Match(noun, [&](int, int) { machine = true; });
  return machine;
}

}  // namespace sillok::ingest
