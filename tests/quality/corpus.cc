#include "tests/quality/corpus.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <utility>

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
    absl::StatusOr<GoldPage> gold = ParseGold(line);
    if (!gold.ok()) Die(gold.status().ToString());
    std::ostringstream text;
    text << OpenOrDie(std::string(folder) + "/seeds/" + gold->file).rdbuf();
    corpus.push_back({.text = text.str(), .gold = *std::move(gold)});
  }
  return corpus;
}

}  // namespace sillok
