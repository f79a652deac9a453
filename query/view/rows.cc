#include "query/view/rows.h"

#include "absl/strings/str_cat.h"
#include "common/status/status_macros.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/message_lite.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

std::string SerializeRow(const google::protobuf::MessageLite& message) {
  std::string bytes(message.ByteSizeLong(), '\0');
  google::protobuf::io::ArrayOutputStream stream(bytes.data(), static_cast<int>(bytes.size()));
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeWithCachedSizes(&coded);
  coded.Trim();
  return bytes;
}

absl::Status ParseRow(std::string_view bytes, google::protobuf::MessageLite& message) {
  if (message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat("a stored ", message.GetTypeName(), " cannot be read"));
}

absl::StatusOr<std::optional<std::string>> Rows::First(Family family, std::string_view prefix) {
  std::optional<std::string> first;
  SILLOK_RETURN_IF_ERROR(Scan(family, prefix, [&first](std::string_view key, std::string_view) {
    first = std::string(key);
    return false;
  }));
  return first;
}

absl::StatusOr<bool> Rows::Add(Family family, std::string_view key, int64_t count, int64_t referents) {
  if (count == 0 && referents == 0) return false;
  storage::v1::Tally tally;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row, Get(family, key));
  if (row.has_value()) SILLOK_RETURN_IF_ERROR(ParseRow(*row, tally));
  tally.set_count(tally.count() + count);
  tally.set_referents(tally.referents() + referents);
  if (tally.count() == 0 && tally.referents() == 0) {
    SILLOK_RETURN_IF_ERROR(Delete(family, key));
    return true;
  }
  SILLOK_RETURN_IF_ERROR(Put(family, key, SerializeRow(tally)));
  return !row.has_value();
}

absl::StatusOr<std::optional<std::string>> MapRows::Get(Family family, std::string_view key) {
  const auto row = rows_.find({family, std::string(key)});
  return row == rows_.end() ? std::nullopt : std::optional(row->second);
}

absl::Status MapRows::Put(Family family, std::string_view key, std::string_view value) {
  rows_[{family, std::string(key)}] = value;
  return absl::OkStatus();
}

absl::Status MapRows::Delete(Family family, std::string_view key) {
  rows_.erase({family, std::string(key)});
  return absl::OkStatus();
}

absl::Status MapRows::Scan(Family family, std::string_view prefix, const Visitor& visit) {
  for (auto row = rows_.lower_bound({family, std::string(prefix)});
       row != rows_.end() && row->first.first == family && row->first.second.starts_with(prefix); ++row) {
    if (!visit(row->first.second, row->second)) break;
  }
  return absl::OkStatus();
}

absl::Status MapRows::ScanBack(Family family, std::string_view prefix, const Visitor& visit) {
  const std::string end = PrefixEnd(prefix);
  auto row = end.empty() ? rows_.lower_bound({static_cast<Family>(static_cast<int>(family) + 1), ""})
                         : rows_.lower_bound({family, end});
  while (row != rows_.begin()) {
    --row;
    if (row->first.first != family || !row->first.second.starts_with(prefix)) break;
    if (!visit(row->first.second, row->second)) break;
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<std::string>> MapRows::LastBefore(Family family, std::string_view prefix,
                                                               std::string_view end) {
  auto row = rows_.lower_bound({family, std::string(end)});
  if (row == rows_.begin()) return std::nullopt;
  --row;
  if (row->first.first != family || !row->first.second.starts_with(prefix)) return std::nullopt;
  return row->first.second;
}

}  // namespace sillok::query
