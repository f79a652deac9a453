#include "query/link/typed_name.h"

#include <algorithm>
#include <set>

#include "common/text/edit_distance.h"
#include "common/text/hangul.h"
#include "common/text/jamo_letters.h"
#include "common/text/utf8.h"
#include "query/link/korean_name.h"

namespace sillok::query {
namespace {

// What a query's time is bounded by: each letter gives 38 places to look at.
constexpr size_t kMaxLetters = 12;
// Longer texts are no names, and comparing takes time by the square.
constexpr size_t kMaxCompared = 32;

std::u32string Runes(std::string_view text) {
  std::u32string runes;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    runes += rune.code;
    at += rune.length;
  }
  return runes;
}

std::string Utf8(std::u32string_view runes) {
  std::string text;
  for (const char32_t code : runes) AppendRune(code, text);
  return text;
}

bool HasStandingJamo(std::u32string_view runes) {
  return std::any_of(runes.begin(), runes.end(), [](char32_t code) { return IsStandingJamo(code); });
}

}  // namespace

std::optional<std::string> ReadInitials(std::string_view typed) {
  std::string initials;
  bool any = false;
  for (const char32_t code : Runes(typed)) {
    if (!IsStandingJamo(code)) {
      AppendRune(code, initials);
      continue;
    }
    std::string standing;
    AppendRune(code, standing);
    for (const char32_t letter : JamoLetters(standing)) {
      if (!IsConsonantLetter(letter)) return std::nullopt;
      AppendRune(letter, initials);
    }
    any = true;
  }
  return any ? std::optional(std::move(initials)) : std::nullopt;
}

bool FitsInitials(std::string_view initials, std::string_view form) {
  size_t at = 0;
  for (const char32_t code : Runes(initials)) {
    if (at == form.size()) return false;
    const DecodedRune rune = DecodeRune(form, at);
    const std::optional<Jamo> jamo = Decompose(rune.code);
    const bool begins = jamo.has_value() && ConsonantLetters()[static_cast<size_t>(jamo->initial)] == code;
    if (!begins && rune.code != code) return false;
    at += rune.length;
  }
  return true;
}

std::string UnfinishedInitials(std::string_view typed) {
  if (typed.empty() || !IsHangulSyllable(DecodeRuneBefore(typed, typed.size()).code)) return "";
  std::u32string initials = Runes(InitialConsonants(typed));
  // What looks like the end of a syllable may begin the next.
  if (initials.size() == 1) initials += JamoLetters(typed).back();
  return IsConsonantLetter(initials.back()) ? Utf8(initials) : "";
}

bool BeginsByKeys(std::string_view typed, std::string_view form) {
  return JamoLetters(form).starts_with(JamoLetters(typed));
}

std::vector<std::string> NearInitials(std::string_view typed) {
  const std::u32string initials = Runes(InitialConsonants(typed));
  std::vector<std::string> near = {Utf8(initials)};
  std::set<std::string> seen = {near.front()};
  const auto add = [&](const std::u32string& other) {
    if (seen.insert(Utf8(other)).second) near.push_back(Utf8(other));
  };
  for (size_t at = 0; at < initials.size(); ++at) {
    if (IsConsonantLetter(initials[at])) add(std::u32string(initials).erase(at, 1));
  }
  if (initials.size() > kMaxLetters) return near;
  for (const char32_t letter : ConsonantLetters()) {
    for (size_t at = 0; at < initials.size(); ++at) {
      if (IsConsonantLetter(initials[at])) add(std::u32string(initials).replace(at, 1, 1, letter));
    }
    for (size_t at = 0; at <= initials.size(); ++at) add(std::u32string(initials).insert(at, 1, letter));
  }
  return near;
}

size_t WrongLettersAllowed(std::string_view typed) {
  constexpr size_t kForOne = 6;
  constexpr size_t kForTwo = 10;
  const std::u32string runes = Runes(typed);
  const auto syllables = std::count_if(runes.begin(), runes.end(), IsHangulSyllable);
  if (syllables < 2 || runes.size() > kMaxCompared || HasStandingJamo(runes)) return 0;
  const size_t letters = JamoLetters(typed).size();
  if (letters < kForOne) return 0;
  return letters < kForTwo || IsKoreanName(typed) ? 1 : 2;
}

size_t WrongLetters(std::string_view typed, std::string_view form) {
  return EditDistance(JamoLetters(typed), JamoLetters(form));
}

std::vector<SurnameTitle> ReadSurnameTitles(std::string_view typed) {
  std::vector<SurnameTitle> found;
  std::string_view surname = SurnameOf(typed);
  while (!surname.empty()) {
    const std::string_view title = typed.substr(surname.size());
    if (CountRunes(title) > 1) found.push_back({std::string(surname), std::string(title)});
    // 남궁 is one, and 남 is another.
    surname = surname.size() > kSyllableBytes ? SurnameOf(typed.substr(0, surname.size())) : "";
  }
  return found;
}

}  // namespace sillok::query
