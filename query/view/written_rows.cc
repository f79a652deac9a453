#include "query/view/written_rows.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <utility>

namespace sillok::query {
namespace {

// Of the memory that is asked for at once.
constexpr size_t kLeastBytes = 4 << 10;
constexpr size_t kMostBytes = 1 << 20;
constexpr int kStepsOn = 8;

}  // namespace

WrittenRows::Key::Key(std::string_view key) : head(0), text(key) {
  for (size_t at = 0; at < sizeof(head); ++at) {
    head = head << 8U | (at < key.size() ? static_cast<unsigned char>(key[at]) : 0U);
  }
}

void WrittenRows::Add(WrittenRows newer) {
  if (rows_.empty()) {
    *this = std::move(newer);
    return;
  }
  auto row = rows_.begin();
  for (const auto& [key, value] : newer.rows_) {
    // Mostly a few rows further on; to look for it anew would be to compare many keys that lie far apart.
    for (int step = 0; step < kStepsOn && row != rows_.end() && row->first < key; ++step) ++row;
    if (row != rows_.end() && row->first < key) row = rows_.lower_bound(key);
    if (row != rows_.end() && row->first.text == key.text) {
      row->second = value;
    } else {
      row = rows_.emplace_hint(row, key, value);
    }
  }
  std::move(newer.bytes_.begin(), newer.bytes_.end(), std::back_inserter(bytes_));
}

void WrittenRows::Clear() {
  rows_.clear();
  bytes_.clear();
}

size_t WrittenRows::bytes() const {
  return std::accumulate(
      bytes_.begin(), bytes_.end(), rows_.size() * sizeof(Map::value_type),
      [](size_t sum, const auto& arena) { return sum + static_cast<size_t>(arena->SpaceAllocated()); });
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
  if (bytes_.empty()) {
    google::protobuf::ArenaOptions options;
    options.start_block_size = kLeastBytes;
    options.max_block_size = kMostBytes;
    bytes_.push_back(std::make_unique<google::protobuf::Arena>(options));
  }
  char* const copy = google::protobuf::Arena::CreateArray<char>(bytes_.back().get(), bytes.size());
  std::copy(bytes.begin(), bytes.end(), copy);
  return {copy, bytes.size()};
}

}  // namespace sillok::query
