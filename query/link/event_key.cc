#include "query/link/event_key.h"

#include <algorithm>

#include "common/text/hash.h"

namespace sillok::query {

std::string EventGroupKey(const v1::Event& event, std::string_view mention_id,
                          std::vector<NameKey> participants) {
  if (event.date().first_day().empty() || participants.empty()) return std::string(mention_id);
  // By name alone: one article gives a person's position, and another does not.
  for (NameKey& key : participants) key.facet.clear();
  std::sort(participants.begin(), participants.end());
  participants.erase(std::unique(participants.begin(), participants.end()), participants.end());
  std::string who;
  for (const NameKey& key : participants) who += NameKeyText(key) + '\n';  // a name holds no line end
  return HashId({"event-group", event.date().first_day(), event.date().last_day(),
                 std::to_string(static_cast<int>(event.type())), event.predicate(), who});
}

}  // namespace sillok::query
