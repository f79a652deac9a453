// Which pages a command line names, and reading one of them.
//
//   const FoundPages found = FindPages({"deploy/samples"});
//   absl::StatusOr<v1::RawArticle> page = ReadPage(found.pages[0]);
//
// Contents are read one by one, so that a folder may be larger than memory.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

struct PageSource {
  // What a person calls it: the file's path, or manifest:line.
  std::string label;
  // The file; empty when `page` carries the content.
  std::string path = {};
  // The hints of the manifest.
  v1::RawArticle page = {};
};

struct LoadFailure {
  std::string label;
  std::string reason;
};

struct FoundPages {
  // Each file once, folders in the order of their paths.
  std::vector<PageSource> pages;
  // Paths that cannot be read and rows that say nothing.
  std::vector<LoadFailure> failures;
};

// A folder gives its .txt, .html and .htm files, those below it too, and the rows of its manifests; a file is taken whatever
// its name, with the hints of the manifest beside it; a file named *.jsonl is itself a manifest.
[[nodiscard]] FoundPages FindPages(const std::vector<std::string>& paths);

// The page with its hints; a file's bytes go as `raw`, so that the service finds out encoding and form.
[[nodiscard]] absl::StatusOr<v1::RawArticle> ReadPage(const PageSource& source);

}  // namespace sillok::ingest
