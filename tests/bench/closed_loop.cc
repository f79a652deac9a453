#include "tests/bench/closed_loop.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "absl/time/clock.h"
#include "common/server/unary.h"

namespace sillok::bench {
namespace {

grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

bool Equal(const grpc::ByteBuffer& buffer, const std::string& expected) {
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return false;
  size_t at = 0;
  for (const grpc::Slice& slice : slices) {
    if (expected.compare(at, slice.size(), reinterpret_cast<const char*>(slice.begin()), slice.size()) != 0) {
      return false;
    }
    at += slice.size();
  }
  return at == expected.size();
}

std::string ToString(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

}  // namespace

struct ClosedLoop::Call {
  grpc::ClientContext context;
  grpc::ByteBuffer request;
  grpc::ByteBuffer reply;
};

// One run: counts until the end, then waits for what is still in flight.
class ClosedLoop::Session {
 public:
  Session(ClosedLoop& loop, absl::Time end) : loop_(loop), end_(end) {}

  void Start(int in_flight) {
    in_flight_ = in_flight;
    for (int i = 0; i < in_flight; ++i) Next();
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return in_flight_ == 0; });
  }

  [[nodiscard]] int64_t calls() const { return calls_; }
  [[nodiscard]] int64_t wrong() const { return wrong_; }

 private:
  void Next() {
    // A prime step visits the requests in an order that no cache likes.
    const size_t index = (next_.fetch_add(1) * 7919) % loop_.requests_.size();
    auto call = std::make_shared<Call>();
    call->request = ToBuffer(loop_.requests_[index]);
    loop_.stub_->UnaryCall(&call->context, loop_.method_, grpc::StubOptions(), &call->request, &call->reply,
                           [this, call, index](const grpc::Status& status) { Finish(*call, index, status); });
  }

  void Finish(const Call& call, size_t index, const grpc::Status& status) {
    if (absl::Now() < end_) {
      ++calls_;
      if (!status.ok() || !Equal(call.reply, loop_.replies_[index])) ++wrong_;
      Next();
      return;
    }
    const std::lock_guard lock(mutex_);
    if (--in_flight_ == 0) done_.notify_all();
  }

  ClosedLoop& loop_;
  const absl::Time end_;
  std::atomic<size_t> next_ = 0;
  std::atomic<int64_t> calls_ = 0;
  std::atomic<int64_t> wrong_ = 0;
  std::mutex mutex_;
  std::condition_variable done_;
  int in_flight_ = 0;
};

ClosedLoop::ClosedLoop(const std::string& address, std::string method, std::vector<std::string> requests)
    : method_(std::move(method)),
      requests_(std::move(requests)),
      channel_(grpc::CreateChannel(address, grpc::InsecureChannelCredentials())),
      stub_(std::make_unique<grpc::GenericStub>(channel_)) {}

absl::Status ClosedLoop::Prepare() {
  replies_.clear();
  for (const std::string& request : requests_) {
    Call call;
    call.request = ToBuffer(request);
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    grpc::Status result;
    stub_->UnaryCall(&call.context, method_, grpc::StubOptions(), &call.request, &call.reply,
                     [&](const grpc::Status& status) {
                       const std::lock_guard lock(mutex);
                       result = status;
                       done = true;
                       changed.notify_one();
                     });
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return done; });
    if (!result.ok()) return FromGrpc(result);
    replies_.push_back(ToString(call.reply));
  }
  return absl::OkStatus();
}

LoopResult ClosedLoop::Run(int in_flight, absl::Duration duration) {
  const absl::Time start = absl::Now();
  Session session(*this, start + duration);
  session.Start(in_flight);
  return {session.calls() / absl::ToDoubleSeconds(duration), session.wrong()};
}

}  // namespace sillok::bench
