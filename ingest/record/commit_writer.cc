#include "ingest/record/commit_writer.h"

#include <chrono>

#include "ingest/record/keyspace.h"
#include "rocksdb/write_batch.h"
#include "spdlog/spdlog.h"

namespace sillok::ingest {
namespace {

// So that one sync never waits for more than this to be written.
constexpr size_t kMostGroupBytes = 4 << 20;

size_t BytesOf(const ArticleWrite& write) {
  return write.commit.size() + (write.page ? write.page->size() : 0) +
         (write.facts ? write.facts->size() : 0);
}

size_t BytesOf(const CurationWrite& write) { return write.commit.size(); }

// The rows of a group of commits.
class CommitBatch {
 public:
  explicit CommitBatch(Store& store) : store_(store) {}

  void Add(const std::string& commit_key, const ArticleWrite& write) {
    if (write.replaces) Delete(kCommits, CommitKey(*write.replaces));
    Put(kCommits, commit_key, write.commit);
    Put(kArticles, write.article_id, commit_key);
    if (!write.keeps_page) PutOrDelete(kPages, write.article_id, write.page);
    PutOrDelete(kFacts, write.article_id, write.facts);
  }

  void Add(const std::string& commit_key, const CurationWrite& write) {
    Put(kCommits, commit_key, write.commit);
    Put(kCurations, write.id, commit_key);
    Put(kCurationTimes, write.time_key, commit_key);
    if (write.undoes) Put(kUndone, *write.undoes, commit_key);
  }

  rocksdb::Status Write() {
    rocksdb::WriteOptions synced;
    synced.sync = true;
    return status_.ok() ? store_.db().Write(synced, &batch_) : status_;
  }

 private:
  void Put(const char* family, const std::string& key, const std::string& value) {
    if (status_.ok()) status_ = batch_.Put(store_.family(family), key, value);
  }
  void Delete(const char* family, const std::string& key) {
    if (status_.ok()) status_ = batch_.Delete(store_.family(family), key);
  }
  void PutOrDelete(const char* family, const std::string& key, const std::optional<std::string>& value) {
    if (value) {
      Put(family, key, *value);
    } else {
      Delete(family, key);
    }
  }

  Store& store_;
  rocksdb::WriteBatch batch_;
  rocksdb::Status status_;
};

}  // namespace

absl::StatusOr<int64_t> CommitWriter::Write(const CommitWrite& write) {
  Waiter self{.write = write};
  std::unique_lock lock(mutex_);
  queue_.push_back(&self);
  self.changed.wait(lock, [&] { return self.done || queue_.front() == &self; });
  if (!self.done) {
    const std::vector<Waiter*> group = TakeGroup();
    absl::Status status = failed_;
    if (status.ok()) {
      // The group stays at the front of the queue, so that nobody else writes meanwhile.
      lock.unlock();
      status = WriteGroup(group);
      lock.lock();
      if (status.ok()) {
        head_ = group.back()->id;
        head_changed_.notify_all();
      } else {
        spdlog::critical("the store failed; restart to go on: {}", status.ToString());
        failed_ = absl::UnavailableError("the store failed and waits for a restart: " +
                                         static_cast<std::string>(status.message()));
        status = failed_;
      }
    }
    for (Waiter* waiter : group) {
      queue_.pop_front();
      waiter->status = status;
      waiter->done = true;
      waiter->changed.notify_one();
    }
    if (!queue_.empty()) queue_.front()->changed.notify_one();
  }
  if (!self.status.ok()) return self.status;
  return self.id;
}

// Called with the lock held by the writer at the front.
std::vector<CommitWriter::Waiter*> CommitWriter::TakeGroup() {
  std::vector<Waiter*> group;
  size_t bytes = 0;
  for (Waiter* waiter : queue_) {
    bytes += std::visit([](const auto& write) { return BytesOf(write); }, waiter->write);
    if (!group.empty() && bytes > kMostGroupBytes) break;
    waiter->id = head_ + 1 + static_cast<int64_t>(group.size());
    group.push_back(waiter);
  }
  return group;
}

absl::Status CommitWriter::WriteGroup(const std::vector<Waiter*>& group) {
  CommitBatch batch(store_);
  for (const Waiter* waiter : group) {
    const std::string key = CommitKey(waiter->id);
    std::visit([&](const auto& write) { batch.Add(key, write); }, waiter->write);
  }
  return FromRocks(batch.Write(), "writing commits");
}

int64_t CommitWriter::head() const {
  const std::lock_guard lock(mutex_);
  return head_;
}

int64_t CommitWriter::WaitForHeadAfter(int64_t id, absl::Time deadline) const {
  std::unique_lock lock(mutex_);
  head_changed_.wait_until(lock, absl::ToChronoTime(deadline), [&] { return head_ > id; });
  return head_;
}

}  // namespace sillok::ingest
