// Text that was typed while the keyboard stood at the other language: the Korean standard layout (2-beolsik) and QWERTY.
//
//   HangulOfKeys("dhvms") → "오픈"
//   KeysOfHangul("ㅐㅔ두AI") → "openAI"
//   OtherLayouts("dhvmsAI") → {"오픈AI"}      what may have been meant, likeliest first
//
// Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sillok {

// What the keys of Latin letters make in the Korean layout; everything else stays. Nothing when a letter joins no syllable, or
// when there is none.
[[nodiscard]] std::optional<std::string> HangulOfKeys(std::string_view text);

// The keys that syllables and jamo are typed with; everything else stays.
[[nodiscard]] std::string KeysOfHangul(std::string_view text);

// At most ten other readings of text without spaces, each once. Latin letters may be keys but for a few at the end, or but for the
// capitals in a row: names are written so (오픈AI).
[[nodiscard]] std::vector<std::string> OtherLayouts(std::string_view text);

}  // namespace sillok
