#include "query/answer/quantities.h"

#include <string>

#include "common/page/page.h"
#include "common/status/status_macros.h"
#include "common/text/normalize.h"
#include "query/answer/choice.h"
#include "query/answer/day_filter.h"
#include "query/answer/entity_ref.h"

namespace sillok::query {

absl::Status ListQuantities(const v1::ListQuantitiesRequest& request, const ViewReader& reader,
                            v1::ListQuantitiesResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const DayFilter as_of,
                          DayFilter::Read(request.has_as_of(), request.as_of(), "as_of"));
  SILLOK_ASSIGN_OR_RETURN(const DayFilter published,
                          DayFilter::Read(request.has_published(), request.published(), "published"));
  SILLOK_RETURN_IF_ERROR(CheckText(request.measure(), "measure"));
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  SILLOK_ASSIGN_OR_RETURN(const NameKey subject, FindEntity(request.subject(), "subject", reader));
  const std::string measure = NormalizeName(request.measure());
  SILLOK_ASSIGN_OR_RETURN(QuantityCursor cursor,
                          measure.empty() ? reader.Quantities(subject) : reader.Quantities(subject, measure));
  PageFill fill(page);
  std::string last;
  for (page.after.empty() ? cursor.SeekToFirst() : cursor.SeekAfter(page.after); cursor.Valid();
       cursor.Next()) {
    if (!as_of.Overlaps(cursor.days())) continue;
    v1::Quantity& quantity = *response.add_quantities();
    SILLOK_RETURN_IF_ERROR(cursor.ReadQuantity(quantity));
    if (!published.Holds(quantity.evidence())) {
      response.mutable_quantities()->RemoveLast();
      continue;
    }
    if (fill.full()) {
      response.mutable_quantities()->RemoveLast();
      response.set_next_page_token(MakePageToken(request, last));
      break;
    }
    fill.Count(quantity);
    last = cursor.key();
  }
  return cursor.status();
}

}  // namespace sillok::query
