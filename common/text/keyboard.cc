#include "common/text/keyboard.h"

#include <algorithm>
#include <utility>

#include "common/text/jamo_letters.h"
#include "common/text/utf8.h"

namespace sillok {
namespace {

// KS X 5002: a letter and, at the same place, its key. Capitals are keys with Shift.
constexpr std::u32string_view kLetters =
    U"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
constexpr std::string_view kKeys = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
static_assert(kLetters.size() == kKeys.size());

// A name's Latin end is about so long: AI, KT&G, PwC.
constexpr size_t kLatinEnd = 4;

bool IsCapital(char byte) { return byte >= 'A' && byte <= 'Z'; }
char Small(char byte) { return IsCapital(byte) ? static_cast<char>(byte | 0x20) : byte; }
bool IsLatin(char byte) { return Small(byte) >= 'a' && Small(byte) <= 'z'; }

char32_t LetterOf(char key) {
  size_t at = kKeys.find(key);
  if (at == std::string_view::npos) at = kKeys.find(Small(key));  // Shift changes nothing on the other keys
  return kLetters[at];
}

bool AllJoined(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (IsStandingJamo(rune.code)) return false;
    at += rune.length;
  }
  return true;
}

// The bytes of Latin letters at the end.
size_t LatinEnd(std::string_view text) {
  size_t bytes = 0;
  while (bytes < text.size() && IsLatin(text[text.size() - 1 - bytes])) ++bytes;
  return bytes;
}

class Readings {
 public:
  explicit Readings(std::string_view text) : text_(text) {}

  void Add(const std::string& reading) {
    if (reading != text_ && std::find(readings_.begin(), readings_.end(), reading) == readings_.end()) {
      readings_.push_back(reading);
    }
  }
  // The first bytes as keys, the rest as it is.
  void AddKeys(std::string_view keys, std::string_view rest) {
    if (const std::optional<std::string> hangul = HangulOfKeys(keys); hangul.has_value()) {
      Add(*hangul + std::string(rest));
    }
  }
  // AI of dhvmsAI, LG of LGwjswk; a single capital is a key with Shift.
  void AddAroundCapitals() {
    std::string reading;
    for (size_t at = 0; at < text_.size();) {
      const size_t capitals = CapitalsAt(at);
      const size_t end = capitals > 1 ? at + capitals : KeysEnd(at);
      const std::string_view part = text_.substr(at, end - at);
      reading += capitals > 1 ? std::string(part) : HangulOfKeys(part).value_or(std::string(part));
      at = end;
    }
    Add(reading);
  }
  std::vector<std::string> Take() { return std::move(readings_); }

 private:
  [[nodiscard]] size_t CapitalsAt(size_t at) const {
    size_t end = at;
    while (end < text_.size() && IsCapital(text_[end])) ++end;
    return end - at;
  }
  // The end of what has no capitals in a row, from `at` on.
  [[nodiscard]] size_t KeysEnd(size_t at) const {
    while (at < text_.size() && CapitalsAt(at) < 2) ++at;
    return at;
  }

  const std::string_view text_;
  std::vector<std::string> readings_;
};

}  // namespace

std::optional<std::string> HangulOfKeys(std::string_view text) {
  std::string out;
  bool any = false;
  for (size_t at = 0; at < text.size();) {
    std::u32string letters;
    for (; at < text.size() && IsLatin(text[at]); ++at) letters += LetterOf(text[at]);
    if (letters.empty()) {
      out += text[at++];
      continue;
    }
    out += JoinLetters(letters);
    any = true;
  }
  return any && AllJoined(out) ? std::optional(std::move(out)) : std::nullopt;
}

std::string KeysOfHangul(std::string_view text) {
  std::string out;
  for (const char32_t letter : JamoLetters(text)) {
    const size_t at = kLetters.find(letter);
    if (at == kLetters.npos) {
      AppendRune(letter, out);
    } else {
      out += kKeys[at];
    }
  }
  return out;
}

std::vector<std::string> OtherLayouts(std::string_view text) {
  Readings readings(text);
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), Small);
  const size_t latin = LatinEnd(text);
  readings.AddAroundCapitals();
  readings.AddKeys(text, "");
  readings.AddKeys(small, "");
  readings.Add(KeysOfHangul(text));
  for (size_t end = 1; end <= kLatinEnd && end < latin; ++end) {
    readings.AddKeys(text.substr(0, text.size() - end), text.substr(text.size() - end));
  }
  return readings.Take();
}

}  // namespace sillok
