#include "common/lexicon/lexicon.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

#include "common/text/hash.h"

namespace sillok {
namespace {

// Filled before main by the registrations of generated code, read only afterwards.
std::map<std::string_view, std::string_view>& Files() {
  static auto& files = *new std::map<std::string_view, std::string_view>();
  return files;
}

LexiconRow SplitRow(std::string_view line) {
  std::vector<std::string_view> columns;
  while (true) {
    const size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return LexiconRow(std::move(columns));
    line.remove_prefix(tab + 1);
  }
}

std::string_view TextOf(std::string_view name) {
  const auto found = Files().find(name);
  if (found == Files().end()) {
    std::fprintf(stderr, "no lexicon named '%.*s' is built in\n", static_cast<int>(name.size()), name.data());
    std::abort();
  }
  return found->second;
}

}  // namespace

int LexiconRow::Number(size_t column) const { return std::atoi(std::string((*this)[column]).c_str()); }

LexiconTable::LexiconTable(std::string_view text) : header_({}) {
  bool header_seen = false;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    if (!header_seen) {
      header_ = SplitRow(line);
      header_seen = true;
    } else {
      rows_.push_back(SplitRow(line));
    }
  }
}

LexiconTable FindLexicon(std::string_view name) { return LexiconTable(TextOf(name)); }

std::string LexiconFingerprint() {
  std::string all;
  for (const auto& [name, text] : Files()) all += HashId({name, text});
  return HashId({all});
}

std::string LexiconFingerprint(std::initializer_list<std::string_view> names) {
  std::string all;
  for (const std::string_view name : names) all += HashId({name, TextOf(name)});
  return HashId({all});
}

bool RegisterLexicon(EmbeddedFile file) { return Files().emplace(file.name, file.text).second; }

}  // namespace sillok
