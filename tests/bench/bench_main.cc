// sillok-bench: Sillok beside floors in one run, as a table of ratios. Give pages to read, or it reads deploy/samples.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "common/status/status_macros.h"
#include "tests/bench/clean_bench.h"
#include "tests/bench/commit_bench.h"
#include "tests/bench/date_bench.h"
#include "tests/bench/extract_bench.h"
#include "tests/bench/joined_pages.h"
#include "tests/bench/memory_bench.h"
#include "tests/bench/query_bench.h"
#include "tests/bench/view_bench.h"
#include "tests/support/child_process.h"
#include "tests/support/mecab_dictionary.h"

ABSL_FLAG(std::string, programs, "", "the folder of the programs; empty: this program's own");
ABSL_FLAG(int, articles, 10000, "generated articles in the view");
ABSL_FLAG(std::vector<std::string>, only, {},
          "parts to run: memory,query,view,commit,clean,extract,date,visible; empty: all of them");
ABSL_FLAG(int, in_flight, 32, "calls in flight");

namespace sillok::bench {
namespace {

std::vector<std::string> ReadPages(const std::vector<char*>& arguments) {
  std::vector<std::string> paths(arguments.begin() + 1, arguments.end());
  if (paths.empty()) {
    for (const auto& entry : std::filesystem::directory_iterator(SILLOK_SOURCE_DIR "/deploy/samples")) {
      const auto extension = entry.path().extension();
      if (extension == ".txt" || extension == ".html") paths.push_back(entry.path().string());
    }
  }
  std::vector<std::string> pages;
  for (const std::string& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    pages.push_back(text.str());
  }
  return pages;
}

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "sillok-bench: %s\n", status.ToString().c_str());
  return 1;
}

// Whether --only names the part, or nothing.
bool Wanted(std::string_view part) {
  const std::vector<std::string> parts = absl::GetFlag(FLAGS_only);
  return parts.empty() || std::find(parts.begin(), parts.end(), part) != parts.end();
}

// The pages as they are, joined to the length of articles, and on all threads.
absl::StatusOr<std::vector<Comparison>> CompareReading(const std::vector<std::string>& pages,
                                                       const QueryBenchOptions& options) {
  SILLOK_ASSIGN_OR_RETURN(const auto pipeline, ingest::Pipeline::Open(options.mecab_dictionary));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> joined, JoinPages(pages, *pipeline));
  std::vector<Comparison> rows;
  SILLOK_ASSIGN_OR_RETURN(rows.emplace_back(), BenchExtraction("the pages as they are", pages, *pipeline,
                                                               options.mecab_dictionary));
  if (!joined.empty() && joined.size() < pages.size()) {
    SILLOK_ASSIGN_OR_RETURN(
        rows.emplace_back(),
        BenchExtraction("their paragraphs joined to articles", joined, *pipeline, options.mecab_dictionary));
  }
  for (Comparison& row : rows) {
    row.bar = 1 / 3.5;
    row.aim = 0.4;
  }
  rows.push_back(BenchThreads(pages, *pipeline));
  rows.back().aim = 0.9;
  return rows;
}

absl::StatusOr<std::vector<Comparison>> CompareParts(const QueryBenchOptions& options,
                                                     const std::vector<std::string>& pages) {
  std::vector<Comparison> comparisons;
  if (Wanted("query")) {
    SILLOK_ASSIGN_OR_RETURN(comparisons, BenchQueries(options));
  }
  if (Wanted("view")) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<Comparison> rows, BenchView(options.folder, options.articles));
    comparisons.insert(comparisons.end(), rows.begin(), rows.end());
  }
  if (Wanted("commit")) {
    SILLOK_ASSIGN_OR_RETURN(comparisons.emplace_back(), BenchCommits(options.folder));
    comparisons.back().aim = 0.7;
  }
  if (Wanted("clean")) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<Comparison> rows, BenchCleaning(pages));
    comparisons.insert(comparisons.end(), rows.begin(), rows.end());
  }
  if (Wanted("extract")) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<Comparison> rows, CompareReading(pages, options));
    comparisons.insert(comparisons.end(), rows.begin(), rows.end());
  }
  if (Wanted("date")) {
    SILLOK_ASSIGN_OR_RETURN(comparisons.emplace_back(), BenchDates(pages, options.mecab_dictionary));
    comparisons.back().aim = 4.0;
  }
  return comparisons;
}

// First of all parts: memory that others have given back would hide what reading takes.
absl::Status PrintMemory(const std::vector<std::string>& pages, const std::string& mecab_dictionary) {
  SILLOK_ASSIGN_OR_RETURN(const ReadingMemory memory, BenchMemory(pages, mecab_dictionary));
  std::printf(
      "reading pages: %.1f MB shared by all readers, %.1f MB of files mapped (the dictionary, as far as it "
      "was "
      "looked at); %.2f MB for each reader more (mean of %d at once)\n\n",
      memory.shared, memory.dictionary, memory.reader, memory.readers);
  return absl::OkStatus();
}

int Run(const QueryBenchOptions& options, const std::vector<std::string>& pages) {
  if (Wanted("memory")) {
    if (const absl::Status status = PrintMemory(pages, options.mecab_dictionary); !status.ok()) {
      return Fail(status);
    }
  }
  const auto comparisons = CompareParts(options, pages);
  if (!comparisons.ok()) return Fail(comparisons.status());
  if (!comparisons->empty()) PrintTable(*comparisons);
  if (!Wanted("visible")) return 0;
  const auto visibility = BenchVisibility(options, pages);
  if (!visibility.ok()) return Fail(visibility.status());
  std::printf(
      "\n%d articles at 20 a second: acknowledged in %.1f ms (median); then visible in %.1f ms (median), "
      "%.1f ms (p99)\n",
      visibility->articles, visibility->acknowledged_p50_ms, visibility->visible_p50_ms,
      visibility->visible_p99_ms);
  return 0;
}

}  // namespace
}  // namespace sillok::bench

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("measures Sillok beside floors in one run: sillok-bench [PAGE…]");
  const std::vector<char*> arguments = absl::ParseCommandLine(argc, argv);
  const sillok::TemporaryFolder folder;
  sillok::bench::QueryBenchOptions options;
  options.programs = absl::GetFlag(FLAGS_programs);
  if (options.programs.empty()) {
    options.programs = std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
  }
  options.folder = folder.path();
  options.mecab_dictionary = sillok::MecabDictionary();
  options.articles = absl::GetFlag(FLAGS_articles);
  options.in_flight = absl::GetFlag(FLAGS_in_flight);
  return sillok::bench::Run(options, sillok::bench::ReadPages(arguments));
}
