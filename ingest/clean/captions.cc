#include "ingest/clean/captions.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "common/lexicon/lexicon.h"
#include "common/text/utf8.h"
#include "ingest/clean/line_patterns.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMaxCaptionRunes = 400;
constexpr size_t kMinCopyRunes = 15;
// Of copies right beside each other.
constexpr size_t kMinTwinRunes = 6;
// Credits stand in this many bytes at the end.
constexpr size_t kCreditBytes = 160;
constexpr size_t kCopyCreditBytes = 60;

// The rows of one kind as one pattern.
std::unique_ptr<RE2> Compile(std::string_view kind, std::string_view head, std::string_view tail) {
  std::string pattern;
  const LexiconTable table = FindLexicon("caption_credits");
  for (const LexiconRow& row : table.rows()) {
    if (row[0] != kind) continue;
    if (!pattern.empty()) pattern += '|';
    pattern += row[1];
  }
  return std::make_unique<RE2>(std::string(head) + "(?:" + pattern + ")" + std::string(tail));
}

// The words without which a line has no credit.
LinePatterns CompileCredits() {
  LinePatterns patterns;
  const LexiconTable table = FindLexicon("caption_credits");
  for (const LexiconRow& row : table.rows()) {
    if (row[0] == "strong" || row[0] == "agency") patterns.Add(row[1]);
  }
  patterns.Compile();
  return patterns;
}

// The patterns of caption_credits.tsv.
struct Signs {
  LinePatterns credits = CompileCredits();
  std::unique_ptr<RE2> strong = Compile("strong", "(", "\\s*)$");
  std::unique_ptr<RE2> agency = Compile("agency", "(", "\\s*)$");
  std::unique_ptr<RE2> scene = Compile("scene", "", "$");
  std::unique_ptr<RE2> mark = Compile("mark", "^", "");
  std::unique_ptr<RE2> label = Compile("label", "^", "");
  std::unique_ptr<RE2> before = Compile("before", "^", "$");
  std::unique_ptr<RE2> button = Compile("button", "^", "\\s*");
  std::unique_ptr<RE2> button_behind = Compile("button", "(\\s*", ")$");
};

const Signs& AllSigns() {
  static const auto* const signs = new Signs;
  return *signs;
}

// The end of the line where a credit would stand.
std::string_view CreditPlace(std::string_view line) {
  size_t from = line.size() > kCreditBytes ? line.size() - kCreditBytes : 0;
  while (from < line.size() && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80) ++from;
  return line.substr(from);
}

// The line before its credit; the whole line when the pattern does not match. A credit is no sentence.
std::string_view WithoutCredit(std::string_view line, const RE2& credit) {
  re2::StringPiece found;
  if (!RE2::PartialMatch(Piece(CreditPlace(line)), credit, &found)) return line;
  if (HoldsStatement({found.data(), found.size()})) return line;
  return line.substr(0, static_cast<size_t>(found.data() - line.data()));
}

bool DescribesScene(std::string_view text) {
  const size_t last = text.find_last_not_of(" ([/.");
  text = text.substr(0, last == text.npos ? 0 : last + 1);
  return RE2::PartialMatch(Piece(text), *AllSigns().scene);
}

// A caption's own words: a scene, or no sentence at all.
bool CouldDescribe(std::string_view words) {
  const size_t statements = CountStatements(words, 3);
  return statements == 0 || (statements == 1 && DescribesScene(words));
}

bool HasCredit(std::string_view line) {
  if (!AllSigns().credits.MightMatch(CreditPlace(line))) return false;
  const std::string_view strong = WithoutCredit(line, *AllSigns().strong);
  if (strong.size() < line.size()) {
    // What is quoted in a caption may hold sentences of its own; a paragraph holds more.
    return CountStatements(strong, 4) <= 2;
  }
  const std::string_view agency = WithoutCredit(line, *AllSigns().agency);
  return agency.size() < line.size() && CouldDescribe(agency);
}

// Two lines that are one caption: equal, or one has the credit that the other lacks.
bool AreCopies(const PageLine& a, const PageLine& b) {
  if (a.runes < kMinCopyRunes || b.runes < kMinCopyRunes) return false;
  if (a.text == b.text) return true;
  const std::string_view shorter = a.text.size() < b.text.size() ? a.text : b.text;
  const std::string_view longer = a.text.size() < b.text.size() ? b.text : a.text;
  return longer.starts_with(shorter) && longer.size() - shorter.size() <= kCopyCreditBytes &&
         HasCredit(longer);
}

bool IsOpen(const PageLine& line) { return line.role == LineRole::kOpen && line.runes <= kMaxCaptionRunes; }

bool IsPhotoMark(const PageLine& line) {
  return line.runes <= 20 && RE2::PartialMatch(Piece(line.text), *AllSigns().before);
}

// "큰사진보기 ▲ 솔내천 둑 ⓒ 한도윤관련사진보기": the buttons that enlarge the photo, in the caption's own line.
void DropButtons(PageLine& line) {
  re2::StringPiece rest = Piece(line.text);
  if (RE2::Consume(&rest, *AllSigns().button) && RE2::PartialMatch(rest, *AllSigns().mark)) {
    line.text.erase(0, line.text.size() - rest.size());
  }
  re2::StringPiece behind;
  const bool enlarges = line.text.ends_with("보기") || line.text.ends_with("확대");
  if (enlarges && RE2::PartialMatch(Piece(line.text), *AllSigns().button_behind, &behind)) {
    const std::string_view before(line.text.data(), line.text.size() - behind.size());
    if (HasCredit(before)) line.text.resize(before.size());
  }
  line.runes = CountRunes(line.text);
}

bool IsCaption(const PageLines& lines, size_t i, size_t begin, size_t end) {
  const PageLine& line = lines[i];
  if (line.caption || HasCredit(line.text)) return true;
  const bool scene = CountStatements(line.text, 2) <= 1 && DescribesScene(line.text);
  // ◀INT▶
  if (line.text.starts_with("◀") && line.text.find("▶") != line.text.npos) return false;
  if (IsRoster(lines[i].text, i > 0 ? lines[i - 1].text : "")) return false;
  if (RE2::PartialMatch(Piece(line.text), *AllSigns().mark) && (scene || !line.statement)) {
    return scene || line.runes <= 60;
  }
  // The counter of a row of photos, or the button that enlarges one, right above.
  if (i > begin && scene && IsPhotoMark(lines[i - 1])) return true;
  // Somebody's credit in a line of its own, right below.
  return i + 1 < end && lines[i + 1].role == LineRole::kCredit && CouldDescribe(line.text);
}

}  // namespace

bool IsLabelledCaption(std::string_view line) {
  return line.find("설명") < kCopyCreditBytes && RE2::PartialMatch(Piece(line), *AllSigns().label);
}

void MarkCreditedCopies(PageLines& lines) {
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!IsOpen(lines[i]) || !IsOpen(lines[i + 1]) || !AreCopies(lines[i], lines[i + 1])) continue;
    const bool first_longer = lines[i].runes >= lines[i + 1].runes;
    PageLine& kept = first_longer ? lines[i] : lines[i + 1];
    if (!HasCredit(kept.text)) continue;
    (first_longer ? lines[i + 1] : lines[i]).role = LineRole::kChrome;
    kept.role = LineRole::kCaption;
    ++i;
  }
}

void MarkCaptions(PageLines& lines, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    if (IsOpen(lines[i])) DropButtons(lines[i]);
  }
  for (size_t i = begin; i + 1 < end; ++i) {
    if (!IsOpen(lines[i]) || !IsOpen(lines[i + 1]) || lines[i].text != lines[i + 1].text) continue;
    // Short lines that stand there thrice show fonts and the like.
    const bool thrice = i + 2 < end && lines[i + 2].text == lines[i].text;
    if (lines[i].runes < (thrice ? kMinCopyRunes : kMinTwinRunes)) continue;
    lines[i].role = LineRole::kCaption;
    lines[++i].role = LineRole::kChrome;
  }
  for (size_t i = begin; i < end; ++i) {
    if (IsOpen(lines[i]) && IsCaption(lines, i, begin, end)) lines[i].role = LineRole::kCaption;
  }
  std::map<std::string_view, size_t> seen;
  for (size_t i = begin; i < end; ++i) {
    if (lines[i].role != LineRole::kCaption && lines[i].role != LineRole::kOpen) continue;
    if (lines[i].runes < kMinCopyRunes) continue;
    const auto [first, fresh] = seen.emplace(lines[i].text, i);
    if (fresh || (lines[i].role == LineRole::kOpen && !lines[i].statement)) continue;
    lines[i].role = LineRole::kChrome;
  }
}

}  // namespace sillok::ingest
