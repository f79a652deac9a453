#include "tests/bench/commit_bench.h"

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "absl/time/clock.h"
#include "common/status/status_macros.h"
#include "ingest/record/article_store.h"
#include "rocksdb/db.h"
#include "tests/bench/generated_articles.h"

namespace sillok::bench {
namespace {

constexpr int kWriters = 16;
constexpr int kCommitRounds = 5;
constexpr int kArticlesPerRound = 4000;

struct Item {
  v1::RawArticle page;
  v1::Article facts;
};

// The same articles under new ids every round, so that each is a creation.
std::vector<Item> MakeItems() {
  std::vector<Item> items(kArticlesPerRound);
  for (int i = 0; i < kArticlesPerRound; ++i) {
    items[i].facts = GenerateArticle(i);
    std::string text;
    for (const std::string& paragraph : items[i].facts.body()) text += paragraph + "\n";
    items[i].page.set_text(std::move(text));
    items[i].page.mutable_fetch_time()->set_seconds(1700000000);
  }
  return items;
}

// Calls `write` with every index from so many threads; answers calls a second.
template <class Write>
double Spread(const Write& write) {
  std::atomic<int> next = 0;
  const absl::Time start = absl::Now();
  std::vector<std::thread> writers;
  writers.reserve(kWriters);
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&] {
      for (int i = next++; i < kArticlesPerRound; i = next++) write(i);
    });
  }
  for (std::thread& writer : writers) writer.join();
  return kArticlesPerRound / absl::ToDoubleSeconds(absl::Now() - start);
}

// One batch with the bytes of page and facts, synced.
void WriteBare(rocksdb::DB& db, const std::string& id, const Item& item, std::atomic<int>& failures) {
  rocksdb::WriteBatch batch;
  batch.Put("page/" + id, item.page.SerializeAsString());
  batch.Put("facts/" + id, item.facts.SerializeAsString());
  batch.Put("commit/" + id, id);
  rocksdb::WriteOptions options;
  options.sync = true;
  if (!db.Write(options, &batch).ok()) ++failures;
}

}  // namespace

absl::StatusOr<Comparison> BenchCommits(const std::string& folder) {
  SILLOK_ASSIGN_OR_RETURN(const auto store, ingest::ArticleStore::Open({.data_dir = folder + "/sillok"}));
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* opened = nullptr;
  if (auto status = rocksdb::DB::Open(options, folder + "/bare", &opened); !status.ok()) {
    return FromRocks(status, "open the floor's store");
  }
  const std::unique_ptr<rocksdb::DB> bare(opened);
  const std::vector<Item> items = MakeItems();
  std::atomic<int> failures = 0;
  int round = 0;
  const auto id_of = [&round](int i) { return std::to_string(round) + "-" + std::to_string(i); };
  Comparison comparison = Compare(
      "commit path, 16 writers", "RocksDB synced batches, same bytes", "articles/s", kCommitRounds,
      [&] {
        ++round;
        return Spread([&](int i) {
          v1::RawArticle page = items[i].page;
          page.set_article_id(id_of(i));
          const auto put = store->Put(page, /*stamped=*/false, items[i].facts);
          if (!put.ok() || put->disposition != ingest::Disposition::kCreated) ++failures;
        });
      },
      [&] { return Spread([&](int i) { WriteBare(*bare, id_of(i), items[i], failures); }); });
  comparison.note = std::to_string(failures) + " failed";
  return comparison;
}

}  // namespace sillok::bench
