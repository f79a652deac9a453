#include "tests/bench/extract_bench.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <thread>

#include "absl/strings/str_format.h"
#include "common/status/status_macros.h"
#include "tests/bench/tagging_floor.h"

namespace sillok::bench {
namespace {

constexpr int kThreadRounds = 7;

// What reading took on several threads at once.
struct ThreadedRun {
  double pages_per_second = 0;  // by the clock
  double cpu_per_page = 0;      // seconds of all threads
  double waits_per_page = 0;    // how often a thread gave its processor up: for a lock, there is nothing else
};

// How often this thread has waited of its own accord.
double ThreadWaits() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  return static_cast<double>(usage.ru_nvcsw);
}

ThreadedRun ReadOnThreads(int threads, const std::vector<v1::RawArticle>& raws,
                          const ingest::Pipeline& pipeline) {
  std::vector<double> cpu(threads);
  std::vector<double> waits(threads);
  const auto read = [&](int thread) {
    const double waited = ThreadWaits();
    const double start = ThreadSeconds();
    for (int pass = 0; pass < TaggingFloor::kPasses; ++pass) {
      for (const v1::RawArticle& raw : raws) (void)pipeline.Read(raw).ok();
    }
    cpu[thread] = ThreadSeconds() - start;
    waits[thread] = ThreadWaits() - waited;
  };
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> running;
  running.reserve(threads);
  for (int thread = 0; thread < threads; ++thread) running.emplace_back(read, thread);
  for (std::thread& thread : running) thread.join();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const double read_pages = static_cast<double>(raws.size()) * TaggingFloor::kPasses * threads;
  return {.pages_per_second = read_pages / seconds.count(),
          .cpu_per_page = std::accumulate(cpu.begin(), cpu.end(), 0.0) / read_pages,
          .waits_per_page = std::accumulate(waits.begin(), waits.end(), 0.0) / read_pages};
}

}  // namespace

std::vector<v1::RawArticle> RawArticles(const std::vector<std::string>& pages) {
  std::vector<v1::RawArticle> raws;
  for (const std::string& page : pages) {
    v1::RawArticle& raw = raws.emplace_back();
    raw.set_article_id("bench-" + std::to_string(raws.size()));
    raw.set_raw(page);
  }
  return raws;
}

absl::StatusOr<Comparison> BenchExtraction(const std::string& what, const std::vector<std::string>& pages,
                                           const ingest::Pipeline& pipeline,
                                           const std::string& mecab_dictionary) {
  SILLOK_ASSIGN_OR_RETURN(const TaggingFloor floor, TaggingFloor::Open(mecab_dictionary));
  const std::vector<v1::RawArticle> raws = RawArticles(pages);
  std::vector<std::string> sentences;
  size_t bytes = 0;
  for (const v1::RawArticle& raw : raws) {
    SILLOK_ASSIGN_OR_RETURN(const v1::Article article, pipeline.Read(raw));
    for (const v1::Sentence& sentence : article.sentences()) {
      sentences.push_back(sentence.text());
      bytes += sentence.text().size();
    }
  }
  const double total = static_cast<double>(bytes) * TaggingFloor::kPasses;
  Comparison comparison = Compare(
      "ExtractArticle, one core, " + what, "MeCab tagging, same cleaned text", "bytes/s",
      TaggingFloor::kRounds,
      [&] {
        const double start = ThreadSeconds();
        for (int pass = 0; pass < TaggingFloor::kPasses; ++pass) {
          for (const v1::RawArticle& raw : raws) (void)pipeline.Read(raw).ok();
        }
        return total / (ThreadSeconds() - start);
      },
      [&] { return floor.BytesPerSecond(sentences); });
  comparison.note = std::to_string(pages.size()) + " pages, " + std::to_string(bytes) + " bytes";
  return comparison;
}

Comparison BenchThreads(const std::vector<std::string>& pages, const ingest::Pipeline& pipeline) {
  const int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const std::vector<v1::RawArticle> raws = RawArticles(pages);
  ThreadedRun together;
  ThreadedRun alone;
  Comparison comparison = Compare(
      absl::StrFormat("ExtractArticle, %d threads, one pipeline", threads),
      absl::StrFormat("%d times one thread", threads), "pages/s", kThreadRounds,
      [&] {
        together = ReadOnThreads(threads, raws, pipeline);
        return together.pages_per_second;
      },
      [&] {
        alone = ReadOnThreads(1, raws, pipeline);
        return threads * alone.pages_per_second;
      });
  comparison.note =
      absl::StrFormat("a page takes %.2f of one thread's CPU time, and %.3f waits for other threads",
                      together.cpu_per_page / alone.cpu_per_page, together.waits_per_page);
  return comparison;
}

}  // namespace sillok::bench
