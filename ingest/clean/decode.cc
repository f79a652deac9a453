#include "ingest/clean/decode.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "re2/re2.h"
#include "unicode/ucnv.h"
#include "unicode/unistr.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kField = "article.raw";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kSniffBytes = 4096;
// One broken character in so many good ones is an accident; more is another encoding.
constexpr size_t kGoodPerBroken = 50;
// So many tags of its own make a text HTML.
constexpr int kTagsOfHtml = 3;
constexpr size_t kMaxTagBytes = 16;

absl::Status NotText(std::string_view why) {
  return InvalidField(kField, std::string(why) + "; send text or HTML in UTF-8, UTF-16, EUC-KR or CP949");
}

absl::Status CutOff(std::string_view encoding) {
  return InvalidField(
      kField, "ends in the middle of a " + std::string(encoding) + " character; send all of its bytes");
}

// What a walk over bytes read as UTF-8 finds.
struct Utf8Count {
  size_t good = 0;    // characters of more than one byte
  size_t broken = 0;  // bytes that belong to none
  size_t hangul = 0;
  bool cut_off = false;  // the last bytes begin a character and do not end it
};

// True when the bytes are the beginning of a longer character.
bool BeginsCharacter(std::string_view tail) {
  const auto lead = static_cast<unsigned char>(tail.front());
  const size_t length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (lead > 0xF4 || tail.size() >= length) return false;
  return std::all_of(tail.begin() + 1, tail.end(),
                     [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; });
}

Utf8Count CountUtf8(std::string_view bytes) {
  Utf8Count count;
  for (size_t at = 0; at < bytes.size();) {
    const DecodedRune rune = DecodeRune(bytes, at);
    if (rune.length > 1) {
      ++count.good;
      if (IsHangulSyllable(rune.code)) ++count.hangul;
    } else if (static_cast<unsigned char>(bytes[at]) >= 0x80) {
      if (bytes.size() - at < 4 && BeginsCharacter(bytes.substr(at))) {
        count.cut_off = true;
        break;
      }
      ++count.broken;
    }
    at += rune.length;
  }
  return count;
}

struct Converted {
  std::string text;
  size_t good = 0;  // Hangul syllables
  size_t broken = 0;
  size_t controls = 0;
  bool cut_off = false;
};

// The bytes by one of ICU's converters; broken ones become U+FFFD.
Converted Convert(std::string_view bytes, const char* converter) {
  Converted result;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> handle(ucnv_open(converter, &error), &ucnv_close);
  if (U_FAILURE(error)) return {.broken = bytes.size()};
  std::u16string units(bytes.size() + 16, u'\0');
  char16_t* target = units.data();
  const char* source = bytes.data();
  const char* const source_end = bytes.data() + bytes.size();
  // Without the flush an unfinished character at the end stays in the converter, where it can be seen.
  ucnv_toUnicode(handle.get(), &target, units.data() + units.size(), &source, source_end, nullptr, false,
                 &error);
  result.cut_off = ucnv_toUCountPending(handle.get(), &error) > 0;
  units.resize(static_cast<size_t>(target - units.data()));
  const icu::UnicodeString text(false, units.data(), static_cast<int32_t>(units.size()));
  text.toUTF8String(result.text);
  for (const char16_t unit : units) {
    if (unit == 0xFFFD || (unit >= 0xE000 && unit <= 0xF8FF)) ++result.broken;
    if (unit >= 0xAC00 && unit <= 0xD7A3) ++result.good;
    if (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r' && unit != '\f') ++result.controls;
  }
  return result;
}

// The charset that the first bytes declare, in lower case; empty when none.
std::string DeclaredCharset(std::string_view bytes) {
  static const RE2 pattern(R"((?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_-]{3,20}))", RE2::Latin1);
  re2::StringPiece name;
  const std::string_view head = bytes.substr(0, kSniffBytes);
  if (head.find('=') == head.npos) return "";
  if (!RE2::PartialMatch(re2::StringPiece(head.data(), head.size()), pattern, &name)) return "";
  std::string lower(name.data(), name.size());
  for (char& byte : lower) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
  return lower;
}

bool IsKoreanCharset(std::string_view name) {
  return name == "euc-kr" || name == "euckr" || name == "cp949" || name == "ks_c_5601-1987" ||
         name == "ms949" || name == "uhc" || name == "windows-949" || name == "ksc5601" ||
         name == "x-windows-949";
}

// "UTF-16LE" or "UTF-16BE" where zeros stand at one parity only: there the other half of ASCII is.
const char* GuessUtf16(std::string_view bytes) {
  size_t zeros[2] = {0, 0};
  const std::string_view head = bytes.substr(0, kSniffBytes);
  if (head.find('\0') == head.npos) return nullptr;
  for (size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  // A syllable now and then ends in a zero byte (가 is U+AC00).
  if (zeros[1] > head.size() / 40 && zeros[1] > 4 * zeros[0]) return "UTF-16LE";
  if (zeros[0] > head.size() / 40 && zeros[0] > 4 * zeros[1]) return "UTF-16BE";
  return nullptr;
}

absl::StatusOr<DecodedPage> DecodeUtf16(std::string_view bytes, const char* name) {
  if (bytes.size() % 2 != 0) return CutOff(name);
  Converted converted = Convert(bytes, name);
  if (converted.cut_off) return CutOff(name);
  const size_t bad = converted.broken + converted.controls;
  if (bad * kGoodPerBroken > bytes.size() / 2) return NotText("is binary data");
  return DecodedPage{.text = std::move(converted.text), .encoding = name};
}

bool IsBinary(std::string_view bytes) {
  if (bytes.find('\0') != bytes.npos) return true;
  constexpr uint32_t kText = 1U << '\t' | 1U << '\n' | 1U << '\r' | 1U << '\f' | 1U << 0x1B;
  size_t controls = 0;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    controls += code < 0x20 && (kText >> code & 1U) == 0 ? 1 : 0;
  }
  return controls > bytes.size() / 100;
}

Notice Repaired(size_t broken, std::string_view encoding) {
  return {"invalid_bytes_replaced",
          std::to_string(broken) + " bytes that are not " + std::string(encoding) + " stand as U+FFFD"};
}

absl::StatusOr<DecodedPage> DecodeBytes(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return DecodeUtf16(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return DecodeUtf16(bytes.substr(2), "UTF-16BE");
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (const char* const utf16 = GuessUtf16(bytes); utf16 != nullptr) return DecodeUtf16(bytes, utf16);
  if (IsBinary(bytes)) return NotText("is binary data");

  const bool declared_korean = IsKoreanCharset(DeclaredCharset(bytes));
  if (!declared_korean && IsValidUtf8(bytes)) {
    return DecodedPage{.text = std::string(bytes), .encoding = "UTF-8"};
  }
  const Utf8Count utf8 = CountUtf8(bytes);
  const bool clean_utf8 = utf8.broken == 0 && !utf8.cut_off;
  // Very few bytes of CP949 can pass as UTF-8 (Latin or Greek letters): there the declaration decides.
  if (clean_utf8 && !(declared_korean && utf8.good > 0 && utf8.hangul == 0)) {
    return DecodedPage{.text = std::string(bytes), .encoding = "UTF-8"};
  }
  Converted cp949 = Convert(bytes, "windows-949");
  if (cp949.broken == 0 && !cp949.cut_off && cp949.good > 0 && cp949.good >= utf8.hangul) {
    return DecodedPage{.text = std::move(cp949.text), .encoding = "CP949"};
  }
  if (clean_utf8) return DecodedPage{.text = std::string(bytes), .encoding = "UTF-8"};
  if (utf8.good >= utf8.broken * kGoodPerBroken) {
    if (utf8.cut_off) return CutOff("UTF-8");
    return DecodedPage{
        .text = ReplaceInvalidUtf8(bytes), .encoding = "UTF-8", .notices = {Repaired(utf8.broken, "UTF-8")}};
  }
  if (cp949.good > 0 && cp949.good >= cp949.broken * kGoodPerBroken) {
    if (cp949.cut_off) return CutOff("CP949");
    return DecodedPage{
        .text = std::move(cp949.text), .encoding = "CP949", .notices = {Repaired(cp949.broken, "CP949")}};
  }
  return NotText("is not text in an encoding we know");
}

}  // namespace

bool LooksLikeHtml(std::string_view text) {
  static const RE2 start(
      R"((?i)^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype\s+html|<(?:html|head|body|meta|title|div|p|article|section|table|span|script|link|main|h1)[\s>]))");
  static const RE2 tag(R"((?i)^(?:</(?:p|div|a|span|li|h[1-6]|td|article|figure|strong)>|<br\s*/?>))");
  text = text.substr(0, size_t{4} * kSniffBytes);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n\r\f\v"), text.size()));
  if (text.starts_with('<') && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), start)) {
    return true;
  }
  int tags = 0;
  for (size_t at = text.find('<'); at != text.npos && tags < kTagsOfHtml; at = text.find('<', at + 1)) {
    const std::string_view mark = text.substr(at, kMaxTagBytes);
    if (RE2::PartialMatch(re2::StringPiece(mark.data(), mark.size()), tag)) ++tags;
  }
  return tags >= kTagsOfHtml;
}

absl::StatusOr<DecodedPage> DecodePage(const v1::RawArticle& raw) {
  if (raw.content_case() == v1::RawArticle::kRaw) {
    SILLOK_ASSIGN_OR_RETURN(DecodedPage page, DecodeBytes(raw.raw()));
    page.html = LooksLikeHtml(page.text);
    return page;
  }
  const bool is_html = raw.content_case() == v1::RawArticle::kHtml;
  const std::string& content = is_html ? raw.html() : raw.text();
  // The wire lets only UTF-8 through; a caller inside of the process may be careless.
  DecodedPage page{.text = ReplaceInvalidUtf8(content), .encoding = "UTF-8", .html = is_html};
  if (page.text.starts_with(kByteOrderMark)) {
    page.begin = kByteOrderMark.size();
    page.text.erase(0, page.begin);
  }
  if (!is_html && LooksLikeHtml(page.text)) {
    page.html = true;
    page.notices.push_back({"text_is_html", "the content given as text is HTML and was read as such"});
  }
  return page;
}

}  // namespace sillok::ingest
