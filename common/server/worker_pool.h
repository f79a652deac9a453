// A bounded pool of threads for work that may block: disk, waiting for a commit.
//
//   WorkerPool pool({.threads = 4, .queue = 256});
//   if (!pool.Submit([=] { … })) return ExhaustedFor(…);
//
// Submit is safe from any thread. The destructor runs what was accepted and joins.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sillok {

struct WorkerPoolOptions {
  int threads = 4;
  // Tasks that may wait; one more is refused.
  size_t queue = 1024;
};

class WorkerPool {
 public:
  explicit WorkerPool(const WorkerPoolOptions& options);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False when the queue is full; the task is not kept then.
  [[nodiscard]] bool Submit(std::function<void()> task);

 private:
  void Run();

  const size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sillok
