#include "ingest/serve/check_field.h"

#include <string>

#include "common/status/errors.h"
#include "common/text/utf8.h"
#include "common/time/timestamp.h"

namespace sillok::ingest {

absl::Status CheckSize(std::string_view field, size_t bytes, size_t most) {
  if (bytes <= most) return absl::OkStatus();
  return InvalidField(field, "is " + std::to_string(bytes) + " bytes; give at most " + std::to_string(most));
}

absl::Status CheckTime(std::string_view field, const google::protobuf::Timestamp& time) {
  if (IsPlausible(time)) return absl::OkStatus();
  return InvalidField(field, "is not between the years 1900 and 2200; give an RFC 3339 time within them");
}

bool IsBlank(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (rune.code > 0x20 && rune.code != 0xA0 && rune.code != 0x3000 && rune.code != 0x200B &&
        rune.code != 0xFEFF) {
      return false;
    }
    at += rune.length;
  }
  return true;
}

}  // namespace sillok::ingest
