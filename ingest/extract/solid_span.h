// Within stage 4: the words of a sentence that are read already.
#pragma once

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// A name, a date or a number: its words are nouns whatever their tags say.
struct SolidSpan {
  TextSpan span;
  bool date = false;

  friend bool operator<(const SolidSpan& a, const SolidSpan& b) { return a.span < b.span; }
};

}  // namespace sillok::ingest
