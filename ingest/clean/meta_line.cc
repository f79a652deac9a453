#include "ingest/clean/meta_line.h"

#include <algorithm>
#include <vector>

#include "ingest/clean/boilerplate.h"
#include "ingest/clean/button_words.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMostParts = 12;
// Longer parts are no buttons.
constexpr size_t kMaxDressBytes = 72;

std::string_view TrimPart(std::string_view text) {
  const auto is_space = [](char byte) { return byte == ' ' || byte == ',' || byte == ':'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return StripBullets(text);
}

// A part of a line, and the bar before it.
struct Part {
  std::string_view bar;
  std::string_view text;
};

std::vector<Part> Parts(std::string_view line) {
  std::vector<Part> parts;
  std::string_view before;
  while (!line.empty()) {
    const std::string_view bar = FirstBar(line);
    const auto end = static_cast<size_t>(bar.data() - line.data());
    parts.push_back({before, TrimPart(line.substr(0, end))});
    before = bar;
    line.remove_prefix(end + bar.size());
  }
  return parts;
}

// "주간가람 1559호", "가람신문 6면", "지면 11면": where it stood in print.
bool IsEdition(std::string_view part) {
  static const RE2 pattern(R"((?:(\S{2,12})\s)?(?:제?\d{1,5}호\s?)?(?:[A-Z]?\d{1,3}면)?)");
  std::string name;
  if (part.empty() || part.size() > 60 || !RE2::FullMatch(Piece(part), pattern, &name)) return false;
  return name.empty() || name == "지면" || !OutletNamed(name).empty() || part.ends_with("호") ||
         SoundsLikeOutlet(name);
}

// "출처: 나루커피": whom the page had it from.
bool IsSource(std::string_view part) {
  static const RE2 pattern(R"((?:출처|제공|자료\s?제공|매체|언론사|발신지|[Ss]ource)\s?:\s?.{1,24})");
  return part.size() <= 100 && RE2::FullMatch(Piece(part), pattern);
}

bool IsButton(std::string_view word) {
  std::string lower(word);
  for (char& byte : lower) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
  return word.size() <= kMaxDressBytes &&
         (IsButtonRow(lower) || lower.find_first_not_of("0123456789.,+-") == lower.npos);
}

// The part without the buttons at its end; those that also stand in bylines stay.
std::string_view WithoutButtons(std::string_view part) {
  while (true) {
    const size_t space = part.rfind(' ');
    if (space == part.npos || SoundsLikeOutlet(part)) return part;
    const std::string_view last = part.substr(space + 1);
    if (IsBylineWord(last) || !IsButton(last)) return part;
    part = TrimPart(part.substr(0, space));
  }
}

}  // namespace

std::string_view FirstBar(std::string_view text) {
  std::string_view first = text.substr(text.size());
  for (const std::string_view mark : {"|", "ㅣ", "│", "•"}) {
    const size_t at = text.find(mark);
    if (at < static_cast<size_t>(first.data() - text.data())) first = text.substr(at, mark.size());
  }
  return first;
}

MetaLine ReadMeta(std::string_view line) {
  MetaLine meta;
  const std::vector<Part> parts = Parts(line);
  if (parts.size() > kMostParts) return {.rest = std::string(line), .dressed = false, .parted = true};
  size_t shown = 0;
  for (const auto& [bar, part] : parts) {
    if (part.empty()) continue;
    ++shown;
    if ((part.size() <= kMaxDressBytes && IsDress(part)) || IsEdition(part) || IsSource(part)) {
      meta.dressed = true;
      continue;
    }
    const std::string_view kept = WithoutButtons(part);
    meta.dressed = meta.dressed || kept.size() != part.size();
    if (kept.size() != part.size() && IsEdition(kept)) continue;
    if (!meta.rest.empty()) meta.rest.append(" ").append(bar).append(" ");
    meta.rest += kept;
  }
  meta.parted = shown > 1;
  return meta;
}

}  // namespace sillok::ingest
