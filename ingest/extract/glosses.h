// What an article says itself about its names: "국제통화기금(IMF)", "중소벤처기업부(이하 중기부)", "니혼게이자이신문(닛케이)".
#pragma once

#include <string_view>
#include <vector>

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Two spans of one sentence that name the same.
struct Gloss {
  TextSpan name;
  TextSpan other;
};

// Adds a candidate for what stands in brackets right behind one of `chosen`, and says that both are the same.
[[nodiscard]] std::vector<Gloss> FindGlosses(SentenceNames& names, const std::vector<NameCandidate>& chosen);

// True when `brief` may be `full` with syllables left out: 중기중앙회 of 중소기업중앙회. Both begin and end alike.
[[nodiscard]] bool IsContraction(std::string_view brief, std::string_view full);

}  // namespace sillok::ingest
