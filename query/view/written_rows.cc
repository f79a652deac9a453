#include "query/view/written_rows.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "common/status/status_macros.h"

namespace sillok::query {
namespace {

// Of the memory that is asked for at once.
constexpr size_t kLeastBytes = 4 << 10;
constexpr size_t kMostBytes = 1 << 20;
constexpr int kStepsOn = 8;
// Longer than memory takes, shorter than what it fetched is kept.
constexpr size_t kStepsAhead = 8;

// Eight bytes from one on, zeros behind the last.
uint64_t NumberAt(std::string_view bytes, size_t from) {
  uint64_t number = 0;
  for (size_t at = from; at < from + sizeof(number); ++at) {
    number = number << 8U | (at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U);
  }
  return number;
}

absl::weak_ordering OrderingOf(int order) {
  if (order == 0) return absl::weak_ordering::equivalent;
  return order < 0 ? absl::weak_ordering::less : absl::weak_ordering::greater;
}

}  // namespace

WrittenRows::Row::Row(Text* text)
    : first_(NumberAt(text->key, 0)), second_(NumberAt(text->key, sizeof(first_))), text_(text) {}

bool WrittenRows::Row::HasKeyOf(const Row& other) const {
  return first_ == other.first_ && second_ == other.second_ && key() == other.key();
}

absl::weak_ordering WrittenRows::Order::operator()(const Row& a, const Row& b) const {
  if (a.first_ != b.first_) return OrderingOf(a.first_ < b.first_ ? -1 : 1);
  if (a.second_ != b.second_) return OrderingOf(a.second_ < b.second_ ? -1 : 1);
  return OrderingOf(a.key().compare(b.key()));
}

void WrittenRows::Add(WrittenRows newer) {
  if (empty()) {
    *this = std::move(newer);
    return;
  }
  Sort();
  Merge(newer.Sorted(), rows_);
  std::move(newer.bytes_.begin(), newer.bytes_.end(), std::back_inserter(bytes_));
}

void WrittenRows::Clear() {
  rows_.clear();
  unsorted_.clear();
  bytes_.clear();
}

size_t WrittenRows::bytes() const {
  return std::accumulate(
      bytes_.begin(), bytes_.end(), (rows_.size() + unsorted_.size()) * sizeof(Row),
      [](size_t sum, const auto& arena) { return sum + static_cast<size_t>(arena->SpaceAllocated()); });
}

WrittenRows::Position WrittenRows::Find(std::string_view key) const {
  Row::Text sought = {.key = key, .value = {}};
  return Sorted().find(Row(&sought));
}

WrittenRows::Position WrittenRows::From(std::string_view key) const {
  Row::Text sought = {.key = key, .value = {}};
  return Sorted().lower_bound(Row(&sought));
}

absl::Status WrittenRows::ForEach(absl::FunctionRef<absl::Status(const Row&)> see) const {
  const Rows& rows = Sorted();
  Position ahead = rows.begin();
  size_t steps = 0;
  for (const Row& row : rows) {
    for (; ahead != rows.end() && steps < kStepsAhead; ++ahead, ++steps) __builtin_prefetch(ahead->text_);
    --steps;
    SILLOK_RETURN_IF_ERROR(see(row));
  }
  return absl::OkStatus();
}

void WrittenRows::Write(std::string_view key, std::optional<std::string_view> value) {
  auto* const text = google::protobuf::Arena::Create<Row::Text>(&Memory());
  text->key = Copy(key);
  if (value.has_value()) text->value = Copy(*value);
  unsorted_.push_back(Row(text));
}

const WrittenRows::Rows& WrittenRows::Sorted() const {
  Sort();
  return rows_;
}

void WrittenRows::Sort() const {
  if (unsorted_.empty()) return;
  const Order order;
  std::stable_sort(unsorted_.begin(), unsorted_.end(),
                   [&order](const Row& a, const Row& b) { return order(a, b) < 0; });
  Merge(unsorted_, rows_);
  unsorted_.clear();
}

template <typename Ordered>
void WrittenRows::Merge(const Ordered& newer, Rows& rows) {
  const auto is_before = [&rows](auto row, const Row& other) {
    return row != rows.end() && rows.value_comp()(*row, other) < 0;
  };
  auto row = rows.begin();
  for (const Row& other : newer) {
    // Mostly a few rows further on; to look for it anew would be to compare many keys that lie far apart.
    for (int step = 0; step < kStepsOn && is_before(row, other); ++step) ++row;
    if (is_before(row, other)) row = rows.lower_bound(other);
    if (row != rows.end() && row->HasKeyOf(other)) {
      row->text_->value = other.value();
    } else {
      row = rows.insert(row, other);
    }
  }
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
