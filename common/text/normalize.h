// The one normalisation of text that is compared, and the one normalisation of names.
//
//   NormalizeText("ＯｐｅｎＡＩ\u200b")  → "OpenAI"
//   NormalizeName("오픈 에이아이")        → "오픈에이아이"
//   NormalizeName("K-Startups meet OpenAI") → "k-startupsmeetopenai"
//
// Pure; safe from any thread. Invalid UTF-8 is read as U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace sillok {

// NFC with compatibility hanja and full-width forms folded, zero-width and control characters and soft hyphens
// dropped, and every kind of space but the newline turned into U+0020. Quotation marks and punctuation stay as they
// are.
[[nodiscard]] std::string NormalizeText(std::string_view text);

// What two spellings of one name share: NormalizeText, then lower case, without spaces and middle dots (·).
// Two names are the same name exactly when these are equal.
[[nodiscard]] std::string NormalizeName(std::string_view name);

}  // namespace sillok
