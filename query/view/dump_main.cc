// sillok-query-dump --data_dir=DIR: prints every row of the view.
#include <iostream>
#include <string_view>

#include "query/view/dump.h"

int main(int argc, char** argv) {
  constexpr std::string_view kFlag = "--data_dir=";
  if (argc != 2 || !std::string_view(argv[1]).starts_with(kFlag)) {
    std::cerr << "usage: sillok-query-dump --data_dir=DIR\n";
    return 2;
  }
  const absl::Status status = sillok::query::DumpView(argv[1] + kFlag.size(), std::cout);
  if (status.ok()) return 0;
  std::cerr << status << "\n";
  return 1;
}
