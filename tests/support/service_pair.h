// Both programs, running against each other on loopback with folders of their own.
//
//   ServicePair pair({.ingest = SILLOK_INGEST, .query = SILLOK_QUERY});
//   ASSERT_TRUE(pair.StartIngest() && pair.StartQuery());
//   const v1::IngestArticleResponse stored = *pair.Ingest(page);
//   v1::GetStatusRequest request;
//   *request.add_min_commit() = stored.commit();
//   absl::StatusOr<v1::GetStatusResponse> status = pair.Query(&v1::QueryService::Stub::GetStatus, request);
//
// A process can be stopped or killed and started again: same address, same folder. One thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/server/unary.h"
#include "grpcpp/grpcpp.h"
#include "sillok/v1/commit_log_service.grpc.pb.h"
#include "sillok/v1/curation_service.grpc.pb.h"
#include "sillok/v1/ingest_service.grpc.pb.h"
#include "sillok/v1/query_service.grpc.pb.h"
#include "tests/support/child_process.h"

namespace sillok {

struct ServicePairOptions {
  // Paths of the programs.
  std::string ingest;
  std::string query;
  // Addresses of other ingest processes that the query process follows too.
  std::vector<std::string> follow_too = {};
};

class ServicePair {
 public:
  explicit ServicePair(const ServicePairOptions& options);

  // True once the process says SERVING.
  [[nodiscard]] bool StartIngest();
  [[nodiscard]] bool StartQuery();
  // Without waiting for health.
  void LaunchIngest();
  void LaunchQuery();
  [[nodiscard]] ChildProcess& ingest() { return *ingest_process_; }
  [[nodiscard]] ChildProcess& query() { return *query_process_; }
  [[nodiscard]] const std::string& ingest_address() const { return ingest_address_; }
  [[nodiscard]] const std::string& query_address() const { return query_address_; }
  // Of the ingest store; no process may have it when a test opens it.
  [[nodiscard]] std::string ingest_folder() const { return folder_.path() + "/ingest"; }
  // Forgets the view: the next query process begins with an empty folder.
  void ForgetView();
  // What the programs have logged so far; shown by tests that fail.
  [[nodiscard]] std::string Log() const;

  [[nodiscard]] absl::StatusOr<v1::IngestArticleResponse> Ingest(const v1::RawArticle& page);
  [[nodiscard]] absl::StatusOr<v1::DeleteArticleResponse> Delete(const std::string& article_id);

  // One call of the ingest, the curation or the query service, with its status's details.
  template <typename Request, typename Response>
  [[nodiscard]] absl::StatusOr<Response> Ingest(
      grpc::Status (v1::IngestService::Stub::*method)(grpc::ClientContext*, const Request&, Response*),
      const Request& request, absl::Duration timeout = absl::Seconds(60)) {
    return Call(*ingest_, method, request, timeout);
  }
  template <typename Request, typename Response>
  [[nodiscard]] absl::StatusOr<Response> Curate(
      grpc::Status (v1::CurationService::Stub::*method)(grpc::ClientContext*, const Request&, Response*),
      const Request& request, absl::Duration timeout = absl::Seconds(60)) {
    return Call(*curation_, method, request, timeout);
  }
  template <typename Request, typename Response>
  [[nodiscard]] absl::StatusOr<Response> Query(
      grpc::Status (v1::QueryService::Stub::*method)(grpc::ClientContext*, const Request&, Response*),
      const Request& request, absl::Duration timeout = absl::Seconds(60)) {
    return Call(*query_, method, request, timeout);
  }

  [[nodiscard]] v1::IngestService::Stub& ingest_stub() { return *ingest_; }
  [[nodiscard]] v1::CommitLogService::Stub& commit_log_stub() { return *commit_log_; }
  [[nodiscard]] v1::QueryService::Stub& query_stub() { return *query_; }

 private:
  template <typename Stub, typename Request, typename Response>
  static absl::StatusOr<Response> Call(Stub& stub,
                                       grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                                    Response*),
                                       const Request& request, absl::Duration timeout) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + timeout));
    Response response;
    const grpc::Status status = (stub.*method)(&context, request, &response);
    if (!status.ok()) return FromGrpc(status);
    return response;
  }

  const ServicePairOptions options_;
  TemporaryFolder folder_;
  const std::string ingest_address_;
  const std::string query_address_;
  int views_ = 0;
  std::optional<ChildProcess> ingest_process_;
  std::optional<ChildProcess> query_process_;
  std::unique_ptr<v1::IngestService::Stub> ingest_;
  std::unique_ptr<v1::CurationService::Stub> curation_;
  std::unique_ptr<v1::CommitLogService::Stub> commit_log_;
  std::unique_ptr<v1::QueryService::Stub> query_;
};

// The fields that the BadRequest among a status's details names; empty when there is none.
[[nodiscard]] std::vector<std::string> BadFields(const absl::Status& status);

// Whether the details hold a google.rpc message of this name: "RetryInfo".
[[nodiscard]] bool HasDetail(const absl::Status& status, const std::string& name);

}  // namespace sillok
