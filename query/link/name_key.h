// What a referent is filed under: its name key. Referents of one key are one entity; which keys are one entity together is
// told by name_groups.h.
//
//   NameKeyOf(v1::ENTITY_TYPE_ORGANIZATION, "OpenAI")   → {ORGANIZATION, "오픈ai", ""}, by the row OpenAI = 오픈AI
//   NameKeyOf(v1::ENTITY_TYPE_ORGANIZATION, "오픈 AI")  → the same
//
// Everything here is pure and safe from any thread.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// Never shown: answers name an entity by the smallest id among its referents.
struct NameKey {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  std::string name;        // NormalizeName of the name, after the alias rows
  std::string facet = {};  // what sets it apart among its namesakes, see facet.h; mostly empty

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const NameKey&, const NameKey&) = default;
  template <typename Hash>
  friend Hash AbslHashValue(Hash state, const NameKey& key) {
    return Hash::combine(std::move(state), key.type, key.name, key.facet);
  }
};

// The key of a referent whose fullest form is `canonical`, without a facet.
[[nodiscard]] NameKey NameKeyOf(v1::EntityType type, std::string_view canonical);

// Normalised spellings that the alias rows lead to `name` (a NameKey's name), sorted, without `name` itself.
[[nodiscard]] const std::vector<std::string>& AliasesOf(std::string_view name);

// True when the normalised form is a name and not a word that stands for one (그, 이 회사): only names are looked up.
[[nodiscard]] bool IsNameForm(std::string_view normalised);

// The key as one word, "2/오픈ai", with a tab before a facet: how stored facts point at an entity before a reader puts an id there.
[[nodiscard]] std::string NameKeyText(const NameKey& key);
// The key of that word; nothing when it is no such word.
[[nodiscard]] std::optional<NameKey> ParseNameKey(std::string_view text);

// Names the way of linking and the rows it goes by. A view made by another version is dropped and made again.
[[nodiscard]] const std::string& LinkerVersion();

}  // namespace sillok::query
