#include <utility>

#include "ingest/extract/clause.h"
#include "ingest/extract/events.h"
#include "ingest/extract/extracted_article.h"
#include "ingest/extract/named_article.h"
#include "ingest/extract/quantities.h"
#include "ingest/extract/quotes.h"
#include "ingest/extract/relations.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

ExtractedArticle Extract(DatedArticle dated, const TagModel& model) {
  NamedArticle named = FindNames(std::move(dated), model);
  const ArticleClauses clauses = FindClauses(named);
  const ReportDays days(named, clauses);
  ExtractedArticle facts;
  facts.quotes = FindQuotes(named, clauses, days);
  facts.quantities = FindQuantities(named, clauses, days);
  facts.events = FindEvents(named, clauses, days, facts.quotes);
  facts.relations = FindRelations(named, clauses, facts.events);
  facts.dated = std::move(named.dated);
  facts.referents = std::move(named.referents);
  facts.mentions = std::move(named.mentions);
  facts.positions = std::move(named.positions);
  facts.tags = std::move(named.tags);
  return facts;
}

}  // namespace sillok::ingest
