#include "query/answer/lookup.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/page/page.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "common/text/normalize.h"
#include "query/answer/choice.h"
#include "query/answer/name_search.h"

namespace sillok::query {
namespace {

// A step is more than mentions can make up for.
constexpr int32_t kStep = 100'000'000;
constexpr int64_t kMaxScoredMentions = kStep - 1;
constexpr int32_t kMaxScore = 11 * kStep;
// By NameMatch, each worth a step more than the next.
constexpr std::array kReasons = {v1::MATCH_REASON_EXACT,    v1::MATCH_REASON_PREFIX,
                                 v1::MATCH_REASON_POSITION, v1::MATCH_REASON_POSITION,
                                 v1::MATCH_REASON_INITIALS, v1::MATCH_REASON_INITIALS,
                                 v1::MATCH_REASON_KEYBOARD, v1::MATCH_REASON_KEYBOARD,
                                 v1::MATCH_REASON_SPELLING, v1::MATCH_REASON_SPELLING};
static_assert(kReasons.size() == static_cast<size_t>(NameMatch::kTwoWrong) + 1);

struct Ranked {
  std::string sort_key;  // score, best first; then name, type and facet
  int32_t score = 0;
  v1::MatchReason reason = v1::MATCH_REASON_UNSPECIFIED;
  NameKey key;
};

std::vector<Ranked> Rank(const std::map<NameKey, FoundName>& found) {
  std::vector<Ranked> ranked;
  ranked.reserve(found.size());
  for (const auto& [key, name] : found) {
    const auto match_index = static_cast<size_t>(name.match);
    const auto steps = static_cast<int32_t>(kReasons.size() - match_index);
    const auto mentions = static_cast<int32_t>(std::min(name.mentions, kMaxScoredMentions));
    Ranked match{
        .sort_key = {}, .score = steps * kStep + mentions, .reason = kReasons[match_index], .key = key};
    AppendUint32(static_cast<uint32_t>(kMaxScore - match.score), match.sort_key);
    AppendText(key.name, match.sort_key);
    AppendUint8(static_cast<uint8_t>(key.type), match.sort_key);
    AppendText(key.facet, match.sort_key);
    ranked.push_back(std::move(match));
  }
  std::sort(ranked.begin(), ranked.end(),
            [](const Ranked& a, const Ranked& b) { return a.sort_key < b.sort_key; });
  return ranked;
}

absl::Status FillPage(const std::vector<Ranked>& ranked, const Page& page,
                      const v1::LookupEntitiesRequest& request, const ViewReader& reader,
                      v1::LookupEntitiesResponse& response) {
  PageFill fill(page);
  const Ranked* last = nullptr;
  auto at =
      std::upper_bound(ranked.begin(), ranked.end(), page.after,
                       [](const std::string& after, const Ranked& match) { return after < match.sort_key; });
  for (; at != ranked.end(); ++at) {
    if (fill.full()) {
      response.set_next_page_token(MakePageToken(request, last->sort_key));
      break;
    }
    SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Entity> entity, reader.ReadEntity(at->key));
    if (!entity.has_value()) continue;
    v1::LookupEntitiesResponse::Match& match = *response.add_matches();
    *match.mutable_entity() = *std::move(entity);
    match.set_score(at->score);
    match.set_reason(at->reason);
    fill.Count(match);
    last = &*at;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status LookupEntities(const v1::LookupEntitiesRequest& request, const ViewReader& reader,
                            v1::LookupEntitiesResponse& response) {
  SILLOK_RETURN_IF_ERROR(CheckText(request.query(), "query"));
  if (NormalizeName(request.query()).empty()) {
    return InvalidField("query", "is empty; give a name or its beginning");
  }
  SILLOK_RETURN_IF_ERROR(CheckEnums(request.types(), *v1::EntityType_descriptor(), "types"));
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  NameSearch search(reader, request.types());
  SILLOK_RETURN_IF_ERROR(search.Run(request.query()));
  return FillPage(Rank(search.found()), page, request, reader, response);
}

}  // namespace sillok::query
