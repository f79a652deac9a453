#include <utility>

#include "ingest/extract/clause.h"
#include "ingest/extract/events.h"
#include "ingest/extract/extracted_article.h"
#include "ingest/extract/named_article.h"
#include "ingest/extract/quantities.h"
#include "ingest/extract/quotes.h"

namespace sillok::ingest {

ExtractedArticle Extract(DatedArticle dated) {
  NamedArticle named = FindNames(std::move(dated));
  const ArticleClauses clauses = FindClauses(named);
  ExtractedArticle facts;
  facts.quotes = FindQuotes(named, clauses);
  facts.quantities = FindQuantities(named, clauses);
  facts.events = FindEvents(named, clauses, facts.quotes);
  facts.dated = std::move(named.dated);
  facts.referents = std::move(named.referents);
  facts.mentions = std::move(named.mentions);
  facts.positions = std::move(named.positions);
  return facts;
}

}  // namespace sillok::ingest
