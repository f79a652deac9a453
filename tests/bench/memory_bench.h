// What reading pages takes of memory: what all readers share, and what one more reader at the same time costs.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace sillok::bench {

// Resident memory in MB (2^20 bytes).
struct ReadingMemory {
  double shared = 0;  // of the process's own, once the pages have been read: the model, lexicons and patterns
  double dictionary = 0;  // of files: the parts of the dictionary and the program that were looked at
  double reader = 0;      // for each thread that reads beside others
  int readers = 0;        // threads at once, of which that is the mean
};

// To be called before anything else has read a page: memory is counted from what the process has now. `pages` are raw.
[[nodiscard]] absl::StatusOr<ReadingMemory> BenchMemory(const std::vector<std::string>& pages,
                                                        const std::string& mecab_dictionary);

}  // namespace sillok::bench
