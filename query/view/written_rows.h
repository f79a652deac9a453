// The rows of one family that a batch writes, in order, each as it was written last.
//
//   WrittenRows rows;
//   rows.Put("b", "2");
//   rows.Delete("a");
//   for (const WrittenRows::Row& row : rows) …     // a goes, b is 2
//
// A batch of many commits writes a hundred thousand rows. So keys and values lie close together in memory of their own, given back as a
// whole, and the order mostly shows in the first bytes of keys, which are kept where it is looked for. And rows are put in order when
// somebody looks, all that were written since at once: of most families nobody does before the batch is done.
//
// One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/container/btree_set.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/types/compare.h"
#include "google/protobuf/arena.h"

namespace sillok::query {

class WrittenRows {
 public:
  // Both live until Clear.
  class Row {
   public:
    [[nodiscard]] std::string_view key() const { return text_->key; }
    // Nothing for a row that goes.
    [[nodiscard]] std::optional<std::string_view> value() const { return text_->value; }
    [[nodiscard]] bool HasKeyOf(const Row& other) const;

   private:
    friend class WrittenRows;
    struct Text {
      std::string_view key;
      std::optional<std::string_view> value;
    };

    explicit Row(Text* text);

    uint64_t first_;   // eight bytes of the key, as a number in the order of keys
    uint64_t second_;  // and the next eight
    Text* text_;
  };

 private:
  struct Order {
    absl::weak_ordering operator()(const Row& a, const Row& b) const;
  };
  using Rows = absl::btree_set<Row, Order>;

 public:
  using Position = Rows::const_iterator;  // valid until something is written

  // Copies both.
  void Put(std::string_view key, std::string_view value) { Write(key, value); }
  void Delete(std::string_view key) { Write(key, std::nullopt); }
  // What another batch wrote later, over what this one did.
  void Add(WrittenRows newer);
  void Clear();

  [[nodiscard]] bool empty() const { return rows_.empty() && unsorted_.empty(); }
  // Of memory, those of rows that were written again included.
  [[nodiscard]] size_t bytes() const;
  [[nodiscard]] Position Find(std::string_view key) const;
  // The first row whose key is not less.
  [[nodiscard]] Position From(std::string_view key) const;
  [[nodiscard]] Position begin() const { return Sorted().begin(); }
  [[nodiscard]] Position end() const { return Sorted().end(); }
  // Sees every row, in order, until that fails. For many rows faster than to go from one to the next: they lie in memory as they were
  // written, and are asked for some time before they are seen.
  [[nodiscard]] absl::Status ForEach(absl::FunctionRef<absl::Status(const Row&)> see) const;

 private:
  void Write(std::string_view key, std::optional<std::string_view> value);
  // Puts those in order that are not yet.
  void Sort() const;
  // All rows.
  [[nodiscard]] const Rows& Sorted() const;
  // Puts rows that are in order over those that are there.
  template <typename Ordered>
  static void Merge(const Ordered& newer, Rows& rows);
  [[nodiscard]] google::protobuf::Arena& Memory();
  [[nodiscard]] std::string_view Copy(std::string_view bytes);

  std::vector<std::unique_ptr<google::protobuf::Arena>> bytes_;  // the last one takes more
  mutable Rows rows_;
  mutable std::vector<Row> unsorted_;  // written since somebody looked, in the order of writing
};

}  // namespace sillok::query
