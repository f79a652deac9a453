#include "ingest/load/manifest.h"

#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace sillok::ingest {
namespace {

// Through a Struct, because a row is a RawArticle and one field more.
absl::StatusOr<google::protobuf::Struct> ParseObject(std::string_view line) {
  google::protobuf::Struct object;
  const auto status = google::protobuf::util::JsonStringToMessage(
      google::protobuf::StringPiece(line.data(), line.size()), &object);
  if (!status.ok()) return absl::InvalidArgumentError("is no JSON object: " + std::string{status.message()});
  return object;
}

absl::StatusOr<v1::RawArticle> ToPage(const google::protobuf::Struct& object) {
  std::string json;
  v1::RawArticle page;
  auto status = google::protobuf::util::MessageToJsonString(object, &json);
  if (status.ok()) status = google::protobuf::util::JsonStringToMessage(json, &page);
  if (!status.ok()) return absl::InvalidArgumentError("is no RawArticle: " + std::string{status.message()});
  return page;
}

}  // namespace

absl::StatusOr<ManifestRow> ParseManifestRow(std::string_view line) {
  absl::StatusOr<google::protobuf::Struct> object = ParseObject(line);
  if (!object.ok()) return object.status();
  ManifestRow row;
  auto& fields = *object->mutable_fields();
  if (const auto file = fields.find("file"); file != fields.end()) {
    row.file = file->second.string_value();
    if (row.file.empty()) return absl::InvalidArgumentError("has a `file` that is no text; give a path");
    fields.erase(file);
  }
  absl::StatusOr<v1::RawArticle> page = ToPage(*object);
  if (!page.ok()) return page.status();
  row.page = *std::move(page);
  const bool has_content = row.page.content_case() != v1::RawArticle::CONTENT_NOT_SET;
  if (row.file.empty() && !has_content) return absl::InvalidArgumentError("has neither `file` nor content");
  if (!row.file.empty() && has_content) {
    return absl::InvalidArgumentError("has both `file` and content; give one");
  }
  return row;
}

}  // namespace sillok::ingest
