#include "ingest/extract/name_lexicon.h"

#include <algorithm>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/normalize.h"

namespace sillok::ingest {
namespace {

PlaceKind PlaceKindOf(std::string_view kind) {
  if (kind == "country") return PlaceKind::kCountry;
  if (kind == "hanja") return PlaceKind::kHanja;
  if (kind == "sido") return PlaceKind::kProvince;
  if (kind == "sigungu") return PlaceKind::kDivision;
  if (kind == "city") return PlaceKind::kCity;
  if (kind == "area") return PlaceKind::kArea;
  return PlaceKind::kLandmark;
}

}  // namespace

NameLexicon::NameLexicon() {
  AddNames();
  AddPeople();
  for (const char* table : {"not_names", "common_bodies", "common_acronyms"}) {
    ForEachRow(table, [this](const LexiconRow& row) { common_.emplace(row[0]); });
  }
  ForEachRow("letter_bodies", [&](const LexiconRow& row) { letter_bodies_.emplace(row[0]); });
  ForEachRow("credits", [&](const LexiconRow& row) { credits_.emplace(row[0]); });
  ForEachRow("noun_particles", [&](const LexiconRow& row) {
    particles_.emplace(row[0], row[1].front());
    particle_endings_.Add(row[0], row[1].front());
  });
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
  ForEachRow("title_modifiers", [&](const LexiconRow& row) { modifiers_.emplace(row[0], row[1] == "1"); });
  ForEachRow("surnames", [&](const LexiconRow& row) { surnames_.emplace(row[0], row.Number(1)); });
  ForEachRow("given_syllables", [&](const LexiconRow& row) {
    given_.Set(DecodeRune(row[0], 0).code, {row.Number(1), row.Number(2), row.Number(3), true});
  });
  ForEachRow("syllable_origin",
             [&](const LexiconRow& row) { origin_.Set(DecodeRune(row[0], 0).code, row.Number(1)); });
}

bool NameLexicon::IsParticles(std::string_view name, std::string_view tail) const {
  if (tail.empty()) return true;
  if (name.empty()) return false;
  const auto particle = particles_.find(tail);
  return particle != particles_.end() && Agrees(name, particle->second);
}

bool NameLexicon::Agrees(std::string_view name, char after) {
  const std::optional<Jamo> jamo = Decompose(DecodeRuneBefore(name, name.size()).code);
  if (!jamo.has_value()) return true;  // AI는, KT은: Latin letters are read in more than one way
  constexpr int kRieul = 8;
  switch (after) {
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

StemSigns NameLexicon::SignsOf(std::string_view stem) const {
  StemSigns signs = endings_.Read(stem);
  if (signs.title_after_place > 0) signs.title = IsPlace(stem.substr(0, signs.title_after_place));
  return signs;
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
  if (text.size() % 3 != 0 || runes < 2 || runes > 4 || common_.contains(text) || surnames_.contains(text)) {
    return 0;
  }
  for (const size_t surname_bytes : {size_t{6}, size_t{3}}) {
    if (text.size() <= surname_bytes || text.size() - surname_bytes > 6) continue;
    const auto surname = surnames_.find(text.substr(0, surname_bytes));
    if (surname == surnames_.end()) continue;
    const std::string_view rest = text.substr(surname_bytes);
    const Given first = given_.Get(DecodeRune(rest, 0).code);
    if (!first.known) continue;
    if (rest.size() == 3) {
      if (surname_bytes == 6 && first.alone < 2) continue;
      return first.alone == 0 ? 0 : surname->second + 2 * first.alone;
    }
    const Given second = given_.Get(DecodeRune(rest, 3).code);
    if (!second.known || first.first == 0 || second.second == 0) continue;
    return surname->second + first.first + second.second;
  }
  return 0;
}

int NameLexicon::ForeignOdds(std::string_view text) const {
  int odds = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    odds += origin_.Get(rune.code);
    at += rune.length;
  }
  return odds;
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
