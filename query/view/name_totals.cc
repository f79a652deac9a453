#include "query/view/name_totals.h"

#include <algorithm>
#include <utility>

#include "common/status/status_macros.h"
#include "query/view/keys.h"

namespace sillok::query {
namespace {

void Widen(DaySpan& span, const DaySpan& by) {
  span.first = std::min(span.first, by.first);
  if (by.last != kNoDay) span.last = span.last == kNoDay ? by.last : std::max(span.last, by.last);
}

}  // namespace

void NameTotals::Add(const NameTotals& other) {
  if (first_id.empty() || (!other.first_id.empty() && other.first_id < first_id)) first_id = other.first_id;
  articles += other.articles;
  Widen(published, other.published);
  for (const auto& [text, form] : other.forms) {
    FormTotals& sum = forms[text];
    sum.count += form.count;
    sum.referents += form.referents;
  }
  for (const auto& [parts, position] : other.positions) {
    PositionTotals& sum = positions[parts];
    sum.mentions += position.mentions;
    Widen(sum.said, position.said);
  }
  joined += other.joined;
  for (const auto& [month, told] : other.months) months[month] += told;
}

void NameTotals::Subtract(const NameTotals& other) {
  articles -= other.articles;
  for (const auto& [text, form] : other.forms) {
    FormTotals& sum = forms[text];
    sum.count -= form.count;
    sum.referents -= form.referents;
    if (sum == FormTotals()) forms.erase(text);
  }
  for (const auto& [parts, position] : other.positions) {
    PositionTotals& sum = positions[parts];
    sum.mentions -= position.mentions;
    if (sum.mentions == 0) positions.erase(parts);
  }
  joined -= other.joined;
  for (const auto& [month, told] : other.months) {
    if ((months[month] -= told) == 0) months.erase(month);
  }
}

storage::v1::NameTotals TotalsRow(const NameTotals& totals) {
  storage::v1::NameTotals row;
  row.set_first_id(totals.first_id);
  row.set_articles(totals.articles);
  row.set_first_day(totals.published.first);
  row.set_last_day(totals.published.last);
  for (const auto& [text, form] : totals.forms) {
    storage::v1::FormTotals& added = *row.add_forms();
    added.set_text(text);
    added.set_count(form.count);
    added.set_referents(form.referents);
  }
  for (const auto& [parts, position] : totals.positions) {
    storage::v1::PositionTotals& added = *row.add_positions();
    added.set_title(parts[0]);
    added.set_organization(parts[1]);
    added.set_organization_entity(parts[2]);
    added.set_mentions(position.mentions);
    added.set_first_day(position.said.first);
    added.set_last_day(position.said.last);
  }
  row.set_joined(totals.joined);
  for (const auto& [month, articles] : totals.months) {
    storage::v1::MonthTotals& added = *row.add_months();
    added.set_month(month);
    added.set_articles(articles);
  }
  return row;
}

NameTotals TotalsOf(storage::v1::NameTotals row) {
  NameTotals totals;
  totals.first_id = std::move(*row.mutable_first_id());
  totals.articles = row.articles();
  totals.published = {row.first_day(), row.last_day()};
  for (storage::v1::FormTotals& form : *row.mutable_forms()) {
    totals.forms.try_emplace(totals.forms.end(), std::move(*form.mutable_text()),
                             FormTotals{form.count(), form.referents()});
  }
  for (storage::v1::PositionTotals& position : *row.mutable_positions()) {
    PositionParts parts = {std::move(*position.mutable_title()), std::move(*position.mutable_organization()),
                           std::move(*position.mutable_organization_entity())};
    totals.positions.try_emplace(
        totals.positions.end(), std::move(parts),
        PositionTotals{position.mentions(), {position.first_day(), position.last_day()}});
  }
  totals.joined = row.joined();
  for (const storage::v1::MonthTotals& month : row.months()) {
    totals.months.emplace_hint(totals.months.end(), month.month(), month.articles());
  }
  return totals;
}

absl::StatusOr<std::optional<NameTotals>> ReadTotals(Rows& rows, const NameKey& key) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                          rows.Get(Family::kNameTotals, NamePrefix(key)));
  if (!row.has_value()) return std::nullopt;
  storage::v1::NameTotals parsed;
  SILLOK_RETURN_IF_ERROR(ParseRow(*row, parsed));
  return TotalsOf(std::move(parsed));
}

}  // namespace sillok::query
