// A walk over the rows of a published view that begin with one of some prefixes: what the other cursors are made of.
//
//   PrefixCursor rows(snapshot, Family::kQuotes, {prefix_of_one_name, prefix_of_another});
//   for (rows.SeekToFirst(); rows.Valid(); rows.Next()) … rows.suffix(), rows.value() …
//   SILLOK_RETURN_IF_ERROR(rows.status());
//
// Keeps its snapshot alive. One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace sillok::query {

class Snapshot;
enum class Family;

// The rows of one family whose keys begin with one of some prefixes, as if the prefixes were one: by what comes after,
// and rows with the same after them once. An entity has a prefix for each of its names.
// After a seek it goes on in the direction of the seek alone.
class PrefixCursor {
 public:
  // At least one prefix.
  PrefixCursor(std::shared_ptr<const Snapshot> snapshot, Family family, std::vector<std::string> prefixes);
  PrefixCursor(PrefixCursor&&) noexcept;
  PrefixCursor& operator=(PrefixCursor&&) noexcept;
  ~PrefixCursor();

  // The first row; the first whose key after the prefix is ≥ `suffix`, or > it; the last whose key is < `suffix`.
  void SeekToFirst();
  void Seek(std::string_view suffix);
  void SeekAfter(std::string_view suffix);
  void SeekBefore(std::string_view suffix);
  void Next();
  void Prev();
  [[nodiscard]] bool Valid() const;
  // The key after the prefix, and the value. Valid until the cursor moves.
  [[nodiscard]] std::string_view suffix() const;
  [[nodiscard]] std::string_view value() const;
  // OK at the end of the rows; the error when reading failed.
  [[nodiscard]] absl::Status status() const;

 private:
  class Part;

  // Stands on the least of the parts' rows, or the greatest.
  void TakeLeast();
  void TakeGreatest();

  // In this order: the iterators end first.
  std::shared_ptr<const Snapshot> snapshot_;
  std::vector<std::unique_ptr<Part>> parts_;
  Part* here_ = nullptr;
};

}  // namespace sillok::query
