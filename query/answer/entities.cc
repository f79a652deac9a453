#include "query/answer/entities.h"

#include <optional>
#include <string>
#include <utility>

#include "common/page/page.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "query/answer/entity_ref.h"

namespace sillok::query {
namespace {

constexpr int kMaxBatch = 1000;

absl::Status ReadInto(const std::string& name, const std::string& field, const ViewReader& reader,
                      v1::Entity& out) {
  SILLOK_ASSIGN_OR_RETURN(const NameKey key, FindEntity(name, field, reader));
  SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Entity> entity, reader.ReadEntity(key));
  if (!entity.has_value()) return NotFoundResource("sillok.v1.Entity", name);
  out = *std::move(entity);
  return absl::OkStatus();
}

}  // namespace

absl::Status GetEntity(const v1::GetEntityRequest& request, const ViewReader& reader,
                       v1::GetEntityResponse& response) {
  return ReadInto(request.name(), "name", reader, *response.mutable_entity());
}

absl::Status ListReferents(const v1::ListReferentsRequest& request, const ViewReader& reader,
                           v1::ListReferentsResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  SILLOK_ASSIGN_OR_RETURN(const NameKey key, FindEntity(request.entity(), "entity", reader));
  SILLOK_ASSIGN_OR_RETURN(ReferentCursor cursor, reader.Referents(key));
  PageFill fill(page);
  std::string last;
  for (page.after.empty() ? cursor.SeekToFirst() : cursor.SeekAfter(page.after); cursor.Valid();
       cursor.Next()) {
    if (fill.full()) {
      response.set_next_page_token(MakePageToken(request, last));
      break;
    }
    v1::Referent& referent = *response.add_referents();
    SILLOK_RETURN_IF_ERROR(cursor.ReadReferent(referent));
    fill.Count(referent);
    last = cursor.key();
  }
  return cursor.status();
}

absl::Status BatchGetEntities(const v1::BatchGetEntitiesRequest& request, const ViewReader& reader,
                              v1::BatchGetEntitiesResponse& response) {
  if (request.names().empty() || request.names_size() > kMaxBatch) {
    return InvalidField("names", "has " + std::to_string(request.names_size()) + " names; give 1 to 1000");
  }
  for (int i = 0; i < request.names_size(); ++i) {
    SILLOK_RETURN_IF_ERROR(
        ReadInto(request.names(i), "names[" + std::to_string(i) + "]", reader, *response.add_entities()));
  }
  return absl::OkStatus();
}

}  // namespace sillok::query
