// Whom a typed name may mean: the search behind LookupEntities, from the surest reading to the farthest guess.
//
//   NameSearch search(reader, request.types());
//   SILLOK_RETURN_IF_ERROR(search.Run(request.query()));
//   search.found()[key] → {.match = NameMatch::kInitials, .mentions = 12}
//
// What is typed is taken as a name or its beginning; as initials, when it has a consonant that stands alone; as a
// surname with a title. Only when all of that finds nothing, as a beginning whose last syllable is unfinished (오프 of
// 오픈) or as typed in the other keyboard layout; and only when that finds nothing either, as misspelt: a guess never
// stands beside an answer. Each reading is a few ranges of rows. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "google/protobuf/repeated_field.h"
#include "query/view/view_reader.h"

namespace sillok::query {

// How a name fits what was typed, best first.
enum class NameMatch {
  kExact,
  kBeginning,
  kTitle,     // surname and whole title
  kTitleEnd,  // surname and the end of a title: 임 실장 for 정책실장
  kInitials,
  kInitialsBeginning,
  kLayout,
  kLayoutBeginning,
  kOneWrong,  // letters
  kTwoWrong,
};

struct FoundName {
  NameMatch match = NameMatch::kTwoWrong;
  // Of all its forms for kExact and kLayout, else of those that fit, or of the position.
  int64_t mentions = 0;
};

// No more rows are read for one reading: of forms that begin with a text, and of those that stand where another
// reading looks. Beyond them a search knows what comes first in the order of the texts.
inline constexpr int kMaxBeginnings = 5000;
inline constexpr int kMaxGuesses = 2000;

class NameSearch {
 public:
  // Both must outlive the search.
  NameSearch(const ViewReader& reader, const google::protobuf::RepeatedField<int>& types)
      : reader_(reader), types_(types) {}

  // `query` as it was typed; NormalizeName of it is not empty.
  [[nodiscard]] absl::Status Run(const std::string& query);
  // By the first names of entities.
  [[nodiscard]] const std::map<NameKey, FoundName>& found() const { return found_; }

 private:
  [[nodiscard]] absl::Status AddEqual(std::string_view name, NameMatch match);
  [[nodiscard]] absl::Status AddBeginning(std::string_view name, NameMatch match);
  [[nodiscard]] absl::Status AddInitials(std::string_view typed);
  [[nodiscard]] absl::Status AddUnfinished(std::string_view typed);
  [[nodiscard]] absl::Status AddTitles(std::string_view typed);
  [[nodiscard]] absl::Status AddOtherLayouts(const std::string& query);
  [[nodiscard]] absl::Status AddMisspelt(std::string_view typed);
  // The row of a form that fits, with its mentions read.
  [[nodiscard]] absl::Status AddForm(const NameCursor& row, NameMatch match);
  [[nodiscard]] absl::Status Add(const NameKey& key, NameMatch match, int64_t mentions);

  const ViewReader& reader_;
  const google::protobuf::RepeatedField<int>& types_;
  std::map<NameKey, FoundName> found_;
};

}  // namespace sillok::query
