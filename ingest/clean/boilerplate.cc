#include "ingest/clean/boilerplate.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/utf8.h"
#include "ingest/clean/prose.h"
#include "re2/re2.h"
#include "re2/set.h"
#include "unicode/uchar.h"

namespace sillok::ingest {
namespace {

// Longer lines are never dress; the patterns need not look at them.
constexpr size_t kMaxRunes = 220;
constexpr size_t kMaxButtonRunes = 90;

struct Row {
  LineRole role = LineRole::kChrome;
  bool prose = false;
};

LineRole RoleOf(std::string_view kind) {
  if (kind == "end") return LineRole::kEnd;
  if (kind == "comment") return LineRole::kComments;
  if (kind == "list") return LineRole::kListHeading;
  if (kind == "credit") return LineRole::kCredit;
  return LineRole::kChrome;
}

// All rows as one automaton.
class Rows {
 public:
  Rows() : set_(Options(), RE2::ANCHOR_BOTH) {
    std::string words;
    const LexiconTable table = FindLexicon("boilerplate_lines");
    for (const LexiconRow& row : table.rows()) {
      if (row[0] == "word" || row[0] == "section") {
        if (!words.empty()) words += '|';
        words += RE2::QuoteMeta(re2::StringPiece(row[1].data(), row[1].size()));
      } else {
        Add(row[1], {.role = RoleOf(row[0]), .prose = row[2] == "1"});
      }
    }
    // A row of buttons, with the counters and the marks between them.
    Add("(?:(?:" + words + ")[0-9,./:()\\[\\]|·ㆍ•<>&+_*-]*)+", {.role = LineRole::kChrome});
    if (!set_.Compile()) std::abort();  // a mistake in the rows, not in the page
  }

  // The first row that names the squeezed line.
  [[nodiscard]] std::optional<LineRole> Find(std::string_view squeezed, bool prose, size_t runes) const {
    std::vector<int> hits;
    if (!set_.Match(re2::StringPiece(squeezed.data(), squeezed.size()), &hits)) return std::nullopt;
    int best = -1;
    for (const int hit : hits) {
      const Row& row = rows_[hit];
      const bool short_only = row.role == LineRole::kChrome || row.role == LineRole::kListHeading;
      if ((prose && !row.prose) || (short_only && runes > kMaxButtonRunes)) continue;
      if (best < 0 || hit < best) best = hit;
    }
    if (best < 0) return std::nullopt;
    return rows_[best].role;
  }

 private:
  static RE2::Options Options() {
    RE2::Options options;
    options.set_max_mem(int64_t{64} << 20);
    options.set_dot_nl(true);
    return options;
  }

  void Add(std::string_view pattern, Row row) {
    if (set_.Add(re2::StringPiece(pattern.data(), pattern.size()), nullptr) < 0) std::abort();
    rows_.push_back(row);
  }

  RE2::Set set_;
  std::vector<Row> rows_;
};

const Rows& AllRows() {
  static const auto* const rows = new Rows;
  return *rows;
}

// Without spaces, in lower case.
std::string Squeeze(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (const char byte : line) {
    if (byte != ' ') out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte);
  }
  return out;
}

bool HasLetter(std::string_view line) {
  for (size_t at = 0; at < line.size();) {
    const DecodedRune rune = DecodeRune(line, at);
    if (u_isalpha(static_cast<UChar32>(rune.code))) return true;
    at += rune.length;
  }
  return false;
}

}  // namespace

void MarkBoilerplate(PageLines& lines) {
  for (PageLine& line : lines) {
    if (line.role != LineRole::kOpen || line.runes > kMaxRunes) continue;
    const std::string_view text = StripBullets(line.text);
    if (!HasLetter(text)) {
      line.role = LineRole::kChrome;
      continue;
    }
    const std::optional<LineRole> role = AllRows().Find(Squeeze(text), HoldsStatement(text), line.runes);
    if (role.has_value()) line.role = *role;
  }
}

void MarkListed(PageLines& lines) {
  bool listing = false;
  for (PageLine& line : lines) {
    if (line.role == LineRole::kListHeading) {
      listing = true;
    } else if (listing && line.role == LineRole::kOpen) {
      listing = !line.caption && !HoldsStatement(line.text) && line.runes < 90;
      if (listing) line.role = LineRole::kListed;
    }
  }
}

}  // namespace sillok::ingest
