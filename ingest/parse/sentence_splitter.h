// Where the sentences of one paragraph begin and end.
//
//   SplitSentences("값은 3.5% 올랐다. 이유는 없다.", {})  → {0, 21}, {22, …}
//
// A sentence ends at . ? ! … after a sentence ending or a closing quotation mark; never inside a pair of
// quotation marks or brackets that closes, a number, a date in digits, an initial, an abbreviation, a URL or
// an e-mail address. A page that forgot the space after the mark is split where the ending leaves no doubt.
// What has no end mark is one sentence. Pure; linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/parse/quotation.h"

namespace sillok::ingest {

// Bytes of the paragraph, in order, without the spaces between; `quotations` are FindQuotations(paragraph).
[[nodiscard]] std::vector<TextSpan> SplitSentences(std::string_view paragraph,
                                                   const std::vector<QuotedStretch>& quotations);

}  // namespace sillok::ingest
