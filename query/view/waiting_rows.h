// Rows that a view which catches up has made and not written yet: batch upon batch, until they are worth files of their own.
//
//   waiting.Add(Family::kNames, std::move(written));         // a batch's
//   if (waiting.bytes() > …) SILLOK_RETURN_IF_ERROR(waiting.WriteTo(store));
//
// One thread at a time.
#pragma once

#include <cstddef>
#include <vector>

#include "absl/status/status.h"
#include "common/store/store.h"
#include "query/view/families.h"
#include "query/view/written_rows.h"

namespace sillok::query {

class WaitingRows {
 public:
  WaitingRows() : families_(Families().size()) {}

  [[nodiscard]] const WrittenRows& Of(Family family) const { return families_[static_cast<size_t>(family)]; }
  // They stand over those that are there.
  void Add(Family family, WrittenRows newer);
  [[nodiscard]] bool empty() const;
  // Of memory.
  [[nodiscard]] size_t bytes() const;
  // Adds all of them to the store at once and is empty then; keeps them when that fails.
  [[nodiscard]] absl::Status WriteTo(Store& store);

 private:
  std::vector<WrittenRows> families_;  // by family
};

}  // namespace sillok::query
