#include "ingest/extract/name_groups.h"

#include <algorithm>
#include <map>

#include "common/text/hangul.h"

namespace sillok::ingest {

NameGroups::NameGroups(const std::vector<DecidedSentence>& sentences, std::vector<FoundName>& found)
    : sentences_(sentences), found_(found) {
  GroupBySpelling();
  IndexParts();
  TakePartsForWholes();
  JoinGlosses();
  JoinContractions();
}

int NameGroups::Root(int group) {
  while (parent_[group] != group) group = parent_[group] = parent_[parent_[group]];
  return group;
}

void NameGroups::Join(int a, int b) {
  a = Root(a);
  b = Root(b);
  parent_[std::max(a, b)] = std::min(a, b);
}

// One group a spelling, alias rows followed.
void NameGroups::GroupBySpelling() {
  std::array<ViewMap<int>, kTypes> groups;
  for (FoundName& found : found_) {
    if (!found.full()) continue;
    const auto [group, added] =
        groups.at(static_cast<size_t>(found.type())).try_emplace(found.spelling->key(), size());
    if (added) parent_.push_back(group->second);
    found.group = group->second;
  }
}

// The last and the first words of people's names, the last words of places and bodies with a place before.
void NameGroups::IndexParts() {
  for (int at = 0; at < static_cast<int>(found_.size()); ++at) {
    const FoundName& found = found_[at];
    const size_t space = found.text().rfind(' ');
    if (!found.full() || space == std::string_view::npos) continue;
    const bool person = found.type() == EntityType::kPerson;
    if (!person && found.type() != EntityType::kPlace && found.type() != EntityType::kOrganization) continue;
    AddPart(found.type(), found.text().substr(space + 1), at);
    if (person) AddPart(found.type(), found.text().substr(0, found.text().find(' ')), at);
  }
}

void NameGroups::AddPart(EntityType type, std::string_view part, int at) {
  parts_.at(static_cast<size_t>(type))[part].push_back(at);
}

void NameGroups::TakePartsForWholes() {
  for (int at = 0; at < static_cast<int>(found_.size()); ++at) {
    FoundName& found = found_[at];
    if (!found.full() || found.text().find(' ') != std::string_view::npos) continue;
    const int whole = WholeOf(at);
    if (whole >= 0 && Root(whole) != Root(found.group)) found.group = whole;
  }
}

// The group of the longer name that found_[at] is a part of: the nearest before it, else the first after; -1 when none.
int NameGroups::WholeOf(int at) const {
  const auto& parts = parts_.at(static_cast<size_t>(found_[at].type()));
  const auto part = parts.find(found_[at].text());
  if (part == parts.end()) return -1;
  const auto after = std::lower_bound(part->second.begin(), part->second.end(), at);
  return found_[after == part->second.begin() ? *after : *std::prev(after)].group;
}

void NameGroups::JoinGlosses() {
  size_t at = 0;
  for (const DecidedSentence& sentence : sentences_) {
    const size_t first = at;
    while (at < found_.size() && found_[at].names == sentence.names) ++at;
    for (const Gloss& gloss : sentence.glosses) {
      const FoundName* name = Find(first, at, gloss.name);
      const FoundName* other = Find(first, at, gloss.other);
      if (name != nullptr && other != nullptr) Join(name->group, other->group);
    }
  }
}

const FoundName* NameGroups::Find(size_t first, size_t last, TextSpan span) const {
  const auto end = found_.begin() + static_cast<std::ptrdiff_t>(last);
  const auto at =
      std::lower_bound(found_.begin() + static_cast<std::ptrdiff_t>(first), end, span.begin,
                       [](const FoundName& found, int begin) { return found.candidate->span.begin < begin; });
  return at != end && at->candidate->span == span ? &*at : nullptr;
}

// 중기중앙회 and 중소기업중앙회, when exactly one longer name fits. Bodies alike in their first syllable are few.
void NameGroups::JoinContractions() {
  constexpr size_t kMostBodies = 64;
  std::map<std::string_view, std::map<std::string_view, int>> by_initial;
  for (const FoundName& found : found_) {
    if (found.type() != EntityType::kOrganization || !found.full()) continue;
    by_initial[found.text().substr(0, kSyllableBytes)].emplace(found.text(), found.group);
  }
  for (const auto& [initial, bodies] : by_initial) {
    if (bodies.size() > kMostBodies) continue;
    for (const auto& [brief, group] : bodies) {
      int fits = 0;
      int full_group = -1;
      for (const auto& [full, other] : bodies) {
        if (Root(other) == Root(group) || !IsContraction(brief, full)) continue;
        ++fits;
        full_group = other;
      }
      if (fits == 1) Join(group, full_group);
    }
  }
}

}  // namespace sillok::ingest
