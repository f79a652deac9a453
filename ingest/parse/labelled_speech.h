// Words that a broadcaster's page sets behind a label instead of between marks.
//
//   FindLabelledSpeech("[차미선/가게 직원 : 탄내가 났어요. 바로 나왔죠.]")   → 탄내가 났어요. 바로 나왔죠.
//
// Pure; linear in the paragraph.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/parse/quotation.h"

namespace sillok::ingest {

// The whole paragraph is a label and words that end as a sentence does; its marks are the colon and the bracket.
[[nodiscard]] std::optional<QuotedStretch> FindLabelledSpeech(std::string_view paragraph);

}  // namespace sillok::ingest
