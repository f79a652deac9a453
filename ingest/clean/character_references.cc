#include "ingest/clean/character_references.h"

#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "common/lexicon/lexicon.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMaxNameBytes = 32;
constexpr size_t kMaxDigits = 8;

struct Entity {
  std::string text;
  bool bare = false;  // the semicolon may be missing
};

using Entities = std::unordered_map<std::string_view, Entity>;

std::string DecodeCodes(std::string_view codes) {
  std::string text;
  while (!codes.empty()) {
    uint32_t code = 0;
    const auto [end, error] = std::from_chars(codes.data(), codes.data() + codes.size(), code, 16);
    if (error != std::errc()) break;
    AppendRune(code, text);
    codes.remove_prefix(static_cast<size_t>(end - codes.data()));
    if (!codes.empty()) codes.remove_prefix(1);
  }
  return text;
}

const Entities& AllEntities() {
  static const auto* const all = [] {
    auto* const entities = new Entities;
    const LexiconTable table = FindLexicon("html_entities");
    for (const LexiconRow& row : table.rows()) {
      entities->emplace(row[0], Entity{.text = DecodeCodes(row[1]), .bare = row[2] == "1"});
    }
    return entities;
  }();
  return *all;
}

// What Windows-1252 has at 128…159; 0 where it has nothing.
char32_t OfWindows(uint32_t code) {
  static constexpr char16_t kCodes[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return kCodes[code - 0x80];
}

bool IsAlphanumeric(char byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

// Reads "#38;" or "#x26;" behind an ampersand; the bytes it takes, 0 when it is none.
size_t DecodeNumber(std::string_view text, std::string& out) {
  const bool hex = text.size() > 1 && (text[1] | 0x20) == 'x';
  const std::string_view digits = text.substr(hex ? 2 : 1, kMaxDigits);
  uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  if (error != std::errc()) return 0;
  if (code >= 0x80 && code <= 0x9F && OfWindows(code) != 0) code = OfWindows(code);
  AppendRune(code == 0 ? U'\uFFFD' : static_cast<char32_t>(code), out);
  size_t taken = static_cast<size_t>(end - text.data());
  while (taken < text.size() && text[taken] >= '0' && text[taken] <= '9') ++taken;
  return taken < text.size() && text[taken] == ';' ? taken + 1 : taken;
}

// Reads "amp;" behind an ampersand; the bytes it takes, 0 when it is none.
size_t DecodeName(std::string_view text, std::string& out) {
  size_t length = 0;
  while (length < text.size() && length < kMaxNameBytes && IsAlphanumeric(text[length])) ++length;
  const auto found = AllEntities().find(text.substr(0, length));
  if (found == AllEntities().end()) return 0;
  const bool closed = length < text.size() && text[length] == ';';
  const bool assigned = length < text.size() && text[length] == '=';
  if (!closed && (!found->second.bare || assigned)) return 0;
  out += found->second.text;
  return closed ? length + 1 : length;
}

}  // namespace

std::string DecodeReferences(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (true) {
    const size_t mark = text.find('&');
    out.append(text.substr(0, mark));
    if (mark == text.npos) return out;
    text.remove_prefix(mark + 1);
    const size_t taken = text.starts_with('#') ? DecodeNumber(text, out) : DecodeName(text, out);
    if (taken == 0) out.push_back('&');
    text.remove_prefix(taken);
  }
}

}  // namespace sillok::ingest
