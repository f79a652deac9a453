#include "query/link/career.h"

#include <set>
#include <string>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace sillok::query {
namespace {

using Fields = TextMap<std::string>;

const Fields& Careers() {
  static const Fields& fields = *[] {
    auto* rows = new Fields();
    ForEachRow("careers", [&](const LexiconRow& row) { rows->emplace(NormalizeName(row[0]), row[1]); });
    return rows;
  }();
  return fields;
}

// The longest row that the text ends with.
Fields::const_iterator RowOf(std::string_view text) {
  const std::string normalised = NormalizeName(text);
  const std::string_view rest = normalised;
  for (size_t at = 0; at < rest.size(); at += DecodeRune(rest, at).length) {
    if (const auto row = Careers().find(rest.substr(at)); row != Careers().end()) return row;
  }
  return Careers().end();
}

}  // namespace

std::string_view FieldOfTitle(std::string_view title) {
  const auto row = RowOf(title);
  return row == Careers().end() ? std::string_view() : std::string_view(row->second);
}

bool EndsWithTitle(std::string_view text) { return RowOf(text) != Careers().end(); }

bool FieldsConflict(std::string_view a, std::string_view b) {
  static const auto& conflicts = *[] {
    auto* rows = new std::set<std::pair<std::string, std::string>>();
    ForEachRow("career_conflicts", [&](const LexiconRow& row) {
      rows->emplace(row[0], row[1]);
      rows->emplace(row[1], row[0]);
    });
    return rows;
  }();
  return !a.empty() && !b.empty() && conflicts.contains({std::string(a), std::string(b)});
}

}  // namespace sillok::query
