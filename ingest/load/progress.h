// How far a load is, for a person: a bar that is drawn over itself on a terminal, a line now and then elsewhere.
//
//   Progress progress(std::cerr, isatty(STDERR_FILENO), 24);
//   progress.Show(report);   // [##########....................] 8/24  created 7  failed 1
//   progress.End(report);
//
// For one thread at a time.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "absl/time/time.h"
#include "ingest/load/loader.h"

namespace sillok::ingest {

// "created 7  unchanged 2  failed 1"; what is zero is left out.
[[nodiscard]] std::string Summarize(const LoadReport& report);

class Progress {
 public:
  Progress(std::ostream& out, bool terminal, int64_t total) : out_(out), terminal_(terminal), total_(total) {}

  // Draws at most ten times a second, or every ten seconds where there is no terminal.
  void Show(const LoadReport& report);
  // Draws the last state.
  void End(const LoadReport& report);

 private:
  void Draw(const LoadReport& report);

  std::ostream& out_;
  const bool terminal_;
  const int64_t total_;
  absl::Time drawn_ = absl::InfinitePast();
};

}  // namespace sillok::ingest
