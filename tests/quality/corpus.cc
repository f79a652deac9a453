#include "tests/quality/corpus.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "google/protobuf/util/json_util.h"

namespace sillok {
namespace {

[[noreturn]] void Die(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

std::ifstream OpenOrDie(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) Die("cannot read " + path);
  return file;
}

}  // namespace

std::optional<Corpus> ReadCorpus() {
  const char* folder = std::getenv("SILLOK_CORPUS");
  if (folder == nullptr) return std::nullopt;
  Corpus corpus;
  std::ifstream lines = OpenOrDie(std::string(folder) + "/seeds_gold.jsonl");
  for (std::string line; std::getline(lines, line);) {
    CorpusPage page;
    if (!google::protobuf::util::JsonStringToMessage(line, &page.gold).ok()) Die("no JSON: " + line);
    page.file = String(page.gold, "file");
    std::ostringstream text;
    text << OpenOrDie(std::string(folder) + "/seeds/" + page.file).rdbuf();
    page.text = text.str();
    corpus.push_back(std::move(page));
  }
  return corpus;
}

std::vector<std::string> Strings(const google::protobuf::Struct& gold, const std::string& field) {
  std::vector<std::string> strings;
  const auto found = gold.fields().find(field);
  if (found == gold.fields().end()) return strings;
  for (const auto& value : found->second.list_value().values()) strings.push_back(value.string_value());
  return strings;
}

std::string String(const google::protobuf::Struct& gold, const std::string& field) {
  const auto found = gold.fields().find(field);
  return found == gold.fields().end() ? "" : found->second.string_value();
}

}  // namespace sillok
