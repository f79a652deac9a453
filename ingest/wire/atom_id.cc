#include "ingest/wire/atom_id.h"

#include "common/text/hash.h"
#include "common/text/normalize.h"

namespace sillok::ingest {

std::string ReferentId(std::string_view article_id, const Referent& referent) {
  return HashId(
      {"referent", article_id, NormalizeName(referent.canonical), std::to_string(referent.ordinal)});
}

std::string EventId(std::string_view article_id, std::string_view normalized_sentence,
                    int predicate_ordinal) {
  return HashId({"event", article_id, normalized_sentence, std::to_string(predicate_ordinal)});
}

}  // namespace sillok::ingest
