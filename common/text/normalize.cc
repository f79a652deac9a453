#include "common/text/normalize.h"

#include <cstdlib>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "unicode/bytestream.h"
#include "unicode/normalizer2.h"
#include "unicode/uchar.h"

namespace sillok {
namespace {

// More marks on one letter than any language writes (UAX #15, stream-safe text): the rest is dropped, because
// putting marks into canonical order takes time quadratic in their number.
constexpr int kMaxMarks = 30;

// The data of ICU is part of the library; without it nothing can be read.
const icu::Normalizer2& Instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* instance = get(error);
  if (U_FAILURE(error)) std::abort();
  return *instance;
}

// Code points that stand for themselves in NFC, whatever is beside them, and that no rule below touches. Not
// all of them: those that fill Korean pages.
bool IsPlain(char32_t code) {
  if (code >= 0xAC00 && code <= 0xD7A3) return true;  // syllables
  if (code < 0x7F) return code >= 0x20 || code == '\n';
  if (code < 0x300) return code >= 0xA1 && code != 0xAD;
  if (code >= 0x4E00 && code <= 0x9FFF) return true;  // hanja
  if (code >= 0x2010 && code <= 0x2027) return true;  // dashes, quotation marks, dots
  if (code >= 0x2030 && code <= 0x205E) return true;  // ‰, ※, primes
  if (code >= 0x20A0 && code <= 0x20C0) return true;  // currencies
  if (code >= 0x2190 && code <= 0x2328) return true;  // arrows, mathematics
  if (code >= 0x2460 && code <= 0x27FF) return true;  // ①, boxes, ■▲●, dingbats
  if (code >= 0x3001 && code <= 0x3029) return true;  // 「」【】〈〉
  if (code >= 0x3130 && code <= 0x318F) return true;  // jamo that stand alone, ㆍ
  return code >= 0x3200 && code <= 0x33FF;            // ㈜, ㎏
}

// Every kind of space but the newline and U+0020 itself.
bool IsOtherSpace(char32_t code) {
  return (code >= '\t' && code <= '\r' && code != '\n') || code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000;
}

// Control characters that are no space, and characters without width: joiners, direction marks, the soft hyphen, the byte order
// mark.
bool IsInvisible(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x180E ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

// Full-width and half-width forms, and the radicals that look like hanja. (Compatibility hanja are folded by
// NFC.)
bool HasWidthForm(char32_t code) {
  return (code >= 0xFF01 && code <= 0xFFEE) || (code >= 0x2F00 && code <= 0x2FD5);
}

void AppendDecomposition(char32_t code, std::string& out) {
  static const icu::Normalizer2& nfkc = Instance(&icu::Normalizer2::getNFKCInstance);
  icu::UnicodeString parts;
  if (!nfkc.getDecomposition(static_cast<UChar32>(code), parts)) return AppendRune(code, out);
  parts.toUTF8String(out);
}

std::string ToNfc(const std::string& text) {
  static const icu::Normalizer2& nfc = Instance(&icu::Normalizer2::getNFCInstance);
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode error = U_ZERO_ERROR;
  nfc.normalizeUTF8(0, text, sink, nullptr, error);
  return U_FAILURE(error) ? text : out;
}

// The length of the longest prefix of plain code points.
size_t PlainPrefix(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  size_t at = 0;
  while (at < text.size()) {
    const unsigned char lead = bytes[at];
    if (lead < 0x80) {
      if (!IsPlain(lead)) break;
      ++at;
      continue;
    }
    // Nearly all of the rest: syllables, three bytes each.
    if (lead == 0xEB || lead == 0xEC) {
      if (text.size() - at < 3 || (bytes[at + 1] & 0xC0) != 0x80 || (bytes[at + 2] & 0xC0) != 0x80) break;
      at += 3;
      continue;
    }
    const DecodedRune rune = DecodeRune(text, at);
    if (!IsPlain(rune.code)) break;
    at += rune.length;
  }
  return at;
}

// True for names that NormalizeText would leave as they are.
bool AllPlain(std::string_view text) { return PlainPrefix(text) == text.size(); }

// Syllables and unified hanja, which are most of a name.
bool HasNoCase(char32_t code) {
  return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x4E00 && code <= 0x9FFF);
}

bool IsMiddleDot(char32_t code) {
  return code == U'·' || code == U'ㆍ' || code == U'・' || code == U'‧' || code == U'∙' || code == U'⋅';
}

}  // namespace

std::string NormalizeText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool composed = true;
  int marks = 0;
  while (true) {
    const size_t plain = PlainPrefix(text);
    if (plain > 0) marks = 0;
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) return composed ? out : ToNfc(out);
    const DecodedRune rune = DecodeRune(text, 0);
    text.remove_prefix(rune.length);
    if (IsOtherSpace(rune.code)) {
      out.push_back(' ');
      marks = 0;
      continue;
    }
    if (IsInvisible(rune.code)) continue;
    marks = u_getCombiningClass(static_cast<UChar32>(rune.code)) == 0 ? 0 : marks + 1;
    if (marks > kMaxMarks) continue;
    if (rune.code >= 0xFF01 && rune.code <= 0xFF5E) {
      out.push_back(static_cast<char>(rune.code - 0xFEE0));
      continue;
    }
    composed = false;
    if (HasWidthForm(rune.code)) {
      AppendDecomposition(rune.code, out);
    } else {
      AppendRune(rune.code, out);
    }
  }
}

std::string NormalizeName(std::string_view name) {
  std::string normalized;
  bool plain = AllPlain(name);  // what is made of the name is, too
  if (!plain) {
    normalized = NormalizeText(name);
    name = normalized;
  }
  std::string out;
  out.reserve(name.size());
  for (size_t at = 0; at < name.size();) {
    const DecodedRune rune = DecodeRune(name, at);
    if (rune.code < 0x80) {
      const char byte = name[at];
      if (byte != ' ' && byte != '\n') {
        out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte);
      }
    } else if (HasNoCase(rune.code)) {
      out.append(name, at, rune.length);
    } else if (!IsMiddleDot(rune.code)) {
      AppendRune(static_cast<char32_t>(u_tolower(static_cast<UChar32>(rune.code))), out);
      plain = false;
    }
    at += rune.length;
  }
  // A mark may have lost the space before it.
  return plain || AllPlain(out) ? out : NormalizeText(out);
}

}  // namespace sillok
