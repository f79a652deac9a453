// What articles tell of one name in sum: its row in name_totals.
//
//   NameTotals totals = facts.totals.at(key);   // of one article
//   totals.Add(of_another_article);
//   SILLOK_ASSIGN_OR_RETURN(std::optional<NameTotals> now, ReadTotals(rows, key));
//
// A row a name and not a row a form, because a commit reads and writes it whole for each name it speaks of, and a name has few forms and
// positions. Safe from any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/status/statusor.h"
#include "query/view/day_number.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

// How often a form stands for the name, and for how many referents it is the fullest one.
struct FormTotals {
  int64_t count = 0;
  int64_t referents = 0;

  friend bool operator==(const FormTotals&, const FormTotals&) = default;
};

// How often a position is stated, and between which days: dated statements alone.
struct PositionTotals {
  int64_t mentions = 0;
  DaySpan said = {};

  friend bool operator==(const PositionTotals&, const PositionTotals&) = default;
};

// A title, an organisation as written, and its name key as a word.
using PositionParts = std::vector<std::string>;

struct NameTotals {
  std::string first_id;  // the smallest id of its referents
  int64_t articles = 0;
  DaySpan published = {};  // the first and the last day of those that have one
  std::map<std::string, FormTotals> forms;
  std::map<PositionParts, PositionTotals> positions;
  int64_t joined = 0;                          // as in the row: not 0 for a name that is grouped
  absl::btree_map<DayNumber, int64_t> months;  // by the first day of a month, or none

  // Those of other articles, or of another name.
  void Add(const NameTotals& other);
  // Takes the counts of articles away that were added, and what is counted no more. The ends are not known then: the smallest id,
  // the first and the last days stay.
  void Subtract(const NameTotals& other);
  friend bool operator==(const NameTotals&, const NameTotals&) = default;
};

// As they are stored.
[[nodiscard]] storage::v1::NameTotals TotalsRow(const NameTotals& totals);
[[nodiscard]] NameTotals TotalsOf(storage::v1::NameTotals row);
// Nothing for a name of which no article speaks, nor states it of another one.
[[nodiscard]] absl::StatusOr<std::optional<NameTotals>> ReadTotals(Rows& rows, const NameKey& key);

}  // namespace sillok::query
