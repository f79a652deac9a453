// Articles made by hand for the tests of the date room.
#pragma once

#include <string>
#include <string_view>

#include "ingest/date/dated_article.h"

namespace sillok::ingest {

// A body of sentences separated by " | ", with “ ” as quotations; published on `day` ("2024-03-18", "-" for no claim).
[[nodiscard]] ParsedArticle ParsedFrom(std::string_view day, std::string_view text,
                                       std::string_view source = "json_ld");

// A sentence without quotation marks in a part of its own.
void AddSentence(ParsedArticle& article, Part part, std::string_view text);

// "지난 2월 27일 → 2024-02-27 day last_month_day"; several separated by " ; ", none is "-".
[[nodiscard]] std::string Describe(const DatedArticle& dated);

}  // namespace sillok::ingest
