// The view, readably: every row, family by family, in the order of the keys.
//
//   SILLOK_RETURN_IF_ERROR(DumpView(dir, std::cout));
//
//   timeline 2 '오픈ai' 2024-03-18 2024-03-18 '07f3…'
//     {"name":"19a2…", …}
//
// A store of another schema is FAILED_PRECONDITION. The store may be in use: it is opened read-only, as it was then.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "query/view/keys.h"

namespace sillok::query {

// One row in words; ends with a line end.
[[nodiscard]] std::string DescribeRow(Family family, std::string_view key, std::string_view value);

[[nodiscard]] absl::Status DumpView(const std::string& path, std::ostream& out);

// True for rows that are the same whatever the origins and the order of their commits: all but articles, origins, meta.
[[nodiscard]] bool IsCanonical(Family family);

}  // namespace sillok::query
