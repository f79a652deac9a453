// Which full names of an article are one: by spelling, alias rows, parts of longer names, glosses and contractions.
//
//   NameGroups groups(sentences, found);
//   groups.Root(found[3].group) == groups.Root(found[0].group)   // 올트먼 and 샘 올트먼
//
// Pure; near linear in the names.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "common/lexicon/text_map.h"
#include "ingest/extract/found_name.h"

namespace sillok::ingest {

class NameGroups {
 public:
  // Sets the group of every full name of `found`, those of `sentences` in order; both must outlive this.
  NameGroups(const std::vector<DecidedSentence>& sentences, std::vector<FoundName>& found);

  // Groups are numbered from 0 up to this.
  [[nodiscard]] int size() const { return static_cast<int>(parent_.size()); }

  // The one group that stands for all that are joined with `group`.
  [[nodiscard]] int Root(int group);

 private:
  static constexpr size_t kTypes = static_cast<size_t>(EntityType::kProduct) + 1;

  void Join(int a, int b);
  void GroupBySpelling();
  void IndexParts();
  void AddPart(EntityType type, std::string_view part, int at);
  void TakePartsForWholes();
  [[nodiscard]] int WholeOf(int at) const;
  void JoinGlosses();
  [[nodiscard]] const FoundName* Find(size_t first, size_t last, TextSpan span) const;
  void JoinContractions();

  const std::vector<DecidedSentence>& sentences_;
  std::vector<FoundName>& found_;
  std::vector<int> parent_;
  std::array<ViewMap<std::vector<int>>, kTypes> parts_;  // by type and part: the longer names, in order
};

}  // namespace sillok::ingest
