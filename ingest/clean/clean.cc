// The steps of cleaning, in order.
#include <algorithm>
#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "ingest/clean/body_range.h"
#include "ingest/clean/boilerplate.h"
#include "ingest/clean/byline.h"
#include "ingest/clean/captions.h"
#include "ingest/clean/clean_article.h"
#include "ingest/clean/dateline.h"
#include "ingest/clean/decode.h"
#include "ingest/clean/headline.h"
#include "ingest/clean/html_page.h"
#include "ingest/clean/note.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/page_metadata.h"
#include "ingest/clean/paragraphs.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/shown_age.h"
#include "ingest/clean/summary_box.h"
#include "ingest/clean/text_lines.h"
#include "ingest/clean/time_claims.h"
#include "ingest/clean/written_time.h"

namespace sillok::ingest {
namespace {

// How far behind the article's end its signature may stand.
constexpr size_t kSignatureReach = 12;
// A day shown without a label is the article's this close above its title.
constexpr size_t kTimeReach = 3;

// A page on its way to an article.
struct Page {
  PageLines lines;
  PageMetadata metadata;
  std::vector<ShownTime> times;
  std::vector<std::optional<Byline>> bylines;  // of every line with the role kByline
  std::optional<size_t> title;                 // the line of the title
  BodyRange body;
};

Page ReadPage(const DecodedPage& decoded, CleanArticle& article) {
  Page page;
  if (!decoded.html) {
    page.lines = ReadTextLines(decoded.text);
    return page;
  }
  HtmlPage html = ReadHtmlPage(decoded.text);
  page.lines = std::move(html.lines);
  page.metadata = ReadMetadata(html.markup);
  std::move(html.notices.begin(), html.notices.end(), std::back_inserter(article.notices));
  return page;
}

// A name alone signs where the markup or the page's time beside it says so.
bool MaySignBare(const PageLines& lines, size_t i) {
  const auto is_time = [&](size_t at) { return at < lines.size() && lines[at].role == LineRole::kTime; };
  return lines[i].signed_by || is_time(i + 1) || (i > 0 && is_time(i - 1));
}

void MarkBylines(Page& page) {
  page.bylines.resize(page.lines.size());
  for (size_t i = 0; i < page.lines.size(); ++i) {
    PageLine& line = page.lines[i];
    if (line.role != LineRole::kOpen || line.runes > 120 || line.statement) continue;
    page.bylines[i] = ReadByline(line.text);
    if (!page.bylines[i].has_value() && MaySignBare(page.lines, i)) {
      page.bylines[i] = ReadBareNames(line.text);
    }
    if (page.bylines[i].has_value()) line.role = LineRole::kByline;
  }
}

// Lines that are an address or an outlet's name and nothing else.
void MarkUrlsAndOutlets(PageLines& lines) {
  for (PageLine& line : lines) {
    if (line.role != LineRole::kOpen && line.role != LineRole::kChrome) continue;
    const std::string_view text = StripBullets(line.text);
    if ((text.starts_with("http://") || text.starts_with("https://")) && text.find(' ') == text.npos) {
      line.role = LineRole::kUrl;
    } else if (line.role == LineRole::kOpen && !OutletNamed(text).empty()) {
      line.role = LineRole::kOutlet;
    }
  }
}

// Where the article's head begins: its title, or the top of the page.
size_t HeadBegin(const Page& page) { return page.title.has_value() ? *page.title : 0; }

// The end of what stands right behind the article.
size_t TailEnd(const Page& page) { return std::min(page.lines.size(), page.body.end + kSignatureReach); }

void Keep(PageLine& line, std::vector<std::string>& texts, std::vector<PageSpan>& sources) {
  texts.push_back(std::move(line.text));
  sources.push_back(line.source);
}

void CollectText(Page& page, CleanArticle& article) {
  if (page.title.has_value()) article.sources.title = page.lines[*page.title].source;
  size_t last_body = page.lines.size();
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (page.lines[i].role == LineRole::kBody) last_body = i;
  }
  for (size_t i = 0; i < page.lines.size(); ++i) {
    PageLine& line = page.lines[i];
    if (line.role == LineRole::kTitle && article.title.empty()) {
      article.title = line.text;
      article.sources.title = line.source;
    }
    if (line.role == LineRole::kSubtitle) Keep(line, article.subtitles, article.sources.subtitles);
    if (line.role == LineRole::kCaption) Keep(line, article.captions, article.sources.captions);
    if (line.role != LineRole::kBody) continue;
    std::string_view text = line.text;
    const Dateline dateline = ReadDateline(text);
    text.remove_prefix(dateline.length);
    AddReporters(dateline.byline.reporters, article.byline);
    if (article.outlet.empty()) article.outlet = dateline.byline.outlet;
    if (i == last_body) {
      AddReporters(ReadSignOff(text).reporters, article.byline);
      const Signature signature = ReadSignature(text);
      text = text.substr(0, signature.begin);
      AddReporters(signature.byline.reporters, article.byline);
      if (article.outlet.empty()) article.outlet = OutletNamed(signature.byline.outlet);
    }
    if (text.empty()) continue;
    article.body.emplace_back(text);
    article.sources.body.push_back(line.source);
  }
}

// The bylines around the article; those of the lists behind it are other articles'.
void CollectBylines(const Page& page, CleanArticle& article) {
  std::vector<Reporter> shown;
  for (size_t i = 0; i < TailEnd(page); ++i) {
    if (i >= page.body.end && page.lines[i].role == LineRole::kListHeading) break;
    if (page.lines[i].role != LineRole::kByline) continue;
    const Byline& byline = *page.bylines[i];
    AddReporters(byline.reporters, shown);
    if (article.outlet.empty()) article.outlet = OutletNamed(byline.outlet);
  }
  AddReporters(page.metadata.byline, article.byline);
  AddReporters(shown, article.byline);
}

// An address in a line of its own is the only reporter's.
void CollectLoneMail(const Page& page, CleanArticle& article) {
  if (article.byline.size() != 1 || !article.byline[0].email.empty()) return;
  for (size_t i = 0; i < TailEnd(page); ++i) {
    if (page.lines[i].role != LineRole::kByline || page.bylines[i]->mail.empty()) continue;
    article.byline[0].email = page.bylines[i]->mail;
    return;
  }
}

bool NearTitle(const Page& page, const ShownTime& time) {
  if (!page.title.has_value()) return time.line < page.body.begin;
  // Beside a word it is the article's only between title and body.
  if (time.issued && time.line < *page.title) return false;
  return time.line + kTimeReach >= *page.title && time.line < std::max(page.body.begin, *page.title + 1);
}

// The first claim of its kind in the order of trust.
std::optional<TimeClaim> Winner(const std::vector<TimeClaim>& claims, bool update) {
  for (const TimeClaim& claim : claims) {
    if (claim.update == update) return claim;
  }
  return std::nullopt;
}

// The day that the page's age gives, counted back from when it was fetched: of the first line near the title that shows one.
std::optional<TimeClaim> ClaimOfAge(const Page& page, const v1::RawArticle& raw) {
  if (!raw.has_fetch_time()) return std::nullopt;
  const size_t title = HeadBegin(page);
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

void CollectTimes(const Page& page, const v1::RawArticle& raw, CleanArticle& article) {
  std::vector<TimeClaim> ranked;
  if (raw.has_publish_time()) {
    const absl::Time time =
        absl::FromUnixSeconds(raw.publish_time().seconds()) + absl::Nanoseconds(raw.publish_time().nanos());
    ranked.push_back(
        {.day = absl::ToCivilDay(time, Korea()), .time = time, .source = "hint", .update = false});
  }
  for (const TimeClaim& claim : page.metadata.claims) ranked.push_back(claim);
  for (const bool labelled : {true, false}) {
    for (const ShownTime& shown : page.times) {
      const bool near = labelled ? shown.line < TailEnd(page) : NearTitle(page, shown);
      if (shown.labelled == labelled && near) ranked.push_back(shown.claim);
    }
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

void CollectOutlet(const Page& page, CleanArticle& article) {
  for (const PageLine& line : page.lines) {
    if (!article.outlet.empty()) return;
    if (line.role == LineRole::kOutlet) article.outlet = OutletNamed(StripBullets(line.text));
  }
  // The holder of the copyright, who stands right behind the article or at the end of the page.
  for (size_t i = page.body.end; i < page.lines.size() && article.outlet.empty(); ++i) {
    if (page.lines[i].role == LineRole::kEnd) article.outlet = CopyrightHolder(page.lines[i].text);
  }
  if (article.outlet.empty()) article.outlet = page.metadata.site;
}

void CollectUrl(const Page& page, CleanArticle& article) {
  if (article.url.empty()) article.url = page.metadata.url;
  for (size_t i = 0; i < page.body.begin && article.url.empty(); ++i) {
    if (page.lines[i].role == LineRole::kUrl) article.url = StripBullets(page.lines[i].text);
  }
  if (article.outlet.empty()) article.outlet = OutletOfHost(article.url);
}

void AddNotices(CleanArticle& article) {
  if (article.title.empty()) article.notices.push_back({"no_title", "the page shows no title"});
  if (article.body.empty()) article.notices.push_back({"no_body", "the page has no sentence of an article"});
}

}  // namespace

absl::StatusOr<CleanArticle> Clean(const v1::RawArticle& raw) {
  SILLOK_ASSIGN_OR_RETURN(DecodedPage decoded, DecodePage(raw));
  CleanArticle article;
  article.article_id = raw.article_id();
  article.url = raw.url();
  article.outlet = raw.outlet();
  article.labels.insert(raw.labels().begin(), raw.labels().end());
  article.notices = std::move(decoded.notices);

  Page page = ReadPage(decoded, article);
  if (article.outlet.empty()) article.outlet = page.metadata.outlet;

  page.times = TakeTimes(page.lines);
  MarkBoilerplate(page.lines);
  MarkSummaries(page.lines);
  MarkBylines(page);
  MarkListedSentences(page.lines);
  MarkUrlsAndOutlets(page.lines);
  MarkCreditedCopies(page.lines);
  page.body = FindBody(page.lines);
  article.title =
      raw.title().empty() ? ShownTitle(page.lines, page.body.begin, page.metadata.title) : raw.title();
  if (!decoded.html && page.body.begin == page.body.end && IsNote(page.lines)) {
    TakeNote(page.lines, !article.title.empty());
  }
  page.title = MarkTitle(page.lines, page.body.begin, article.title);
  MarkListed(page.lines);
  MarkCaptions(page.lines, HeadBegin(page), page.body.end);
  MarkParagraphs(page.lines, page.title, page.body);

  CollectUrl(page, article);
  CollectOutlet(page, article);
  CollectBylines(page, article);
  CollectText(page, article);
  CollectLoneMail(page, article);
  CollectTimes(page, raw, article);
  AddNotices(article);
  return article;
}

}  // namespace sillok::ingest
