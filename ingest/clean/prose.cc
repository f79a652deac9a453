#include "ingest/clean/prose.h"

#include <algorithm>
#include <iterator>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// True when a statement ends with the full stop at byte `at`: behind 다, 요, 죠, 까 and the like, or behind a word of
// letters; a number (3.5) and a domain (a.b) go on behind it.
bool EndsStatement(std::string_view line, size_t at) {
  static constexpr std::string_view kEndings[] = {"다", "요", "죠", "까", "함", "음",
                                                  "임", "됨", "네", "라", "자"};
  if (at + 1 < line.size()) {
    const char next = line[at + 1];
    const bool goes_on =
        next == '.' || (next >= '0' && next <= '9') || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
    if (goes_on) return false;
    // "Oct. 5", "No. 3"
    if (next == ' ' && at + 2 < line.size() && line[at + 2] >= '0' && line[at + 2] <= '9' && at > 0 &&
        line[at - 1] > 0) {
      return false;
    }
  }
  const auto is_small = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  if (at >= 2 && is_small(line[at - 1]) && is_small(line[at - 2])) return true;
  return at >= 3 &&
         std::find(std::begin(kEndings), std::end(kEndings), line.substr(at - 3, 3)) != std::end(kEndings);
}

bool IsBullet(char32_t code) {
  if (IsHangulSyllable(code)) return false;
  static constexpr std::u32string_view kBullets = U" •·∙▪◦●○■□◆◇▶▷►▸>»〉›-–—*|※☞→◀◁+\t";
  return kBullets.find(code) != kBullets.npos;
}

// The line without the quotation marks and brackets that close it.
std::string_view WithoutClosers(std::string_view line) {
  static constexpr std::u32string_view kClosers = U"”\"’')]」』 ";
  while (!line.empty()) {
    const DecodedRune rune = DecodeRuneBefore(line, line.size());
    if (kClosers.find(rune.code) == kClosers.npos) break;
    line.remove_suffix(rune.length);
  }
  return line;
}

}  // namespace

size_t CountStatements(std::string_view line, size_t limit) {
  size_t count = 0;
  for (size_t at = line.find('.'); at != line.npos && count < limit; at = line.find('.', at + 1)) {
    if (EndsStatement(line, at)) ++count;
  }
  return count;
}

bool HoldsStatement(std::string_view line) { return CountStatements(line, 1) > 0; }

bool EndsWithFullStop(std::string_view line) {
  line = WithoutClosers(line);
  if (line.size() < 4 || line.back() != '.') return false;
  return IsHangulSyllable(DecodeRuneBefore(line, line.size() - 1).code);
}

bool EndsAsQuestion(std::string_view line) {
  line = WithoutClosers(line);
  return !line.empty() && (line.back() == '?' || line.back() == '!');
}

bool IsRoster(std::string_view line, std::string_view above) {
  static const RE2 several(R"(\s?[◇◆△▲○●■□▷▶〈<].*[▲△].*)");
  static const RE2 died(
      R"(.*(?:별세|[부모]친상|[빙장시][부모]상|상배|형제상|조모상|조부상).*(?:발인|빈소|장례식장).*)");
  static const RE2 one(R"([▲△].{3,60})");
  static const RE2 heading(R"((?:[◇◆△▲<〈]).{2,60})");
  constexpr size_t kMinBytes = 16;
  // Most lines hold a sentence or have none of their words, which is cheap to see.
  if (line.size() < kMinBytes || HoldsStatement(line)) return false;
  constexpr std::string_view kWords[] = {"▲", "△", "발인", "빈소", "장례식장"};
  const bool possible = std::any_of(std::begin(kWords), std::end(kWords),
                                    [&](std::string_view word) { return line.find(word) != line.npos; });
  if (!possible) return false;
  if (RE2::FullMatch(Piece(line), several) || RE2::FullMatch(Piece(line), died)) return true;
  return RE2::FullMatch(Piece(line), one) && RE2::FullMatch(Piece(above), heading) && !HoldsStatement(above);
}

bool NamesSpeaker(std::string_view line) {
  static const RE2 bracketed(R"(\[[가-힣A-Za-z ·.]{2,30}(?:\s?/[^\[\]]{2,40}|\s?\([^()]{1,20}\))\])");
  static const RE2 marked(R"(◀[A-Za-z가-힣]{2,6}▶\s?.{2,40})");
  static const RE2 cue(
      R"((?:[▶▷◎■●☞-]\s?)?(?:인터뷰|녹취|싱크|현장음|전화 ?인터뷰|전화 ?연결)\s?[:=]\s?[^/]{2,24}/[^/:=]{2,40})");
  constexpr size_t kMaxBytes = 240;
  if (line.size() > kMaxBytes) return false;
  if (line.starts_with('[')) return RE2::FullMatch(Piece(line), bracketed);
  if (line.starts_with("◀")) return RE2::FullMatch(Piece(line), marked);
  return line.find('/') != line.npos && RE2::FullMatch(Piece(line), cue);
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
