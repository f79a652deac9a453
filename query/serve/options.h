// What sillok-query is told on its command line.
//
//   absl::StatusOr<Options> options = ParseOptions({"--data_dir=/var/lib/sillok", "--follow=10.0.0.1:50051"});
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace sillok::query {

struct Options {
  // HOST:PORT to answer on.
  std::string listen = "127.0.0.1:50052";
  // The folder of the view; made when absent. Required. What it holds can be made again from ingest.
  std::string data_dir;
  // The ingest stores to follow, HOST:PORT each, at least one.
  std::vector<std::string> follow = {"127.0.0.1:50051"};
  // Threads that answer; 0 takes one a core, at least 4.
  int workers = 0;
  // Calls that may wait for a thread; one more is refused with RESOURCE_EXHAUSTED.
  int queue = 1024;
  // Uncompressed blocks of the view kept in memory, MiB.
  int cache_mib = 256;
  // Print the usage and end.
  bool help = false;
};

// `arguments` without the program's name: `--name=value` or `--name value`; `--follow` may be repeated and takes
// lists with commas. INVALID_ARGUMENT says which argument is wrong and what would be right.
[[nodiscard]] absl::StatusOr<Options> ParseOptions(const std::vector<std::string>& arguments);

// What --help prints.
[[nodiscard]] std::string_view Usage();

}  // namespace sillok::query
