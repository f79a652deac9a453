#include "query/view/written_rows.h"

#include <algorithm>
#include <cstddef>

namespace sillok::query {
namespace {

// Of the memory that is asked for at once.
constexpr size_t kLeastBytes = 4 << 10;
constexpr size_t kMostBytes = 1 << 20;

}  // namespace

WrittenRows::Key::Key(std::string_view key) : head(0), text(key) {
  for (size_t at = 0; at < sizeof(head); ++at) {
    head = head << 8U | (at < key.size() ? static_cast<unsigned char>(key[at]) : 0U);
  }
}

void WrittenRows::Clear() {
  rows_.clear();
  bytes_.reset();
}

void WrittenRows::Set(std::string_view key, std::optional<std::string_view> value) {
  const auto row = rows_.lower_bound(Key(key));
  if (row != rows_.end() && row->first.text == key) {
    row->second = value;
  } else {
    rows_.emplace_hint(row, Key(Copy(key)), value);
  }
}

std::string_view WrittenRows::Copy(std::string_view bytes) {
  if (!bytes_) {
    google::protobuf::ArenaOptions options;
    options.start_block_size = kLeastBytes;
    options.max_block_size = kMostBytes;
    bytes_ = std::make_unique<google::protobuf::Arena>(options);
  }
  char* const copy = google::protobuf::Arena::CreateArray<char>(bytes_.get(), bytes.size());
  std::copy(bytes.begin(), bytes.end(), copy);
  return {copy, bytes.size()};
}

}  // namespace sillok::query
