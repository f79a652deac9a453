#include "common/text/jamo_letters.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok {
namespace {

constexpr std::u32string_view kConsonants = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
// By Unicode's numbers of vowels and finals.
constexpr std::array<std::u32string_view, 21> kVowelLetters = {
    U"ㅏ",   U"ㅐ", U"ㅑ", U"ㅒ",   U"ㅓ",   U"ㅔ",   U"ㅕ", U"ㅖ", U"ㅗ",   U"ㅗㅏ", U"ㅗㅐ",
    U"ㅗㅣ", U"ㅛ", U"ㅜ", U"ㅜㅓ", U"ㅜㅔ", U"ㅜㅣ", U"ㅠ", U"ㅡ", U"ㅡㅣ", U"ㅣ"};
constexpr std::array<std::u32string_view, 28> kFinalLetters = {
    U"",     U"ㄱ",   U"ㄲ",   U"ㄱㅅ", U"ㄴ",   U"ㄴㅈ", U"ㄴㅎ", U"ㄷ", U"ㄹ",   U"ㄹㄱ",
    U"ㄹㅁ", U"ㄹㅂ", U"ㄹㅅ", U"ㄹㅌ", U"ㄹㅍ", U"ㄹㅎ", U"ㅁ",   U"ㅂ", U"ㅂㅅ", U"ㅅ",
    U"ㅆ",   U"ㅇ",   U"ㅈ",   U"ㅊ",   U"ㅋ",   U"ㅌ",   U"ㅍ",   U"ㅎ"};
// The finals where they stand alone, by the same numbers.
constexpr std::u32string_view kStandingFinals = U" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
static_assert(kStandingFinals.size() == kFinalLetters.size());

constexpr char32_t kFirstVowelLetter = U'ㅏ';
constexpr char32_t kLastVowelLetter = U'ㅣ';

void AppendLetters(char32_t code, std::u32string& out) {
  if (const std::optional<Jamo> jamo = Decompose(code); jamo.has_value()) {
    out += kConsonants[static_cast<size_t>(jamo->initial)];
    out += kVowelLetters[static_cast<size_t>(jamo->vowel)];
    out += kFinalLetters[static_cast<size_t>(jamo->final)];
  } else if (code >= kFirstVowelLetter && code <= kLastVowelLetter) {
    out += kVowelLetters[code - kFirstVowelLetter];
  } else if (const size_t final = kStandingFinals.find(code); code != U' ' && final != kStandingFinals.npos) {
    out += kFinalLetters[final];
  } else {
    out += code;
  }
}

// The number of the part that is these letters; -1 when there is none.
template <typename Parts>
int NumberOf(const Parts& parts, std::u32string_view letters) {
  const auto part = std::find(parts.begin(), parts.end(), letters);
  return part == parts.end() ? -1 : static_cast<int>(part - parts.begin());
}

// The number of the longest part, of two letters or one, that the letters begin with and after which `may_end` holds.
template <typename Parts, typename MayEnd>
int LongestPart(const Parts& parts, std::u32string_view letters, MayEnd may_end, size_t& length) {
  for (const size_t size : {2, 1}) {
    if (letters.size() < size || !may_end(letters.substr(size))) continue;
    const int part = NumberOf(parts, letters.substr(0, size));
    if (part < 0) continue;
    length = size;
    return part;
  }
  length = 0;
  return -1;
}

}  // namespace

std::u32string_view ConsonantLetters() { return kConsonants; }

bool IsConsonantLetter(char32_t code) { return kConsonants.find(code) != kConsonants.npos; }

bool IsVowelLetter(char32_t code) {
  return code >= kFirstVowelLetter && code <= kLastVowelLetter &&
         kVowelLetters[code - kFirstVowelLetter].size() == 1;
}

bool IsStandingJamo(char32_t code) { return code >= U'ㄱ' && code <= kLastVowelLetter; }

std::u32string JamoLetters(std::string_view text) {
  std::u32string letters;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    AppendLetters(rune.code, letters);
    at += rune.length;
  }
  return letters;
}

std::string JoinLetters(std::u32string_view letters) {
  std::string out;
  while (!letters.empty()) {
    const size_t initial = kConsonants.find(letters[0]);
    size_t length = 0;
    const int vowel = LongestPart(
        kVowelLetters, letters.substr(1), [](std::u32string_view) { return true; }, length);
    if (initial == kConsonants.npos || vowel < 0) {
      AppendRune(letters[0], out);
      letters.remove_prefix(1);
      continue;
    }
    letters.remove_prefix(1 + length);
    // A consonant before a vowel begins the next syllable.
    const int final = LongestPart(
        kFinalLetters, letters,
        [](std::u32string_view rest) { return rest.empty() || !IsVowelLetter(rest[0]); }, length);
    letters.remove_prefix(length);
    AppendRune(Compose({.initial = static_cast<int>(initial), .vowel = vowel, .final = std::max(final, 0)}),
               out);
  }
  return out;
}

}  // namespace sillok
