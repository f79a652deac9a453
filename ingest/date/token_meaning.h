// What a token adds to a date expression once it is known as what it is read.
//
//   PartialDate date;
//   AddMeaning(token /* 23년 */, DateKind::kShortYear, date);   // date.year is 2023
//
// Tokens are added in the order of the text. Pure; safe from any thread.
#pragma once

#include "ingest/date/date_token.h"
#include "ingest/date/partial_date.h"

namespace sillok::ingest {

void AddMeaning(const DateToken& token, DateKind kind, PartialDate& date);

}  // namespace sillok::ingest
