#include "tests/support/sample_page.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "common/text/utf8.h"

namespace sillok {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void Fail(const std::string& what) {
  std::fprintf(stderr, "sample pages: %s\n", what.c_str());
  std::abort();
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) Fail("cannot read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Hints by file name: a JSON object a line, RawArticle's fields and "file".
std::map<std::string, v1::RawArticle> ReadManifest(const fs::path& path) {
  std::map<std::string, v1::RawArticle> hints;
  std::istringstream lines(ReadFile(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    google::protobuf::Struct row;
    v1::RawArticle raw;
    google::protobuf::util::JsonParseOptions lenient;
    lenient.ignore_unknown_fields = true;
    if (!google::protobuf::util::JsonStringToMessage(line, &row).ok() ||
        !google::protobuf::util::JsonStringToMessage(line, &raw, lenient).ok()) {
      Fail("not a manifest row: " + line);
    }
    hints[row.fields().at("file").string_value()] = raw;
  }
  return hints;
}

}  // namespace

std::vector<SamplePage> SamplePages() {
  const fs::path folder = fs::path(SILLOK_SOURCE_DIR) / "deploy" / "samples";
  std::map<std::string, v1::RawArticle> hints = ReadManifest(folder / "manifest.jsonl");
  std::vector<SamplePage> pages;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".txt" && extension != ".html") continue;
    SamplePage& page = pages.emplace_back();
    page.file = entry.path().filename().string();
    page.raw = hints[page.file];
    page.raw.set_article_id(entry.path().stem().string());
    std::string content = ReadFile(entry.path());
    if (!IsValidUtf8(content)) {
      page.raw.set_raw(std::move(content));
    } else if (extension == ".html") {
      page.raw.set_html(std::move(content));
    } else {
      page.raw.set_text(std::move(content));
    }
  }
  std::sort(pages.begin(), pages.end(),
            [](const SamplePage& a, const SamplePage& b) { return a.file < b.file; });
  if (pages.empty()) Fail("none in " + folder.string());
  return pages;
}

}  // namespace sillok
