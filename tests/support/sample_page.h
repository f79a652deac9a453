// The pages of deploy/samples as requests.
//
//   for (const SamplePage& page : SamplePages()) pipeline.Read(page.raw);
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "sillok/v1/article.pb.h"

namespace sillok {

struct SamplePage {
  std::string file;    // "05_matching_day.txt"
  v1::RawArticle raw;  // with the manifest's hints; article_id is the file's name up to its dot
};

// So that a failing test names the page.
inline void PrintTo(const SamplePage& page, std::ostream* out) { *out << page.file; }

// In the order of their file names. Text and HTML that is UTF-8 goes in as `text` and `html`, anything else as `raw`.
// Ends the program when the folder cannot be read.
[[nodiscard]] std::vector<SamplePage> SamplePages();

}  // namespace sillok
