// sillok-quality: reads a folder of pages, compares with a gold file, and prints a table and every fault, with the finder that
// proposed what the gold does not know and the sentence it stands in.
//
//   sillok-quality --pages=FOLDER --gold=FILE.jsonl [--hint=2025-09-10]
//
// With --hint, pages whose gold has no publish date are read with that one given.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "common/status/status_macros.h"
#include "common/time/civil_interval.h"
#include "common/time/timestamp.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/wire/article_message.h"
#include "tests/quality/score_page.h"
#include "tests/support/mecab_dictionary.h"

ABSL_FLAG(std::string, pages, "", "the folder of the pages that the gold names");
ABSL_FLAG(std::string, gold, "", "the gold, a JSON object a line: see tests/quality/gold.h");
ABSL_FLAG(std::string, hint, "", "when the pages without a date were written, as 2025-09-10");

namespace sillok {
namespace {

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Of the mentions, in their order, which is that of the message.
std::vector<std::string> ReasonsOf(const ingest::ExtractedArticle& facts) {
  std::vector<std::string> reasons;
  for (const ingest::Mention& mention : facts.mentions) {
    std::string& reason = reasons.emplace_back(mention.reason.rule);
    if (mention.reason.margin > 0) reason += " with margin " + std::to_string(mention.reason.margin);
  }
  return reasons;
}

absl::Status ScoreLine(const std::string& line, const ingest::Pipeline& pipeline, Scores& scores) {
  SILLOK_ASSIGN_OR_RETURN(const GoldPage gold, ParseGold(line));
  v1::RawArticle raw;
  SILLOK_ASSIGN_OR_RETURN(*raw.mutable_raw(), ReadFile(absl::GetFlag(FLAGS_pages) + "/" + gold.file));
  raw.set_article_id(gold.file);
  const std::string hint = absl::GetFlag(FLAGS_hint);
  const bool hinted = !hint.empty() && gold.published.empty();
  if (hinted) {
    const std::optional<CivilInterval> day = ParseInterval(hint);
    if (!day.has_value()) return absl::InvalidArgumentError("--hint is no date: " + hint);
    *raw.mutable_publish_time() = ToTimestamp(absl::FromCivil(day->first, absl::FixedTimeZone(9 * 60 * 60)));
  }
  SILLOK_ASSIGN_OR_RETURN(const ingest::ExtractedArticle facts, pipeline.ReadFacts(raw));
  const std::vector<std::string> reasons = ReasonsOf(facts);
  const v1::Article article = ingest::ToMessage(facts, pipeline.fingerprint());
  ScorePage(gold, article, {.hinted = hinted, .reasons = reasons}, scores);
  return absl::OkStatus();
}

absl::Status Run() {
  SILLOK_ASSIGN_OR_RETURN(const auto pipeline, ingest::Pipeline::Open(MecabDictionary()));
  SILLOK_ASSIGN_OR_RETURN(const std::string lines, ReadFile(absl::GetFlag(FLAGS_gold)));
  Scores scores;
  std::istringstream gold(lines);
  for (std::string line; std::getline(gold, line);) {
    SILLOK_RETURN_IF_ERROR(ScoreLine(line, *pipeline, scores));
  }
  PrintScores(scores, std::cout);
  return absl::OkStatus();
}

}  // namespace
}  // namespace sillok

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("compares pages with a gold: sillok-quality --pages=FOLDER --gold=FILE.jsonl");
  absl::ParseCommandLine(argc, argv);
  const absl::Status status = sillok::Run();
  if (status.ok()) return 0;
  std::fprintf(stderr, "sillok-quality: %s\n", status.ToString().c_str());
  return 1;
}
