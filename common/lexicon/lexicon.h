// Rows that a Korean speaker can review without C++: TSV files built into the program.
//
//   ForEachRow("surnames", [&](const LexiconRow& row) { Use(row[0], row.Number(1)); });  // ingest/lexicon/surnames.tsv
//
// A file has a header row, then a row a line, columns separated by tabs; lines that begin with '#' are
// comments and say where the rows come from. `sillok_lexicon_rows(TARGET files…)` in CMake builds files in.
//
// Tables live as long as the program and are safe from any thread. A missing table ends the program at once:
// it is a mistake in the build, not in the data.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace sillok {

// One row; a column that the line does not have is empty.
class LexiconRow {
 public:
  explicit LexiconRow(std::vector<std::string_view> columns) : columns_(std::move(columns)) {}
  [[nodiscard]] std::string_view operator[](size_t column) const {
    return column < columns_.size() ? columns_[column] : std::string_view();
  }
  // The whole number that begins a column; 0 where none does.
  [[nodiscard]] int Number(size_t column) const;

 private:
  std::vector<std::string_view> columns_;
};

// A file, split into rows.
class LexiconTable {
 public:
  // `text` must outlive the table.
  explicit LexiconTable(std::string_view text);
  // The column names.
  [[nodiscard]] const LexiconRow& header() const { return header_; }
  // Without header and comments, in the order of the file.
  [[nodiscard]] const std::vector<LexiconRow>& rows() const { return rows_; }

 private:
  LexiconRow header_;
  std::vector<LexiconRow> rows_;
};

// A file that is built in.
struct EmbeddedFile {
  std::string_view name;  // without folder and .tsv
  std::string_view text;
};

// The built-in file of this name, split anew at each call: keep the result.
[[nodiscard]] LexiconTable FindLexicon(std::string_view name);

// Calls use(row) for every row of the built-in file of this name.
template <typename Use>
void ForEachRow(std::string_view name, Use use) {
  const LexiconTable table = FindLexicon(name);
  for (const LexiconRow& row : table.rows()) use(row);
}

// A hash over the names and texts of all built-in files: part of the extractor's fingerprint.
[[nodiscard]] std::string LexiconFingerprint();
// The same over the files of these names only, whatever else the program holds.
[[nodiscard]] std::string LexiconFingerprint(std::initializer_list<std::string_view> names);

// Called by generated code before main; not for anybody else.
bool RegisterLexicon(EmbeddedFile file);

}  // namespace sillok
