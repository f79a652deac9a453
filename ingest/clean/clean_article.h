// Stage 1: a raw page becomes an article without the page around it.
//
//   absl::StatusOr<CleanArticle> clean = Clean(raw);
//   clean->body       → {"중소벤처기업부는 …", "임 실장은 …"}
//   clean->captions   → {"9일 서울 …"} each once
//
// Text is NormalizeText'ed UTF-8. A paragraph has no line break in it and no space around it. Pure, no clock;
// safe from any thread. Costs time linear in the page, whatever the page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "ingest/clean/page_span.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

// Something a reader of the article should know; `code` is stable.
struct Notice {
  std::string code;
  std::string message;
};

// Who signs.
struct Reporter {
  std::string name;   // without 기자
  std::string email;  // empty when the page shows none
};

// What the page, or the caller, says about a point in time. A claim, not a fact.
struct TimeClaim {
  absl::CivilDay day;              // in Korea
  std::optional<absl::Time> time;  // absent when only a day is shown
  std::string source;   // "hint", "json_ld", "open_graph", "time_element", "visible_text", "visible_age"
  bool update = false;  // true for 수정, 업데이트
};

// A page without its boilerplate. `url`, `outlet` and `title` are the caller's where given, else the page's.
struct CleanArticle {
  std::string article_id;
  std::string url;
  std::string outlet;
  std::string title;
  std::vector<Reporter> byline;
  // The claim that wins: hint, JSON-LD, OpenGraph, <time>, visible with a label, visible without, an age (3시간 전) where the
  // page was given with its fetch time. Where a page shows only
  // when it was changed, that claim, with `update` set: it was published by then.
  std::optional<TimeClaim> published;
  std::optional<TimeClaim> updated;
  std::vector<TimeClaim> claims;  // all of them, in the order of trust
  std::vector<std::string> subtitles;
  std::vector<std::string> body;
  std::vector<std::string> captions;
  // Where the parts stand in the page, one for each paragraph.
  struct Sources {
    PageSpan title;
    std::vector<PageSpan> subtitles;
    std::vector<PageSpan> body;
    std::vector<PageSpan> captions;
  };
  Sources sources;
  std::map<std::string, std::string> labels;
  std::vector<Notice> notices;
};

// The article of a page. `raw` has been validated: a content is there and within bounds; `article_id` is
// filled.
//
// INVALID_ARGUMENT when `raw.raw()` is not text in any encoding we know; the message says which field and
// why.
[[nodiscard]] absl::StatusOr<CleanArticle> Clean(const v1::RawArticle& raw);

}  // namespace sillok::ingest
