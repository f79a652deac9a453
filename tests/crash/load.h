// A load of pages and decisions that goes on whatever happens to the process it is sent to.
//
//   Load load(pair.ingest_address());
//   …kill and restart the process…
//   const Load::Acknowledged stored = load.Finish();   // every page that was begun is acknowledged
//   load.decided()                                     // and every decision
//
// Behind every page somebody decides something, and withdraws every third decision. What fails is sent again until it is
// stored. Threads of its own; Finish joins them.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sillok/v1/article.pb.h"
#include "sillok/v1/commit.pb.h"
#include "sillok/v1/curation_service.pb.h"

namespace sillok {

// The small page with this number: an event, a quote and a quantity about a handful of names.
[[nodiscard]] v1::RawArticle GeneratedPage(int number);
// The decision with this number, whole with its time: sent again, it is the same.
[[nodiscard]] v1::AddAliasRequest GeneratedDecision(int number);

class Load {
 public:
  // The page's number → the commit that was acknowledged.
  using Acknowledged = std::map<int, v1::CommitToken>;
  // The name of a decision, or of the undo of one → the commit that was acknowledged.
  using Decided = std::map<std::string, v1::CommitToken>;

  explicit Load(const std::string& address);
  ~Load();
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  [[nodiscard]] Acknowledged so_far();
  [[nodiscard]] Decided decided();
  [[nodiscard]] Acknowledged Finish();

 private:
  struct Stubs;

  void Send(const std::string& address);
  // One page, and the decision behind it.
  void SendPage(Stubs& stubs, int number);
  void SendDecision(Stubs& stubs, int number);
  void Note(const v1::Curation& curation, const v1::CommitToken& commit);

  std::atomic<int> next_ = 0;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  Acknowledged acknowledged_;  // guarded by mutex_
  Decided decided_;            // guarded by mutex_
  std::vector<std::thread> senders_;
};

}  // namespace sillok
