#include "ingest/serve/decision.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/text/normalize.h"
#include "ingest/serve/check_field.h"

namespace sillok::ingest {
namespace {

constexpr size_t kIdDigits = 24;
constexpr int kMostEntities = 100;
constexpr size_t kMostAliasBytes = 256;
constexpr size_t kMostAuthorBytes = 256;
constexpr size_t kMostReasonBytes = 1024;

using Names = google::protobuf::RepeatedPtrField<std::string>;

bool IsLowerHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

absl::Status CheckName(std::string_view field, std::string_view collection, std::string_view name) {
  if (name.starts_with(collection)) {
    const std::string_view id = name.substr(collection.size());
    if (id.size() == kIdDigits && std::all_of(id.begin(), id.end(), IsLowerHex)) return absl::OkStatus();
  }
  const std::string problem = name.empty() ? "is missing" : "is no such name";
  return InvalidField(field, problem + "; give " + std::string(collection) +
                                 " and 24 lowercase hex digits, as an earlier answer names it");
}

absl::Status CheckEntity(std::string_view field, std::string_view name) {
  return CheckName(field, "entities/", name);
}

// Entities, `least` to `most` of them and all different.
absl::Status CheckEntities(const std::string& field, const Names& names, int least, int most) {
  if (names.size() < least || names.size() > most) {
    const std::string wanted = least == most ? std::to_string(least) + " different"
                                             : std::to_string(least) + " to " + std::to_string(most);
    return InvalidField(
        field, "has " + std::to_string(names.size()) + " entities; give " + wanted + " entities/{id}");
  }
  for (int i = 0; i < names.size(); ++i) {
    const std::string element = field + "[" + std::to_string(i) + "]";
    SILLOK_RETURN_IF_ERROR(CheckEntity(element, names[i]));
    if (std::find(names.begin(), names.begin() + i, names[i]) != names.begin() + i) {
      return InvalidField(element, "is there already; give each entity once");
    }
  }
  return absl::OkStatus();
}

// A name is looked up after normalisation: something must be left.
absl::Status CheckAlias(const std::string& alias) {
  SILLOK_RETURN_IF_ERROR(CheckSize("alias", alias.size(), kMostAliasBytes));
  const bool one_line = std::none_of(alias.begin(), alias.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
  if (!one_line) return InvalidField("alias", "holds a control character; give a name of one line");
  if (NormalizeName(alias).empty()) {
    return InvalidField("alias", "is empty, or nothing but spaces and middle dots; give a name");
  }
  return absl::OkStatus();
}

// What every decision carries: `curation` gets it.
template <typename Request>
absl::StatusOr<v1::Curation> Signed(const Request& request, v1::Curation curation) {
  if (IsBlank(request.author())) {
    return InvalidField("author", "is missing or blank; say who decides, by name or address");
  }
  SILLOK_RETURN_IF_ERROR(CheckSize("author", request.author().size(), kMostAuthorBytes));
  SILLOK_RETURN_IF_ERROR(CheckSize("reason", request.reason().size(), kMostReasonBytes));
  curation.set_author(request.author());
  curation.set_reason(request.reason());
  if (request.has_create_time()) {
    SILLOK_RETURN_IF_ERROR(CheckTime("create_time", request.create_time()));
    *curation.mutable_create_time() = request.create_time();
  }
  return curation;
}

}  // namespace

absl::StatusOr<v1::Curation> DecisionOf(const v1::MergeEntitiesRequest& request) {
  SILLOK_RETURN_IF_ERROR(CheckEntities("entities", request.entities(), 2, kMostEntities));
  v1::Curation curation;
  *curation.mutable_merge()->mutable_entities() = request.entities();
  return Signed(request, std::move(curation));
}

absl::StatusOr<v1::Curation> DecisionOf(const v1::SplitEntityRequest& request) {
  SILLOK_RETURN_IF_ERROR(CheckEntity("entity", request.entity()));
  SILLOK_RETURN_IF_ERROR(CheckEntities("referents", request.referents(), 1, kMostEntities));
  for (int i = 0; i < request.referents_size(); ++i) {
    if (request.referents(i) != request.entity()) continue;
    return InvalidField("referents[" + std::to_string(i) + "]",
                        "is `entity` itself, which keeps its place; give the ids that leave it");
  }
  v1::Curation curation;
  curation.mutable_split()->set_entity(request.entity());
  *curation.mutable_split()->mutable_referents() = request.referents();
  return Signed(request, std::move(curation));
}

absl::StatusOr<v1::Curation> DecisionOf(const v1::NeverMergeRequest& request) {
  SILLOK_RETURN_IF_ERROR(CheckEntities("entities", request.entities(), 2, 2));
  v1::Curation curation;
  *curation.mutable_never_merge()->mutable_entities() = request.entities();
  return Signed(request, std::move(curation));
}

absl::StatusOr<v1::Curation> DecisionOf(const v1::AddAliasRequest& request) {
  SILLOK_RETURN_IF_ERROR(CheckEntity("entity", request.entity()));
  SILLOK_RETURN_IF_ERROR(CheckAlias(request.alias()));
  v1::Curation curation;
  curation.mutable_alias()->set_entity(request.entity());
  curation.mutable_alias()->set_alias(request.alias());
  return Signed(request, std::move(curation));
}

absl::StatusOr<v1::Curation> DecisionOf(const v1::UndoCurationRequest& request) {
  SILLOK_RETURN_IF_ERROR(CheckName("name", "curations/", request.name()));
  v1::Curation curation;
  curation.mutable_undo()->set_curation(request.name());
  return Signed(request, std::move(curation));
}

}  // namespace sillok::ingest
