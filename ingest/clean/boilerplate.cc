#include "ingest/clean/boilerplate.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/clean/button_words.h"
#include "ingest/clean/byline.h"
#include "ingest/clean/dateline.h"
#include "ingest/clean/line_patterns.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"
#include "unicode/uchar.h"

namespace sillok::ingest {
namespace {

// Longer lines are never dress; the patterns need not look at them.
constexpr size_t kMaxChromeRunes = 220;
constexpr size_t kMaxButtonRunes = 90;
constexpr size_t kMaxListedRunes = 50;
constexpr size_t kMinListedSentences = 3;
// A menu has so many words between bars, each so long at most.
constexpr size_t kMinMenuWords = 4;
constexpr size_t kMaxMenuWordRunes = 14;

LineRole RoleOf(std::string_view kind) {
  if (kind == "end") return LineRole::kEnd;
  if (kind == "comment") return LineRole::kComments;
  if (kind == "list") return LineRole::kListHeading;
  if (kind == "credit") return LineRole::kCredit;
  if (kind == "summary") return LineRole::kSummary;
  if (kind == "tags") return LineRole::kTags;
  return LineRole::kChrome;
}

// What a line is decides which rows may name it: lines of one kind have patterns of their own, so that articles' paragraphs,
// which most text is in, meet few.
struct LineKind {
  bool prose = false;   // it holds a sentence
  bool button = false;  // it is short enough for one
};

// The patterns of the rows that may name lines of one kind.
class Rows {
 public:
  explicit Rows(LineKind kind) {
    const LexiconTable table = FindLexicon("boilerplate_lines");
    for (const LexiconRow& row : table.rows()) {
      if (row[0] == "word" || row[0] == "section") continue;
      const LineRole role = RoleOf(row[0]);
      const bool short_only = role == LineRole::kChrome || role == LineRole::kListHeading;
      if ((kind.prose && row[2] != "1") || (!kind.button && short_only)) continue;
      patterns_.Add(row[1]);
      roles_.push_back(role);
    }
    patterns_.Compile();
  }

  // The role of the first row that names the squeezed line.
  [[nodiscard]] std::optional<LineRole> Find(std::string_view squeezed) const {
    const std::optional<size_t> row = patterns_.FirstMatch(squeezed);
    if (!row.has_value()) return std::nullopt;
    return roles_[*row];
  }

 private:
  LinePatterns patterns_;
  std::vector<LineRole> roles_;  // of each pattern
};

const Rows& RowsFor(LineKind kind) {
  static const auto* const all =
      new std::array<Rows, 4>{Rows({.prose = false, .button = false}), Rows({.prose = false, .button = true}),
                              Rows({.prose = true, .button = false}), Rows({.prose = true, .button = true})};
  return (*all)[(kind.prose ? 2 : 0) + (kind.button ? 1 : 0)];
}

// The role of the first row, or of the words, that name the squeezed line.
std::optional<LineRole> FindRole(std::string_view squeezed, bool prose, size_t runes) {
  const bool button = runes <= kMaxButtonRunes;
  std::optional<LineRole> role = RowsFor({.prose = prose, .button = button}).Find(squeezed);
  if (!role.has_value() && !prose && button && IsButtonRow(squeezed)) role = LineRole::kChrome;
  return role;
}

// Without spaces, in lower case.
void Squeeze(std::string_view line, std::string& out) {
  out.clear();
  for (const char byte : line) {
    if (byte != ' ') out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte);
  }
}

bool HasLetter(std::string_view line) {
  for (size_t at = 0; at < line.size();) {
    const DecodedRune rune = DecodeRune(line, at);
    if (IsHangulSyllable(rune.code) || u_isalpha(static_cast<UChar32>(rune.code))) return true;
    at += rune.length;
  }
  return false;
}

// "정치 | 경제 | 사회 | 문화", and nothing that a reader would read.
bool IsMenu(const PageLine& line) {
  if (line.statement || line.text.find('|') == line.text.npos) return false;
  size_t words = 0;
  for (std::string_view rest = line.text; !rest.empty(); ++words) {
    const size_t bar = std::min(rest.find('|'), rest.size());
    if (CountRunes(rest.substr(0, bar)) > kMaxMenuWordRunes) return false;
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return words >= kMinMenuWords && !ReadByline(line.text).has_value();
}

// "▶ 솔내천 둑 고친다 (2024.03.18)": points to another article.
bool IsPointer(const PageLine& line) {
  static const RE2 pattern(
      R"((?:☞|▶|▷|►|👉|🔗|→|➡|■|●|·|•|※|-)\s?.{4,100}[(\[](?:20)?\d{2}[.\-/]\s?\d{1,2}[.\-/]\s?\d{1,2}\.?[)\]])");
  const bool dated = line.text.ends_with(')') || line.text.ends_with(']');
  return dated && !line.statement && RE2::FullMatch(Piece(line.text), pattern);
}

// The line without the brackets around it: "[많이 본 기사]".
std::string_view WithoutBrackets(std::string_view text) {
  static constexpr std::string_view kOpen[] = {"[", "<", "【", "〈", "《"};
  static constexpr std::string_view kClose[] = {"]", ">", "】", "〉", "》"};
  for (size_t i = 0; i < std::size(kOpen); ++i) {
    if (!text.starts_with(kOpen[i]) || !text.ends_with(kClose[i])) continue;
    const std::string_view inside =
        text.substr(kOpen[i].size(), text.size() - kOpen[i].size() - kClose[i].size());
    return inside.find(kOpen[i]) == inside.npos ? inside : text;
  }
  return text;
}

// The role that a row gives a line, as it is or without the brackets around it.
std::optional<LineRole> RoleByRows(std::string_view text, const PageLine& line, std::string& squeezed) {
  Squeeze(text, squeezed);
  std::optional<LineRole> role = FindRole(squeezed, line.statement, line.runes);
  const std::string_view inside = WithoutBrackets(text);
  if (role.has_value() || inside.size() == text.size()) return role;
  Squeeze(inside, squeezed);
  role = FindRole(squeezed, line.statement, line.runes);
  return role == LineRole::kListHeading ? role : std::nullopt;
}

// The end of the list of sentences that begins at a line; the line itself when none does.
size_t EndOfSentenceList(const PageLines& lines, size_t begin) {
  size_t sentences = 0;
  size_t end = begin;
  for (; end < lines.size(); ++end) {
    const PageLine& line = lines[end];
    if (line.role == LineRole::kEnd || line.role == LineRole::kComments) break;
    if (line.role != LineRole::kOpen) continue;
    // Headlines first: a box within the article, which goes on behind it.
    if (sentences == 0 && !line.statement) return begin;
    if (line.runes > kMaxListedRunes || CountStatements(line.text, 2) > 1) return begin;
    if (line.statement) ++sentences;
  }
  return sentences >= kMinListedSentences ? end : begin;
}

// Behind a heading, the leads of other articles, each with its own dateline, and the lines between them.
size_t EndOfLeads(const PageLines& lines, size_t begin) {
  constexpr size_t kReach = 4;
  size_t end = begin;
  for (size_t i = begin; i < std::min(lines.size(), end + kReach); ++i) {
    if (lines[i].role == LineRole::kEnd || lines[i].role == LineRole::kComments) break;
    if (lines[i].role != LineRole::kOpen || !lines[i].statement) continue;
    if (ReadDateline(lines[i].text).length == 0) break;
    end = i + 1;
  }
  return end;
}

}  // namespace

void MarkBoilerplate(PageLines& lines) {
  std::string squeezed;
  for (PageLine& line : lines) {
    if (line.role != LineRole::kOpen || line.runes > kMaxChromeRunes) continue;
    const std::string_view text = StripBullets(line.text);
    if (!HasLetter(text)) {
      line.role = LineRole::kChrome;
      continue;
    }
    std::optional<LineRole> role = RoleByRows(text, line, squeezed);
    if (!role.has_value() && (IsMenu(line) || IsPointer(line))) role = LineRole::kChrome;
    // What the markup calls a caption may be hardly more than a credit.
    if (role.has_value() && !(line.caption && *role == LineRole::kCredit)) line.role = *role;
  }
}

bool IsDress(std::string_view text) {
  text = StripBullets(text);
  if (!HasLetter(text)) return true;
  std::string squeezed;
  Squeeze(text, squeezed);
  return FindRole(squeezed, /*prose=*/false, CountRunes(text)) == LineRole::kChrome;
}

void MarkListedSentences(PageLines& lines) {
  bool article = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    article = article || (lines[i].role == LineRole::kOpen && lines[i].statement);
    if (!article || lines[i].role != LineRole::kListHeading) continue;
    const size_t end = std::max(EndOfSentenceList(lines, i + 1), EndOfLeads(lines, i + 1));
    for (size_t listed = i + 1; listed < end; ++listed) {
      if (lines[listed].role == LineRole::kOpen) lines[listed].role = LineRole::kListed;
    }
  }
}

void MarkListed(PageLines& lines) {
  bool listing = false;
  bool titled = false;
  for (PageLine& line : lines) {
    titled = titled || line.role == LineRole::kTitle;
    if (line.role == LineRole::kListHeading) {
      listing = true;
    } else if (titled && line.role == LineRole::kTime) {
      // The day of a listed article.
    } else if (line.role == LineRole::kTitle || line.role == LineRole::kByline ||
               line.role == LineRole::kTime) {
      // A menu above the article may hold a heading.
      listing = false;
    } else if (listing && line.role == LineRole::kOpen) {
      listing = !line.caption && !line.statement && line.runes < 90;
      if (listing) line.role = LineRole::kListed;
    }
  }
}

}  // namespace sillok::ingest
