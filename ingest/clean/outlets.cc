#include "ingest/clean/outlets.h"

#include <algorithm>
#include <map>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/text/normalize.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

struct Outlets {
  std::map<std::string, std::string, std::less<>> by_name;  // NormalizeName'd → name
  std::map<std::string, std::string, std::less<>> by_host;
  std::map<std::string, std::string, std::less<>> portals;  // NormalizeName'd → name
};

// Calls `take` with every part between commas.
template <typename Take>
void Split(std::string_view list, Take take) {
  while (!list.empty()) {
    const size_t comma = list.find(',');
    take(list.substr(0, comma));
    list.remove_prefix(comma == list.npos ? list.size() : comma + 1);
  }
}

// A broadcaster's news programme is the broadcaster ("KBS 뉴스").
void AddProgrammes(const LexiconRow& row, Outlets& outlets) {
  const std::string name(row[0]);
  const auto add = [&](std::string_view called) {
    for (const char* const news : {"뉴스", "news"}) {
      outlets.by_name.emplace(NormalizeName(std::string(called) + news), name);
    }
  };
  add(name);
  Split(row[3], add);
}

const Outlets& AllOutlets() {
  static const auto* const all = [] {
    auto* const outlets = new Outlets;
    const LexiconTable table = FindLexicon("outlets");
    for (const LexiconRow& row : table.rows()) {
      const std::string name(row[0]);
      auto& names = row[2] == "portal" ? outlets->portals : outlets->by_name;
      names.emplace(NormalizeName(name), name);
      Split(row[3], [&](std::string_view alias) { names.emplace(NormalizeName(alias), name); });
      if (row[2] == "portal") continue;
      if (row[2] == "broadcaster") AddProgrammes(row, *outlets);
      Split(row[1], [&](std::string_view host) { outlets->by_host.emplace(std::string(host), name); });
    }
    return outlets;
  }();
  return *all;
}

}  // namespace

std::string OutletNamed(std::string_view name) {
  if (name.empty() || name.size() > 100) return "";
  const auto found = AllOutlets().by_name.find(NormalizeName(name));
  return found == AllOutlets().by_name.end() ? "" : found->second;
}

bool IsPortal(std::string_view name) {
  return name.size() <= 100 && AllOutlets().portals.contains(NormalizeName(name));
}

bool SoundsLikeOutlet(std::string_view name) {
  static const auto* const endings = [] {
    auto* const all = new std::vector<std::string>;
    const LexiconTable table = FindLexicon("byline_words");
    for (const LexiconRow& row : table.rows()) {
      if (row[0] == "outlet_ending") all->emplace_back(row[1]);
    }
    return all;
  }();
  const std::string lower = NormalizeName(name.substr(0, 100));
  return !IsPortal(name) && std::any_of(endings->begin(), endings->end(), [&](const std::string& ending) {
    return lower.size() > ending.size() && lower.ends_with(ending);
  });
}

std::string CopyrightHolder(std::string_view line) {
  static const RE2 pattern(
      R"((?i)(?:[ⓒ©]|\(c\)|copyrights?|저작권자)[\sⓒ©:(c)]*(?:19|20)?(?:\d\d)?[\s.,:-]*(?:by\s+)?)"
      R"(([가-힣A-Za-z][가-힣A-Za-z0-9 &·]{1,24}?)\s*[.,>\])]*\s*(?:무단|all rights|전재|재배포|co\b|inc\b|$))");
  std::string holder;
  const std::string_view head = line.substr(0, 300);
  if (!RE2::PartialMatch(Piece(head), pattern, &holder)) return "";
  if (holder.starts_with("무단") || holder.starts_with("전재")) {
    // "가람일보 © 무단전재 금지"
    static const RE2 before(R"(^[^가-힣A-Za-z]*([가-힣A-Za-z][가-힣A-Za-z0-9 &·]{1,24}?)\s*(?:[ⓒ©]|\(c\)))");
    if (!RE2::PartialMatch(Piece(head), before, &holder)) return "";
  }
  const std::string known = OutletNamed(holder);
  return known.empty() ? holder : known;
}

std::string OutletOfHost(std::string_view url_or_mail) {
  const size_t scheme = url_or_mail.find("://");
  if (scheme != url_or_mail.npos) url_or_mail.remove_prefix(scheme + 3);
  std::string_view host = url_or_mail.substr(0, url_or_mail.find_first_of("/?#:"));
  const size_t at_sign = host.rfind('@');
  if (at_sign != host.npos) host.remove_prefix(at_sign + 1);
  // The whole host, then what is left behind each dot.
  for (int labels = 0; labels < 8 && !host.empty(); ++labels) {
    const auto found = AllOutlets().by_host.find(host);
    if (found != AllOutlets().by_host.end()) return found->second;
    const size_t dot = host.find('.');
    if (dot == host.npos) break;
    host.remove_prefix(dot + 1);
  }
  return "";
}

}  // namespace sillok::ingest
