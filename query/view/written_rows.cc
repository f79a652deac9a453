#include "query/view/written_rows.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace sillok::query {
namespace {

// Of the memory that is asked for at once.
constexpr size_t kLeastBytes = 4 << 10;
constexpr size_t kMostBytes = 1 << 20;
constexpr int kStepsOn = 8;

// Eight bytes from one on, zeros behind the last.
uint64_t NumberAt(std::string_view bytes, size_t from) {
  uint64_t number = 0;
  for (size_t at = from; at < from + sizeof(number); ++at) {
    number = number << 8U | (at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U);
  }
  return number;
}

absl::weak_ordering InOrder(int order) {
  if (order == 0) return absl::weak_ordering::equivalent;
  return order < 0 ? absl::weak_ordering::less : absl::weak_ordering::greater;
}

}  // namespace

WrittenRows::Row::Row(Text* text)
    : first_(NumberAt(text->key, 0)), second_(NumberAt(text->key, sizeof(first_))), text_(text) {}

absl::weak_ordering WrittenRows::Order::operator()(const Row& a, const Row& b) const {
  if (a.first_ != b.first_) return InOrder(a.first_ < b.first_ ? -1 : 1);
  if (a.second_ != b.second_) return InOrder(a.second_ < b.second_ ? -1 : 1);
  return InOrder(a.key().compare(b.key()));
}

void WrittenRows::Add(WrittenRows newer) {
  if (rows_.empty()) {
    *this = std::move(newer);
    return;
  }
  const auto is_before = [this](auto row, const Row& other) {
    return row != rows_.end() && rows_.value_comp()(*row, other) < 0;
  };
  auto row = rows_.begin();
  for (const Row& other : newer.rows_) {
    // Mostly a few rows further on; to look for it anew would be to compare many keys that lie far apart.
    for (int step = 0; step < kStepsOn && is_before(row, other); ++step) ++row;
    if (is_before(row, other)) row = rows_.lower_bound(other);
    if (row != rows_.end() && row->key() == other.key()) {
      row->text_->value = other.value();
    } else {
      row = rows_.insert(row, other);
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
      bytes_.begin(), bytes_.end(), rows_.size() * sizeof(Row),
      [](size_t sum, const auto& arena) { return sum + static_cast<size_t>(arena->SpaceAllocated()); });
}

WrittenRows::Position WrittenRows::Find(std::string_view key) const {
  Row::Text sought = {.key = key, .value = {}};
  return rows_.find(Row(&sought));
}

WrittenRows::Position WrittenRows::From(std::string_view key) const {
  Row::Text sought = {.key = key, .value = {}};
  return rows_.lower_bound(Row(&sought));
}

void WrittenRows::Write(std::string_view key, std::optional<std::string_view> value) {
  const Position row = From(key);
  if (row != rows_.end() && row->key() == key) {
    row->text_->value = value;
    return;
  }
  auto* const text = google::protobuf::Arena::Create<Row::Text>(&Memory());
  *text = {.key = Copy(key), .value = value};
  rows_.insert(row, Row(text));
}

google::protobuf::Arena& WrittenRows::Memory() {
  if (bytes_.empty()) {
    google::protobuf::ArenaOptions options;
    options.start_block_size = kLeastBytes;
    options.max_block_size = kMostBytes;
    bytes_.push_back(std::make_unique<google::protobuf::Arena>(options));
  }
  return *bytes_.back();
}

std::string_view WrittenRows::Copy(std::string_view bytes) {
  char* const copy = google::protobuf::Arena::CreateArray<char>(&Memory(), bytes.size());
  std::copy(bytes.begin(), bytes.end(), copy);
  return {copy, bytes.size()};
}

}  // namespace sillok::query
