#include "ingest/extract/number_sense.h"

#include <algorithm>
#include <initializer_list>

#include "common/text/hangul.h"

namespace sillok::ingest {
namespace {

bool EndsWithOne(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool StartsWithOne(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

// 한, 두, 열, 스무: not 일, 이, 백.
bool IsNative(std::string_view text) {
  if (StartsWithOne(text, {"일곱", "일고여덟", "일흔"})) return true;
  return !StartsWithOne(text, {"일", "이", "삼", "사", "오", "육", "칠", "팔", "구", "십", "백", "천", "만"});
}

// 30대 여성, 4대 은행 and 2기 신도시 count nothing; 버스 3대 does.
bool CountsMachines(std::string_view before, std::string_view after, double value) {
  constexpr double kHundred = 100;
  constexpr int kTen = 10;
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (value >= kHundred || IsMachine(before)) return true;
  if (static_cast<int>(value) % kTen == 0) return false;
  return StartsWithOne(after, {" 중", " 가"}) || !after.starts_with(' ');
}

// 주택 300호 and 12호 홈런, but neither 로즈골드 4호 nor 101동 1203호.
bool CountsHouses(std::string_view before, std::string_view after) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  return IsMachine(before) || StartsWithOne(after, {" 홈런", " 골", " 도움", " 규모", "골"});
}

// 최장 90일, 1.5일, 3박 4일, 15일 이내: a number of days, and no day of the month.
bool IsStretchOfDays(std::string_view before, std::string_view after, double value) {
  constexpr double kLongestMonth = 31;
  if (value > kLongestMonth || value != static_cast<int>(value)) return true;
  while (before.ends_with(' ')) before.remove_suffix(1);
  return EndsWithOne(before, {"박", "최장", "최대", "최소", "총", "약", "무려", "평균", "적어도", "꼬박",
                              "기간", "정지", "휴가", "구류"}) ||
         StartsWithOne(after, {" 만", "만에", "이내", " 이내", "째", "짜리", "치", "분", "이상", " 이상",
                               "씩", " 넘", "이 넘", " 가까", " 연속"});
}

// 40년 is a stretch, 88년 a year unless it says otherwise.
bool IsStretchOfYears(std::string_view after, double value) {
  constexpr double kCalendar = 60;
  constexpr double kLongest = 1000;
  return value < kCalendar ||
         (value < kLongest && StartsWithOne(after, {" 만", "만", "이나", "여", "째", " 넘", "이 넘", " 가까",
                                                    " 역사", " 전통", "의 역사", " 동안"}));
}

// 11초 전, 3년 뒤에: a point in time.
bool CountsFromNow(std::string_view after) {
  for (const std::string_view word : {" 전", " 뒤", " 후"}) {
    if (!after.starts_with(word)) continue;
    const std::string_view rest = after.substr(word.size());
    return rest.empty() ||
           StartsWithOne(rest, {" ", ",", ".", "에", "의", "까지", "보다", "부터", "인", "이", "만"});
  }
  return false;
}

// A stretch of time, not a time of day, of a match, or of the calendar.
bool IsStretch(std::string_view before, std::string_view after, const Number& number, bool words) {
  if (CountsFromNow(after)) return false;
  if (number.unit == "분") {
    return !words &&
           !EndsWithOne(before, {"시 ", "시", "전반 ", "후반 ", "연장 ", "전반", "후반", "추가시간 "});
  }
  if (number.unit == "초") return !words && !EndsWithOne(before, {"분 ", "분"});
  if (number.unit == "개월") return !before.ends_with("년 ");
  if (number.unit == "일") return !words && IsStretchOfDays(before, after, number.value);
  return number.unit != "년" || IsStretchOfYears(after, number.value);
}

}  // namespace

bool SaysHowMany(std::string_view text, const Number& number, const ReadNumber& last) {
  constexpr double kHundredMillion = 1e8;
  constexpr double kTen = 10;
  if (EndsWithOne(text.substr(0, number.span.begin), {"수", "몇", "몇 "})) return false;
  if (last.digits) return true;
  if (number.value >= kHundredMillion) return false;  // 구조대
  if (last.counted || number.approximate) return true;
  if (number.value == 1 && !last.pair && number.unit != "번째") return false;
  const std::string_view words = number.span.In(text);
  if (IsNative(words)) return true;
  return number.value >= kTen && words.find(' ') != std::string_view::npos;  // 백 석, not 백석
}

bool CountsByUnit(std::string_view text, const Number& number, const ReadNumber& last) {
  const std::string_view before = text.substr(0, number.span.begin);
  const std::string_view after = text.substr(number.span.end);
  const std::string_view unit = number.unit;
  if (before.ends_with("제")) return unit == "대" && last.digits;  // 제21대 국회
  if (StartsWithOne(after, {"당 ", "당,"})) return false;          // 1인당 3만원
  if (number.kind == UnitKind::kDuration) {
    return IsStretch(before, after, number, !last.digits && !last.counted);
  }
  if (unit == "사") return last.digits && !EndsWithOne(before, {"초 ", "말 "});  // 9회말 2사
  if (unit == "회" && EndsWithOne(before, {"연장 "})) return false;
  if (unit == "대" || unit == "기") return CountsMachines(before, after, number.value);
  if (unit == "회" || unit == "점") return !StartsWithOne(after, {"초", "말", "슛"});
  if (unit == "번") return !last.digits || !after.starts_with(' ');  // 17번 홀
  if (unit == "동" && after.size() > 1 && after[0] == ' ' && IsDigitAt(after, 1)) {
    return false;  // 101동 1203호
  }
  if (unit == "호") return CountsHouses(before, after);
  constexpr double kFewest = 10;  // 2부 리그
  return unit != "부" || number.value >= kFewest;
}

}  // namespace sillok::ingest
