// Within stage 4: where a number stands in a sentence that is taken apart, and what it says something about.
#pragma once

#include <cstddef>
#include <string>

#include "ingest/extract/unit_lexicon.h"

namespace sillok::ingest {

// Where a number stands: one in parentheses stands where they open, behind the noun that they are said of.
struct NumberPlace {
  int sentence = 0;
  int clause = 0;
  size_t phrase = 0;  // of the clause's
  int begin = 0;      // bytes
  int end = 0;
  UnitKind kind = UnitKind::kCount;
  bool people = false;  // counted by 명
};

struct QuantityTopic {
  int subject = -1;
  std::string subject_text;
  std::string measure;
  int confidence = 0;
  bool owned = false;    // its possessor is said: 통합 법인의
  bool grouped = false;  // 여성에서
  bool carried = false;  // the sentence itself does not say whose it is

  [[nodiscard]] bool found() const { return subject >= 0 || !subject_text.empty() || !measure.empty(); }
};

}  // namespace sillok::ingest
