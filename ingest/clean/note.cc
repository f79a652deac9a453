#include "ingest/clean/note.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMostLines = 8;
// Several lines that are shorter are a menu.
constexpr size_t kMinRunes = 3;

bool HasHangulOrHanja(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (IsHangulSyllable(rune.code) || IsHanja(rune.code)) return true;
    at += rune.length;
  }
  return false;
}

bool SaysSomething(const PageLine& line, bool alone) {
  return line.role == LineRole::kOpen && line.runes >= (alone ? kMinRunes - 1 : kMinRunes) &&
         HasHangulOrHanja(line.text);
}

}  // namespace

bool IsNote(const PageLines& lines) { return lines.size() <= kMostLines; }

void TakeNote(PageLines& lines, bool titled) {
  const bool alone = lines.size() == 1;
  bool said = false;
  for (PageLine& line : lines) {
    if (!SaysSomething(line, alone)) continue;
    line.role = titled || alone ? LineRole::kBody : LineRole::kTitle;
    said = said || line.role == LineRole::kBody;
    titled = true;
  }
  if (said) return;
  for (PageLine& line : lines) {
    if (line.role == LineRole::kTime) line.role = LineRole::kBody;
  }
}

}  // namespace sillok::ingest
