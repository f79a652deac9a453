#include "ingest/clean/prose.h"

#include "common/text/utf8.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

const re2::RE2& StatementEnd() {
  // 다, 요, 죠, 까 and the nominal endings 음, 함, 임; English needs a word of letters. A number (3.5) never matches.
  static const re2::RE2 pattern("(?:[다요죠까함음임됨네라자]|[a-z]{2})[.](?:[^.0-9A-Za-z]|$)");
  return pattern;
}

bool IsBullet(char32_t code) {
  static constexpr std::u32string_view kBullets = U" •·∙▪◦●○■□◆◇▶▷►▸>»〉›-–—*|※☞→◀◁+\t";
  return kBullets.find(code) != kBullets.npos;
}

}  // namespace

size_t CountStatements(std::string_view line, size_t limit) {
  re2::StringPiece rest(line.data(), line.size());
  size_t count = 0;
  while (count < limit && RE2::FindAndConsume(&rest, StatementEnd())) ++count;
  return count;
}

bool HoldsStatement(std::string_view line) { return CountStatements(line, 1) > 0; }

bool EndsAsQuestion(std::string_view line) {
  static constexpr std::u32string_view kClosers = U"”\"’')]」』 ";
  while (!line.empty()) {
    const DecodedRune rune = DecodeRuneBefore(line, line.size());
    if (kClosers.find(rune.code) == kClosers.npos) return rune.code == U'?' || rune.code == U'!';
    line.remove_suffix(rune.length);
  }
  return false;
}

std::string_view StripBullets(std::string_view line) {
  while (!line.empty()) {
    const DecodedRune rune = DecodeRune(line, 0);
    if (!IsBullet(rune.code)) break;
    line.remove_prefix(rune.length);
  }
  while (!line.empty()) {
    const DecodedRune rune = DecodeRuneBefore(line, line.size());
    if (!IsBullet(rune.code)) break;
    line.remove_suffix(rune.length);
  }
  return line;
}

}  // namespace sillok::ingest
