#include "ingest/date/date_join.h"

#include <algorithm>
#include <array>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kUntil = "까지";
constexpr std::string_view kBetween = " 사이";

template <size_t N>
bool IsOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool IsDash(std::string_view gap) {
  constexpr std::array<std::string_view, 6> kDashes = {"~", "∼", "～", "–", "—", "-"};
  if (gap.starts_with(' ')) gap.remove_prefix(1);
  if (gap.ends_with(' ')) gap.remove_suffix(1);
  return IsOneOf(gap, kDashes);
}

bool IsFrom(std::string_view gap) {
  constexpr std::array<std::string_view, 6> kFrom = {"부터",      "부터 ",   "에서 ",
                                                     "에서부터 ", "로부터 ", "으로부터 "};
  return IsOneOf(gap, kFrom);
}

bool IsCount(const PartialDate& date) {
  return date.count.unit != Unit::kNone && !date.count.from_then &&
         (date.count.shape == CountShape::kBefore || date.count.shape == CountShape::kAfter);
}

// True for a range without 까지, 13일부터 15일: both ends are named alike, or the second by month where the first is a year.
bool NamedAlike(const PartialDate& from, const PartialDate& to) {
  if (from.day.known()) return to.day.known();
  if (from.weekday >= 0) return to.weekday >= 0 && from.month.known() == to.month.known();
  if (from.month.known()) return to.month.known() && !to.day.known() && to.weekday < 0;
  return from.year.known() && to.year.known();
}

// 했, 됐.
bool EndsInSsangSiot(char32_t code) {
  constexpr char32_t kFirst = 0xAC00;
  constexpr char32_t kFinals = 28;
  constexpr char32_t kSsangSiot = 20;
  return IsHangulSyllable(code) && (code - kFirst) % kFinals == kSsangSiot;
}

// 추석 사흘 전.
bool IsHoliday(const PartialDate& date) { return date.holiday >= 0; }

// Appends `match`, or makes it the end of the expression before it.
class Joiner {
 public:
  Joiner(std::string_view text, std::vector<DateMatch>& joined) : text_(text), joined_(joined) {}

  void Add(DateMatch match) {
    if (!joined_.empty() && IsWeekdayOf(joined_.back(), match)) {
      match.from.weekday = joined_.back().from.weekday;
      match.span.begin = joined_.back().span.begin;
      joined_.back() = match;
      return;
    }
    if (!joined_.empty() && !joined_.back().until) {
      const int extra = Extra(joined_.back(), match);
      if (extra >= 0) {
        joined_.back().until = match.from;
        joined_.back().span.end = match.span.end + extra;
        return;
      }
    }
    joined_.push_back(match);
  }

 private:
  // 토요일인 13일: the weekday of a day.
  [[nodiscard]] bool IsWeekdayOf(const DateMatch& before, const DateMatch& match) const {
    const auto gap = static_cast<size_t>(match.span.begin - before.span.end);
    return before.from.rule == "weekday" && !before.until && match.from.day.base == Base::kAbsolute &&
           match.from.weekday < 0 && text_.substr(before.span.end, gap) == "인 ";
  }

  // The bytes after `match` that belong to what it makes with `before`; -1 when the two stay apart.
  [[nodiscard]] int Extra(const DateMatch& before, const DateMatch& match) const {
    const std::string_view gap =
        text_.substr(before.span.end, static_cast<size_t>(match.span.begin - before.span.end));
    const std::string_view rest = text_.substr(match.span.end);
    const bool from = IsFrom(gap);
    if (before.from.count.unit == Unit::kNone && IsCount(match.from)) {
      return (from && !gap.starts_with("에서 ")) || (gap == " " && IsHoliday(before.from)) ? 0 : -1;
    }
    if (match.from.count.unit != Unit::kNone) return -1;
    const bool until = rest.starts_with(kUntil);
    if (IsDash(gap)) return until ? static_cast<int>(kUntil.size()) : 0;
    if (from && until) return static_cast<int>(kUntil.size());
    const bool between = rest.starts_with(kBetween) || rest.starts_with(kBetween.substr(1));
    if (between && (from || gap == "과 " || gap == "와 ")) {
      return static_cast<int>(rest.starts_with(kBetween) ? kBetween.size() : kBetween.size() - 1);
    }
    const bool bare = (gap == "부터 " || gap == "부터") && !rest.starts_with("부터");
    return bare && NamedAlike(before.from, match.from) ? 0 : -1;
  }

  std::string_view text_;
  std::vector<DateMatch>& joined_;
};

}  // namespace

bool IsConjunction(std::string_view gap) {
  constexpr std::array<std::string_view, 11> kJoints = {"과 ",      "와 ",   ", ",     "·",      ",",  " 및 ",
                                                        "에 이어 ", "이나 ", " 또는 ", " 혹은 ", "나 "};
  return IsOneOf(gap, kJoints);
}

bool IsConnective(std::string_view gap) {
  constexpr std::array<std::string_view, 9> kEndings = {"해 ",   "돼 ",   "어 ",    "하고 ", "되고 ",
                                                        "하며 ", "되며 ", "한 뒤 ", "한 후 "};
  constexpr std::array<std::string_view, 2> kAfterTense = {"고 ", "으며 "};
  const auto ends = [&](std::string_view ending) { return gap.ends_with(ending); };
  if (std::any_of(kEndings.begin(), kEndings.end(), ends)) return true;
  const auto* const ending = std::find_if(kAfterTense.begin(), kAfterTense.end(), ends);
  if (ending == kAfterTense.end() || gap.size() == ending->size()) return false;
  return EndsInSsangSiot(DecodeRuneBefore(gap, gap.size() - ending->size()).code);
}

std::vector<DateMatch> JoinMatches(std::string_view text, const std::vector<DateMatch>& matches) {
  constexpr std::string_view kNow = "now";
  std::vector<DateMatch> joined;
  joined.reserve(matches.size());
  Joiner joiner(text, joined);
  for (const DateMatch& match : matches) {
    joiner.Add(match);
    // A 지금 that began nothing.
    if (joined.size() > 1 && joined[joined.size() - 2].from.rule == kNow &&
        !joined[joined.size() - 2].until) {
      joined.erase(joined.end() - 2);
    }
  }
  if (!joined.empty() && joined.back().from.rule == kNow && !joined.back().until) joined.pop_back();
  return joined;
}

}  // namespace sillok::ingest
