#include "ingest/clean/publish_time.h"

#include <algorithm>
#include <utility>

#include "ingest/clean/re2_piece.h"
#include "ingest/clean/shown_age.h"
#include "ingest/clean/written_time.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// A day shown without a label is the article's this close above its title.
constexpr size_t kTimeReach = 3;

bool NearTitle(const TimedPage& page, const ShownTime& time) {
  if (!page.title.has_value()) return time.line < page.body.begin;
  // Beside a word it is the article's only between title and body.
  if (time.issued && time.line < *page.title) return false;
  return time.line + kTimeReach >= *page.title && time.line < std::max(page.body.begin, *page.title + 1);
}

// The day of the issue that the article stands in: beside its number, above the article.
const ShownTime* FindIssue(const TimedPage& page) {
  static const RE2 number(
      R"((?:.{0,40}\s)?(?:#\s?\d{1,5}|(?:제\s?)?\d{1,5}\s?호|[Vv][Oo][Ll]\.?\s?\d{1,4}|[Nn]o\.\s?\d{1,5})(?:\s.{0,20})?)");
  const auto numbers = [&](size_t line) {
    return line < page.lines.size() && page.lines[line].runes <= 60 &&
           RE2::FullMatch(Piece(page.lines[line].text), number);
  };
  for (const ShownTime& shown : page.shown) {
    if (shown.line >= page.body.begin || shown.claim.update) continue;
    if (numbers(shown.line) || numbers(shown.line + 1) || (shown.line > 0 && numbers(shown.line - 1))) {
      return &shown;
    }
  }
  return nullptr;
}

// A day in a line of its own right behind the article, before anything of others.
const ShownTime* FindBehind(const TimedPage& page) {
  constexpr size_t kReach = 4;
  const size_t end = std::min(page.lines.size(), page.body.end + kReach);
  for (const ShownTime& shown : page.shown) {
    if (shown.line < page.body.end || shown.labelled || shown.issued) continue;
    for (size_t i = page.body.end; i < shown.line && i < end; ++i) {
      const LineRole role = page.lines[i].role;
      if (role == LineRole::kListHeading || role == LineRole::kListed || role == LineRole::kComments ||
          role == LineRole::kOpen) {
        return nullptr;
      }
    }
    return shown.line < end && page.lines[shown.line].role == LineRole::kTime ? &shown : nullptr;
  }
  return nullptr;
}

// The earliest day that a label between title and body says it was published on.
const ShownTime* FindLabelled(const TimedPage& page) {
  const ShownTime* first = nullptr;
  for (const ShownTime& shown : page.shown) {
    const bool labelled = shown.labelled && !shown.weak && !shown.claim.update;
    if (!labelled || !NearTitle(page, shown)) continue;
    if (first == nullptr || shown.claim.day < first->claim.day) first = &shown;
  }
  return first;
}

// What machines read may be the day of the last change, or of a template. Nobody shows that an article was published before it was,
// or more than a year behind.
bool IsWrongBeside(const TimeClaim& machine, const TimeClaim& shown) {
  constexpr int kMostDays = 365;
  return shown.day < machine.day || shown.day - machine.day > kMostDays;
}

// The first claim of its kind in the order of trust.
std::optional<TimeClaim> Winner(const std::vector<TimeClaim>& claims, bool update) {
  for (const TimeClaim& claim : claims) {
    if (claim.update == update) return claim;
  }
  return std::nullopt;
}

// The day that the page's age gives, counted back from when it was fetched: of the first line near the title that shows one.
std::optional<TimeClaim> ClaimOfAge(const TimedPage& page, const v1::RawArticle& raw) {
  if (!raw.has_fetch_time()) return std::nullopt;
  const size_t title = page.title.value_or(0);
  const size_t first = title - std::min(title, kTimeReach);
  for (size_t i = first; i < std::min(std::max(page.body.begin, title + 1), page.lines.size()); ++i) {
    const LineRole role = page.lines[i].role;
    if (role != LineRole::kOpen && role != LineRole::kChrome && role != LineRole::kByline) continue;
    const std::optional<absl::Duration> age = ReadShownAge(page.lines[i].text);
    if (!age.has_value()) continue;
    const absl::Time time = absl::FromUnixSeconds(raw.fetch_time().seconds()) - *age;
    return TimeClaim{.day = absl::ToCivilDay(time, Korea()), .time = std::nullopt, .source = "visible_age"};
  }
  return std::nullopt;
}

}  // namespace

void CollectTimes(const TimedPage& page, size_t tail_end, const v1::RawArticle& raw, CleanArticle& article) {
  std::vector<TimeClaim> ranked;
  if (raw.has_publish_time()) {
    const absl::Time time =
        absl::FromUnixSeconds(raw.publish_time().seconds()) + absl::Nanoseconds(raw.publish_time().nanos());
    ranked.push_back(
        {.day = absl::ToCivilDay(time, Korea()), .time = time, .source = "hint", .update = false});
  }
  const std::optional<TimeClaim> machine = Winner(page.machine, /*update=*/false);
  const ShownTime* const better = machine.has_value() ? FindLabelled(page) : nullptr;
  if (better != nullptr && IsWrongBeside(*machine, better->claim)) ranked.push_back(better->claim);
  for (const TimeClaim& claim : page.machine) ranked.push_back(claim);
  for (const ShownTime& shown : page.shown) {
    if (shown.stated) ranked.push_back(shown.claim);
  }
  for (const bool labelled : {true, false}) {
    for (const ShownTime& shown : page.shown) {
      if (shown.stated) continue;
      const bool anywhere = labelled && !shown.weak;
      const bool near = anywhere ? shown.line < tail_end : NearTitle(page, shown);
      if (shown.labelled == labelled && near) ranked.push_back(shown.claim);
    }
  }
  if (ranked.empty()) {
    const ShownTime* other = FindIssue(page);
    if (other == nullptr) other = FindBehind(page);
    if (other != nullptr) ranked.push_back(other->claim);
  }
  if (ranked.empty()) {
    if (std::optional<TimeClaim> age = ClaimOfAge(page, raw)) ranked.push_back(*std::move(age));
  }
  article.published = Winner(ranked, /*update=*/false);
  article.updated = Winner(ranked, /*update=*/true);
  // A page that shows only when it was changed was published by then.
  if (!article.published.has_value()) article.published = article.updated;
  article.claims = std::move(ranked);
}

}  // namespace sillok::ingest
