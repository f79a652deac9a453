#include "common/text/hangul.h"

#include <array>

#include "common/text/utf8.h"

namespace sillok {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00;
constexpr int kVowels = 21;
constexpr int kFinals = 28;

// The initials as compatibility jamo, which stand alone where the conjoining ones do not.
constexpr std::array<char32_t, 19> kInitials = {U'ㄱ', U'ㄲ', U'ㄴ', U'ㄷ', U'ㄸ', U'ㄹ', U'ㅁ',
                                                U'ㅂ', U'ㅃ', U'ㅅ', U'ㅆ', U'ㅇ', U'ㅈ', U'ㅉ',
                                                U'ㅊ', U'ㅋ', U'ㅌ', U'ㅍ', U'ㅎ'};

}  // namespace

bool IsHangulWord(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (!IsHangulSyllable(rune.code)) return false;
    at += rune.length;
  }
  return !text.empty();
}

bool IsHanja(char32_t code) {
  return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
         (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x323AF);
}

std::optional<Jamo> Decompose(char32_t code) {
  if (!IsHangulSyllable(code)) return std::nullopt;
  const int index = static_cast<int>(code - kFirstSyllable);
  return Jamo{
      .initial = index / (kVowels * kFinals), .vowel = index / kFinals % kVowels, .final = index % kFinals};
}

char32_t Compose(Jamo jamo) {
  return kFirstSyllable + static_cast<char32_t>((jamo.initial * kVowels + jamo.vowel) * kFinals + jamo.final);
}

bool HasFinalConsonant(char32_t code) {
  return IsHangulSyllable(code) && (code - kFirstSyllable) % kFinals != 0;
}

std::string InitialConsonants(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    const std::optional<Jamo> jamo = Decompose(rune.code);
    AppendRune(jamo ? kInitials[static_cast<size_t>(jamo->initial)] : rune.code, out);
    at += rune.length;
  }
  return out;
}

}  // namespace sillok
