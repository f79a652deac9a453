#include "tests/bench/extract_bench.h"

#include "common/status/status_macros.h"
#include "ingest/pipeline/pipeline.h"
#include "tests/bench/tagging_floor.h"

namespace sillok::bench {
namespace {

v1::RawArticle RawOf(const std::string& page, int index) {
  v1::RawArticle raw;
  raw.set_article_id("bench-" + std::to_string(index));
  raw.set_raw(page);
  return raw;
}

}  // namespace

absl::StatusOr<Comparison> BenchExtraction(const std::vector<std::string>& pages,
                                           const std::string& mecab_dictionary) {
  SILLOK_ASSIGN_OR_RETURN(const auto pipeline, ingest::Pipeline::Open(mecab_dictionary));
  SILLOK_ASSIGN_OR_RETURN(const TaggingFloor floor, TaggingFloor::Open(mecab_dictionary));

  std::vector<v1::RawArticle> raws;
  std::vector<std::string> sentences;
  size_t bytes = 0;
  for (const std::string& page : pages) {
    raws.push_back(RawOf(page, static_cast<int>(raws.size())));
    SILLOK_ASSIGN_OR_RETURN(const v1::Article article, pipeline->Read(raws.back()));
    for (const v1::Sentence& sentence : article.sentences()) {
      sentences.push_back(sentence.text());
      bytes += sentence.text().size();
    }
  }
  const double total = static_cast<double>(bytes) * TaggingFloor::kPasses;
  Comparison comparison = Compare(
      "ExtractArticle, one core", "MeCab tagging, same cleaned text", "bytes/s", TaggingFloor::kRounds,
      [&] {
        const double start = ThreadSeconds();
        for (int pass = 0; pass < TaggingFloor::kPasses; ++pass) {
          for (const v1::RawArticle& raw : raws) (void)pipeline->Read(raw).ok();
        }
        return total / (ThreadSeconds() - start);
      },
      [&] { return floor.BytesPerSecond(sentences); });
  comparison.note = std::to_string(pages.size()) + " pages, " + std::to_string(bytes) + " bytes";
  return comparison;
}

}  // namespace sillok::bench
