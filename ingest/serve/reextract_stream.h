// One ReextractArticles call on the wire: each message waits until the one before it is written.
//
//   auto* stream = new ReextractStream(stopping);
//   pool.Submit([=] { stream->End(ingestor.Reextract(*request, …, stream->reader())); });
//
// Made with new; deletes itself when the call is done, after End. `stopping` must outlive the call.
#pragma once

#include <atomic>
#include <semaphore>

#include "absl/status/status.h"
#include "grpcpp/grpcpp.h"
#include "ingest/serve/reextraction.h"
#include "sillok/v1/ingest_service.pb.h"

namespace sillok::ingest {

class ReextractStream final : public grpc::ServerWriteReactor<v1::ReextractArticlesResponse> {
 public:
  explicit ReextractStream(const std::atomic<bool>& stopping) : stopping_(stopping) {}

  // For the one thread that runs the call, until End. `stopping` ends it with UNAVAILABLE.
  [[nodiscard]] ReextractionReader reader();
  // The call's last step.
  void End(const absl::Status& status);

  void OnWriteDone(bool ok) override;
  void OnCancel() override { gone_ = true; }
  void OnDone() override { delete this; }

 private:
  ~ReextractStream() override = default;

  [[nodiscard]] absl::Status Check() const;
  [[nodiscard]] absl::Status Send(const v1::ReextractArticlesResponse& response);

  const std::atomic<bool>& stopping_;
  std::binary_semaphore written_{0};
  std::atomic<bool> gone_ = false;
};

}  // namespace sillok::ingest
