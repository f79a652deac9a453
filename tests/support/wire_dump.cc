#include "tests/support/wire_dump.h"

#include <algorithm>
#include <set>
#include <vector>

#include "common/server/unary.h"
#include "common/status/status_macros.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "google/protobuf/text_format.h"
#include "grpcpp/grpcpp.h"

namespace sillok {
namespace {

using Stub = v1::QueryService::Stub;

// Maps in the order of their keys.
std::string Text(const google::protobuf::Message& message) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(message, &text);
  return message.GetDescriptor()->name() + " {\n" + text + "}\n";
}

class Dumper {
 public:
  Dumper(Stub& stub, const WireDumpOptions& options) : stub_(stub), options_(options) {}

  absl::Status Dump();
  [[nodiscard]] std::string Take() { return std::move(text_); }

 private:
  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                                Request request) {
    *request.mutable_min_commit() = options_.min_commit;
    grpc::ClientContext context;
    Response response;
    const grpc::Status status = (stub_.*method)(&context, request, &response);
    if (!status.ok()) return FromGrpc(status);
    return response;
  }

  // Every page of a list; `take` gets each answer.
  template <typename Request, typename Response, typename Take>
  absl::Status Pages(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                     Request request, Take take) {
    request.set_page_size(options_.page_size);
    while (true) {
      SILLOK_ASSIGN_OR_RETURN(Response response, Call(method, request));
      take(response);
      if (response.next_page_token().empty()) return absl::OkStatus();
      request.set_page_token(response.next_page_token());
    }
  }

  absl::Status Articles();
  absl::Status Lookups();
  absl::Status Entity(const std::string& name);
  absl::Status Timeline(const std::string& entity, const std::string& order);
  absl::StatusOr<std::string> Streamed(const v1::GetTimelineRequest& request);
  absl::Status Quotes(const std::string& entity);
  absl::Status Relations(const std::string& entity);
  absl::Status RelatedEntities(const std::string& entity);
  absl::Status Events();

  Stub& stub_;
  const WireDumpOptions& options_;
  std::string text_;
  std::set<std::string> beginnings_;  // first letters of names, and their initials
  std::set<std::string> entities_;
  std::set<std::string> events_;
};

absl::Status Dumper::Dump() {
  SILLOK_RETURN_IF_ERROR(Articles());
  SILLOK_RETURN_IF_ERROR(Lookups());
  for (const std::string& entity : entities_) SILLOK_RETURN_IF_ERROR(Entity(entity));
  return Events();
}

absl::Status Dumper::Articles() {
  std::vector<std::string> names;
  SILLOK_RETURN_IF_ERROR(
      Pages(&Stub::ListArticles, v1::ListArticlesRequest(), [&](const v1::ListArticlesResponse& response) {
        for (const v1::Article& article : response.articles()) {
          text_ += Text(article);
          names.push_back(article.name());
        }
      }));
  for (const std::string& name : names) {
    v1::GetArticleRequest request;
    request.set_name(name);
    SILLOK_ASSIGN_OR_RETURN(const v1::GetArticleResponse response, Call(&Stub::GetArticle, request));
    text_ += Text(response);
    for (const v1::Mention& mention : response.article().mentions()) {
      if (mention.canonical().empty()) continue;
      const std::string first = mention.canonical().substr(0, DecodeRune(mention.canonical(), 0).length);
      beginnings_.insert(first);
      beginnings_.insert(InitialConsonants(first));
      entities_.insert(mention.referent());
    }
  }
  return absl::OkStatus();
}

absl::Status Dumper::Lookups() {
  for (const std::string& beginning : beginnings_) {
    v1::LookupEntitiesRequest request;
    request.set_query(beginning);
    text_ += "lookup " + beginning + "\n";
    SILLOK_RETURN_IF_ERROR(
        Pages(&Stub::LookupEntities, request, [&](const v1::LookupEntitiesResponse& response) {
          for (const v1::LookupEntitiesResponse::Match& match : response.matches()) {
            text_ += match.entity().name() + " " + v1::MatchReason_Name(match.reason()) + "\n";
            entities_.insert(match.entity().name());
          }
        }));
  }
  return absl::OkStatus();
}

absl::Status Dumper::Entity(const std::string& name) {
  v1::GetEntityRequest request;
  request.set_name(name);
  SILLOK_ASSIGN_OR_RETURN(const v1::GetEntityResponse response, Call(&Stub::GetEntity, request));
  text_ += Text(response);
  v1::ListReferentsRequest referents;
  referents.set_entity(name);
  SILLOK_RETURN_IF_ERROR(Pages(&Stub::ListReferents, referents, [&](const v1::ListReferentsResponse& answer) {
    for (const v1::Referent& referent : answer.referents()) text_ += Text(referent);
  }));
  SILLOK_RETURN_IF_ERROR(Timeline(name, "date"));
  SILLOK_RETURN_IF_ERROR(Timeline(name, "date desc"));
  SILLOK_RETURN_IF_ERROR(Quotes(name));
  SILLOK_RETURN_IF_ERROR(Relations(name));
  SILLOK_RETURN_IF_ERROR(RelatedEntities(name));
  v1::ListQuantitiesRequest quantities;
  quantities.set_subject(name);
  return Pages(&Stub::ListQuantities, quantities, [&](const v1::ListQuantitiesResponse& answer) {
    for (const v1::Quantity& quantity : answer.quantities()) text_ += Text(quantity);
  });
}

absl::Status Dumper::Timeline(const std::string& entity, const std::string& order) {
  v1::GetTimelineRequest request;
  request.add_entities(entity);
  request.set_order_by(order);
  std::string paged;
  SILLOK_RETURN_IF_ERROR(Pages(&Stub::GetTimeline, request, [&](const v1::GetTimelineResponse& response) {
    for (const v1::Event& event : response.events()) {
      paged += Text(event);
      events_.insert(event.name());
    }
  }));
  SILLOK_ASSIGN_OR_RETURN(const std::string streamed, Streamed(request));
  if (streamed != paged) {
    return absl::InternalError("the stream of " + entity + " is not the sum of its pages");
  }
  text_ += "timeline " + entity + " " + order + "\n" + paged;
  return absl::OkStatus();
}

absl::StatusOr<std::string> Dumper::Streamed(const v1::GetTimelineRequest& timeline) {
  v1::StreamTimelineRequest request;
  *request.mutable_timeline() = timeline;
  *request.mutable_timeline()->mutable_min_commit() = options_.min_commit;
  grpc::ClientContext context;
  const auto reader = stub_.StreamTimeline(&context, request);
  v1::StreamTimelineResponse response;
  std::string text;
  while (reader->Read(&response)) text += Text(response.event());
  const grpc::Status status = reader->Finish();
  if (!status.ok()) return FromGrpc(status);
  return text;
}

absl::Status Dumper::Quotes(const std::string& entity) {
  v1::ListQuotesRequest spoken;
  spoken.set_speaker(entity);
  v1::ListQuotesRequest about;
  about.set_about(entity);
  for (const v1::ListQuotesRequest& request : {spoken, about}) {
    text_ += request.speaker().empty() ? "about\n" : "spoken\n";
    SILLOK_RETURN_IF_ERROR(Pages(&Stub::ListQuotes, request, [&](const v1::ListQuotesResponse& response) {
      for (const v1::Quote& quote : response.quotes()) text_ += Text(quote);
    }));
  }
  return absl::OkStatus();
}

absl::Status Dumper::Relations(const std::string& entity) {
  v1::ListRelationsRequest request;
  request.set_entity(entity);
  return Pages(&Stub::ListRelations, request, [&](const v1::ListRelationsResponse& response) {
    for (const v1::ListRelationsResponse::Told& told : response.relations()) text_ += Text(told);
  });
}

absl::Status Dumper::RelatedEntities(const std::string& entity) {
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(entity);
  return Pages(&Stub::ListRelatedEntities, request, [&](v1::ListRelatedEntitiesResponse& response) {
    for (const auto& related : response.related()) text_ += Text(related);
    if (response.next_page_token().empty()) {
      text_ += "of " + std::to_string(response.entity_articles()) + " and " +
               std::to_string(response.all_articles()) + " articles\n";
    }
  });
}

absl::Status Dumper::Events() {
  for (const std::string& name : events_) {
    v1::GetEventRequest get;
    get.set_name(name);
    SILLOK_ASSIGN_OR_RETURN(const v1::GetEventResponse response, Call(&Stub::GetEvent, get));
    text_ += Text(response);
    v1::ListEvidenceRequest list;
    list.set_event(name);
    SILLOK_RETURN_IF_ERROR(Pages(&Stub::ListEvidence, list, [&](const v1::ListEvidenceResponse& answer) {
      for (const v1::Evidence& evidence : answer.evidence()) text_ += Text(evidence);
    }));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> WireDump(v1::QueryService::Stub& stub, const WireDumpOptions& options) {
  Dumper dumper(stub, options);
  SILLOK_RETURN_IF_ERROR(dumper.Dump());
  return dumper.Take();
}

std::string FirstDifference(const std::string& one, const std::string& other) {
  constexpr size_t kBefore = 600;
  constexpr size_t kShown = 900;
  const auto at = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  if (at.first == one.end() && at.second == other.end()) return "";
  const auto offset = static_cast<size_t>(at.first - one.begin());
  const size_t from = offset > kBefore ? offset - kBefore : 0;
  return "…" + one.substr(from, kShown) + "\n--- instead of ---\n…" + other.substr(from, kShown);
}

}  // namespace sillok
