// Has a service read its stored pages again, and shows a person how it goes.
//
//   const ReextractReport report = Reextract(channel, {.validate_only = true}, std::cout, std::cerr);
//
// Takes up again what broke off; with `validate_only` only where nothing has come yet, because it would begin anew.
// For one thread.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "absl/time/time.h"
#include "grpcpp/grpcpp.h"
#include "sillok/v1/ingest_service.pb.h"

namespace sillok::ingest {

struct ReextractOptions {
  // Tell what would change, and change nothing.
  bool validate_only = false;
  // How long to go on trying while nothing gets through.
  absl::Duration patience = absl::Seconds(30);
};

struct ReextractReport {
  // Summed over what broke off and was taken up again; done, total, skipped and failed are those of the last attempt.
  v1::ReextractProgress progress;
  // Why it did not come to its end; empty when it did.
  std::string failure;
};

// `out` gets what could not be read and, with `validate_only`, every article that would change: a line with its counts, and
// a line a fact. `log` gets a line with the progress every ten seconds and at the end of each attempt.
[[nodiscard]] ReextractReport Reextract(const std::shared_ptr<grpc::Channel>& channel,
                                        const ReextractOptions& options, std::ostream& out,
                                        std::ostream& log);

// "12/40  changed 3  unchanged 8  skipped 1"; what is zero is left out.
[[nodiscard]] std::string Describe(const v1::ReextractProgress& progress);

// "articles/a  event +1 -0 ~2" and below it "  + event 한빛테크는 …", "  ~ event …" with what its fields were and are.
void Print(const v1::ArticleDifference& difference, std::ostream& out);

}  // namespace sillok::ingest
