#include "query/answer/name_search.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "common/status/status_macros.h"
#include "common/text/hangul.h"
#include "common/text/keyboard.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "query/answer/choice.h"
#include "query/link/typed_name.h"

namespace sillok::query {
namespace {

int64_t MentionsOf(const v1::Entity& entity) {
  int64_t mentions = 0;
  for (const v1::NameForm& form : entity.names()) mentions += form.mentions();
  return mentions;
}

// As typed, letter by letter: case tells keys apart.
std::string WithoutSpaces(const std::string& query) {
  std::string text = NormalizeText(query);
  std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\n'; });
  return text;
}

}  // namespace

absl::Status NameSearch::Run(const std::string& query) {
  const std::string typed = NormalizeName(query);
  SILLOK_RETURN_IF_ERROR(AddEqual(typed, NameMatch::kExact));
  SILLOK_RETURN_IF_ERROR(AddBeginning(typed, NameMatch::kBeginning));
  SILLOK_RETURN_IF_ERROR(AddTitles(typed));
  SILLOK_RETURN_IF_ERROR(AddInitials(typed));
  if (found_.empty()) SILLOK_RETURN_IF_ERROR(AddUnfinished(typed));
  if (found_.empty()) SILLOK_RETURN_IF_ERROR(AddOtherLayouts(query));
  if (found_.empty()) SILLOK_RETURN_IF_ERROR(AddMisspelt(typed));
  return absl::OkStatus();
}

absl::Status NameSearch::Add(const NameKey& key, NameMatch match, int64_t mentions) {
  SILLOK_ASSIGN_OR_RETURN(NameKey entity, reader_.EntityOf(key));
  const auto [found, is_new] = found_.try_emplace(std::move(entity), FoundName{match, mentions});
  if (is_new) return absl::OkStatus();
  FoundName& name = found->second;
  if (match < name.match) {
    name = {match, mentions};
  } else if (match == name.match) {
    name.mentions += mentions;
  }
  return absl::OkStatus();
}

// Those whose form is the name. They are few, so all the mentions of each count, whatever the form.
absl::Status NameSearch::AddEqual(std::string_view name, NameMatch match) {
  NameCursor cursor = reader_.NamesEqualTo(name);
  for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
    if (!Selects(types_, cursor.key().type)) continue;
    SILLOK_ASSIGN_OR_RETURN(NameKey key, reader_.EntityOf(cursor.key()));
    if (found_.contains(key)) continue;  // by another of its names
    SILLOK_ASSIGN_OR_RETURN(const std::optional<v1::Entity> entity, reader_.ReadEntity(key));
    if (entity.has_value()) found_[std::move(key)] = {.match = match, .mentions = MentionsOf(*entity)};
  }
  return cursor.status();
}

absl::Status NameSearch::AddBeginning(std::string_view name, NameMatch match) {
  int left = kMaxBeginnings;
  NameCursor cursor = reader_.NamesBeginningWith(name);
  for (cursor.SeekToFirst(); cursor.Valid() && left > 0; cursor.Next(), --left) {
    if (Selects(types_, cursor.key().type)) {
      SILLOK_RETURN_IF_ERROR(Add(cursor.key(), match, cursor.mentions()));
    }
  }
  return cursor.status();
}

absl::Status NameSearch::AddForm(const NameCursor& row, NameMatch match) {
  SILLOK_ASSIGN_OR_RETURN(const int64_t mentions, reader_.ReadMentions(row.form(), row.key()));
  return Add(row.key(), match, mentions);
}

absl::Status NameSearch::AddInitials(std::string_view typed) {
  const std::optional<std::string> initials = ReadInitials(typed);
  if (!initials.has_value()) return absl::OkStatus();
  const size_t length = CountRunes(*initials);
  int left = kMaxGuesses;
  NameCursor cursor = reader_.NamesOfInitialsBeginning(InitialConsonants(*initials));
  for (cursor.SeekToFirst(); cursor.Valid() && left > 0; cursor.Next(), --left) {
    if (!Selects(types_, cursor.key().type) || !FitsInitials(*initials, cursor.form())) continue;
    const bool whole = CountRunes(cursor.form()) == length;
    SILLOK_RETURN_IF_ERROR(AddForm(cursor, whole ? NameMatch::kInitials : NameMatch::kInitialsBeginning));
  }
  return cursor.status();
}

absl::Status NameSearch::AddUnfinished(std::string_view typed) {
  const std::string initials = UnfinishedInitials(typed);
  if (initials.empty()) return absl::OkStatus();
  int left = kMaxGuesses;
  NameCursor cursor = reader_.NamesOfInitialsBeginning(initials);
  for (cursor.SeekToFirst(); cursor.Valid() && left > 0; cursor.Next(), --left) {
    if (Selects(types_, cursor.key().type) && BeginsByKeys(typed, cursor.form())) {
      SILLOK_RETURN_IF_ERROR(AddForm(cursor, NameMatch::kBeginning));
    }
  }
  return cursor.status();
}

absl::Status NameSearch::AddTitles(std::string_view typed) {
  int left = kMaxGuesses;
  for (const SurnameTitle& asked : ReadSurnameTitles(typed)) {
    NameCursor cursor = reader_.NamesOfTitle(asked.surname, asked.title);
    for (cursor.SeekToFirst(); cursor.Valid() && left > 0; cursor.Next(), --left) {
      if (!Selects(types_, cursor.key().type)) continue;
      const bool whole = cursor.form().size() == asked.title.size();
      SILLOK_RETURN_IF_ERROR(
          Add(cursor.key(), whole ? NameMatch::kTitle : NameMatch::kTitleEnd, cursor.mentions()));
    }
    SILLOK_RETURN_IF_ERROR(cursor.status());
  }
  return absl::OkStatus();
}

absl::Status NameSearch::AddOtherLayouts(const std::string& query) {
  std::vector<std::string> names;
  for (const std::string& reading : OtherLayouts(WithoutSpaces(query))) {
    // One letter by chance begins a name of every kind.
    if (std::string name = NormalizeName(reading); CountRunes(name) > 1) names.push_back(std::move(name));
  }
  for (const std::string& name : names) {
    SILLOK_RETURN_IF_ERROR(AddEqual(name, NameMatch::kLayout));
    if (!found_.empty()) return AddBeginning(name, NameMatch::kLayoutBeginning);
  }
  for (const std::string& name : names) {
    SILLOK_RETURN_IF_ERROR(AddBeginning(name, NameMatch::kLayoutBeginning));
    if (!found_.empty()) break;
  }
  return absl::OkStatus();
}

absl::Status NameSearch::AddMisspelt(std::string_view typed) {
  const size_t allowed = WrongLettersAllowed(typed);
  if (allowed == 0) return absl::OkStatus();
  int left = kMaxGuesses;
  for (const std::string& initials : NearInitials(typed)) {
    NameCursor cursor = reader_.NamesOfInitials(initials);
    for (cursor.SeekToFirst(); cursor.Valid() && left > 0; cursor.Next(), --left) {
      if (!Selects(types_, cursor.key().type)) continue;
      const size_t wrong = WrongLetters(typed, cursor.form());
      if (wrong > allowed) continue;
      SILLOK_RETURN_IF_ERROR(AddForm(cursor, wrong < 2 ? NameMatch::kOneWrong : NameMatch::kTwoWrong));
    }
    SILLOK_RETURN_IF_ERROR(cursor.status());
  }
  return absl::OkStatus();
}

}  // namespace sillok::query
