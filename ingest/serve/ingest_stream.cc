#include "ingest/serve/ingest_stream.h"

#include <memory>
#include <utility>

#include "common/status/errors.h"
#include "spdlog/spdlog.h"

namespace sillok::ingest {
namespace {

v1::IngestArticlesResponse MakeAnswer(int64_t sequence, const absl::Status& status) {
  v1::IngestArticlesResponse response;
  response.set_sequence(sequence);
  if (!response.mutable_status()->ParseFromString(SerializeRpcStatus(status))) {
    response.mutable_status()->set_code(static_cast<int32_t>(absl::StatusCode::kInternal));
  }
  return response;
}

v1::IngestArticlesResponse IngestItem(const Ingestor& ingestor, const v1::IngestArticlesRequest& item) {
  const absl::Time begin = absl::Now();
  v1::IngestArticleResponse result;
  const absl::Status status = ingestor.Ingest(item, begin, result);
  v1::IngestArticlesResponse response = MakeAnswer(item.sequence(), status);
  if (status.ok()) response.mutable_result()->Swap(&result);
  spdlog::log(status.ok() ? spdlog::level::debug : spdlog::level::info,
              "item method=IngestArticles sequence={} code={} micros={}", item.sequence(),
              absl::StatusCodeToString(status.code()), absl::ToInt64Microseconds(absl::Now() - begin));
  return response;
}

}  // namespace

IngestStream::IngestStream(const Ingestor& ingestor, WorkerPool& pool, int limit)
    : ingestor_(ingestor), pool_(pool), limit_(limit) {
  reading_ = true;
  StartRead(&request_);
}

void IngestStream::OnReadDone(bool ok) {
  if (!ok) {
    Actions actions;
    {
      const std::lock_guard lock(mutex_);
      reading_ = false;
      reads_done_ = true;
      actions = Decide();
    }
    return Perform(actions);
  }
  // Shared only because std::function must be copyable.
  auto item = std::make_shared<v1::IngestArticlesRequest>();
  item->Swap(&request_);
  Actions actions;
  {
    const std::lock_guard lock(mutex_);
    reading_ = false;
    ++in_flight_;
    actions = Decide();
  }
  Perform(actions);
  const int64_t sequence = item->sequence();
  const bool accepted =
      pool_.Submit([this, item = std::move(item)] { Answer(IngestItem(ingestor_, *item)); });
  if (!accepted) {
    Answer(MakeAnswer(sequence,
                      ExhaustedFor(absl::Milliseconds(100), "too many pages are being read; send it again")));
  }
}

void IngestStream::Answer(v1::IngestArticlesResponse response) {
  Actions actions;
  {
    const std::lock_guard lock(mutex_);
    if (broken_) {
      --in_flight_;
    } else {
      answers_.push_back(std::move(response));
    }
    actions = Decide();
  }
  Perform(actions);
}

void IngestStream::OnWriteDone(bool ok) {
  Actions actions;
  {
    const std::lock_guard lock(mutex_);
    writing_ = false;
    answers_.pop_front();
    --in_flight_;
    if (!ok) broken_ = true;
    actions = Decide();
  }
  Perform(actions);
}

void IngestStream::OnCancel() {
  Actions actions;
  {
    const std::lock_guard lock(mutex_);
    broken_ = true;
    actions = Decide();
  }
  Perform(actions);
}

// Called with the lock held. The object lives on until Finish, which needs that no page is in flight and no read is
// out; so whoever gets an action may perform it after the lock.
IngestStream::Actions IngestStream::Decide() {
  Actions actions;
  if (broken_ && !writing_) {
    in_flight_ -= static_cast<int>(answers_.size());
    answers_.clear();
  }
  if (!answers_.empty() && !writing_) {
    writing_ = true;
    actions.write = &answers_.front();
  }
  if (!reading_ && !reads_done_ && in_flight_ < limit_) {
    reading_ = true;
    actions.read = true;
  }
  if (reads_done_ && in_flight_ == 0 && !finished_) {
    finished_ = true;
    actions.finish = true;
  }
  return actions;
}

void IngestStream::Perform(const Actions& actions) {
  if (actions.read) StartRead(&request_);
  if (actions.write != nullptr) StartWrite(actions.write);
  if (actions.finish) Finish(grpc::Status::OK);
}

}  // namespace sillok::ingest
