#include "ingest/load/page_source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "ingest/load/manifest.h"

namespace sillok::ingest {
namespace {

namespace fs = std::filesystem;

constexpr char kManifestName[] = "manifest.jsonl";

bool IsPageName(const fs::path& path) {
  std::string extension = path.extension();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension == ".txt" || extension == ".html" || extension == ".htm";
}

class Finder {
 public:
  void Take(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      TakeFolder(path);
    } else if (path.extension() == ".jsonl") {
      TakeManifest(path);
    } else if (fs::is_regular_file(path, error)) {
      TakeFile(path);
    } else {
      Fail(path, "is no file and no folder that can be read");
    }
  }

  FoundPages Result() && { return std::move(found_); }

 private:
  struct Hints {
    // By file, normalised.
    std::map<fs::path, v1::RawArticle> files;
    std::vector<PageSource> pages;
  };

  void Fail(const std::string& label, const std::string& reason) {
    found_.failures.push_back({label, reason});
  }

  void TakeFolder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator file(folder, error), end; !error && file != end;
         file.increment(error)) {
      const fs::path& path = file->path();
      if (path.filename().string().starts_with(".")) {
        if (file->is_directory(error)) file.disable_recursion_pending();
      } else if (file->is_regular_file(error) && (IsPageName(path) || path.filename() == kManifestName)) {
        files.push_back(path);
      }
    }
    if (error) Fail(folder, "cannot be read: " + error.message());
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) Take(path);
  }

  void TakeManifest(const fs::path& path) {
    const Hints& hints = HintsOf(path);
    for (const PageSource& page : hints.pages) {
      if (taken_.insert(page.label).second) found_.pages.push_back(page);
    }
    for (const auto& [file, page] : hints.files) {
      if (taken_.insert(file).second) found_.pages.push_back({.label = file, .path = file, .page = page});
    }
  }

  void TakeFile(const fs::path& path) {
    if (!taken_.insert(path.lexically_normal()).second) return;
    PageSource source = {.label = path, .path = path};
    const fs::path manifest = path.parent_path() / kManifestName;
    std::error_code error;
    if (fs::exists(manifest, error)) {
      const Hints& hints = HintsOf(manifest);
      const auto found = hints.files.find(path.lexically_normal());
      if (found != hints.files.end()) source.page = found->second;
    }
    found_.pages.push_back(std::move(source));
  }

  // Reads a manifest once; its bad rows become failures then.
  const Hints& HintsOf(const fs::path& manifest) {
    const auto [entry, added] = manifests_.try_emplace(manifest.lexically_normal());
    if (!added) return entry->second;
    Hints& hints = entry->second;
    std::ifstream in(manifest);
    if (!in) Fail(manifest, "cannot be read");
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      const std::string label = manifest.string() + ":" + std::to_string(number);
      absl::StatusOr<ManifestRow> row = ParseManifestRow(line);
      if (!row.ok()) {
        Fail(label, std::string{row.status().message()});
      } else if (row->file.empty()) {
        hints.pages.push_back({.label = label, .page = std::move(row->page)});
      } else {
        const fs::path file = (manifest.parent_path() / row->file).lexically_normal();
        if (!hints.files.emplace(file, std::move(row->page)).second) {
          Fail(label, "names a file a second time");
        }
      }
    }
    return hints;
  }

  FoundPages found_;
  std::set<fs::path> taken_;
  std::map<fs::path, Hints> manifests_;
};

}  // namespace

FoundPages FindPages(const std::vector<std::string>& paths) {
  Finder finder;
  for (const std::string& path : paths) finder.Take(path);
  return std::move(finder).Result();
}

absl::StatusOr<v1::RawArticle> ReadPage(const PageSource& source) {
  v1::RawArticle page = source.page;
  if (source.path.empty()) return page;
  std::ifstream in(source.path, std::ios::binary);
  std::ostringstream bytes;
  if (!in || fs::is_directory(source.path) ||
      (in.peek() != std::ifstream::traits_type::eof() && !(bytes << in.rdbuf()))) {
    return absl::NotFoundError("cannot be read");
  }
  page.set_raw(std::move(bytes).str());
  return page;
}

}  // namespace sillok::ingest
