#include "query/link/sound_key.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/text/edit_distance.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "query/link/korean_name.h"

namespace sillok::query {
namespace {

// The consonants that one foreign sound is written with, by Unicode's order of initials: a letter a class, '-' for none.
// Plain, tense and aspirated ones are one (티모시, 디모시; 까르띠에, 카르티에), ㅈ and ㅅ are not.
constexpr std::string_view kInitialClass = "kknttlmppss-jjjktph";
// The same for finals; ㅇ stands for ㄴ (잉글랜드, 인글랜드) and a final ㅅ for ㅌ (로버트, 로벗).
constexpr std::string_view kFinalClass = "-kkknnntllllllllmppttnjjktph";
static_assert(kInitialClass.size() == 19 && kFinalClass.size() == 28);

std::optional<std::vector<Jamo>> Syllables(std::string_view name) {
  std::vector<Jamo> syllables;
  for (size_t at = 0; at < name.size();) {
    const DecodedRune rune = DecodeRune(name, at);
    at += rune.length;
    const std::optional<Jamo> jamo = Decompose(rune.code);
    if (!jamo.has_value()) return std::nullopt;
    syllables.push_back(*jamo);
  }
  return syllables;
}

// Initials, vowels and finals in a row, each its own number; a silent initial and no final are left out.
std::u32string Letters(const std::vector<Jamo>& syllables) {
  constexpr int kSilent = 11;
  std::u32string letters;
  for (const Jamo& jamo : syllables) {
    if (jamo.initial != kSilent) letters.push_back(static_cast<char32_t>(jamo.initial));
    letters.push_back(static_cast<char32_t>(100 + jamo.vowel));
    if (jamo.final != 0) letters.push_back(static_cast<char32_t>(200 + jamo.final));
  }
  return letters;
}

}  // namespace

std::string SoundKey(std::string_view normalised) {
  const std::optional<std::vector<Jamo>> syllables = Syllables(normalised);
  if (!syllables.has_value()) return "";
  std::string key;
  for (const Jamo& jamo : *syllables) {
    for (const char sound :
         {kInitialClass[static_cast<size_t>(jamo.initial)], kFinalClass[static_cast<size_t>(jamo.final)]}) {
      // A doubled consonant is one: 빌리, 비리; 안나, 아나.
      if (sound != '-' && (key.empty() || key.back() != sound)) key += sound;
    }
  }
  return key;
}

bool SoundAlike(std::string_view a, std::string_view b) {
  const std::string key = SoundKey(a);
  if (key.empty() || key != SoundKey(b)) return false;
  const std::vector<Jamo> first = *Syllables(a);
  const std::vector<Jamo> second = *Syllables(b);
  const size_t longer = std::max(first.size(), second.size());
  return EditDistance(Letters(first), Letters(second)) <= std::max<size_t>(1, longer / 2);
}

bool IsForeignName(std::string_view normalised) {
  return IsHangulWord(normalised) && !IsKoreanName(normalised);
}

}  // namespace sillok::query
