#include "query/answer/resource_name.h"

#include <algorithm>
#include <string>

#include "common/status/errors.h"

namespace sillok::query {
namespace {

constexpr size_t kIdDigits = 24;
constexpr size_t kMaxArticleId = 128;

bool IsLowerHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

bool IsArticleIdByte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
         c == '~' || c == '-';
}

absl::StatusOr<std::string_view> ParseHexName(std::string_view collection, std::string_view name,
                                              std::string_view field) {
  if (name.substr(0, collection.size()) == collection) {
    const std::string_view id = name.substr(collection.size());
    if (id.size() == kIdDigits && std::all_of(id.begin(), id.end(), IsLowerHex)) return id;
  }
  const std::string_view problem = name.empty() ? "is missing" : "is no such name";
  return InvalidField(field, std::string(problem) + "; give " + std::string(collection) +
                                 " and 24 lowercase hex digits, as an earlier answer names it");
}

}  // namespace

absl::StatusOr<std::string_view> ParseEntityName(std::string_view name, std::string_view field) {
  return ParseHexName("entities/", name, field);
}

absl::StatusOr<std::string_view> ParseEventName(std::string_view name, std::string_view field) {
  return ParseHexName("events/", name, field);
}

absl::StatusOr<std::string_view> ParseArticleName(std::string_view name, std::string_view field) {
  constexpr std::string_view kCollection = "articles/";
  if (name.substr(0, kCollection.size()) == kCollection) {
    const std::string_view id = name.substr(kCollection.size());
    const bool has_length = !id.empty() && id.size() <= kMaxArticleId;
    if (has_length && std::all_of(id.begin(), id.end(), IsArticleIdByte)) return id;
  }
  const std::string_view problem = name.empty() ? "is missing" : "is no such name";
  return InvalidField(
      field, std::string(problem) + "; give articles/ and the article's id, 1 to 128 of A-Za-z0-9._~-");
}

}  // namespace sillok::query
