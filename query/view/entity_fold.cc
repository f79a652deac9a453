#include "query/view/entity_fold.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "query/view/day_number.h"

namespace sillok::query {
namespace {

void TakeNames(storage::v1::NameTotals& totals, v1::Entity& entity) {
  for (storage::v1::FormTotals& form : *totals.mutable_forms()) {
    if (form.count() == 0) continue;
    v1::NameForm& name = *entity.add_names();
    name.set_text(std::move(*form.mutable_text()));
    name.set_mentions(static_cast<int32_t>(form.count()));
  }
  std::sort(entity.mutable_names()->pointer_begin(), entity.mutable_names()->pointer_end(),
            [](const v1::NameForm* a, const v1::NameForm* b) {
              return std::make_tuple(-a->mentions(), std::string_view(a->text())) <
                     std::make_tuple(-b->mentions(), std::string_view(b->text()));
            });
}

void TakePositions(storage::v1::NameTotals& totals, v1::Entity& entity) {
  for (storage::v1::PositionTotals& told : *totals.mutable_positions()) {
    v1::EntityPosition& position = *entity.add_positions();
    position.set_title(std::move(*told.mutable_title()));
    position.set_organization(std::move(*told.mutable_organization()));
    position.set_organization_entity(std::move(*told.mutable_organization_entity()));
    position.set_first_said(DayText(told.first_day()));
    position.set_last_said(DayText(told.last_day()));
    position.set_mentions(static_cast<int32_t>(told.mentions()));
  }
}

}  // namespace

std::optional<v1::Entity> FoldEntity(v1::EntityType type, storage::v1::NameTotals sum) {
  if (sum.articles() == 0) return std::nullopt;
  v1::Entity entity;
  entity.set_name("entities/" + sum.first_id());
  entity.set_type(type);
  entity.set_display_name(DisplayNameOf(sum));
  entity.set_article_count(static_cast<int32_t>(sum.articles()));
  entity.set_first_seen(DayText(sum.first_day()));
  entity.set_last_seen(DayText(sum.last_day()));
  TakeNames(sum, entity);
  TakePositions(sum, entity);
  return entity;
}

std::string DisplayNameOf(const storage::v1::NameTotals& sum) {
  const std::string* best = nullptr;
  int64_t best_referents = 0;
  for (const storage::v1::FormTotals& form : sum.forms()) {
    if (form.referents() <= best_referents) continue;
    best_referents = form.referents();
    best = &form.text();
  }
  return best == nullptr ? "" : *best;
}

}  // namespace sillok::query
