#include "query/answer/related.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/page/page.h"
#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/answer/association.h"
#include "query/answer/choice.h"
#include "query/answer/day_filter.h"
#include "query/answer/entity_ref.h"

namespace sillok::query {
namespace {

using Related = v1::ListRelatedEntitiesResponse::Related;

// No more entities are weighed.
constexpr size_t kMaxWeighed = 1000;
constexpr double kThousandths = 1000;
// Above any ratio, so that the greatest makes the least key.
constexpr int64_t kTop = int64_t{1} << 62;

struct Weighed {
  std::string sort_key;  // greatest ratio first, then name, type and facet
  const TogetherWith* with = nullptr;
  int64_t articles = 0;
  Association association;
};

// Those named most often with it, of the types asked for.
std::vector<const TogetherWith*> Choose(const NamedTogether& named,
                                        const google::protobuf::RepeatedField<int>& types) {
  std::vector<const TogetherWith*> chosen;
  chosen.reserve(named.others.size());
  for (const TogetherWith& with : named.others) {
    if (Selects(types, with.names.front().type)) chosen.push_back(&with);
  }
  std::sort(chosen.begin(), chosen.end(), [](const TogetherWith* a, const TogetherWith* b) {
    if (a->articles != b->articles) return a->articles > b->articles;
    return a->names.front() < b->names.front();
  });
  chosen.resize(std::min(chosen.size(), kMaxWeighed));
  return chosen;
}

std::string SortKeyOf(const NameKey& name, const Association& association) {
  std::string key;
  AppendUint64(static_cast<uint64_t>(kTop - association.log_likelihood_thousandths), key);
  AppendText(name.name, key);
  AppendUint8(static_cast<uint8_t>(name.type), key);
  AppendText(name.facet, key);
  return key;
}

absl::StatusOr<std::vector<Weighed>> Weigh(const NamedTogether& named,
                                           const google::protobuf::RepeatedField<int>& types, int64_t all,
                                           ArticleCounter& counter) {
  const std::vector<const TogetherWith*> chosen = Choose(named, types);
  std::vector<Weighed> weighed;
  weighed.reserve(chosen.size());
  for (const TogetherWith* with : chosen) {
    SILLOK_ASSIGN_OR_RETURN(const int64_t articles, counter.Count(with->names, named.days));
    const Association association =
        AssociationOf({.together = with->articles, .one = named.articles, .other = articles, .all = all});
    weighed.push_back({.sort_key = SortKeyOf(with->names.front(), association),
                       .with = with,
                       .articles = articles,
                       .association = association});
  }
  std::sort(weighed.begin(), weighed.end(),
            [](const Weighed& a, const Weighed& b) { return a.sort_key < b.sort_key; });
  return weighed;
}

// False when the entity is not there.
absl::StatusOr<bool> Fill(const Weighed& weighed, const ViewReader& reader, Related& related) {
  const NameKey& name = weighed.with->names.front();
  SILLOK_ASSIGN_OR_RETURN(const std::optional<EntityLabel> label, reader.ReadLabel(name));
  if (!label.has_value()) return false;
  related.set_entity("entities/" + label->id);
  related.set_display_name(label->display_name);
  related.set_type(name.type);
  related.set_together(weighed.with->articles);
  related.set_articles(static_cast<int32_t>(weighed.articles));
  related.set_expected(static_cast<double>(weighed.association.expected_thousandths) / kThousandths);
  related.set_log_likelihood(static_cast<double>(weighed.association.log_likelihood_thousandths) /
                             kThousandths);
  related.set_newest_article("articles/" + weighed.with->newest_article);
  return true;
}

absl::Status FillPage(const std::vector<Weighed>& weighed, const Page& page,
                      const v1::ListRelatedEntitiesRequest& request, const ViewReader& reader,
                      v1::ListRelatedEntitiesResponse& response) {
  PageFill fill(page);
  const Weighed* last = nullptr;
  auto at = std::upper_bound(
      weighed.begin(), weighed.end(), page.after,
      [](const std::string& after, const Weighed& entity) { return after < entity.sort_key; });
  for (; at != weighed.end(); ++at) {
    if (fill.full()) {
      response.set_next_page_token(MakePageToken(request, last->sort_key));
      break;
    }
    Related related;
    SILLOK_ASSIGN_OR_RETURN(const bool found, Fill(*at, reader, related));
    if (!found) continue;
    fill.Count(related);
    *response.add_related() = std::move(related);
    last = &*at;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ListRelatedEntities(const v1::ListRelatedEntitiesRequest& request, const ViewReader& reader,
                                 v1::ListRelatedEntitiesResponse& response) {
  SILLOK_RETURN_IF_ERROR(CheckEnums(request.types(), *v1::EntityType_descriptor(), "types"));
  SILLOK_ASSIGN_OR_RETURN(const DayFilter published,
                          DayFilter::Read(request.has_published(), request.published(), "published"));
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  SILLOK_ASSIGN_OR_RETURN(const NameKey entity, FindEntity(request.entity(), "entity", reader));
  const std::optional<DaySpan> days = published.given() ? std::optional(published.days()) : std::nullopt;
  SILLOK_ASSIGN_OR_RETURN(const NamedTogether named, reader.ReadTogether(entity, days));
  ArticleCounter counter = reader.CountArticles();
  SILLOK_ASSIGN_OR_RETURN(const int64_t all, counter.Count({AllArticles()}, named.days));
  response.set_entity_articles(named.articles);
  response.set_all_articles(static_cast<int32_t>(all));
  if (named.cut) response.set_counted_from(DayText(named.days->first));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<Weighed> weighed, Weigh(named, request.types(), all, counter));
  return FillPage(weighed, page, request, reader, response);
}

}  // namespace sillok::query
