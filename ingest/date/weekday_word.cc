#include "ingest/date/weekday_word.h"

#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kDay = "요일";
// As it is chatted: 화욜.
constexpr std::string_view kShortDay = "욜";

size_t DayLength(std::string_view text, size_t at) {
  if (text.substr(at).starts_with(kDay)) return kDay.size();
  return text.substr(at).starts_with(kShortDay) ? kShortDay.size() : 0;
}

// 0 for 월; -1 for what is none.
int WeekdayAt(std::string_view text, size_t at) {
  if (at >= text.size()) return -1;
  const size_t found = kWeekdays.find(DecodeRune(text, at).code);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

DateToken TokenOf(int weekday, size_t begin, size_t end) {
  DateToken token;
  token.kinds = Bit(DateKind::kWeekday);
  token.value = token.last = weekday;
  token.span = {static_cast<int>(begin), static_cast<int>(end)};
  return token;
}

}  // namespace

std::optional<DateToken> ReadWeekdayMark(std::string_view text, size_t at) {
  const size_t begin = at;
  if (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || text[at] != '(') return std::nullopt;
  const int weekday = WeekdayAt(text, ++at);
  if (weekday < 0) return std::nullopt;
  at += DecodeRune(text, at).length;
  at += DayLength(text, at);
  if (at >= text.size() || text[at] != ')') return std::nullopt;
  return TokenOf(weekday, begin, at + 1);
}

std::vector<DateToken> ReadWeekdayList(std::string_view text, size_t at) {
  std::vector<DateToken> days;
  bool stretch = false;
  while (true) {
    if (days.size() == kWeekdays.size()) return {};
    const int weekday = WeekdayAt(text, at);
    if (weekday < 0) return {};
    const size_t end = at + DecodeRune(text, at).length;
    days.push_back(TokenOf(weekday, at, end));
    if (end >= text.size()) return {};
    const DecodedRune next = DecodeRune(text, end);
    if (DayLength(text, end) > 0) break;
    const bool dash = next.code == U'~' || next.code == U'∼' || next.code == U'～';
    if (!dash && next.code != U'·' && next.code != U',') return {};
    stretch = stretch || dash;
    at = end + next.length;
  }
  const auto end = static_cast<size_t>(days.back().span.end);
  days.back().span.end += static_cast<int>(DayLength(text, end));
  if (!stretch) return days;
  if (days.size() != 2 || days[0].value >= days[1].value) return {};
  days[0].last = days[1].value;
  days[0].span.end = days[1].span.end;
  days.pop_back();
  return days;
}

}  // namespace sillok::ingest
