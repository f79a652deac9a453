// When an article was published: which of the times that a page and its caller give is believed.
//
//   CollectTimes({.lines = lines, .shown = times, …}, tail_end, raw, article);
//   article.published->source   → "json_ld"
//
// Trusted in this order: the caller's hint, what machines read (unless a label beside the title contradicts it), a sentence of the page, labels, a day beside the title, an issue's
// day, a day behind the article, an age. Pure; time linear in the lines; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/clean/body_range.h"
#include "ingest/clean/clean_article.h"
#include "ingest/clean/page_line.h"
#include "ingest/clean/time_claims.h"

namespace sillok::ingest {

// A page whose lines have their roles.
struct TimedPage {
  const PageLines& lines;
  const std::vector<ShownTime>& shown;
  const std::vector<TimeClaim>& machine;  // best source first
  std::optional<size_t> title;            // the line of the title
  BodyRange body;
};

// Fills in the article's claims and the two that are believed. Labels behind `tail_end` speak of other things.
void CollectTimes(const TimedPage& page, size_t tail_end, const v1::RawArticle& raw, CleanArticle& article);

}  // namespace sillok::ingest
