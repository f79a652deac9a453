#include "query/link/name_key.h"

#include <algorithm>
#include <charconv>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/normalize.h"

namespace sillok::query {
namespace {

constexpr char kFacetMark = '\t';  // a normalised name holds none

// The alias rows, both ways, normalised.
struct Aliases {
  TextMap<std::string> name_of;
  TextMap<std::vector<std::string>> aliases_of;
};

Aliases LoadAliases() {
  Aliases aliases;
  const LexiconTable table = FindLexicon("aliases");
  for (const LexiconRow& row : table.rows()) {
    const std::string alias = NormalizeName(row[0]);
    const std::string name = NormalizeName(row[1]);
    if (alias.empty() || name.empty() || alias == name) continue;
    if (!aliases.name_of.emplace(alias, name).second) continue;
    aliases.aliases_of[name].push_back(alias);
  }
  for (auto& [name, forms] : aliases.aliases_of) std::sort(forms.begin(), forms.end());
  return aliases;
}

const Aliases& AliasRows() {
  static const Aliases& aliases = *new Aliases(LoadAliases());
  return aliases;
}

TextSet LoadPronouns() {
  TextSet pronouns;
  const LexiconTable table = FindLexicon("pronouns");
  for (const LexiconRow& row : table.rows()) pronouns.insert(NormalizeName(row[0]));
  return pronouns;
}

}  // namespace

NameKey NameKeyOf(v1::EntityType type, std::string_view canonical) {
  std::string name = NormalizeName(canonical);
  const auto& name_of = AliasRows().name_of;
  if (const auto row = name_of.find(name); row != name_of.end()) name = row->second;
  return {.type = type, .name = std::move(name), .facet = {}};
}

const std::vector<std::string>& AliasesOf(std::string_view name) {
  static const std::vector<std::string>& none = *new std::vector<std::string>();
  const auto& aliases_of = AliasRows().aliases_of;
  const auto row = aliases_of.find(name);
  return row == aliases_of.end() ? none : row->second;
}

bool IsNameForm(std::string_view normalised) {
  static const auto& pronouns = *new TextSet(LoadPronouns());
  return !normalised.empty() && !pronouns.contains(normalised);
}

std::string NameKeyText(const NameKey& key) {
  std::string text = std::to_string(static_cast<int>(key.type)) + "/" + key.name;
  if (!key.facet.empty()) text += kFacetMark + key.facet;
  return text;
}

std::optional<NameKey> ParseNameKey(std::string_view text) {
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  int type = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + slash, type);
  if (error != std::errc() || end != text.data() + slash || !v1::EntityType_IsValid(type)) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(slash + 1);
  const size_t mark = std::min(rest.find(kFacetMark), rest.size());
  return NameKey{.type = static_cast<v1::EntityType>(type),
                 .name = std::string(rest.substr(0, mark)),
                 .facet = std::string(rest.substr(std::min(mark + 1, rest.size())))};
}

const std::string& LinkerVersion() {
  // The number rises with every change of what a view derives from an article.
  static const std::string& version = *new std::string(
      "events-10/" + LexiconFingerprint({"aliases", "career_conflicts", "careers", "clause_particles",
                                         "clause_stopwords", "clause_verbs", "common_given_names",
                                         "event_kinds", "local_names", "pronouns", "regions", "surnames"}));
  return version;
}

}  // namespace sillok::query
