// Table cases of tests/cases, read at run time.
//
//   ForEachCase("parse/sentences.tsv", [](const LexiconRow& row) { EXPECT_EQ(Joined(row[0]), row[1]); });
//
// Each row runs under a trace that names its file and shows its first column.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <sstream>
#include <string>

#include "common/lexicon/lexicon.h"

namespace sillok {

// Reads tests/cases/`name`, a TSV in the lexicons' form, and calls `check` with every row. Fails when there
// is no row.
inline void ForEachCase(const std::string& name, const std::function<void(const LexiconRow&)>& check) {
  const std::string path = std::string(SILLOK_SOURCE_DIR) + "/tests/cases/" + name;
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << "cannot read " << path;
  std::ostringstream text;
  text << file.rdbuf();
  const std::string held = text.str();
  const LexiconTable table(held);
  ASSERT_FALSE(table.rows().empty()) << path << " has no rows";
  for (const LexiconRow& row : table.rows()) {
    SCOPED_TRACE(name + ": " + std::string(row[0]));
    check(row);
  }
}

}  // namespace sillok
