// The system of record: every article's current page, its facts, what people have decided, and the log of commits.
// KEYSPACE.md describes the keys.
//
//   absl::StatusOr<std::unique_ptr<ArticleStore>> store = ArticleStore::Open({.data_dir = dir});
//   absl::StatusOr<PutOutcome> put = (*store)->Put(page, facts);   // durable when it returns
//
// An article is written whole or not at all, also when the process is killed at any moment. Safe from any thread; calls
// for different articles run at the same time and share syncs.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/store/store.h"
#include "ingest/record/article_walk.h"
#include "ingest/record/commit_stretch.h"
#include "ingest/record/commit_writer.h"
#include "ingest/record/curation_log.h"
#include "ingest/record/revision.h"
#include "sillok/storage/v1/record.pb.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

struct ArticleStoreOptions {
  // The folder; made when absent.
  std::string data_dir = {};
  // True gives the store a new incarnation id: needed once after it was restored from a backup, so that views drop what the
  // lost incarnation told them.
  bool renew_origin = false;
};

struct PutOutcome {
  Disposition disposition = Disposition::kCreated;
  // The commit that holds the article's current state.
  int64_t commit_id = 0;
};

// A present article as it is stored.
struct StoredArticle {
  // The commit that holds it.
  int64_t commit_id = 0;
  storage::v1::StoredPage page = {};
  v1::Article facts = {};
};

class ArticleStore {
 public:
  // FAILED_PRECONDITION when the folder is unusable, another process has it, or its schema is not ours.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<ArticleStore>> Open(const ArticleStoreOptions& options);

  // The incarnation, 16 lowercase hex digits.
  [[nodiscard]] const std::string& origin() const { return origin_; }

  // What Put will answer when nothing has to be read for it (SUPERSEDED, or UNCHANGED at no later time); absent
  // when the page must be read and put. `page` has its `article_id` and `fetch_time`.
  [[nodiscard]] absl::StatusOr<std::optional<PutOutcome>> FindSettled(const v1::RawArticle& page) const;

  // Makes the page and what was read from it the article's current state, unless a greater one is there. `stamped`: the page's
  // fetch time is that of its receipt.
  [[nodiscard]] absl::StatusOr<PutOutcome> Put(const v1::RawArticle& page, bool stamped,
                                               const v1::Article& facts);

  // Removes page and facts and leaves a tombstone; answers its commit. NOT_FOUND when there is no such article and
  // `allow_missing` is false; FAILED_PRECONDITION when the current revision is later than `time`.
  [[nodiscard]] absl::StatusOr<int64_t> Delete(const std::string& article_id, absl::Time time,
                                               bool allow_missing);

  // The article; absent when there is none or it is deleted.
  [[nodiscard]] absl::StatusOr<std::optional<StoredArticle>> Read(const std::string& article_id) const;
  // True when the article is there and not deleted.
  [[nodiscard]] absl::StatusOr<bool> Has(const std::string& article_id) const;

  // Makes `facts`, another reading of the page that commit `commit_id` holds, the article's facts: the same revision in a commit
  // of its own. Answers its id; nothing, and changes nothing, when the article's state has become another meanwhile.
  [[nodiscard]] absl::StatusOr<std::optional<int64_t>> Reread(const std::string& article_id,
                                                              int64_t commit_id, const v1::Article& facts);

  // The present articles by the order of their commits; ends with the store.
  [[nodiscard]] ArticleWalk WalkArticles() const { return ArticleWalk(*store_, head()); }

  // What people have decided; ends with the store.
  [[nodiscard]] CurationLog& curations() { return curations_; }

  // The newest durable commit id; 0 in an empty store.
  [[nodiscard]] int64_t head() const { return writer_.head(); }
  // Blocks until head() is greater than `id` or the deadline has come; answers head().
  [[nodiscard]] int64_t WaitForHeadAfter(int64_t id, absl::Time deadline) const {
    return writer_.WaitForHeadAfter(id, deadline);
  }
  // The commits after `from`. Must end before the store does.
  [[nodiscard]] CommitStretch ReadAfter(int64_t from) const { return CommitStretch(*store_, from); }

 private:
  struct Current {
    int64_t commit_id = 0;
    Revision revision;
  };

  ArticleStore(std::unique_ptr<Store> store, std::string origin, int64_t head)
      : store_(std::move(store)),
        origin_(std::move(origin)),
        writer_(*store_, head),
        curations_(*store_, writer_) {}

  // Under the article's lock.
  [[nodiscard]] absl::StatusOr<std::optional<Current>> Find(const std::string& article_id) const;
  // The value of a present article's row.
  [[nodiscard]] absl::Status Load(const char* family, const std::string& article_id,
                                  google::protobuf::MessageLite& value) const;
  [[nodiscard]] std::mutex& LockOf(const std::string& article_id) const;

  const std::unique_ptr<Store> store_;
  const std::string origin_;
  CommitWriter writer_;
  CurationLog curations_;
  // Held from reading an article's state until its successor is durable. Articles that share one merely wait.
  mutable std::array<std::mutex, 1024> locks_;
};

}  // namespace sillok::ingest
