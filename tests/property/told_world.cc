#include "tests/property/told_world.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/status/status_macros.h"
#include "tests/support/wire_dump.h"

namespace sillok {
namespace {

constexpr int64_t kEnd = 4102444800;  // 2100: after every time of a story

}  // namespace

ToldWorld::ToldWorld(int stores, const ServicePairOptions& programs) {
  ServicePairOptions with_view = programs;
  with_view.follow_too.reserve(static_cast<size_t>(stores));
  stores_.reserve(static_cast<size_t>(stores));
  for (int store = 1; store < stores; ++store) {
    stores_.push_back(std::make_unique<ServicePair>(programs));
    with_view.follow_too.push_back(stores_.back()->ingest_address());
  }
  stores_.insert(stores_.begin(), std::make_unique<ServicePair>(with_view));
}

bool ToldWorld::Start() {
  return std::all_of(stores_.begin(), stores_.end(),
                     [](const std::unique_ptr<ServicePair>& store) { return store->StartIngest(); }) &&
         stores_.front()->StartQuery();
}

absl::Status ToldWorld::Tell(const std::vector<PageStep>& story, const std::string& prefix) {
  taken_.clear();
  for (const PageStep& step : story) {
    if (const auto* page = std::get_if<v1::RawArticle>(&step.what)) {
      SILLOK_RETURN_IF_ERROR(Put(step.store, *page, prefix));
    } else if (const auto* removal = std::get_if<PageRemoval>(&step.what)) {
      SILLOK_RETURN_IF_ERROR(Remove(step.store, *removal, prefix));
    } else if (const auto* decision = std::get_if<PageDecision>(&step.what)) {
      SILLOK_RETURN_IF_ERROR(Decide(step.store, *decision, prefix));
    } else if (const auto* undo = std::get_if<PageUndo>(&step.what)) {
      SILLOK_RETURN_IF_ERROR(Undo(*undo));
    } else {
      SILLOK_RETURN_IF_ERROR(ReadAgain(step.store));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> ToldWorld::Dump() {
  WireDumpOptions options;
  for (const auto& [store, commit] : reached_) *options.min_commit.Add() = commit;
  return WireDump(stores_.front()->query_stub(), options);
}

absl::Status ToldWorld::Forget(const std::vector<PageStep>& story, const std::string& prefix) {
  int store = 0;
  for (const std::string& article : ArticlesOf(story)) {
    SILLOK_RETURN_IF_ERROR(Remove(store, {.article_id = article, .time = kEnd}, prefix));
    store = (store + 1) % static_cast<int>(stores_.size());
  }
  for (const auto& [number, taken] : std::map<int, Taken>(taken_)) {
    SILLOK_RETURN_IF_ERROR(Undo({.number = number, .time = kEnd}));
  }
  return absl::OkStatus();
}

std::string ToldWorld::Log() const {
  std::string log;
  for (const auto& store : stores_) log += store->Log();
  return log;
}

void ToldWorld::Reached(int store, const v1::CommitToken& commit) {
  v1::CommitToken& newest = reached_[store];
  if (commit.id() > newest.id()) newest = commit;
}

absl::Status ToldWorld::Put(int store, v1::RawArticle page, const std::string& prefix) {
  page.set_article_id(prefix + page.article_id());
  SILLOK_ASSIGN_OR_RETURN(const v1::IngestArticleResponse stored, stores_[store]->Ingest(page));
  Reached(store, stored.commit());
  return absl::OkStatus();
}

absl::Status ToldWorld::Remove(int store, const PageRemoval& removal, const std::string& prefix) {
  v1::DeleteArticleRequest request;
  request.set_name("articles/" + prefix + removal.article_id);
  request.mutable_delete_time()->set_seconds(removal.time);
  request.set_allow_missing(true);
  const auto deleted = stores_[store]->Ingest(&v1::IngestService::Stub::DeleteArticle, request);
  // The store holds a later revision: the deletion comes to nothing there.
  if (absl::IsFailedPrecondition(deleted.status())) return absl::OkStatus();
  if (deleted.ok()) Reached(store, deleted->commit());
  return deleted.status();
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> ToldWorld::EntitiesOf(const PageDecision& decision,
                                                               const std::string& prefix) {
  std::vector<std::string> entities;
  entities.reserve(decision.atoms.size());
  for (const Atom& atom : decision.atoms) {
    v1::ExtractArticleRequest request;
    *request.mutable_article() = atom.page;
    request.mutable_article()->set_article_id(prefix + atom.page.article_id());
    SILLOK_ASSIGN_OR_RETURN(const v1::ExtractArticleResponse read,
                            stores_.front()->Ingest(&v1::IngestService::Stub::ExtractArticle, request));
    const auto& mentions = read.article().mentions();
    if (mentions.empty()) return std::vector<std::string>();
    entities.push_back(mentions[atom.mention % mentions.size()].referent());
  }
  const std::set<std::string> different(entities.begin(), entities.end());
  return different.size() == entities.size() ? entities : std::vector<std::string>();
}

template <typename Request, typename Response>
absl::Status ToldWorld::Curate(grpc::Status (v1::CurationService::Stub::*method)(grpc::ClientContext*,
                                                                                 const Request&, Response*),
                               Request request, int store, const PageDecision& decision) {
  // By the number, so that no two decisions of a story are one.
  request.set_author("편집자 " + std::to_string(decision.number));
  request.mutable_create_time()->set_seconds(decision.time);
  SILLOK_ASSIGN_OR_RETURN(const Response answer, stores_[store]->Curate(method, request));
  Reached(store, answer.commit());
  taken_[decision.number] = {.store = store, .name = answer.curation().name()};
  return absl::OkStatus();
}

absl::Status ToldWorld::Decide(int store, const PageDecision& decision, const std::string& prefix) {
  using Stub = v1::CurationService::Stub;
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> entities, EntitiesOf(decision, prefix));
  if (entities.empty()) return absl::OkStatus();
  switch (decision.kind) {
    case PageDecision::Kind::kMerge: {
      v1::MergeEntitiesRequest request;
      request.mutable_entities()->Add(entities.begin(), entities.end());
      return Curate(&Stub::MergeEntities, request, store, decision);
    }
    case PageDecision::Kind::kSplit: {
      v1::SplitEntityRequest request;
      request.set_entity(entities.front());
      request.mutable_referents()->Add(entities.begin() + 1, entities.end());
      return Curate(&Stub::SplitEntity, request, store, decision);
    }
    case PageDecision::Kind::kNeverMerge: {
      v1::NeverMergeRequest request;
      request.mutable_entities()->Add(entities.begin(), entities.begin() + 2);
      return Curate(&Stub::NeverMerge, request, store, decision);
    }
    case PageDecision::Kind::kAlias: {
      v1::AddAliasRequest request;
      request.set_entity(entities.front());
      request.set_alias(decision.alias);
      return Curate(&Stub::AddAlias, request, store, decision);
    }
  }
  return absl::InternalError("a decision of no kind");
}

absl::Status ToldWorld::Undo(const PageUndo& undo) {
  const auto taken = taken_.find(undo.number);
  if (taken == taken_.end()) return absl::OkStatus();
  v1::UndoCurationRequest request;
  request.set_name(taken->second.name);
  request.set_author("편집자");
  request.mutable_create_time()->set_seconds(undo.time);
  const int store = taken->second.store;
  SILLOK_ASSIGN_OR_RETURN(const v1::UndoCurationResponse undone,
                          stores_[store]->Curate(&v1::CurationService::Stub::UndoCuration, request));
  Reached(store, undone.commit());
  return absl::OkStatus();
}

absl::Status ToldWorld::ReadAgain(int store) {
  v1::ReextractArticlesRequest request;
  request.set_only_outdated(false);
  grpc::ClientContext context;
  const auto reader = stores_[store]->ingest_stub().ReextractArticles(&context, request);
  v1::ReextractArticlesResponse response;
  while (reader->Read(&response)) {
    if (response.has_commit()) Reached(store, response.commit());
  }
  return FromGrpc(reader->Finish());
}

}  // namespace sillok
