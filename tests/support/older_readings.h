// A store as an older extractor has left it: what one program cannot be twice.
//
//   ASSERT_TRUE(PutOlderReadings(pair.ingest_folder(), pages).ok());   // while no process has the folder
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "sillok/v1/article.pb.h"

namespace sillok {

inline constexpr char kOlderExtractor[] = "sillok-0.0.1+of-a-test";

// The pages, as if an extractor that finds nothing but the title had read them. One without a fetch time is stamped.
[[nodiscard]] absl::Status PutOlderReadings(const std::string& data_dir,
                                            const std::vector<v1::RawArticle>& pages);

}  // namespace sillok
