// Everything a view answers, as one text: two views that have seen the same articles dump the same.
//
//   EXPECT_EQ(*WireDump(one.query_stub(), {}), *WireDump(other.query_stub(), {}));
//
// Walks every method and every page over the wire: articles, every entity that a name of theirs begins with, their
// timelines both ways, as pages and as a stream, events with all evidence, quotes, quantities, relations and
// who is named together. Leaves out GetStatus, scores and page tokens.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "sillok/v1/query_service.grpc.pb.h"

namespace sillok {

struct WireDumpOptions {
  // Items a page; small, so that pages are really walked.
  int page_size = 7;
  // The commits that must be included.
  google::protobuf::RepeatedPtrField<v1::CommitToken> min_commit;
};

// The first failure, or INTERNAL when a stream and its pages differ.
[[nodiscard]] absl::StatusOr<std::string> WireDump(v1::QueryService::Stub& stub,
                                                   const WireDumpOptions& options);

// Where two dumps part, with what stands around it in both; empty when they are the same.
[[nodiscard]] std::string FirstDifference(const std::string& one, const std::string& other);

}  // namespace sillok
