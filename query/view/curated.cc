#include "query/view/curated.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "common/status/status_macros.h"
#include "query/view/article_facts.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

using storage::v1::CuratedReferent;

absl::StatusOr<CuratedReferent> ReadReferent(Rows& rows, std::string_view id) {
  CuratedReferent referent;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                          rows.Get(Family::kCuratedReferents, TextPrefix(id)));
  if (row.has_value()) SILLOK_RETURN_IF_ERROR(ParseRow(*row, referent));
  return referent;
}

using Texts = google::protobuf::RepeatedPtrField<std::string>;

void Insert(const std::string& text, Texts& texts) {
  *texts.Add() = text;
  std::sort(texts.begin(), texts.end());
}

void Erase(const std::string& text, Texts& texts) {
  if (const auto found = std::find(texts.begin(), texts.end(), text); found != texts.end()) {
    texts.erase(found);
  }
}

// Where the referent is filed now; nothing when it is not there.
absl::StatusOr<std::optional<NameKey>> NameOf(Rows& rows, const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row, rows.Get(Family::kReferents, TextPrefix(id)));
  if (!row.has_value()) return std::nullopt;
  storage::v1::Referent referent;
  SILLOK_RETURN_IF_ERROR(ParseRow(*row, referent));
  return NameKey{referent.type(), referent.name(), referent.facet()};
}

DecisionKind KindOf(const v1::Curation& curation) {
  if (curation.has_never_merge()) return DecisionKind::kApart;
  return curation.has_split() ? DecisionKind::kLeaves : DecisionKind::kOne;
}

}  // namespace

std::vector<std::string> ReferentsOf(const v1::Curation& curation) {
  std::vector<std::string> ids;
  const auto add = [&ids](const Texts& names) {
    for (const std::string& name : names) ids.push_back(BareId(name));
  };
  if (curation.has_merge()) add(curation.merge().entities());
  if (curation.has_never_merge()) add(curation.never_merge().entities());
  if (curation.has_alias()) ids.push_back(BareId(curation.alias().entity()));
  if (curation.has_split()) {
    ids.push_back(BareId(curation.split().entity()));
    add(curation.split().referents());
  }
  return ids;
}

absl::Status PutDecision(Rows& rows, const v1::Curation& curation) {
  const std::string id = BareId(curation.name());
  v1::Curation decision = curation;
  decision.clear_reason();  // which may differ from origin to origin, and decides nothing
  SILLOK_RETURN_IF_ERROR(rows.Put(Family::kDecisions, TextPrefix(id), SerializeRow(decision)));
  for (const std::string& referent_id : ReferentsOf(curation)) {
    SILLOK_ASSIGN_OR_RETURN(CuratedReferent referent, ReadReferent(rows, referent_id));
    Insert(id, *referent.mutable_curations());
    if (curation.has_alias()) Insert(curation.alias().alias(), *referent.mutable_aliases());
    SILLOK_RETURN_IF_ERROR(
        rows.Put(Family::kCuratedReferents, TextPrefix(referent_id), SerializeRow(referent)));
  }
  return absl::OkStatus();
}

absl::Status DeleteDecision(Rows& rows, const v1::Curation& curation) {
  const std::string id = BareId(curation.name());
  SILLOK_RETURN_IF_ERROR(rows.Delete(Family::kDecisions, TextPrefix(id)));
  for (const std::string& referent_id : ReferentsOf(curation)) {
    SILLOK_ASSIGN_OR_RETURN(CuratedReferent referent, ReadReferent(rows, referent_id));
    Erase(id, *referent.mutable_curations());
    if (curation.has_alias()) Erase(curation.alias().alias(), *referent.mutable_aliases());
    const std::string row = TextPrefix(referent_id);
    SILLOK_RETURN_IF_ERROR(referent.curations().empty()
                               ? rows.Delete(Family::kCuratedReferents, row)
                               : rows.Put(Family::kCuratedReferents, row, SerializeRow(referent)));
  }
  return absl::OkStatus();
}

absl::StatusOr<CuratedReferents> ReadCurated(Rows& rows, const v1::Article& article) {
  CuratedReferents curated;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> any, rows.First(Family::kCuratedReferents, ""));
  if (!any.has_value()) return curated;
  std::set<std::string> ids;
  for (const v1::Mention& mention : article.mentions()) ids.insert(BareId(mention.referent()));
  for (const v1::Event& event : article.events()) {
    for (const v1::Participant& participant : event.participants()) ids.insert(BareId(participant.entity()));
  }
  for (const std::string& id : ids) {
    SILLOK_ASSIGN_OR_RETURN(const CuratedReferent referent, ReadReferent(rows, id));
    if (referent.curations().empty()) continue;
    curated[id] = {referent.aliases().begin(), referent.aliases().end()};
  }
  return curated;
}

absl::StatusOr<std::vector<Decision>> DecisionsAbout(Rows& rows, std::string_view referent_id) {
  std::vector<Decision> decisions;
  SILLOK_ASSIGN_OR_RETURN(const CuratedReferent referent, ReadReferent(rows, referent_id));
  for (const std::string& id : referent.curations()) {
    SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                            rows.Get(Family::kDecisions, TextPrefix(id)));
    if (!row.has_value()) return absl::DataLossError("curations/" + id + " holds and is not there");
    v1::Curation curation;
    SILLOK_RETURN_IF_ERROR(ParseRow(*row, curation));
    Decision decision{.seconds = curation.create_time().seconds(),
                      .nanos = curation.create_time().nanos(),
                      .id = id,
                      .kind = KindOf(curation),
                      .names = {}};
    const std::vector<std::string> ids = ReferentsOf(curation);
    for (const std::string& each : ids) {
      SILLOK_ASSIGN_OR_RETURN(std::optional<NameKey> name, NameOf(rows, each));
      // Without the first there is nothing to be kept apart from.
      if (!name.has_value() && decision.kind != DecisionKind::kOne && each == ids.front()) break;
      if (name.has_value()) decision.names.push_back(*std::move(name));
    }
    if (decision.names.size() > 1) decisions.push_back(std::move(decision));
  }
  return decisions;
}

}  // namespace sillok::query
