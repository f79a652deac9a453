// Quotation marks of one paragraph, paired.
//
//   FindQuotations("그는 “‘새 길’을 열자”고 했다")
//     → {outer “…”, depth 0, doubled}, {outer ‘…’, depth 1}
//
// Pages mix directed and straight marks, forget one, or close with the opening form; so a mark's form
// proposes and its neighbours decide. Doubled marks pair first; a single mark never pairs across the edge of
// a doubled pair. An apostrophe within a Latin word is no mark. Pure; O(n log n) in the number of marks,
// linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// A stretch between marks; bytes of the paragraph. Of two closed ones either one contains the other or they
// are apart.
struct QuotedStretch {
  TextSpan outer;        // with the marks
  TextSpan inner;        // without
  int depth = 0;         // closed stretches around it
  bool doubled = false;  // “ ” " 「 」 against ‘ ’ '
  bool closed = true;    // false: it runs to the end of the paragraph, or of the stretch it stands in
};

// In the order of outer.begin. What a label says instead of marks (FindLabelledSpeech) is a stretch too.
[[nodiscard]] std::vector<QuotedStretch> FindQuotations(std::string_view paragraph);

// True when the text after a closing mark goes on with the particle of a quotation, alone as a word: "라고
// 말했다".
[[nodiscard]] bool ContinuesQuotation(std::string_view after);

}  // namespace sillok::ingest
