// A view in a folder of its own, and its rows as text.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "query/view/keys.h"
#include "query/view/rows.h"
#include "query/view/view.h"

namespace sillok::query {

// A folder that goes with the test.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Opens it; the test ends when that fails. So many commits at once wait in memory, and so many bytes of them.
[[nodiscard]] std::unique_ptr<View> OpenView(const std::string& path, size_t commits_that_wait = 512,
                                             size_t waiting_bytes = size_t{256} << 20);

// Applies a commit as a live tail would, and publishes.
void ApplyAndPublish(View& view, const std::string& origin, const v1::Commit& commit);

// The rows that do not depend on origins and their order.
[[nodiscard]] MapRows::Map CanonicalRows(const ViewReader& reader);
// Rows in words.
[[nodiscard]] std::string DumpRows(const MapRows::Map& rows);

}  // namespace sillok::query
