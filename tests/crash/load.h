// A load of pages that goes on whatever happens to the process it is sent to.
//
//   Load load(pair.ingest_address());
//   …kill and restart the process…
//   const Load::Acknowledged stored = load.Finish();   // every page that was begun is acknowledged
//
// A page that fails is sent again until it is stored. Threads of its own; Finish joins them.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sillok/v1/article.pb.h"
#include "sillok/v1/commit.pb.h"

namespace sillok {

// The small page with this number: an event, a quote and a quantity about a handful of names.
[[nodiscard]] v1::RawArticle GeneratedPage(int number);

class Load {
 public:
  // The page's number → the commit that was acknowledged.
  using Acknowledged = std::map<int, v1::CommitToken>;

  explicit Load(const std::string& address);
  ~Load();
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  [[nodiscard]] Acknowledged so_far();
  [[nodiscard]] Acknowledged Finish();

 private:
  void Send(const std::string& address);

  std::atomic<int> next_ = 0;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  Acknowledged acknowledged_;  // guarded by mutex_
  std::vector<std::thread> senders_;
};

}  // namespace sillok
