// sillok-show: looks an entity up and prints its timeline for a person.
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "grpcpp/grpcpp.h"
#include "query/show/timeline_text.h"
#include "sillok/v1/query_service.grpc.pb.h"

ABSL_FLAG(std::string, query, "127.0.0.1:50052", "HOST:PORT of sillok-query");
ABSL_FLAG(std::string, first, "",
          "only what happened from this day, month or year on: 2024-03-18, 2024-03 or 2024");
ABSL_FLAG(std::string, last, "", "only what happened until this day, month or year");
ABSL_FLAG(int, evidence, 1, "sentences shown for each event");
ABSL_FLAG(int, width, 110, "columns of the terminal");

namespace sillok::query {
namespace {

int Fail(const grpc::Status& status) {
  std::fprintf(stderr, "sillok-show: %s\n", status.error_message().c_str());
  return 1;
}

void PrintEntity(const v1::Entity& entity) {
  std::string forms;
  for (const v1::NameForm& form : entity.names()) {
    forms += (forms.empty() ? "" : ", ") + form.text() + " " + std::to_string(form.mentions());
  }
  std::printf("%s (%s): %s; %d articles\n\n", entity.display_name().c_str(), entity.name().c_str(),
              forms.c_str(), entity.article_count());
}

int Show(v1::QueryService::Stub& stub, const std::string& name) {
  v1::LookupEntitiesRequest lookup;
  lookup.set_query(name);
  lookup.set_page_size(5);
  v1::LookupEntitiesResponse found;
  grpc::ClientContext lookup_context;
  if (auto status = stub.LookupEntities(&lookup_context, lookup, &found); !status.ok()) return Fail(status);
  if (found.matches().empty()) {
    std::fprintf(stderr, "sillok-show: nobody and nothing is called '%s'\n", name.c_str());
    return 1;
  }
  PrintEntity(found.matches(0).entity());

  v1::StreamTimelineRequest request;
  v1::GetTimelineRequest& timeline = *request.mutable_timeline();
  timeline.add_entities(found.matches(0).entity().name());
  timeline.set_evidence_limit(absl::GetFlag(FLAGS_evidence));
  timeline.mutable_happened()->set_first(absl::GetFlag(FLAGS_first));
  timeline.mutable_happened()->set_last(absl::GetFlag(FLAGS_last));
  if (absl::GetFlag(FLAGS_first).empty() && absl::GetFlag(FLAGS_last).empty()) timeline.clear_happened();
  grpc::ClientContext context;
  const auto reader = stub.StreamTimeline(&context, request);
  for (v1::StreamTimelineResponse response; reader->Read(&response);) {
    std::fputs(FormatEvent(response.event(), absl::GetFlag(FLAGS_width)).c_str(), stdout);
  }
  const grpc::Status status = reader->Finish();
  return status.ok() ? 0 : Fail(status);
}

}  // namespace
}  // namespace sillok::query

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("prints the timeline of an entity: sillok-show [--query=HOST:PORT] NAME");
  const std::vector<char*> arguments = absl::ParseCommandLine(argc, argv);
  if (arguments.size() != 2) {
    std::fprintf(stderr, "usage: sillok-show [--query=HOST:PORT] [--first=DAY] [--last=DAY] NAME\n");
    return 2;
  }
  const auto stub = sillok::v1::QueryService::NewStub(
      grpc::CreateChannel(absl::GetFlag(FLAGS_query), grpc::InsecureChannelCredentials()));
  return sillok::query::Show(*stub, arguments[1]);
}
