#include "ingest/clean/title_places.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/clean/captions.h"
#include "ingest/clean/re2_piece.h"
#include "ingest/clean/word_stems.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMinSharedWords = 2;
constexpr size_t kSyllableBytes = 3;
constexpr size_t kSaidReach = 16;
// So many bylines and times are looked above of, whatever the page.
constexpr size_t kMostLooks = 8;
constexpr size_t kMinEnglishWords = 3;

size_t CountWords(std::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

// "기업 | 투자": the path of sections above a title.
bool IsPath(std::string_view text) {
  static const RE2 pattern(R"([^|]{1,14}(?: ?\| ?[^|]{1,10}){1,4})");
  return text.find('|') != text.npos && RE2::FullMatch(Piece(text), pattern);
}

// "전체기사 정치 경제 사회 …": many words, none of which goes on to the next.
bool IsWordRow(std::string_view text) {
  constexpr size_t kMinWords = 6;
  static const RE2 goes_on(R"([^가-힣A-Za-z0-9 ()&·/]|(?:[은는을를에의로와과서다])(?: |$))");
  return CountWords(text) >= kMinWords && !RE2::PartialMatch(Piece(text), goes_on);
}

}  // namespace

bool HasHangul(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (IsHangulSyllable(rune.code)) return true;
    at += rune.length;
  }
  return false;
}

bool LooksLikeTitle(const PageLine& line, bool english) {
  if (line.role != LineRole::kOpen || line.caption || line.runes > kMaxTitleRunes) return false;
  if (line.statement && line.runes > 60) return false;
  if (line.heading == 1) return line.runes >= 4;
  return line.runes >= 8 && CountWords(line.text) >= (english ? kMinEnglishWords : 2) &&
         (english || HasHangul(line.text)) && !IsPath(line.text) && !IsLabelledCaption(line.text);
}

TitlePlaces::TitlePlaces(const PageLines& lines, size_t body_begin, bool english)
    : lines_(lines),
      body_begin_(body_begin),
      english_(english),
      said_(StemsOfSentences(lines, body_begin, kSaidReach)) {}

TitlePlaces::Share TitlePlaces::ShareOf(std::string_view text) const {
  Share share;
  for (const std::string_view stem : WordStems(text)) {
    const bool number = stem.front() >= '0' && stem.front() <= '9';
    if (number || stem.size() <= kSyllableBytes) continue;
    ++share.words;
    share.said += said_.contains(stem) ? 1 : 0;
  }
  return share;
}

// Of a menu or a listing the sentences say some words by chance; only most of a title's.
bool TitlePlaces::Speaks(std::string_view text) const {
  const Share share = ShareOf(text);
  return share.said >= kMinSharedWords && (share.said * 3 >= share.words * 2 || !IsWordRow(text));
}

bool TitlePlaces::Mentions(std::string_view text) const { return ShareOf(text).said >= kMinSharedWords; }

// Of the run of title-like lines that ends before `anchor`, buttons and short words skipped: the first that speaks of the
// sentences; a ticker above the title does not. The first of all where none does.
std::optional<size_t> TitlePlaces::FindInRunBefore(size_t anchor) const {
  size_t at = anchor;
  while (at > 0 && !LooksLikeTitle(lines_[at - 1], english_)) --at;
  if (at == 0) return std::nullopt;
  size_t first = at - 1;
  while (first > 0 && LooksLikeTitle(lines_[first - 1], english_)) --first;
  if (first + 1 == at) return first;
  for (size_t i = first; i < at; ++i) {
    if (Speaks(lines_[i].text)) return i;
  }
  return first;
}

// The line close above that speaks of the sentences far more; else the same: who gave a press release stands between its title and
// the time.
size_t TitlePlaces::FarBetterAbove(size_t title) const {
  constexpr size_t kReach = 6;
  constexpr size_t kFarMore = 2;
  size_t most = ShareOf(lines_[title].text).said + kFarMore;
  size_t better = title;
  for (size_t i = title; i-- > 0 && i + kReach >= title;) {
    if (!LooksLikeTitle(lines_[i], english_)) continue;
    const Share share = ShareOf(lines_[i].text);
    if (share.said < most || share.said * 2 < share.words) continue;
    most = share.said;
    better = i;
  }
  return better;
}

// What stands right above the byline or the time is the title, or what stands right above the body: the first of them that speaks
// of the sentences. A paper's name and its sections, which stand above the page's date, do not.
std::optional<size_t> TitlePlaces::Find() const {
  std::optional<size_t> first;
  size_t looks = 0;
  for (size_t anchor = 0; anchor <= body_begin_; ++anchor) {
    const bool signs =
        anchor < body_begin_ && (lines_[anchor].role == LineRole::kTime ||
                                 lines_[anchor].role == LineRole::kByline || lines_[anchor].timed);
    if (anchor != body_begin_ && (!signs || ++looks > kMostLooks)) continue;
    std::optional<size_t> title = FindInRunBefore(anchor);
    if (!title.has_value()) continue;
    title = FarBetterAbove(*title);
    if (Speaks(lines_[*title].text)) return title;
    if (!first.has_value()) first = title;
  }
  return first;
}

}  // namespace sillok::ingest
