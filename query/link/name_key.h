// Which entity a referent belongs to: its name key. Linking by exact names: two referents are the same entity
// exactly when their keys are equal.
//
//   NameKeyOf(v1::ENTITY_TYPE_ORGANIZATION, "OpenAI")   → {ORGANIZATION, "오픈ai"}, by the row OpenAI = 오픈AI
//   NameKeyOf(v1::ENTITY_TYPE_ORGANIZATION, "오픈 AI")  → the same
//
// Everything here is pure and safe from any thread.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// What an entity is filed under. Never shown: answers name an entity by the smallest id among its referents.
struct NameKey {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  std::string name;  // NormalizeName of the name, after the alias rows

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const NameKey&, const NameKey&) = default;
};

// The key of a referent whose fullest form is `canonical`.
[[nodiscard]] NameKey NameKeyOf(v1::EntityType type, std::string_view canonical);

// True for what articles call people whom they do not name, by the normalised form: a씨, b양, 조모. Everybody so called is
// somebody else, so that such a referent's key holds its id.
[[nodiscard]] bool IsAnonymous(v1::EntityType type, std::string_view normalised);

// Normalised spellings that the alias rows lead to `name` (a NameKey's name), sorted, without `name` itself.
[[nodiscard]] const std::vector<std::string>& AliasesOf(std::string_view name);

// True when the normalised form is a name and not a word that stands for one (그, 이 회사): only names are looked up.
[[nodiscard]] bool IsNameForm(std::string_view normalised);

// The key as one word, "2/오픈ai": how stored facts point at an entity before a reader puts an id there.
[[nodiscard]] std::string NameKeyText(const NameKey& key);
// The key of that word; nothing when it is no such word.
[[nodiscard]] std::optional<NameKey> ParseNameKey(std::string_view text);

// Names the way of linking and the rows it goes by. A view made by another version is dropped and made again.
[[nodiscard]] const std::string& LinkerVersion();

}  // namespace sillok::query
