#include "query/link/stated_name.h"

#include <algorithm>
#include <string>

#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "query/link/korean_name.h"
#include "query/link/name_key.h"
#include "query/link/sound_key.h"

namespace sillok::query {
namespace {

enum class Writing { kHangul, kLatin, kMixed };

Writing WritingOf(std::string_view normalised) {
  if (IsHangulWord(normalised)) return Writing::kHangul;
  return std::all_of(normalised.begin(), normalised.end(), [](char byte) { return (byte & 0x80) == 0; })
             ? Writing::kLatin
             : Writing::kMixed;
}

bool Within(std::string_view part, std::string_view whole) {
  return whole.find(part) != std::string_view::npos;
}

// A shorter Latin name, AI or KT, stands for too many things.
constexpr size_t kLeastLatin = 4;
constexpr size_t kLeastSyllables = 3;

}  // namespace

bool IsStatedName(v1::EntityType type, std::string_view canonical, std::string_view form) {
  const std::string name = NormalizeName(canonical);
  const std::string other = NormalizeName(form);
  if (!IsNameForm(other) || IsLocalName(canonical) || IsLocalName(form) || Within(other, name) ||
      Within(name, other)) {
    return false;
  }
  const Writing writing = WritingOf(other);
  if (writing == Writing::kLatin) return other.size() >= kLeastLatin && WritingOf(name) != Writing::kLatin;
  if (type == v1::ENTITY_TYPE_PERSON) {
    return WritingOf(name) == Writing::kLatin ||
           (IsForeignName(name) && IsForeignName(other) && SoundAlike(name, other));
  }
  return CountRunes(other) >= kLeastSyllables;
}

}  // namespace sillok::query
