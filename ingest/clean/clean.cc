// The steps of cleaning, in order.
#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "common/status/status_macros.h"
#include "ingest/clean/body_range.h"
#include "ingest/clean/boilerplate.h"
#include "ingest/clean/byline.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/captions.h"
#include "ingest/clean/clean_article.h"
#include "ingest/clean/dateline.h"
#include "ingest/clean/decode.h"
#include "ingest/clean/headline.h"
#include "ingest/clean/html_page.h"
#include "ingest/clean/note.h"
#include "ingest/clean/other_bylines.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/page_metadata.h"
#include "ingest/clean/paragraphs.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/publish_time.h"
#include "ingest/clean/summary_box.h"
#include "ingest/clean/text_lines.h"
#include "ingest/clean/time_claims.h"

namespace sillok::ingest {
namespace {

// How far behind the article's end its signature may stand.
constexpr size_t kSignatureReach = 12;
// A paper that nobody knows says its name in the first of them.
constexpr size_t kMastheadLines = 3;

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
  // "기자명" in a line of its own.
  const bool called = i > 0 && IsSignLabel(StripBullets(lines[i - 1].text));
  return lines[i].signed_by || called || is_time(i + 1) || (i > 0 && is_time(i - 1));
}

// "(가람일보=서울)", "[나루뉴스 한도윤 기자]": a dateline above the paragraph that it belongs to.
std::optional<Byline> ReadLoneDateline(std::string_view text) {
  Dateline dateline = ReadDateline(text);
  if (dateline.length == 0 || dateline.length < text.size()) return std::nullopt;
  return std::move(dateline.byline);
}

void MarkBylines(Page& page) {
  page.bylines.resize(page.lines.size());
  for (size_t i = 0; i < page.lines.size(); ++i) {
    PageLine& line = page.lines[i];
    if (line.role != LineRole::kOpen || line.runes > 120 || line.statement || NamesSpeaker(line.text)) {
      continue;
    }
    page.bylines[i] = ReadByline(line.text);
    if (!page.bylines[i].has_value() && MaySignBare(page.lines, i)) {
      page.bylines[i] = ReadBareNames(line.text, line.signed_by);
      if (!page.bylines[i].has_value()) page.bylines[i] = ReadContributor(line.text);
    }
    if (!page.bylines[i].has_value()) page.bylines[i] = ReadLoneDateline(line.text);
    if (page.bylines[i].has_value()) line.role = LineRole::kByline;
  }
}

// Above or below an opinion that no reporter signs: who wrote it.
void MarkOfficial(Page& page, std::string_view title) {
  constexpr size_t kBelow = 2;
  const auto signs = [](const std::optional<Byline>& one) {
    return one.has_value() && !one->reporters.empty();
  };
  if (!page.title.has_value() || !IsOpinion(title)) return;
  const size_t end = std::min(page.lines.size(), page.body.end + kBelow);
  if (std::any_of(page.bylines.begin(), page.bylines.begin() + static_cast<ptrdiff_t>(end), signs)) return;
  for (size_t i = *page.title + 1; i < end; ++i) {
    if (i == page.body.begin) i = page.body.end;
    if (i >= end || page.lines[i].role != LineRole::kOpen) continue;
    page.bylines[i] = ReadOfficial(page.lines[i].text);
    if (!page.bylines[i].has_value()) continue;
    page.lines[i].role = LineRole::kByline;
    return;
  }
}

// The name of who signs, in a line of its own once more: a card about them begins.
void MarkCards(Page& page) {
  std::set<std::string_view> names;
  for (const std::optional<Byline>& byline : page.bylines) {
    if (!byline.has_value()) continue;
    for (const Reporter& reporter : byline->reporters) names.insert(reporter.name);
  }
  for (const Reporter& reporter : page.metadata.byline) names.insert(reporter.name);
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (page.lines[i].role != LineRole::kOpen || !names.contains(StripBullets(page.lines[i].text))) continue;
    page.bylines[i] = Byline();
    page.lines[i].role = LineRole::kByline;
  }
}

// True for the name of an outlet, or what sounds like one at the top of the page.
bool NamesOutlet(std::string_view text, bool at_top) {
  return !OutletNamed(text).empty() || (at_top && text.find(' ') == text.npos && SoundsLikeOutlet(text));
}

// Lines that are an address or an outlet's name and nothing else.
void MarkUrlsAndOutlets(PageLines& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    PageLine& line = lines[i];
    if (line.role != LineRole::kOpen && line.role != LineRole::kChrome) continue;
    const std::string_view text = StripBullets(line.text);
    if ((text.starts_with("http://") || text.starts_with("https://")) && text.find(' ') == text.npos) {
      line.role = LineRole::kUrl;
    } else if (line.role == LineRole::kOpen && NamesOutlet(text, i < kMastheadLines)) {
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
  std::set<std::string> captions;  // each once
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
    if (line.role == LineRole::kCaption && captions.insert(line.text).second) {
      Keep(line, article.captions, article.sources.captions);
    }
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
    AddReporters(ReadHandover(text), article.byline);
    if (text.empty()) continue;
    article.body.emplace_back(text);
    article.sources.body.push_back(line.source);
  }
}

// Counts from where the page begins as it was given.
void ShiftSources(size_t begin, CleanArticle::Sources& sources) {
  const auto shift = [begin](PageSpan& span) {
    span.begin += begin;
    span.end += begin;
  };
  if (sources.title != PageSpan()) shift(sources.title);
  std::for_each(sources.subtitles.begin(), sources.subtitles.end(), shift);
  std::for_each(sources.body.begin(), sources.body.end(), shift);
  std::for_each(sources.captions.begin(), sources.captions.end(), shift);
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

// What the caller or the page says; empty when only the lines can tell.
std::string TitleOf(const v1::RawArticle& raw, Page& page) {
  if (!raw.title().empty()) return raw.title();
  const PageMetadata& metadata = page.metadata;
  const bool other = !metadata.other_title.empty() &&
                     !ShowsTitle(page.lines, page.body.begin, metadata.title) &&
                     ShowsTitle(page.lines, page.body.begin, metadata.other_title);
  const std::string& known = other ? metadata.other_title : metadata.title;
  return ShownTitle(page.lines, page.body.begin,
                    known.empty() ? LabelledTitle(page.lines, page.body.begin) : known);
}

// What lines are by themselves and by those beside them.
void MarkLines(Page& page) {
  page.times = TakeTimes(page.lines);
  MarkBoilerplate(page.lines);
  MarkSummaries(page.lines);
  MarkBylines(page);
  MarkCards(page);
  MarkListedSentences(page.lines);
  MarkUrlsAndOutlets(page.lines);
  MarkCreditedCopies(page.lines);
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

  MarkLines(page);
  page.body = FindBody(page.lines);
  article.title = TitleOf(raw, page);
  if (!decoded.html && page.body.begin == page.body.end && IsNote(page.lines)) {
    TakeNote(page.lines, !article.title.empty());
  }
  page.title = MarkTitle(page.lines, page.body.begin, article.title);
  MarkOfficial(page, page.title.has_value() ? page.lines[*page.title].text : "");
  MarkListed(page.lines);
  MarkCaptions(page.lines, HeadBegin(page), page.body.end);
  MarkParagraphs(page.lines, page.title, page.body);

  CollectUrl(page, article);
  CollectOutlet(page, article);
  CollectBylines(page, article);
  CollectText(page, article);
  ShiftSources(decoded.begin, article.sources);
  CollectLoneMail(page, article);
  CollectTimes({.lines = page.lines,
                .shown = page.times,
                .machine = page.metadata.claims,
                .title = page.title,
                .body = page.body},
               TailEnd(page), raw, article);
  AddNotices(article);
  return article;
}

}  // namespace sillok::ingest
