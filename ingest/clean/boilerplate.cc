#include "ingest/clean/boilerplate.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/clean/button_words.h"
#include "ingest/clean/line_patterns.h"
#include "ingest/clean/prose.h"
#include "unicode/uchar.h"

namespace sillok::ingest {
namespace {

// Longer lines are never dress; the patterns need not look at them.
constexpr size_t kMaxChromeRunes = 220;
constexpr size_t kMaxButtonRunes = 90;
constexpr size_t kMaxListedRunes = 50;
constexpr size_t kMinListedSentences = 3;

LineRole RoleOf(std::string_view kind) {
  if (kind == "end") return LineRole::kEnd;
  if (kind == "comment") return LineRole::kComments;
  if (kind == "list") return LineRole::kListHeading;
  if (kind == "credit") return LineRole::kCredit;
  if (kind == "summary") return LineRole::kSummary;
  return LineRole::kChrome;
}

// All patterns of the rows.
class Rows {
 public:
  Rows() {
    const LexiconTable table = FindLexicon("boilerplate_lines");
    for (const LexiconRow& row : table.rows()) {
      if (row[0] == "word" || row[0] == "section") continue;
      patterns_.Add(row[1]);
      rows_.push_back({.role = RoleOf(row[0]), .prose = row[2] == "1"});
    }
    patterns_.Compile();
  }

  // The first row that names the squeezed line.
  [[nodiscard]] std::optional<LineRole> Find(std::string_view squeezed, bool prose, size_t runes) const {
    const auto fits = [&](size_t index) {
      const Row& row = rows_[index];
      const bool short_only = row.role == LineRole::kChrome || row.role == LineRole::kListHeading;
      return (row.prose || !prose) && (!short_only || runes <= kMaxButtonRunes);
    };
    const std::optional<size_t> row = patterns_.FirstMatch(squeezed, fits);
    if (row.has_value()) return rows_[*row].role;
    if (!prose && runes <= kMaxButtonRunes && IsButtonRow(squeezed)) return LineRole::kChrome;
    return std::nullopt;
  }

 private:
  struct Row {
    LineRole role = LineRole::kChrome;
    bool prose = false;  // judges lines that hold a sentence, too
  };

  LinePatterns patterns_;
  std::vector<Row> rows_;  // of each pattern
};

const Rows& AllRows() {
  static const auto* const rows = new Rows;
  return *rows;
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
    Squeeze(text, squeezed);
    const std::optional<LineRole> role = AllRows().Find(squeezed, line.statement, line.runes);
    // What the markup calls a caption may be hardly more than a credit.
    if (role.has_value() && !(line.caption && *role == LineRole::kCredit)) line.role = *role;
  }
}

void MarkListedSentences(PageLines& lines) {
  bool article = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    article = article || (lines[i].role == LineRole::kOpen && lines[i].statement);
    if (!article || lines[i].role != LineRole::kListHeading) continue;
    const size_t end = EndOfSentenceList(lines, i + 1);
    for (size_t listed = i + 1; listed < end; ++listed) {
      if (lines[listed].role == LineRole::kOpen) lines[listed].role = LineRole::kListed;
    }
  }
}

void MarkListed(PageLines& lines) {
  bool listing = false;
  for (PageLine& line : lines) {
    if (line.role == LineRole::kListHeading) {
      listing = true;
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
