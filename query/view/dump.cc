#include "query/view/dump.h"

#include <memory>

#include "common/status/status_macros.h"
#include "common/store/store.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/type_resolver_util.h"
#include "query/view/packed_article.h"

namespace sillok::query {
namespace {

constexpr char kUrlPrefix[] = "type.googleapis.com";

// From the bytes, not from a parsed message: a message would shuffle its labels.
std::string DescribeMessage(const google::protobuf::Message& type, std::string_view bytes) {
  static google::protobuf::util::TypeResolver* const resolver =
      google::protobuf::util::NewTypeResolverForDescriptorPool(
          kUrlPrefix, google::protobuf::DescriptorPool::generated_pool());
  const std::string& name = type.GetDescriptor()->full_name();
  std::string json;
  const bool is_read = google::protobuf::util::BinaryToJsonString(
                           resolver, std::string(kUrlPrefix) + "/" + name, std::string(bytes), &json)
                           .ok();
  return is_read ? json : "(not a " + name + ")";
}

std::string DescribeValue(const FamilyInfo& info, std::string_view value) {
  if (info.value == nullptr) return std::string(value);
  if (info.family != Family::kCurrent) return DescribeMessage(*info.value, value);
  const absl::StatusOr<std::string> article = UnpackArticleBytes(value);
  return article.ok() ? DescribeMessage(v1::Article::default_instance(), *article)
                      : DescribeMessage(*info.value, value);
}

}  // namespace

std::string DescribeRow(Family family, std::string_view key, std::string_view value) {
  const FamilyInfo& info = InfoOf(family);
  std::string row = info.name + " " + DescribeKey(family, key) + "\n";
  const std::string words = DescribeValue(info, value);
  if (!words.empty()) row += "  " + words + "\n";
  return row;
}

absl::Status DumpView(const std::string& path, std::ostream& out) {
  SILLOK_ASSIGN_OR_RETURN(
      const std::unique_ptr<Store> store,
      Store::Open({.path = path, .schema = kViewSchema, .families = FamilyNames(), .read_only = true}));
  for (const FamilyInfo& info : Families()) {
    const std::unique_ptr<rocksdb::Iterator> row(
        store->db().NewIterator(rocksdb::ReadOptions(), store->family(info.name)));
    for (row->SeekToFirst(); row->Valid(); row->Next()) {
      out << DescribeRow(info.family, {row->key().data(), row->key().size()},
                         {row->value().data(), row->value().size()});
    }
    SILLOK_RETURN_IF_ERROR(FromRocks(row->status(), "reading " + info.name));
  }
  return absl::OkStatus();
}

bool IsCanonical(Family family) {
  return family != Family::kArticles && family != Family::kCurations && family != Family::kUndoneCurations &&
         family != Family::kOrigins && family != Family::kMeta;
}

}  // namespace sillok::query
