#include "common/status/errors.h"

#include <map>
#include <string>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace sillok {
namespace {

constexpr std::string_view kTypePrefix = "type.googleapis.com/";

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

absl::Status WithDetail(absl::StatusCode code, std::string_view message,
                        const google::protobuf::Message& detail) {
  absl::Status status(code, Absl(message));
  const std::string type = std::string(kTypePrefix) + detail.GetDescriptor()->full_name();
  status.SetPayload(type, absl::Cord(detail.SerializeAsString()));
  return status;
}

absl::Status WithRetry(absl::StatusCode code, absl::Duration retry_after, std::string_view message) {
  google::rpc::RetryInfo detail;
  const int64_t nanos = absl::ToInt64Nanoseconds(retry_after);
  detail.mutable_retry_delay()->set_seconds(nanos / 1'000'000'000);
  detail.mutable_retry_delay()->set_nanos(static_cast<int32_t>(nanos % 1'000'000'000));
  return WithDetail(code, message, detail);
}

std::string Join(std::string_view first, std::string_view second) {
  return std::string(first).append(" ").append(second);
}

}  // namespace

absl::Status InvalidField(std::string_view field, std::string_view description) {
  google::rpc::BadRequest detail;
  google::rpc::BadRequest::FieldViolation& violation = *detail.add_field_violations();
  violation.set_field(std::string(field));
  violation.set_description(std::string(description));
  return WithDetail(absl::StatusCode::kInvalidArgument, Join(field, description), detail);
}

absl::Status NotFoundResource(std::string_view type, std::string_view name) {
  google::rpc::ResourceInfo detail;
  detail.set_resource_type(std::string(type));
  detail.set_resource_name(std::string(name));
  detail.set_description("there is no such resource");
  return WithDetail(absl::StatusCode::kNotFound, Join(name, "is not here"), detail);
}

absl::Status Precondition(std::string_view type, std::string_view subject, std::string_view description) {
  google::rpc::PreconditionFailure detail;
  google::rpc::PreconditionFailure::Violation& violation = *detail.add_violations();
  violation.set_type(std::string(type));
  violation.set_subject(std::string(subject));
  violation.set_description(std::string(description));
  return WithDetail(absl::StatusCode::kFailedPrecondition, Join(subject, description), detail);
}

absl::Status UnavailableFor(absl::Duration retry_after, std::string_view message) {
  return WithRetry(absl::StatusCode::kUnavailable, retry_after, message);
}

absl::Status ExhaustedFor(absl::Duration retry_after, std::string_view message) {
  return WithRetry(absl::StatusCode::kResourceExhausted, retry_after, message);
}

std::string SerializeRpcStatus(const absl::Status& status) {
  google::rpc::Status result;
  result.set_code(static_cast<int32_t>(status.code()));
  result.set_message(static_cast<std::string>(status.message()));
  std::map<std::string, std::string> payloads;  // Abseil visits payloads in a random order.
  status.ForEachPayload([&](absl::string_view type, const absl::Cord& payload) {
    payloads.emplace(static_cast<std::string>(type), static_cast<std::string>(payload));
  });
  for (const auto& [type, payload] : payloads) {
    google::protobuf::Any& detail = *result.add_details();
    detail.set_type_url(type);
    detail.set_value(payload);
  }
  return result.SerializeAsString();
}

}  // namespace sillok
