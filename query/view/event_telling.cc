#include "query/view/event_telling.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "query/view/rows.h"

namespace sillok::query {

namespace {

// A storage.v1.EventTraits.
std::string SerializeTraits(const EventTraits& traits) {
  storage::v1::EventTraits stored;
  stored.set_first_day(traits.first_day);
  stored.set_last_day(traits.last_day);
  stored.set_range(traits.range);
  stored.set_planned(traits.planned);
  stored.set_type(traits.type);
  stored.set_predicate(traits.predicate);
  for (const EventName& name : traits.names) {
    storage::v1::EventTraitName& row = *stored.add_names();
    row.set_name(NameKeyText(name.key));
    row.set_acts(name.acts);
    row.set_aside(name.aside);
  }
  for (const std::string& word : traits.place) stored.add_place(word);
  for (const uint16_t run : traits.content) {
    stored.mutable_content()->push_back(static_cast<char>(run >> 8));
    stored.mutable_content()->push_back(static_cast<char>(run & 0xFF));
  }
  for (const EventKind& kind : traits.kinds) {
    stored.add_kinds(kind.kind);
    stored.add_uses(static_cast<uint32_t>(kind.use));
  }
  return SerializeRow(stored);
}

}  // namespace

SharedClause MakeClause(std::string id, EventTraits traits) {
  std::string row = SerializeTraits(traits);
  return std::make_shared<const EventClause>(
      EventClause{.id = std::move(id), .row = std::move(row), .traits = std::move(traits)});
}

absl::StatusOr<EventTraits> ParseTraits(std::string_view row) {
  storage::v1::EventTraits stored;
  SILLOK_RETURN_IF_ERROR(ParseRow(row, stored));
  EventTraits traits;
  traits.first_day = stored.first_day();
  traits.last_day = stored.last_day();
  traits.range = stored.range();
  traits.planned = stored.planned();
  traits.type = stored.type();
  traits.predicate = stored.predicate();
  traits.names.reserve(static_cast<size_t>(stored.names_size()));
  for (const storage::v1::EventTraitName& name : stored.names()) {
    std::optional<NameKey> key = ParseNameKey(name.name());
    if (!key.has_value()) {
      return absl::DataLossError("a stored clause holds '" + name.name() + "', which is no name");
    }
    traits.names.push_back({.key = *std::move(key), .acts = name.acts(), .aside = name.aside()});
  }
  traits.place = {stored.place().begin(), stored.place().end()};
  const std::string& content = stored.content();
  for (size_t at = 0; at + 1 < content.size(); at += 2) {
    traits.content.push_back(static_cast<uint16_t>(static_cast<unsigned char>(content[at]) << 8 |
                                                   static_cast<unsigned char>(content[at + 1])));
  }
  for (int at = 0; at < std::min(stored.kinds_size(), stored.uses_size()); ++at) {
    traits.kinds.push_back({.kind = stored.kinds(at), .use = static_cast<KindUse>(stored.uses(at))});
  }
  return traits;
}

}  // namespace sillok::query
