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

}  // namespace

absl::StatusOr<int64_t> CommitWriter::Write(const ArticleWrite& write) {
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
    bytes += BytesOf(waiter->write);
    if (!group.empty() && bytes > kMostGroupBytes) break;
    waiter->id = head_ + 1 + static_cast<int64_t>(group.size());
    group.push_back(waiter);
  }
  return group;
}

absl::Status CommitWriter::WriteGroup(const std::vector<Waiter*>& group) {
  rocksdb::WriteBatch batch;
  rocksdb::Status status;
  const auto note = [&status](const rocksdb::Status& step) {
    if (status.ok()) status = step;
  };
  for (const Waiter* waiter : group) {
    const ArticleWrite& write = waiter->write;
    const std::string key = CommitKey(waiter->id);
    if (write.replaces) note(batch.Delete(store_.family(kCommits), CommitKey(*write.replaces)));
    note(batch.Put(store_.family(kCommits), key, write.commit));
    note(batch.Put(store_.family(kArticles), write.article_id, key));
    note(write.page ? batch.Put(store_.family(kPages), write.article_id, *write.page)
                    : batch.Delete(store_.family(kPages), write.article_id));
    note(write.facts ? batch.Put(store_.family(kFacts), write.article_id, *write.facts)
                     : batch.Delete(store_.family(kFacts), write.article_id));
  }
  rocksdb::WriteOptions synced;
  synced.sync = true;
  if (status.ok()) status = store_.db().Write(synced, &batch);
  return FromRocks(status, "writing commits");
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
