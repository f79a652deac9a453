#include "ingest/serve/reextract_stream.h"

#include "common/server/unary.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "spdlog/spdlog.h"

namespace sillok::ingest {

ReextractionReader ReextractStream::reader() {
  return {.send = [this](const v1::ReextractArticlesResponse& response) { return Send(response); },
          .check = [this] { return Check(); }};
}

void ReextractStream::End(const absl::Status& status) {
  spdlog::info("call method=ReextractArticles code={}", absl::StatusCodeToString(status.code()));
  Finish(ToGrpc(status));
}

void ReextractStream::OnWriteDone(bool ok) {
  if (!ok) gone_ = true;
  written_.release();
}

absl::Status ReextractStream::Check() const {
  if (gone_) return absl::CancelledError("the caller has gone");
  if (stopping_) {
    return UnavailableFor(absl::Seconds(1), "the ingest process is stopping; call again to go on");
  }
  return absl::OkStatus();
}

absl::Status ReextractStream::Send(const v1::ReextractArticlesResponse& response) {
  SILLOK_RETURN_IF_ERROR(Check());
  StartWrite(&response);
  written_.acquire();
  return Check();
}

}  // namespace sillok::ingest
