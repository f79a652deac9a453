#include "tests/bench/date_bench.h"

#include <utility>

#include "absl/status/status.h"
#include "common/status/status_macros.h"
#include "ingest/clean/clean_article.h"
#include "ingest/date/dated_article.h"
#include "ingest/parse/parsed_article.h"
#include "tests/bench/tagging_floor.h"

namespace sillok::bench {
namespace {

absl::StatusOr<std::vector<ingest::ParsedArticle>> ParseAll(const std::vector<std::string>& pages,
                                                            const ingest::Parser& parser) {
  std::vector<ingest::ParsedArticle> articles;
  for (const std::string& page : pages) {
    v1::RawArticle raw;
    raw.set_article_id("bench-" + std::to_string(articles.size()));
    raw.set_raw(page);
    SILLOK_ASSIGN_OR_RETURN(ingest::CleanArticle clean, ingest::Clean(raw));
    articles.push_back(parser.Parse(std::move(clean)));
  }
  return articles;
}

// The copies that the stage takes over are made outside the measured time.
double DateSeconds(const std::vector<ingest::ParsedArticle>& articles) {
  double seconds = 0;
  for (int pass = 0; pass < TaggingFloor::kPasses; ++pass) {
    std::vector<ingest::ParsedArticle> copies = articles;
    std::vector<ingest::DatedArticle> dated;
    dated.reserve(copies.size());
    const double start = ThreadSeconds();
    for (ingest::ParsedArticle& copy : copies) dated.push_back(ingest::Date(std::move(copy)));
    seconds += ThreadSeconds() - start;
  }
  return seconds;
}

}  // namespace

absl::StatusOr<Comparison> BenchDates(const std::vector<std::string>& pages,
                                      const std::string& mecab_dictionary) {
  // What is parsed points into the parser's dictionary.
  SILLOK_ASSIGN_OR_RETURN(const auto parser, ingest::Parser::Open(mecab_dictionary));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<ingest::ParsedArticle> articles, ParseAll(pages, *parser));
  SILLOK_ASSIGN_OR_RETURN(const TaggingFloor floor, TaggingFloor::Open(mecab_dictionary));

  std::vector<std::string> sentences;
  size_t bytes = 0;
  for (const ingest::ParsedArticle& article : articles) {
    for (const ingest::Sentence& sentence : article.sentences) {
      sentences.push_back(sentence.text);
      bytes += sentence.text.size();
    }
  }
  const double total = static_cast<double>(bytes) * TaggingFloor::kPasses;
  Comparison comparison = Compare(
      "dates, one core", "MeCab tagging, same sentences", "bytes/s", TaggingFloor::kRounds,
      [&] { return total / DateSeconds(articles); }, [&] { return floor.BytesPerSecond(sentences); });
  comparison.note = std::to_string(pages.size()) + " pages, " + std::to_string(bytes) + " bytes";
  return comparison;
}

}  // namespace sillok::bench
