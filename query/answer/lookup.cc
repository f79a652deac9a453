#include "query/answer/lookup.h"

#include <algorithm>
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

namespace sillok::query {
namespace {

// An exact match scores above every prefix; within each, mentions decide.
constexpr int64_t kExactScore = 1'000'000'000;
constexpr int64_t kMaxScoredMentions = kExactScore - 1;

struct Candidate {
  bool exact = false;
  int64_t mentions = 0;
};
using Candidates = std::map<NameKey, Candidate>;

struct Ranked {
  std::string sort_key;  // score, best first; then name; then type
  int32_t score = 0;
  v1::MatchReason reason = v1::MATCH_REASON_UNSPECIFIED;
  NameKey key;
};

int64_t MentionsOf(const v1::Entity& entity) {
  int64_t mentions = 0;
  for (const v1::NameForm& form : entity.names()) mentions += form.mentions();
  return mentions;
}

// Those whose form is the query. They are few, so all the mentions of each count, whatever the form.
absl::Status CollectExact(const std::string& query, const v1::LookupEntitiesRequest& request,
                          const ViewReader& reader, Candidates& candidates) {
  NameCursor cursor = reader.NamesEqualTo(query);
  for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
    if (!Selects(request.types(), cursor.key().type)) continue;
    SILLOK_ASSIGN_OR_RETURN(NameKey key, reader.EntityOf(cursor.key()));
    if (candidates.contains(key)) continue;  // by another of its names
    SILLOK_ASSIGN_OR_RETURN(const std::optional<v1::Entity> entity, reader.ReadEntity(key));
    if (entity.has_value()) candidates[std::move(key)] = {.exact = true, .mentions = MentionsOf(*entity)};
  }
  return cursor.status();
}

// Those with a form that begins with the query; the mentions of such forms count.
absl::Status CollectPrefix(const std::string& query, const v1::LookupEntitiesRequest& request,
                           const ViewReader& reader, Candidates& candidates) {
  NameCursor cursor = reader.NamesBeginningWith(query);
  for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
    if (!Selects(request.types(), cursor.key().type)) continue;
    SILLOK_ASSIGN_OR_RETURN(NameKey key, reader.EntityOf(cursor.key()));
    Candidate& candidate = candidates[std::move(key)];
    if (!candidate.exact) candidate.mentions += cursor.mentions();
  }
  return cursor.status();
}

std::vector<Ranked> Rank(const Candidates& candidates) {
  std::vector<Ranked> ranked;
  ranked.reserve(candidates.size());
  for (const auto& [key, candidate] : candidates) {
    Ranked match{.sort_key = {},
                 .score = static_cast<int32_t>(std::min(candidate.mentions, kMaxScoredMentions) +
                                               (candidate.exact ? kExactScore : 0)),
                 .reason = candidate.exact ? v1::MATCH_REASON_EXACT : v1::MATCH_REASON_PREFIX,
                 .key = key};
    AppendUint32(static_cast<uint32_t>(2 * kExactScore - match.score), match.sort_key);
    AppendText(key.name, match.sort_key);
    AppendUint8(static_cast<uint8_t>(key.type), match.sort_key);
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
  const std::string query = NormalizeName(request.query());
  if (query.empty()) return InvalidField("query", "is empty; give a name or its beginning");
  SILLOK_RETURN_IF_ERROR(CheckEnums(request.types(), *v1::EntityType_descriptor(), "types"));
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  Candidates candidates;
  SILLOK_RETURN_IF_ERROR(CollectExact(query, request, reader, candidates));
  SILLOK_RETURN_IF_ERROR(CollectPrefix(query, request, reader, candidates));
  return FillPage(Rank(candidates), page, request, reader, response);
}

}  // namespace sillok::query
