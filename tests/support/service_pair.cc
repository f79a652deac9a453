#include "tests/support/service_pair.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/strings/cord.h"
#include "absl/time/clock.h"
#include "google/rpc/error_details.pb.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok {
namespace {

constexpr absl::Duration kHealthy = absl::Seconds(60);

std::shared_ptr<grpc::Channel> Connect(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(64 << 20);
  arguments.SetMaxSendMessageSize(64 << 20);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 20);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 100);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

}  // namespace

ServicePair::ServicePair(const ServicePairOptions& options)
    : options_(options), ingest_address_(FreeAddress()), query_address_(FreeAddress()) {
  const std::shared_ptr<grpc::Channel> to_ingest = Connect(ingest_address_);
  ingest_ = v1::IngestService::NewStub(to_ingest);
  curation_ = v1::CurationService::NewStub(to_ingest);
  commit_log_ = v1::CommitLogService::NewStub(to_ingest);
  query_ = v1::QueryService::NewStub(Connect(query_address_));
}

void ServicePair::LaunchIngest() {
  ingest_process_.reset();
  ingest_process_.emplace(
      std::vector<std::string>{options_.ingest, "--listen=" + ingest_address_,
                               "--data_dir=" + ingest_folder(), "--mecab_dictionary=" + MecabDictionary()},
      folder_.path() + "/ingest.log");
}

void ServicePair::LaunchQuery() {
  query_process_.reset();
  std::vector<std::string> command = {options_.query, "--listen=" + query_address_,
                                      "--data_dir=" + folder_.path() + "/view" + std::to_string(views_),
                                      "--follow=" + ingest_address_, "--cache_mib=16"};
  for (const std::string& address : options_.follow_too) command.push_back("--follow=" + address);
  query_process_.emplace(command, folder_.path() + "/query.log");
}

bool ServicePair::StartIngest() {
  LaunchIngest();
  return WaitForHealth(ingest_address_, kHealthy);
}

bool ServicePair::StartQuery() {
  LaunchQuery();
  return WaitForHealth(query_address_, kHealthy);
}

void ServicePair::ForgetView() {
  query_process_.reset();
  ++views_;
}

std::string ServicePair::Log() const {
  std::ostringstream text;
  for (const char* name : {"/ingest.log", "/query.log"}) {
    std::ifstream file(folder_.path() + name);
    text << name << ":\n" << file.rdbuf();
  }
  return text.str();
}

absl::StatusOr<v1::IngestArticleResponse> ServicePair::Ingest(const v1::RawArticle& page) {
  v1::IngestArticleRequest request;
  *request.mutable_article() = page;
  return Ingest(&v1::IngestService::Stub::IngestArticle, request);
}

absl::StatusOr<v1::DeleteArticleResponse> ServicePair::Delete(const std::string& article_id) {
  v1::DeleteArticleRequest request;
  request.set_name("articles/" + article_id);
  return Ingest(&v1::IngestService::Stub::DeleteArticle, request);
}

std::vector<std::string> BadFields(const absl::Status& status) {
  std::vector<std::string> fields;
  status.ForEachPayload([&fields](auto type, const absl::Cord& payload) {
    google::rpc::BadRequest bad;
    if (std::string(type) != "type.googleapis.com/google.rpc.BadRequest") return;
    if (!bad.ParseFromString(std::string(payload))) return;
    for (const auto& violation : bad.field_violations()) {
      if (!violation.description().empty()) fields.push_back(violation.field());
    }
  });
  return fields;
}

bool HasDetail(const absl::Status& status, const std::string& name) {
  return status.GetPayload("type.googleapis.com/google.rpc." + name).has_value();
}

}  // namespace sillok
