#include "tests/unit/view/test_view.h"

#include <cstdlib>
#include <filesystem>

#include "gtest/gtest.h"
#include "query/view/dump.h"

namespace sillok::query {

TestFolder::TestFolder() {
  path_ = testing::TempDir() + "/sillok-view-XXXXXX";
  if (mkdtemp(path_.data()) == nullptr) std::abort();
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<View> OpenView(const std::string& path, size_t commits_that_wait, size_t waiting_bytes) {
  absl::StatusOr<std::unique_ptr<View>> view = View::Open({.path = path,
                                                           .block_cache_bytes = 8 << 20,
                                                           .commits_that_wait = commits_that_wait,
                                                           .waiting_bytes = waiting_bytes});
  EXPECT_TRUE(view.ok()) << view.status();
  if (!view.ok()) std::abort();
  return *std::move(view);
}

void ApplyAndPublish(View& view, const std::string& origin, const v1::Commit& commit) {
  const absl::Status applied = view.Apply(origin, commit, commit.id());
  EXPECT_TRUE(applied.ok()) << applied;
  const absl::Status published = view.Publish();
  EXPECT_TRUE(published.ok()) << published;
}

MapRows::Map CanonicalRows(const ViewReader& reader) {
  MapRows::Map canonical;
  for (const FamilyInfo& info : Families()) {
    if (!IsCanonical(info.family)) continue;
    PrefixCursor rows = reader.Rows(info.family);
    for (rows.SeekToFirst(); rows.Valid(); rows.Next()) {
      canonical[{info.family, std::string(rows.suffix())}] = std::string(rows.value());
    }
    EXPECT_TRUE(rows.status().ok()) << rows.status();
  }
  return canonical;
}

std::string DumpRows(const MapRows::Map& rows) {
  std::string dump;
  for (const auto& [row, value] : rows) dump += DescribeRow(row.first, row.second, value);
  return dump;
}

}  // namespace sillok::query
