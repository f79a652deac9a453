#include "ingest/record/dump.h"

#include <memory>
#include <optional>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/status/status_macros.h"
#include "common/store/store.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "ingest/record/keyspace.h"
#include "sillok/storage/v1/record.pb.h"

namespace sillok::ingest {
namespace {

absl::StatusOr<std::string> ToJson(const google::protobuf::Message& message) {
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(message, &json).ok()) {
    return absl::DataLossError("a value has no JSON form");
  }
  return json;
}

absl::StatusOr<std::string> QuoteText(std::string_view text) {
  google::protobuf::Value value;
  value.set_string_value(std::string(text));
  return ToJson(value);
}

template <typename Message>
absl::StatusOr<std::string> MessageJson(std::string_view bytes) {
  Message message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("a value cannot be read as " + message.GetTypeName());
  }
  return ToJson(message);
}

absl::StatusOr<std::string> CommitIdJson(std::string_view bytes) {
  const std::optional<int64_t> id = ParseCommitKey(bytes);
  if (!id) return absl::DataLossError("8 bytes of a commit id were expected");
  return QuoteText(std::to_string(*id));
}

absl::StatusOr<std::string> CurationTimeJson(std::string_view bytes) {
  const std::optional<CurationTime> key = ParseCurationTimeKey(bytes);
  if (!key) return absl::DataLossError("a time and the id of a curation were expected");
  return QuoteText(absl::FormatTime(absl::RFC3339_full, key->time, absl::UTCTimeZone()) + " " + key->id);
}

// How a family's bytes are read.
struct FamilyFormat {
  const char* name;
  absl::StatusOr<std::string> (*key)(std::string_view bytes);
  absl::StatusOr<std::string> (*value)(std::string_view bytes);
};

constexpr FamilyFormat kFormats[] = {
    {kArticles, &QuoteText, &CommitIdJson},
    {kCommits, &CommitIdJson, &MessageJson<storage::v1::StoredCommit>},
    {kCurationTimes, &CurationTimeJson, &CommitIdJson},
    {kCurations, &QuoteText, &CommitIdJson},
    {kFacts, &QuoteText, &MessageJson<v1::Article>},
    {kMeta, &QuoteText, &QuoteText},
    {kPages, &QuoteText, &MessageJson<storage::v1::StoredPage>},
    {kUndone, &QuoteText, &CommitIdJson},
};

absl::Status DumpFamily(Store& store, const FamilyFormat& format, std::ostream& out) {
  const std::unique_ptr<rocksdb::Iterator> it(
      store.db().NewIterator(rocksdb::ReadOptions(), store.family(format.name)));
  for (it->SeekToFirst(); it->Valid(); it->Next()) {
    SILLOK_ASSIGN_OR_RETURN(const std::string key, format.key({it->key().data(), it->key().size()}));
    SILLOK_ASSIGN_OR_RETURN(const std::string value, format.value({it->value().data(), it->value().size()}));
    out << R"({"family":")" << format.name << R"(","key":)" << key << R"(,"value":)" << value << "}\n";
  }
  return FromRocks(it->status(), std::string("reading family ") + format.name);
}

}  // namespace

absl::Status DumpStore(const std::string& data_dir, std::ostream& out) {
  SILLOK_ASSIGN_OR_RETURN(const std::unique_ptr<Store> store,
                          Store::Open(StoreOptionsFor(data_dir, /*read_only=*/true)));
  for (const FamilyFormat& format : kFormats) {
    // A store that its owner has not opened since there are curations has no family for them.
    if (store->has_family(format.name)) SILLOK_RETURN_IF_ERROR(DumpFamily(*store, format, out));
  }
  return absl::OkStatus();
}

}  // namespace sillok::ingest
