#include "query/view/entity_fold.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace sillok::query {
namespace {

void SetNames(const NameTotals& totals, v1::Entity& entity) {
  for (const auto& [text, form] : totals.forms) {
    if (form.count == 0) continue;
    v1::NameForm& name = *entity.add_names();
    name.set_text(text);
    name.set_mentions(static_cast<int32_t>(form.count));
  }
  std::sort(entity.mutable_names()->pointer_begin(), entity.mutable_names()->pointer_end(),
            [](const v1::NameForm* a, const v1::NameForm* b) {
              return std::make_tuple(-a->mentions(), std::string_view(a->text())) <
                     std::make_tuple(-b->mentions(), std::string_view(b->text()));
            });
}

void SetPositions(const NameTotals& totals, v1::Entity& entity) {
  for (const auto& [parts, told] : totals.positions) {
    v1::EntityPosition& position = *entity.add_positions();
    position.set_title(parts[0]);
    position.set_organization(parts[1]);
    position.set_organization_entity(parts[2]);
    position.set_first_said(DayText(told.said.first));
    position.set_last_said(DayText(told.said.last));
    position.set_mentions(static_cast<int32_t>(told.mentions));
  }
}

}  // namespace

std::optional<v1::Entity> FoldEntity(v1::EntityType type, const NameTotals& sum) {
  if (sum.articles == 0) return std::nullopt;
  v1::Entity entity;
  entity.set_name("entities/" + sum.first_id);
  entity.set_type(type);
  entity.set_display_name(DisplayNameOf(sum));
  entity.set_article_count(static_cast<int32_t>(sum.articles));
  entity.set_first_seen(DayText(sum.published.first));
  entity.set_last_seen(DayText(sum.published.last));
  SetNames(sum, entity);
  SetPositions(sum, entity);
  return entity;
}

std::string DisplayNameOf(const NameTotals& sum) {
  std::string best;
  int64_t best_referents = 0;
  for (const auto& [text, form] : sum.forms) {
    if (form.referents <= best_referents) continue;
    best_referents = form.referents;
    best = text;
  }
  return best;
}

}  // namespace sillok::query
