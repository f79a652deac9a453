// The rows of a table of cases in tests/cases/clean.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace sillok::ingest {

// Every row as its columns, without comments and header.
inline std::vector<std::vector<std::string>> CaseRows(const std::string& file) {
  std::ifstream in(std::string(SILLOK_SOURCE_DIR) + "/tests/cases/clean/" + file);
  EXPECT_TRUE(in.good()) << file;
  std::vector<std::vector<std::string>> rows;
  std::string line;
  bool header = true;
  while (std::getline(in, line)) {
    if (line.empty() || line.starts_with("# ")) continue;
    if (std::exchange(header, false)) continue;
    std::vector<std::string> columns(1);
    for (const char byte : line) {
      if (byte == '\t') {
        columns.emplace_back();
      } else {
        columns.back().push_back(byte);
      }
    }
    columns.resize(8);
    rows.push_back(std::move(columns));
  }
  EXPECT_FALSE(rows.empty()) << file;
  return rows;
}

}  // namespace sillok::ingest
