// One ReextractArticles call without the wire: which articles, in what order, and what is told of them.
//
//   absl::Status status = Reextraction(pipeline, store, pool, 2, request, {.send = …, .check = …}).Run();
//
// The thread that calls Run lists articles and tells of them; pages are read and stored on the pool, a bounded number at a
// time, which is also what is held in memory. An article whose state has become another since it was read is left as it is,
// by the store, under the lock that an ingest of it takes. For one Run.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "common/server/worker_pool.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/record/article_store.h"
#include "sillok/v1/ingest_service.pb.h"

namespace sillok::ingest {

// Whom the call tells. Both are called by the thread of Run.
struct ReextractionReader {
  // Blocks until the message is written; an error ends the call.
  std::function<absl::Status(const v1::ReextractArticlesResponse& response)> send;
  // Why the call must end now; OK while it may go on. Asked several times a second.
  std::function<absl::Status()> check;
};

class Reextraction {
 public:
  // All must outlive it.
  Reextraction(const Pipeline& pipeline, ArticleStore& store, WorkerPool& pool, int most_at_once,
               const v1::ReextractArticlesRequest& request, const ReextractionReader& reader);

  // NOT_FOUND when an article that the request names is not there; what `reader` answers; what the store fails with.
  [[nodiscard]] absl::Status Run();

 private:
  enum class Outcome { kChanged, kUnchanged, kSkipped, kFailed };
  // What became of one article.
  struct Settled {
    Outcome outcome = Outcome::kSkipped;
    std::optional<v1::ArticleDifference> difference = {};
    std::optional<v1::ReextractFailure> failure = {};
    int64_t commit_id = 0;           // 0 when nothing was written
    absl::Status store_status = {};  // not OK: the store takes nothing more
  };

  // On the thread of Run.
  [[nodiscard]] absl::Status CheckNames();
  [[nodiscard]] absl::Status ReadAll();
  [[nodiscard]] absl::StatusOr<std::vector<std::string>> NextArticles();
  [[nodiscard]] absl::Status Begin(const std::string& article_id);
  // Takes what is settled until at most `most` articles are being read.
  [[nodiscard]] absl::Status SettleDownTo(int most);
  [[nodiscard]] absl::Status Settle(Settled settled);
  [[nodiscard]] absl::Status TellWhenDue();
  [[nodiscard]] absl::Status Tell(v1::ReextractArticlesResponse response);
  void WaitForAll();

  // On the pool.
  [[nodiscard]] Settled ReadAgain(const std::string& article_id) const;
  void Write(const StoredArticle& stored, const v1::Article& article, bool alike, Settled& settled) const;

  const Pipeline& pipeline_;
  ArticleStore& store_;
  WorkerPool& pool_;
  const int most_at_once_;
  const v1::ReextractArticlesRequest& request_;
  const ReextractionReader& reader_;
  const bool only_outdated_;

  ArticleWalk walk_;
  std::vector<std::string> named_;  // those of the request, until they are handed out
  v1::ReextractProgress progress_;
  int64_t newest_commit_;
  int64_t told_done_ = 0;
  absl::Time told_at_;
  int running_ = 0;  // begun and not taken from settled_

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Settled> settled_;  // guarded by mutex_
};

}  // namespace sillok::ingest
