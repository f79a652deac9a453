// A load of pages that goes on whatever happens to the process it is sent to.
//
//   Load load(pair.ingest_address(), GeneratedPages(200));
//   …kill and restart the process…
//   const Load::Acknowledged stored = load.Finish();   // every page has been acknowledged once
//
// A page that fails is sent again. Threads of its own; Finish joins them.
#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sillok/v1/article.pb.h"
#include "sillok/v1/commit.pb.h"

namespace sillok {

// So many small pages, each with an event, a quote and a number, about a handful of names.
[[nodiscard]] std::vector<v1::RawArticle> GeneratedPages(int count);

class Load {
 public:
  // Article id → the commit that was acknowledged.
  using Acknowledged = std::map<std::string, v1::CommitToken>;

  Load(const std::string& address, std::vector<v1::RawArticle> pages);
  ~Load();
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  [[nodiscard]] Acknowledged so_far();
  [[nodiscard]] bool done();
  // Waits for the last page.
  [[nodiscard]] Acknowledged Finish();

 private:
  void Send(const std::string& address);

  const std::vector<v1::RawArticle> pages_;
  std::atomic<size_t> next_ = 0;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  Acknowledged acknowledged_;  // guarded by mutex_
  std::vector<std::thread> senders_;
};

}  // namespace sillok
