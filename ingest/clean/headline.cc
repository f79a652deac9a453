#include "ingest/clean/headline.h"

#include <algorithm>
#include <map>

#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "ingest/clean/boilerplate.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "ingest/clean/title_places.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// A site's name behind a title is short beside it.
constexpr size_t kMaxSiteRunes = 24;
constexpr size_t kMinShownRunes = 8;
constexpr size_t kSeparatorBytes = 5;
constexpr int kMaxSitePieces = 6;
constexpr int kFreePieces = 3;

// The separators that sites put before their name.
size_t LastSeparator(std::string_view title) {
  // Most titles have none.
  if (title.find_first_of("-|:<>\xE2\xE3") == title.npos) return title.npos;
  size_t last = title.npos;
  for (const std::string_view mark : {" - ", " | ", " :: ", " : ", " < ", " – ", " — ", " > ", "|", " ㅣ "}) {
    const size_t at = title.rfind(mark);
    if (at != title.npos && (last == title.npos || at > last)) last = at;
  }
  return last;
}

std::string_view Trim(std::string_view text) {
  const auto is_mark = [](char byte) {
    return byte == ' ' || byte == '-' || byte == '|' || byte == ':' || byte == '<' || byte == '>';
  };
  while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
  return text;
}

// The title-like line that stands before the body twice, or whose copy carries a site's name.
std::optional<size_t> RepeatedTitle(const PageLines& lines, size_t end, bool english) {
  std::map<std::string, size_t> seen;
  std::optional<size_t> repeated;
  for (size_t i = 0; i < end; ++i) {
    if (!LooksLikeTitle(lines[i], english)) continue;
    // Copies right beside each other are a photo's caption.
    if (i > 0 && lines[i].text == lines[i - 1].text) continue;
    if (!seen.emplace(StripSite(lines[i].text).title, i).second) repeated = i;
  }
  return repeated;
}

// A heading that says the title behind the name of its section: "신차소식 가람차, 새 버스 내놓는다".
bool IsHeadingCopy(const PageLine& line, std::string_view name, std::string_view key) {
  constexpr size_t kMinKeyBytes = 24;
  constexpr size_t kMaxSectionBytes = 30;
  return line.heading > 0 && key.size() >= kMinKeyBytes && name.size() <= key.size() + kMaxSectionBytes &&
         name.ends_with(key);
}

// True when the line says the title, alone or with the site's name behind it.
bool IsCopy(const PageLine& line, std::string_view key) {
  // Most lines are too short or too long to be one, which is cheap to see.
  if (line.runes > 2 * kMaxTitleRunes || line.text.size() < key.size()) return false;
  if (line.text.size() > 2 * key.size() + 200) return false;
  const DecodedRune first = DecodeRune(line.text, 0);
  const bool other = IsHangulSyllable(first.code) && !key.starts_with(line.text.substr(0, first.length));
  if (other && line.heading == 0) return false;
  const std::string name = NormalizeName(line.text);
  if (IsHeadingCopy(line, name, key)) return true;
  if (!name.starts_with(key)) return false;
  return name.size() == key.size() || NormalizeName(StripSite(line.text).title) == key;
}

// The heading that goes on where the known title was cut short, or the line that the known one puts a site's name before.
std::optional<std::string> LongerTitle(const PageLines& lines, size_t body_begin, const std::string& known) {
  for (size_t i = 0; i < std::min(body_begin, lines.size()); ++i) {
    const std::string& text = lines[i].text;
    if (lines[i].runes < kMinShownRunes || known.empty()) continue;
    if (lines[i].heading == 1 && text.size() > known.size() && text.starts_with(known)) {
      return StripSite(text).title;
    }
    if (text.size() + 2 >= known.size() || !known.ends_with(text)) continue;
    const std::string_view before = std::string_view(known).substr(0, known.size() - text.size());
    const bool marked =
        before.ends_with(", ") || before.ends_with("| ") || before.ends_with("- ") || before.ends_with(": ");
    // "NARU NEWS 솔내천 둑 고친다"
    const bool named = before.ends_with(' ') && CountRunes(before) <= kMaxSiteRunes &&
                       (SoundsLikeOutlet(before) || !OutletNamed(before).empty());
    if (marked || named) return text;
  }
  return std::nullopt;
}

// A known title that no line shows and that no sentence speaks of is the site's name; the article's is then the line above the
// sentences that they do speak of.
std::optional<std::string> ToldTitle(const PageLines& lines, size_t body_begin, const std::string& known) {
  const std::string key = NormalizeName(known);
  const size_t end = std::min(body_begin, lines.size());
  if (key.empty() || CountRunes(known) > kMaxSiteRunes) return std::nullopt;
  for (size_t i = 0; i < end; ++i) {
    if (IsCopy(lines[i], key) && LooksLikeTitle(lines[i], false)) return std::nullopt;
  }
  const TitlePlaces places(lines, body_begin, /*english=*/false);
  if (places.Mentions(known)) return std::nullopt;
  const std::optional<size_t> title = places.Find();
  if (title.has_value() && places.Speaks(lines[*title].text)) return lines[*title].text;
  return std::nullopt;
}

// "뉴스/속보 솔내천 둑 고친다": without the board's name for what it holds.
std::string_view WithoutCategory(std::string_view title) {
  // "가람신문 모바일 사이트, 솔내천 둑 고친다"
  static const RE2 site(R"(\S{2,12}\s(?:모바일|공식)\s?(?:사이트|웹|홈페이지)?, )");
  re2::StringPiece rest = Piece(title);
  if (RE2::Consume(&rest, site) && !rest.empty()) return {rest.data(), rest.size()};
  const size_t space = title.find(' ');
  if (space == title.npos || title.substr(0, space).find('/') == title.npos) return title;
  return IsDress(title.substr(0, space)) ? title.substr(space + 1) : title;
}

}  // namespace

std::string LabelledTitle(PageLines& lines, size_t body_begin) {
  static const RE2 label(R"(제\s?목\s?[:：]\s?)");
  static const RE2 brackets(R"(\[([^\[\]]{1,24})\]\s?)");
  for (size_t i = 0; i < std::min(body_begin, lines.size()); ++i) {
    re2::StringPiece title = Piece(lines[i].text);
    if (lines[i].role != LineRole::kOpen || !RE2::Consume(&title, label) || title.empty()) continue;
    std::string name;
    re2::StringPiece rest = title;
    if (RE2::Consume(&rest, brackets, &name) && !rest.empty()) {
      const bool shown =
          std::any_of(lines.begin(), lines.end(), [&](const PageLine& line) { return line.text == name; });
      if (shown || !OutletNamed(name).empty()) title = rest;
    }
    lines[i].text = std::string(title.data(), title.size());
    return lines[i].text;
  }
  return "";
}

SiteTitle StripSite(std::string_view title) {
  SiteTitle split{.title = std::string(Trim(title)), .site = ""};
  std::string mark;
  for (int pieces = 0; pieces < kMaxSitePieces; ++pieces) {
    const std::string_view rest = split.title;
    const size_t at = LastSeparator(rest);
    if (at == rest.npos) break;
    // Many pieces are a path of sections, parted by one mark.
    const std::string here(rest.substr(at, std::min<size_t>(3, rest.size() - at)));
    if (pieces >= kFreePieces && here != mark) break;
    mark = here;
    const std::string_view head = Trim(rest.substr(0, at));
    const std::string_view tail = Trim(rest.substr(at));
    const bool short_tail = CountRunes(tail) <= kMaxSiteRunes && CountRunes(tail) * 2 <= CountRunes(head) + 8;
    if (head.empty() || !short_tail) break;
    if (split.site.empty() || OutletNamed(split.site).empty()) split.site = std::string(tail);
    split.title = std::string(head);
  }
  return split;
}

bool ShowsTitle(const PageLines& lines, size_t body_begin, std::string_view title) {
  const std::string key = NormalizeName(title);
  const auto end = lines.begin() + static_cast<ptrdiff_t>(std::min(body_begin, lines.size()));
  return !key.empty() &&
         std::any_of(lines.begin(), end, [&](const PageLine& line) { return IsCopy(line, key); });
}

std::string ShownTitle(const PageLines& lines, size_t body_begin, const std::string& known) {
  for (size_t i = 0; i < std::min(body_begin, lines.size()); ++i) {
    const std::string& text = lines[i].text;
    if (lines[i].runes < kMinShownRunes || text.size() >= known.size() || !known.starts_with(text)) continue;
    const size_t at = LastSeparator(known.substr(0, std::min(known.size(), text.size() + kSeparatorBytes)));
    if (at != known.npos && at >= text.size()) return text;
  }
  if (std::optional<std::string> longer = LongerTitle(lines, body_begin, known)) return *std::move(longer);
  if (std::optional<std::string> told = ToldTitle(lines, body_begin, known)) return *std::move(told);
  return known;
}

std::optional<size_t> MarkTitle(PageLines& lines, size_t body_begin, std::string_view known) {
  std::optional<size_t> found;
  std::string key = NormalizeName(known);
  if (key.empty()) {
    const size_t end = std::min(body_begin + 1, lines.size());
    const bool english = body_begin < lines.size() && !HasHangul(lines[body_begin].text);
    found = RepeatedTitle(lines, end, english);
    if (!found.has_value()) found = TitlePlaces(lines, body_begin, english).Find();
    if (!found.has_value()) return std::nullopt;
    const SiteTitle parts = StripSite(lines[*found].text);
    if (SoundsLikeOutlet(parts.site)) lines[*found].text = parts.title;
    lines[*found].text = std::string(WithoutCategory(lines[*found].text));
    key = NormalizeName(lines[*found].text);
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    PageLine& line = lines[i];
    if (!IsCopy(line, key)) continue;
    line.role = LineRole::kTitle;
    if (i <= body_begin) found = i;
  }
  return found;
}

}  // namespace sillok::ingest
