#include "ingest/clean/dateline.h"

#include <utility>

#include "common/text/utf8.h"
#include "ingest/clean/byline_tokens.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// A dateline ends within this much of a paragraph.
constexpr size_t kMaxDatelineBytes = 240;
constexpr size_t kMaxSignOffBytes = 80;
constexpr size_t kMaxHandoverBytes = 140;

// What stands in brackets at the beginning of the text, without them; empty when nothing does.
std::string_view LeadingBrackets(std::string_view text) {
  static const RE2 pattern(
      R"(^(?:\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|【([^【】]{1,60})】|<([^<>]{1,60})>))");
  constexpr std::string_view kFirstBytes = "([<\xE3";  // 【 takes three
  if (text.empty() || kFirstBytes.find(text.front()) == kFirstBytes.npos) return {};
  re2::StringPiece inside[4];
  if (!RE2::PartialMatch(Piece(text), pattern, &inside[0], &inside[1], &inside[2], &inside[3])) return {};
  for (const re2::StringPiece& piece : inside) {
    if (!piece.empty()) return {piece.data(), piece.size()};
  }
  return {};
}

size_t SkipSpaces(std::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// What a dateline's brackets say: "서울=아무통신", "아무일보 이혜원 기자". Brackets hold many other things (속보,
// 인터뷰), so that without an equals sign only a reporter or an outlet we know will do.
std::optional<Byline> ReadBrackets(std::string_view inside) {
  while (inside.ends_with(' ')) inside.remove_suffix(1);
  if (inside.empty()) return std::nullopt;
  const size_t equals = inside.find('=');
  const std::string_view right =
      equals == inside.npos ? inside : inside.substr(SkipSpaces(inside, equals + 1));
  std::optional<Byline> byline = ReadByline(right);
  if (byline.has_value() && byline->outlet.empty() && equals != inside.npos) {
    byline->outlet = OutletNamed(inside.substr(0, equals));
  }
  if (byline.has_value() && (!byline->reporters.empty() || !byline->outlet.empty())) return byline;
  std::string outlet = OutletNamed(right);
  // A paper's name and nothing else: [가람신문].
  const bool bare = equals == inside.npos && CountRunes(inside) <= 10 && inside.find(' ') == inside.npos;
  if (outlet.empty() && bare && SoundsLikeOutlet(inside)) outlet = std::string(inside);
  if (outlet.empty() && equals != inside.npos && CountRunes(inside) <= 24) outlet = std::string(right);
  if (outlet.empty()) return std::nullopt;
  return Byline{.reporters = {}, .outlet = std::move(outlet)};
}

// "서울--(뉴스와이어)--": how a service of press releases begins them; its length.
size_t ReleaseLine(std::string_view head) {
  static const RE2 pattern(R"(([가-힣A-Za-z, ]{2,20}--\s?\([^()]{2,30}\)\s?--\s?))");
  re2::StringPiece text = Piece(head);
  return head.find("--") != head.npos && RE2::Consume(&text, pattern) ? head.size() - text.size() : 0;
}

}  // namespace

Dateline ReadDateline(std::string_view paragraph) {
  const std::string_view head = TruncateUtf8(paragraph, kMaxDatelineBytes);
  if (const size_t released = ReleaseLine(head); released > 0) return {.byline = {}, .length = released};
  const std::string_view inside = LeadingBrackets(head);
  size_t at = inside.empty() ? 0 : static_cast<size_t>(inside.data() - head.data()) + inside.size();
  if (!inside.empty()) at = SkipSpaces(head, at + DecodeRune(head, at).length);
  Dateline dateline;
  std::optional<Byline> place = ReadBrackets(inside);
  // Names and an equals sign may follow: "이혜원 기자 = ".
  const size_t equals = head.find('=', at);
  if (equals != head.npos && (place.has_value() || inside.empty())) {
    std::optional<Byline> names = ReadByline(head.substr(at, equals - at));
    if (names.has_value() && !names->reporters.empty()) {
      dateline.byline = *std::move(names);
      if (place.has_value() && !place->outlet.empty()) dateline.byline.outlet = place->outlet;
      dateline.length = SkipSpaces(head, equals + 1);
      return dateline;
    }
  }
  if (!place.has_value()) return dateline;
  dateline.byline = *std::move(place);
  dateline.length = at;
  return dateline;
}

Byline ReadSignOff(std::string_view paragraph) {
  constexpr std::string_view kLeave = "입니다.";
  if (paragraph.size() > kMaxSignOffBytes || !paragraph.ends_with(kLeave)) return {};
  std::string words(paragraph.substr(0, paragraph.size() - kLeave.size()));
  const size_t space = words.find(' ');
  if (space == words.npos) return {};
  const std::string before_name = words.substr(0, words.rfind(' '));
  if (OutletNamed(words.substr(0, space)).empty() && !SoundsLikeOutlet(before_name)) return {};
  if (!words.ends_with("기자")) words += " 기자";
  std::optional<Byline> byline = ReadByline(words);
  return byline.has_value() ? *std::move(byline) : Byline();
}

std::vector<Reporter> ReadHandover(std::string_view paragraph) {
  static const RE2 pattern(
      R"((?:[^.]{0,30}?[ ,])??([가-힣]{3}(?:(?:, ?|·|ㆍ| 기자, ?|[와과] )[가-힣]{3}){0,3}) ?기자(?:입니다|(?:가|의) .{0,24}(?:보도|취재|전해|전합|정리|알아|살펴|짚어|다녀|만나|점검|분석|확인|따져|들여다).{0,12}니다)\.)");
  static const RE2 separator("( 기자, ?|, ?|·|ㆍ|[와과] )");
  std::string names;
  if (paragraph.size() > kMaxHandoverBytes || paragraph.find("기자") == paragraph.npos ||
      !RE2::FullMatch(Piece(paragraph), pattern, &names)) {
    return {};
  }
  RE2::GlobalReplace(&names, separator, " ");
  std::vector<Reporter> reporters;
  for (const std::string& name : BylineTokens(names)) {
    if (!HasSurname(name) || !HasGivenName(name) || IsBylineWord(name) || IsPlaceWord(name)) return {};
    reporters.push_back({name, ""});
  }
  return reporters;
}

Signature ReadSignature(std::string_view paragraph) {
  // Looks back from the end: the byline begins behind the last sentence's end.
  static constexpr size_t kWindow = 160;
  Signature signature{.byline = {}, .begin = paragraph.size()};
  size_t from = paragraph.size() > kWindow ? paragraph.size() - kWindow : 0;
  while (from < paragraph.size() && (static_cast<unsigned char>(paragraph[from]) & 0xC0) == 0x80) ++from;
  static const RE2 end(R"([다요죠까음함임][.?!]["”’')\]]{0,2}\s?[/·]?\s?)");
  re2::StringPiece rest = Piece(paragraph.substr(from));
  size_t behind = 0;
  while (RE2::FindAndConsume(&rest, end)) behind = paragraph.size() - rest.size();
  if (behind == 0 || behind >= paragraph.size()) return signature;
  std::optional<Byline> byline = ReadByline(paragraph.substr(behind));
  if (!byline.has_value()) return signature;
  signature.byline = *std::move(byline);
  signature.begin = behind;
  while (signature.begin > 0 &&
         std::string_view(" /").find(paragraph[signature.begin - 1]) != std::string_view::npos) {
    --signature.begin;
  }
  return signature;
}

}  // namespace sillok::ingest
