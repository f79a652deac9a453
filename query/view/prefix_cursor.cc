#include "query/view/prefix_cursor.h"

#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/snapshot.h"

namespace sillok::query {

// The rows of one prefix.
class PrefixCursor::Part {
 public:
  Part(const Snapshot& snapshot, Family family, std::string prefix)
      : begin_(std::move(prefix)), end_(PrefixEnd(begin_)) {
    lower_ = begin_;
    upper_ = end_;
    rocksdb::ReadOptions options = snapshot.WalkOptions(family, begin_);
    options.iterate_lower_bound = &lower_;
    if (!end_.empty()) options.iterate_upper_bound = &upper_;
    rows_.reset(snapshot.store().db().NewIterator(options, snapshot.family(family)));
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  ~Part() = default;

  rocksdb::Iterator& rows() { return *rows_; }
  [[nodiscard]] std::string KeyOf(std::string_view suffix) const { return begin_ + std::string(suffix); }
  [[nodiscard]] bool Valid() const { return rows_->Valid(); }
  [[nodiscard]] std::string_view suffix() const {
    const rocksdb::Slice key = rows_->key();
    return std::string_view(key.data(), key.size()).substr(begin_.size());
  }

 private:
  const std::string begin_;
  const std::string end_;
  rocksdb::Slice lower_;  // RocksDB keeps pointers to these
  rocksdb::Slice upper_;
  std::unique_ptr<rocksdb::Iterator> rows_;
};

PrefixCursor::PrefixCursor(std::shared_ptr<const Snapshot> snapshot, Family family,
                           std::vector<std::string> prefixes)
    : snapshot_(std::move(snapshot)) {
  parts_.reserve(prefixes.size());
  for (std::string& prefix : prefixes) {
    parts_.push_back(std::make_unique<Part>(*snapshot_, family, std::move(prefix)));
  }
}

PrefixCursor::PrefixCursor(PrefixCursor&&) noexcept = default;

PrefixCursor& PrefixCursor::operator=(PrefixCursor&& other) noexcept {
  // The old iterators end before the snapshot they read.
  parts_ = std::move(other.parts_);
  here_ = other.here_;
  snapshot_ = std::move(other.snapshot_);
  return *this;
}

PrefixCursor::~PrefixCursor() = default;

void PrefixCursor::TakeLeast() {
  here_ = nullptr;
  for (const auto& part : parts_) {
    if (part->Valid() && (here_ == nullptr || part->suffix() < here_->suffix())) here_ = part.get();
  }
}

void PrefixCursor::TakeGreatest() {
  here_ = nullptr;
  for (const auto& part : parts_) {
    if (part->Valid() && (here_ == nullptr || part->suffix() > here_->suffix())) here_ = part.get();
  }
}

void PrefixCursor::SeekToFirst() {
  for (const auto& part : parts_) part->rows().SeekToFirst();
  TakeLeast();
}

void PrefixCursor::Seek(std::string_view suffix) {
  for (const auto& part : parts_) part->rows().Seek(part->KeyOf(suffix));
  TakeLeast();
}

void PrefixCursor::SeekBefore(std::string_view suffix) {
  for (const auto& part : parts_) {
    const std::string key = part->KeyOf(suffix);
    part->rows().SeekForPrev(key);
    if (part->Valid() && part->rows().key() == key) part->rows().Prev();
  }
  TakeGreatest();
}

void PrefixCursor::SeekAfter(std::string_view suffix) {
  Seek(suffix);
  if (Valid() && this->suffix() == suffix) Next();
}

void PrefixCursor::Next() {
  if (parts_.size() == 1) {
    here_->rows().Next();
  } else {
    const std::string left(suffix());
    for (const auto& part : parts_) {
      if (part->Valid() && part->suffix() == left) part->rows().Next();
    }
  }
  TakeLeast();
}

void PrefixCursor::Prev() {
  const std::string left(suffix());
  for (const auto& part : parts_) {
    if (part->Valid() && part->suffix() == left) part->rows().Prev();
  }
  TakeGreatest();
}

bool PrefixCursor::Valid() const { return here_ != nullptr; }

std::string_view PrefixCursor::suffix() const { return here_->suffix(); }

std::string_view PrefixCursor::value() const {
  const rocksdb::Slice value = here_->rows().value();
  return {value.data(), value.size()};
}

absl::Status PrefixCursor::status() const {
  for (const auto& part : parts_) {
    SILLOK_RETURN_IF_ERROR(FromRocks(part->rows().status(), "walking the view"));
  }
  return absl::OkStatus();
}

}  // namespace sillok::query
