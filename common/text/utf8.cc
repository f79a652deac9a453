#include "common/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace sillok {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";
constexpr DecodedRune kInvalid = {.code = kReplacement, .length = 1};

bool IsContinuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The replacement has length 3 when it really stands in the text.
bool IsInvalid(DecodedRune rune) { return rune.code == kReplacement && rune.length == 1; }

// Bytes at the beginning of `text` that are ASCII, counted eight at a time.
size_t AsciiPrefix(std::string_view text) {
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080u) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// The length of the longest valid prefix.
size_t ValidPrefix(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    at += AsciiPrefix(text.substr(at));
    if (at == text.size()) break;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
    // Nearly all of the rest in Korean: leads of three bytes whose every continuation is a character.
    while (text.size() - at >= 3 && bytes[0] >= 0xE1 && bytes[0] <= 0xEC && IsContinuation(bytes[1]) &&
           IsContinuation(bytes[2])) {
      at += 3;
      bytes += 3;
    }
    if (at == text.size()) break;
    const DecodedRune rune = DecodeRune(text, at);
    if (IsInvalid(rune)) break;
    at += rune.length;
  }
  return at;
}

}  // namespace

namespace utf8_internal {

DecodedRune DecodeAny(std::string_view text, size_t at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const size_t left = text.size() - at;
  const unsigned char lead = bytes[0];
  if (lead < 0x80) return {.code = lead, .length = 1};
  if (lead < 0xC2 || lead > 0xF4) return kInvalid;
  if (lead < 0xE0) {
    if (left < 2 || !IsContinuation(bytes[1])) return kInvalid;
    return {.code = static_cast<char32_t>((lead & 0x1F) << 6 | (bytes[1] & 0x3F)), .length = 2};
  }
  if (lead < 0xF0) {
    if (left < 3 || !IsContinuation(bytes[1]) || !IsContinuation(bytes[2])) return kInvalid;
    const char32_t code = (lead & 0x0F) << 12 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
    if (code < 0x800 || (code >= 0xD800 && code <= 0xDFFF)) return kInvalid;
    return {.code = code, .length = 3};
  }
  if (left < 4 || !IsContinuation(bytes[1]) || !IsContinuation(bytes[2]) || !IsContinuation(bytes[3])) {
    return kInvalid;
  }
  const char32_t code =
      (lead & 0x07) << 18 | (bytes[1] & 0x3F) << 12 | (bytes[2] & 0x3F) << 6 | (bytes[3] & 0x3F);
  if (code < 0x10000 || code > 0x10FFFF) return kInvalid;
  return {.code = code, .length = 4};
}

DecodedRune DecodeAnyBefore(std::string_view text, size_t at) {
  for (size_t length = 1; length <= std::min<size_t>(4, at); ++length) {
    const size_t begin = at - length;
    if (IsContinuation(static_cast<unsigned char>(text[begin]))) continue;
    const DecodedRune rune = DecodeRune(text.substr(0, at), begin);
    return rune.length == length ? rune : kInvalid;
  }
  return kInvalid;
}

}  // namespace utf8_internal

void AppendRune(char32_t code, std::string& out) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacement;
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
    return;
  }
  if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0 | code >> 6));
  } else {
    if (code < 0x10000) {
      out.push_back(static_cast<char>(0xE0 | code >> 12));
    } else {
      out.push_back(static_cast<char>(0xF0 | code >> 18));
      out.push_back(static_cast<char>(0x80 | (code >> 12 & 0x3F)));
    }
    out.push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
  }
  out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
}

bool IsValidUtf8(std::string_view text) { return ValidPrefix(text) == text.size(); }

std::string ReplaceInvalidUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (true) {
    const size_t valid = ValidPrefix(text);
    out.append(text.substr(0, valid));
    if (valid == text.size()) return out;
    out.append(kReplacementUtf8);
    text.remove_prefix(valid + 1);
  }
}

size_t CountRunes(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return !IsContinuation(static_cast<unsigned char>(byte)); }));
}

std::string_view TruncateUtf8(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  size_t end = max_bytes;
  while (end > 0 && IsContinuation(static_cast<unsigned char>(text[end]))) --end;
  return text.substr(0, end);
}

}  // namespace sillok
