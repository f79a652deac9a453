#include "common/store/first_parts.h"

#include <string>

#include "common/store/key_coding.h"
#include "common/store/slice.h"

namespace sillok {
namespace {

class FirstPartsTransform : public rocksdb::SliceTransform {
 public:
  explicit FirstPartsTransform(std::string_view parts)
      : parts_(parts), name_("sillok.FirstParts." + parts_) {}

  // Stands in every file: one with another prefix is read without its filter.
  [[nodiscard]] const char* Name() const override { return name_.c_str(); }

  [[nodiscard]] rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
    return {key.data(), PartsEnd(ViewOf(key), parts_)};
  }
  [[nodiscard]] bool InDomain(const rocksdb::Slice& key) const override {
    return PartsEnd(ViewOf(key), parts_) > 0;
  }

 private:
  std::string parts_;
  std::string name_;
};

}  // namespace

std::shared_ptr<const rocksdb::SliceTransform> FirstParts(std::string_view parts) {
  return std::make_shared<FirstPartsTransform>(parts);
}

std::string_view FirstPartsOf(const rocksdb::SliceTransform* parts, std::string_view key) {
  if (!HaveFirstPartsInCommon(parts, key) || parts == nullptr) return key;
  return ViewOf(parts->Transform(SliceOf(key)));
}

bool HaveFirstPartsInCommon(const rocksdb::SliceTransform* parts, std::string_view prefix) {
  return parts == nullptr || parts->InDomain(SliceOf(prefix));
}

rocksdb::ReadOptions WalkOptions(const rocksdb::SliceTransform* parts, std::string_view prefix) {
  rocksdb::ReadOptions options;
  options.total_order_seek = !HaveFirstPartsInCommon(parts, prefix);
  return options;
}

}  // namespace sillok
