#include "tests/bench/memory_bench.h"

#include <barrier>
#include <fstream>
#include <string_view>
#include <thread>

#include "common/status/status_macros.h"
#include "ingest/pipeline/pipeline.h"
#include "tests/bench/extract_bench.h"

namespace sillok::bench {
namespace {

constexpr int kReaders = 16;
constexpr int kPasses = 5;

struct Resident {
  double own = 0;
  double files = 0;
};

Resident ReadResident() {
  constexpr double kKilobytes = 1024;  // a MB
  Resident resident;
  std::ifstream status("/proc/self/status");
  std::string name;
  while (status >> name) {
    double kilobytes = 0;
    if (name == "RssAnon:" && status >> kilobytes) resident.own = kilobytes / kKilobytes;
    if (name == "RssFile:" && status >> kilobytes) resident.files = kilobytes / kKilobytes;
  }
  return resident;
}

void ReadAll(const std::vector<v1::RawArticle>& raws, const ingest::Pipeline& pipeline) {
  for (int pass = 0; pass < kPasses; ++pass) {
    for (const v1::RawArticle& raw : raws) (void)pipeline.Read(raw).ok();
  }
}

}  // namespace

absl::StatusOr<ReadingMemory> BenchMemory(const std::vector<std::string>& pages,
                                          const std::string& mecab_dictionary) {
  const std::vector<v1::RawArticle> raws = RawArticles(pages);
  const Resident before = ReadResident();
  SILLOK_ASSIGN_OR_RETURN(const auto pipeline, ingest::Pipeline::Open(mecab_dictionary));
  ReadAll(raws, *pipeline);
  const Resident shared = ReadResident();

  // Nobody ends before all have been looked at: a thread that ends gives its memory back.
  Resident together;
  std::barrier all_read(kReaders + 1);
  std::barrier looked(kReaders + 1);
  std::vector<std::thread> readers;
  readers.reserve(kReaders);
  for (int reader = 0; reader < kReaders; ++reader) {
    readers.emplace_back([&] {
      ReadAll(raws, *pipeline);
      all_read.arrive_and_wait();
      looked.arrive_and_wait();
    });
  }
  all_read.arrive_and_wait();
  together = ReadResident();
  looked.arrive_and_wait();
  for (std::thread& reader : readers) reader.join();
  return ReadingMemory{.shared = shared.own - before.own,
                       .dictionary = shared.files - before.files,
                       .reader = (together.own - shared.own) / kReaders,
                       .readers = kReaders};
}

}  // namespace sillok::bench
