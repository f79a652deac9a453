#include "common/store/first_texts.h"

#include <string>

#include "common/store/key_coding.h"

namespace sillok {
namespace {

class FirstTextsTransform : public rocksdb::SliceTransform {
 public:
  explicit FirstTextsTransform(int count)
      : count_(count), name_("sillok.FirstTexts." + std::to_string(count)) {}

  // Stands in every file: one with another prefix is read without its filter.
  [[nodiscard]] const char* Name() const override { return name_.c_str(); }

  [[nodiscard]] rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
    return {key.data(), TextsEnd({key.data(), key.size()}, count_)};
  }
  [[nodiscard]] bool InDomain(const rocksdb::Slice& key) const override {
    return TextsEnd({key.data(), key.size()}, count_) > 0;
  }

 private:
  int count_;
  std::string name_;
};

}  // namespace

std::shared_ptr<const rocksdb::SliceTransform> FirstTexts(int count) {
  return std::make_shared<FirstTextsTransform>(count);
}

}  // namespace sillok
