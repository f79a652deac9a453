// Every record of an ingest store as a line a person and a program can read:
//
//   {"family":"commits","key":"12","value":{"articleId":"a","revisionTime":"2024-03-18T00:00:00Z",…}}
//
// Families by name, keys in the order of the store. Binary values are base64, as in every JSON form of protobuf.
#pragma once

#include <ostream>
#include <string>

#include "absl/status/status.h"

namespace sillok::ingest {

// Reads beside a running owner of the store. NOT_FOUND when there is no store; DATA_LOSS at a record it cannot read.
[[nodiscard]] absl::Status DumpStore(const std::string& data_dir, std::ostream& out);

}  // namespace sillok::ingest
