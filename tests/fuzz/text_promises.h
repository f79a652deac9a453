// What the headers of cleaning, parsing and dating promise.
#pragma once

#include "ingest/date/dated_article.h"

namespace sillok::ingest {

// `page`: the text that the sources point into.
void PromiseCleaned(const CleanArticle& clean, std::string_view page, bool html);
void PromiseParsed(const ParsedArticle& parsed);
// And what PromiseParsed says.
void PromiseDated(const DatedArticle& dated);

void PromiseDate(const DateValue& value);

}  // namespace sillok::ingest
