// Ordered rows in families: what the view's folds read and write, be it a batch on the store or a map in a test.
//
//   SILLOK_RETURN_IF_ERROR(rows.Put(Family::kEventIds, key, group));
//   SILLOK_RETURN_IF_ERROR(rows.Scan(Family::kEventMentions, prefix, [&](auto key, auto value) { …; return true; }));
//
// One thread at a time.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/view/keys.h"

namespace google::protobuf {
class MessageLite;
}

namespace sillok::query {

// The same bytes for equal messages, labels included.
[[nodiscard]] std::string SerializeRow(const google::protobuf::MessageLite& message);
// DATA_LOSS when the bytes are not this message.
[[nodiscard]] absl::Status ParseRow(std::string_view bytes, google::protobuf::MessageLite& message);

class Rows {
 public:
  // Sees a whole key and its value; false ends the scan.
  using Visitor = std::function<bool(std::string_view key, std::string_view value)>;

  virtual ~Rows() = default;
  [[nodiscard]] virtual absl::StatusOr<std::optional<std::string>> Get(Family family,
                                                                       std::string_view key) = 0;
  [[nodiscard]] virtual absl::Status Put(Family family, std::string_view key, std::string_view value) = 0;
  [[nodiscard]] virtual absl::Status Delete(Family family, std::string_view key) = 0;
  // The rows whose keys begin with `prefix`, in order. They must not be changed meanwhile.
  [[nodiscard]] virtual absl::Status Scan(Family family, std::string_view prefix, const Visitor& visit) = 0;
  // The same, the last one first.
  [[nodiscard]] virtual absl::Status ScanBack(Family family, std::string_view prefix,
                                              const Visitor& visit) = 0;
  // The key of the last row that begins with `prefix` and is less than `end`, which begins so as well.
  [[nodiscard]] virtual absl::StatusOr<std::optional<std::string>> LastBefore(Family family,
                                                                              std::string_view prefix,
                                                                              std::string_view end) = 0;

  // The key of the first row that begins with `prefix`.
  [[nodiscard]] absl::StatusOr<std::optional<std::string>> First(Family family, std::string_view prefix);
  // Adds to a Tally row, which goes when nothing is left of it. True when the row came or went.
  [[nodiscard]] absl::StatusOr<bool> Add(Family family, std::string_view key, int64_t count,
                                         int64_t referents);
};

// Rows in memory.
class MapRows : public Rows {
 public:
  using Map = std::map<std::pair<Family, std::string>, std::string>;

  [[nodiscard]] absl::StatusOr<std::optional<std::string>> Get(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Put(Family family, std::string_view key, std::string_view value) override;
  [[nodiscard]] absl::Status Delete(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Scan(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::Status ScanBack(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::StatusOr<std::optional<std::string>> LastBefore(Family family, std::string_view prefix,
                                                                      std::string_view end) override;
  [[nodiscard]] const Map& rows() const { return rows_; }

 private:
  Map rows_;
};

}  // namespace sillok::query
