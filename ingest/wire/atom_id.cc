#include "ingest/wire/atom_id.h"

#include "common/text/hash.h"
#include "common/text/normalize.h"

namespace sillok::ingest {

std::string ReferentId(std::string_view article_id, const Referent& referent) {
  return HashId(
      {"referent", article_id, NormalizeName(referent.canonical), std::to_string(referent.ordinal)});
}

std::string SentenceKey(std::string_view text) { return Sha256({NormalizeName(text)}); }

std::string EventId(std::string_view article_id, std::string_view sentence_key, int predicate_ordinal) {
  return HashId({"event", article_id, sentence_key, std::to_string(predicate_ordinal)});
}

}  // namespace sillok::ingest
