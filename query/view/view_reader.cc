#include "query/view/view_reader.h"

#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/article_linker.h"
#include "query/view/article_sketch.h"
#include "query/view/entity_fold.h"
#include "query/view/event_fold.h"
#include "query/view/keys.h"
#include "query/view/packed_article.h"
#include "query/view/rows.h"
#include "query/view/snapshot.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

absl::StatusOr<std::optional<NameKey>> ViewReader::ResolveEntity(std::string_view id) const {
  storage::v1::Referent referent;
  SILLOK_ASSIGN_OR_RETURN(const bool found, snapshot_->Read(Family::kReferents, TextPrefix(id), referent));
  if (!found) return std::nullopt;
  SILLOK_ASSIGN_OR_RETURN(NameKey entity, EntityOf({referent.type(), referent.name(), referent.facet()}));
  return entity;
}

absl::StatusOr<NameKey> ViewReader::EntityOf(const NameKey& key) const {
  SILLOK_ASSIGN_OR_RETURN(std::vector<NameKey> group, snapshot_->Group(key));
  return std::move(group.front());
}

template <typename PrefixOf>
absl::StatusOr<PrefixCursor> ViewReader::RowsOf(const NameKey& key, Family family, PrefixOf prefix_of) const {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey> group, snapshot_->Group(key));
  std::vector<std::string> prefixes;
  prefixes.reserve(group.size());
  for (const NameKey& name : group) prefixes.push_back(prefix_of(name));
  return PrefixCursor(snapshot_, family, std::move(prefixes));
}

absl::StatusOr<std::optional<v1::Entity>> ViewReader::ReadEntity(const NameKey& key) const {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey> group, snapshot_->Group(key));
  SILLOK_ASSIGN_OR_RETURN(storage::v1::NameTotals totals, snapshot_->Totals(group));
  std::optional<v1::Entity> entity = FoldEntity(key.type, std::move(totals));
  if (!entity.has_value()) return std::nullopt;
  for (v1::EntityPosition& position : *entity->mutable_positions()) {
    std::string display_name;  // not shown: the organisation's name stays as the texts give it
    SILLOK_RETURN_IF_ERROR(snapshot_->PutLabel(*position.mutable_organization_entity(), display_name));
  }
  return entity;
}

absl::StatusOr<std::optional<EntityLabel>> ViewReader::ReadLabel(const NameKey& key) const {
  return snapshot_->Label(key);
}

absl::StatusOr<ReferentCursor> ViewReader::Referents(const NameKey& key) const {
  SILLOK_ASSIGN_OR_RETURN(PrefixCursor rows, RowsOf(key, Family::kEntityDays, NamePrefix));
  return ReferentCursor(std::move(rows), snapshot_);
}

NameCursor ViewReader::NamesEqualTo(std::string_view normalised) const {
  std::string prefix = TextPrefix(normalised);
  return NameCursor(PrefixCursor(snapshot_, Family::kNames, {prefix}), prefix);
}

NameCursor ViewReader::NamesBeginningWith(std::string_view normalised) const {
  std::string prefix;
  AppendTextPrefix(normalised, prefix);
  return NameCursor(PrefixCursor(snapshot_, Family::kNames, {prefix}), prefix);
}

NameCursor ViewReader::NamesOfInitials(std::string_view initials) const {
  std::string prefix = TextPrefix(initials);
  return NameCursor(PrefixCursor(snapshot_, Family::kNameInitials, {prefix}), prefix, 2);
}

NameCursor ViewReader::NamesOfInitialsBeginning(std::string_view initials) const {
  std::string prefix;
  AppendTextPrefix(initials, prefix);
  return NameCursor(PrefixCursor(snapshot_, Family::kNameInitials, {prefix}), prefix, 2);
}

NameCursor ViewReader::NamesOfTitle(std::string_view surname, std::string_view title_end) const {
  std::string prefix = NameTitlePrefix(surname, title_end);
  return NameCursor(PrefixCursor(snapshot_, Family::kNameTitles, {prefix}), prefix, 2);
}

absl::StatusOr<int64_t> ViewReader::ReadMentions(std::string_view normalised, const NameKey& key) const {
  storage::v1::Tally tally;
  SILLOK_RETURN_IF_ERROR(snapshot_->Read(Family::kNames, NameRowKey(normalised, key), tally).status());
  return tally.count();
}

absl::StatusOr<TimelineCursor> ViewReader::Timeline(const NameKey& key, TimelineOrder order) const {
  SILLOK_ASSIGN_OR_RETURN(PrefixCursor rows, RowsOf(key, Family::kTimeline, NamePrefix));
  return TimelineCursor(std::move(rows), snapshot_, order);
}

absl::StatusOr<std::optional<std::string>> ViewReader::ResolveEvent(std::string_view id) const {
  SILLOK_ASSIGN_OR_RETURN(std::optional<std::string> group,
                          snapshot_->Get(Family::kEventIds, TextPrefix(id)));
  if (group.has_value()) return group;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> event,
                          snapshot_->Get(Family::kEvents, TextPrefix(id)));
  if (!event.has_value()) return std::nullopt;
  return std::string(id);
}

absl::StatusOr<std::optional<v1::Event>> ViewReader::ReadEvent(std::string_view group,
                                                               int evidence_limit) const {
  v1::Event event;
  SILLOK_ASSIGN_OR_RETURN(const bool found, snapshot_->Read(Family::kEvents, TextPrefix(group), event));
  if (!found) return std::nullopt;
  SILLOK_RETURN_IF_ERROR(FinishEvent(*snapshot_, evidence_limit, event));
  return event;
}

absl::StatusOr<std::optional<v1::Event>> ViewReader::ReadEvent(std::string_view group, int evidence_limit,
                                                               const PublishedBetween& published) const {
  PrefixCursor rows(snapshot_, Family::kEventMentions, {TextPrefix(group)});
  std::string first;
  AppendUint32(published.first, first);
  FoldedClauses clauses;
  std::string name;  // the smallest
  for (rows.Seek(first); rows.Valid(); rows.Next()) {
    KeyReader key(rows.suffix());
    const DayNumber day = key.Uint32().value_or(kNoDay);
    if (day == kNoDay || day > published.last) break;
    clauses.Add(rows.value());
    (void)key.Text();
    (void)key.Uint32();
    std::string id = key.Text().value_or("");
    if (name.empty() || id < name) name = std::move(id);
  }
  SILLOK_RETURN_IF_ERROR(rows.status());
  SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Event> event, std::move(clauses).Fold(name));
  if (event.has_value()) SILLOK_RETURN_IF_ERROR(FinishEvent(*snapshot_, evidence_limit, *event));
  return event;
}

EvidenceCursor ViewReader::Evidence(std::string_view group) const {
  return EvidenceCursor(PrefixCursor(snapshot_, Family::kEventMentions, {TextPrefix(group)}));
}

absl::StatusOr<QuoteCursor> ViewReader::Quotes(const NameKey& key, QuoteRole role) const {
  SILLOK_ASSIGN_OR_RETURN(PrefixCursor rows, RowsOf(key, Family::kQuotes, [role](const NameKey& name) {
                            return QuotePrefix(name, role);
                          }));
  return QuoteCursor(std::move(rows), snapshot_);
}

absl::StatusOr<QuantityCursor> ViewReader::Quantities(const NameKey& key) const {
  SILLOK_ASSIGN_OR_RETURN(PrefixCursor rows, RowsOf(key, Family::kQuantities, NamePrefix));
  return QuantityCursor(std::move(rows), snapshot_, false);
}

absl::StatusOr<QuantityCursor> ViewReader::Quantities(const NameKey& key, std::string_view measure) const {
  SILLOK_ASSIGN_OR_RETURN(PrefixCursor rows, RowsOf(key, Family::kQuantities, [measure](const NameKey& name) {
                            return QuantityPrefix(name, measure);
                          }));
  return QuantityCursor(std::move(rows), snapshot_, true);
}

absl::StatusOr<RelationCursor> ViewReader::Relations(const NameKey& key, std::vector<int> kinds) const {
  SILLOK_ASSIGN_OR_RETURN(std::vector<NameKey> group, snapshot_->Group(key));
  return RelationCursor(snapshot_, std::move(group), std::move(kinds));
}

absl::StatusOr<NamedTogether> ViewReader::ReadTogether(const NameKey& key,
                                                       const std::optional<DaySpan>& published) const {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey> group, snapshot_->Group(key));
  return ReadNamedTogether(snapshot_, group, published);
}

absl::StatusOr<std::vector<ArticleCopy>> ViewReader::ReadCopies(const v1::Article& article) const {
  return FindCopies(snapshot_, BareId(article.name()), ArticleSketch(article));
}

absl::StatusOr<std::optional<v1::Article>> ViewReader::ReadArticle(std::string_view article_id) const {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                          snapshot_->Get(Family::kCurrent, TextPrefix(article_id)));
  if (!row.has_value()) return std::nullopt;
  v1::Article article;
  SILLOK_RETURN_IF_ERROR(UnpackArticle(*row, article));
  ArticleLinker linker(*snapshot_);
  SILLOK_RETURN_IF_ERROR(linker.Link(article));
  return article;
}

ArticleCursor ViewReader::Articles() const {
  return ArticleCursor(PrefixCursor(snapshot_, Family::kArticlesByDate, {""}));
}

absl::StatusOr<ViewCounts> ViewReader::ReadCounts() const {
  ViewCounts counts;
  const std::map<std::string, int64_t*> known = {
      {"articles", &counts.articles}, {"entities", &counts.entities},     {"events", &counts.events},
      {"quotes", &counts.quotes},     {"quantities", &counts.quantities}, {"relations", &counts.relations}};
  PrefixCursor rows(snapshot_, Family::kCounters, {""});
  for (rows.SeekToFirst(); rows.Valid(); rows.Next()) {
    storage::v1::Tally tally;
    SILLOK_RETURN_IF_ERROR(ParseRow(rows.value(), tally));
    KeyReader reader(rows.suffix());
    const std::string name = reader.Text().value_or("");
    if (name == "extractors") counts.extractors[reader.Text().value_or("")] = tally.count();
    if (const auto counter = known.find(name); counter != known.end()) *counter->second = tally.count();
  }
  SILLOK_RETURN_IF_ERROR(rows.status());
  return counts;
}

absl::StatusOr<std::map<std::string, OriginPosition>> ViewReader::ReadPositions() const {
  std::map<std::string, OriginPosition> positions;
  PrefixCursor rows(snapshot_, Family::kOrigins, {""});
  for (rows.SeekToFirst(); rows.Valid(); rows.Next()) {
    storage::v1::Position position;
    SILLOK_RETURN_IF_ERROR(ParseRow(rows.value(), position));
    positions[KeyReader(rows.suffix()).Text().value_or("")] = {position.applied(),
                                                               position.complete_through()};
  }
  SILLOK_RETURN_IF_ERROR(rows.status());
  return positions;
}

PrefixCursor ViewReader::Rows(Family family) const { return {snapshot_, family, {""}}; }

uint64_t ViewReader::version() const { return snapshot_->version(); }

}  // namespace sillok::query
