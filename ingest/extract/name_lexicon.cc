#include "ingest/extract/name_lexicon.h"

#include <algorithm>
#include <cstdlib>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/normalize.h"

namespace sillok::ingest {
namespace {

// No row of suffixes or titles has more syllables.
constexpr int kLongestSuffix = 9;

int Number(std::string_view text) { return std::atoi(std::string(text).c_str()); }

template <typename Use>
void ForEachRow(std::string_view table, Use use) {
  const LexiconTable rows = FindLexicon(table);
  for (const LexiconRow& row : rows.rows()) use(row);
}

PlaceKind PlaceKindOf(std::string_view kind) {
  if (kind == "country") return PlaceKind::kCountry;
  if (kind == "hanja") return PlaceKind::kHanja;
  if (kind == "sido") return PlaceKind::kProvince;
  if (kind == "sigungu") return PlaceKind::kDivision;
  if (kind == "city") return PlaceKind::kCity;
  if (kind == "area") return PlaceKind::kArea;
  return PlaceKind::kLandmark;
}

SuffixUse SuffixUseOf(std::string_view how) {
  if (how == "proper") return SuffixUse::kProper;
  if (how == "foreign") return SuffixUse::kForeign;
  if (how == "space") return SuffixUse::kSpace;
  if (how == "after") return SuffixUse::kAfter;
  if (how == "titled") return SuffixUse::kTitled;
  if (how == "local") return SuffixUse::kLocal;
  return SuffixUse::kWord;
}

EntityType KindNamed(std::string_view kind) {
  if (kind == "event") return EntityType::kNamedEvent;
  if (kind == "work") return EntityType::kWork;
  return EntityType::kProduct;
}

}  // namespace

std::string_view LastRunes(std::string_view text, int count) {
  size_t at = text.size();
  for (; count > 0 && at > 0; --count) at -= DecodeRuneBefore(text, at).length;
  return text.substr(at);
}

NameLexicon::NameLexicon() {
  AddNames();
  AddPeople();
  AddSuffixes();
  for (const char* table : {"not_names", "common_bodies", "common_acronyms"}) {
    ForEachRow(table, [this](const LexiconRow& row) { common_.emplace(row[0]); });
  }
  ForEachRow("credits", [&](const LexiconRow& row) { credits_.emplace(row[0]); });
  ForEachRow("noun_particles", [&](const LexiconRow& row) { particles_.emplace(row[0], row[1].front()); });
  ForEachRow("aliases", [&](const LexiconRow& row) { aliases_.emplace(NormalizeName(row[0]), row[1]); });
  ForEachRow("name_kinds", [&](const LexiconRow& row) {
    if (row[1] == "held") {
      holding_.emplace(row[0]);
    } else {
      kinds_.emplace(row[0], KindNamed(row[1]));
    }
  });
}

void NameLexicon::AddNames() {
  const auto add = [this](std::string_view name, KnownName known) {
    const int value = trie_.Add(name, static_cast<int>(known_.size()));
    if (value == static_cast<int>(known_.size())) {
      known_.push_back(known);
    } else if (known_[value].ambiguous && !known.ambiguous) {
      known_[value] = known;
    }
  };
  ForEachRow("organizations", [&](const LexiconRow& row) {
    add(row[0], {EntityType::kOrganization, PlaceKind::kNone, row[1] == "1"});
  });
  ForEachRow("places", [&](const LexiconRow& row) {
    add(row[0], {EntityType::kPlace, PlaceKindOf(row[1]), row[2] == "1"});
  });
  ForEachRow("foreign_people", [&](const LexiconRow& row) {
    add(row[0], {EntityType::kPerson, PlaceKind::kNone, row[1] == "1"});
  });
  ForEachRow("works", [&](const LexiconRow& row) {
    add(row[0], {KindNamed(row[1]), PlaceKind::kNone, false});
  });
}

void NameLexicon::AddPeople() {
  ForEachRow("person_titles", [&](const LexiconRow& row) {
    if (row[1] == "never") {
      not_titles_.emplace(row[0]);
      return;
    }
    titles_.emplace(row[0]);
    title_endings_.emplace(LastRunes(row[0], 1));
    if (row[1] == "place") place_titles_.emplace(row[0]);
  });
  ForEachRow("title_modifiers", [&](const LexiconRow& row) { modifiers_.emplace(row[0], row[1] == "1"); });
  ForEachRow("surnames", [&](const LexiconRow& row) { surnames_.emplace(row[0], Number(row[1])); });
  ForEachRow("given_syllables", [&](const LexiconRow& row) {
    given_.emplace(row[0], Given{Number(row[1]), Number(row[2]), Number(row[3])});
  });
  ForEachRow("syllable_origin", [&](const LexiconRow& row) { origin_.emplace(row[0], Number(row[1])); });
}

void NameLexicon::AddSuffixes() {
  ForEachRow("organization_suffixes", [&](const LexiconRow& row) {
    organization_suffixes_[row[0]].push_back({SuffixUseOf(row[1]), Number(row[2])});
    organization_endings_.emplace(LastRunes(row[0], 1));
  });
  ForEachRow("place_suffixes", [&](const LexiconRow& row) {
    place_suffixes_.emplace(row[0], row[1]);
    place_endings_.emplace(LastRunes(row[0], 1));
    place_heads_.emplace(row[0], Number(row[2]));
  });
  ForEachRow("event_suffixes", [&](const LexiconRow& row) {
    event_suffixes_.emplace(row[0]);
    if (row[1] == "1") lone_event_suffixes_.emplace(row[0]);
  });
}

bool NameLexicon::IsParticles(std::string_view name, std::string_view tail) const {
  if (tail.empty()) return true;
  if (name.empty()) return false;
  const auto particle = particles_.find(tail);
  if (particle == particles_.end()) return false;
  const char32_t last = DecodeRuneBefore(name, name.size()).code;
  const std::optional<Jamo> jamo = Decompose(last);
  if (!jamo.has_value()) return true;  // AI는, KT은: Latin letters are read in more than one way
  constexpr int kRieul = 8;
  switch (particle->second) {
    case 'V':
      return jamo->final == 0;
    case 'C':
      return jamo->final != 0;
    case 'R':
      return jamo->final == 0 || jamo->final == kRieul;
    default:
      return true;
  }
}

bool NameLexicon::IsTitle(std::string_view word) const {
  if (!title_endings_.contains(LastRunes(word, 1)) || not_titles_.contains(word)) return false;
  if (titles_.contains(word)) return true;
  for (int count = 2; count <= kLongestSuffix; ++count) {
    const std::string_view suffix = LastRunes(word, count);
    if (suffix.size() == word.size()) return false;
    if (!titles_.contains(suffix)) continue;
    return !place_titles_.contains(suffix) || IsPlace(word.substr(0, word.size() - suffix.size()));
  }
  return false;
}

bool NameLexicon::IsPlace(std::string_view word) const {
  bool is = false;
  trie_.Match(word, 0, [&](int end, int value) {
    is = is || (end == static_cast<int>(word.size()) && known_[value].type == EntityType::kPlace);
  });
  return is;
}

std::optional<bool> NameLexicon::Modifier(std::string_view word) const {
  const auto found = modifiers_.find(word);
  if (found == modifiers_.end()) return std::nullopt;
  return found->second;
}

int NameLexicon::KoreanName(std::string_view text) const {
  const size_t runes = text.size() / 3;
  if (text.size() % 3 != 0 || runes < 2 || runes > 4 || common_.contains(text)) return 0;
  for (const size_t surname_bytes : {size_t{6}, size_t{3}}) {
    if (text.size() <= surname_bytes || text.size() - surname_bytes > 6) continue;
    const auto surname = surnames_.find(text.substr(0, surname_bytes));
    if (surname == surnames_.end()) continue;
    const std::string_view rest = text.substr(surname_bytes);
    const auto first = given_.find(rest.substr(0, 3));
    if (first == given_.end()) continue;
    if (rest.size() == 3) {
      if (surname_bytes == 6 && first->second.alone < 2) continue;
      return first->second.alone == 0 ? 0 : surname->second + 2 * first->second.alone;
    }
    const auto second = given_.find(rest.substr(3));
    if (second == given_.end() || first->second.first == 0 || second->second.second == 0) continue;
    return surname->second + first->second.first + second->second.second;
  }
  return 0;
}

int NameLexicon::ForeignOdds(std::string_view text) const {
  int odds = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    const auto found = origin_.find(text.substr(at, rune.length));
    if (found != origin_.end()) odds += found->second;
    at += rune.length;
  }
  return odds;
}

bool NameLexicon::IsOrganization(std::string_view word, SuffixUse use) const {
  if (!organization_endings_.contains(LastRunes(word, 1))) return false;
  const bool apart = use == SuffixUse::kSpace || use == SuffixUse::kAfter;
  for (int count = use == SuffixUse::kTitled ? 1 : 2; count <= kLongestSuffix; ++count) {
    const std::string_view suffix = apart ? word : LastRunes(word, count);
    const std::string_view head = word.substr(0, word.size() - suffix.size());
    if (head.empty() && !apart) return false;
    const auto found = organization_suffixes_.find(suffix);
    if (found != organization_suffixes_.end()) {
      for (const Suffix& row : found->second) {
        if (row.use == use && (apart || static_cast<int>(CountRunes(head)) >= row.head)) return true;
      }
    }
    if (apart) return false;
  }
  return false;
}

bool NameLexicon::IsOrganizationSuffix(std::string_view word) const {
  const auto found = organization_suffixes_.find(word);
  return found != organization_suffixes_.end() && found->second.front().use == SuffixUse::kWord;
}

std::string_view NameLexicon::PlaceSuffix(std::string_view word, size_t& head) const {
  if (!place_endings_.contains(LastRunes(word, 1))) return {};
  for (int count = kLongestSuffix; count >= 1; --count) {
    const std::string_view suffix = LastRunes(word, count);
    const auto found = place_suffixes_.find(suffix);
    if (found == place_suffixes_.end()) continue;
    head = word.size() - suffix.size();
    if (head == 0 || static_cast<int>(CountRunes(word.substr(0, head))) >= place_heads_.at(suffix)) {
      return found->second;
    }
  }
  return {};
}

bool NameLexicon::EndsLikeEvent(std::string_view text) const {
  for (int count = 2; count <= kLongestSuffix; ++count) {
    const std::string_view suffix = LastRunes(text, count);
    if (suffix.size() == text.size()) return false;
    if (event_suffixes_.contains(suffix)) return true;
  }
  return false;
}

bool NameLexicon::IsEventAlone(std::string_view word) const {
  constexpr size_t kTwoSyllables = 6;
  for (int count = 2; count <= kLongestSuffix; ++count) {
    const std::string_view suffix = LastRunes(word, count);
    if (word.size() < suffix.size() + kTwoSyllables) return false;
    if (lone_event_suffixes_.contains(suffix)) return true;
  }
  return false;
}

bool NameLexicon::IsEventWord(std::string_view word) const {
  return event_suffixes_.contains(word) || KindOf(word) == EntityType::kNamedEvent;
}

EntityType NameLexicon::KindOf(std::string_view noun) const {
  const auto found = kinds_.find(noun);
  return found == kinds_.end() ? EntityType::kUnknown : found->second;
}

std::string_view NameLexicon::AliasOf(std::string_view normalized) const {
  const auto found = aliases_.find(normalized);
  if (found == aliases_.end()) return {};
  return found->second;
}

const NameLexicon& Names() {
  static const NameLexicon& lexicon = *new NameLexicon();
  return lexicon;
}

}  // namespace sillok::ingest
