// sillok-ingest-dump: prints every record of an ingest store.
#include <iostream>
#include <string>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "ingest/record/dump.h"

ABSL_FLAG(std::string, data_dir, "",
          "The folder of the store; it is only read, and its owner may be running.");

namespace {

struct Options {
  // The folder of the store.
  std::string data_dir;
};

}  // namespace

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage(
      "prints every record of an ingest store as a line of JSON.\n\n  sillok-ingest-dump --data_dir=DIR");
  absl::ParseCommandLine(argc, argv);
  const Options options = {.data_dir = absl::GetFlag(FLAGS_data_dir)};
  if (options.data_dir.empty()) {
    std::cerr << "sillok-ingest-dump: --data_dir is needed\n";
    return 2;
  }
  const absl::Status status = sillok::ingest::DumpStore(options.data_dir, std::cout);
  if (!status.ok()) {
    std::cerr << "sillok-ingest-dump: " << status.message() << "\n";
    return 1;
  }
  return 0;
}
