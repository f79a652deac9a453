#include "tests/fuzz/plain_article.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "common/text/normalize.h"
#include "common/time/civil_interval.h"
#include "ingest/clean/page_line.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

bool Take(std::string_view& line, std::string_view mark) {
  if (!line.starts_with(mark)) return false;
  line.remove_prefix(mark.size());
  return true;
}

void Keep(std::string_view line, std::vector<std::string>& texts) {
  std::string text = MakeLine(line).text;
  if (!text.empty()) texts.push_back(std::move(text));
}

const Parser& TheParser() {
  static const Parser& parser = *Parser::Open(MecabDictionary()).value().release();
  return parser;
}

}  // namespace

CleanArticle PlainArticle(std::string_view bytes) {
  CleanArticle article;
  article.article_id = "fuzz";
  for (bool first = true; !bytes.empty(); first = false) {
    const size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const std::optional<absl::CivilDay> day = first ? ParseDay(line) : std::nullopt;
    if (day) {
      TimeClaim& claim = article.published.emplace();
      claim.day = *day;
      claim.source = "json_ld";
    } else if (Take(line, "## ")) {
      Keep(line, article.subtitles);
    } else if (Take(line, "# ")) {
      article.title = MakeLine(line).text;
    } else if (Take(line, "> ")) {
      Keep(line, article.captions);
    } else {
      Keep(line, article.body);
    }
  }
  return article;
}

ParsedArticle ParsedPlainArticle(std::string_view bytes) { return TheParser().Parse(PlainArticle(bytes)); }

}  // namespace sillok::ingest
