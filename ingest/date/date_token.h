// The words that dates are made of, in their order in a sentence: "지난 2월 27일" is past, month 2, day 27.
//
//   std::vector<DateToken> tokens = TokenizeDates("오는 12일에는");
//   tokens[1].Is(DateKind::kDay), tokens[1].value == 12
//
// Numbers are read by date_number.h and numeric_date.h, words by the rows of ingest/lexicon/date_*.tsv. Pure; safe from any
// thread; linear in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// What a token can be. One token may be several: 23년 is a short year or a count of years.
enum class DateKind {
  kYear,            // 2024년, '24년
  kShortYear,       // 24년
  kMonth,           // 3월
  kDay,             // 18일
  kFullDate,        // 2024. 3. 18., 2024-03-18, March 18, 2024
  kYearMonth,       // 2024.03, March 2024
  kMonthDay,        // 3/18, March 18
  kYears,           // 3년, 세 해
  kMonths,          // 3개월, 석 달
  kWeeks,           // 2주, 일주일
  kDays,            // 3일, 사흘
  kHours,           // 3시간
  kMinutes,         // 30분
  kWeekNo,          // 3주차
  kQuarter,         // 3분기, 3사분기, 3/4분기
  kHalf,            // 상반기
  kSeason,          // 봄
  kDecade,          // 1990년대
  kCentury,         // 21세기
  kWeekday,         // 월요일, (월); value 0 is Monday
  kOrdinal,         // 첫째, 두 번째; value -1 is 마지막
  kWeekUnit,        // 주 after an ordinal
  kRelDay,          // 어제; value is the offset from the time of writing, as for the following
  kRelWeek,         // 지난주
  kRelWeekend,      // 지난 주말
  kRelMonth,        // 이달
  kRelQuarter,      // 이번 분기
  kRelHalf,         // 지난 반기
  kRelYear,         // 작년
  kRelCentury,      // 지난 세기
  kThisYearPrefix,  // 올, only with what follows
  kContextDay,      // 이날, 전날; value is the offset from what the text last spoke of
  kContextMonth,    // 같은 달
  kContextQuarter,  // 직전 분기
  kContextYear,     // 같은 해, 이듬해
  kContextTime,     // 당시
  kContextPeriod,   // 동기, 같은 기간, after a year
  kThisTime,        // 이맘때, after a year
  kNow,             // 지금, only as an end of something
  kFromThen,        // 그로부터, only with a count
  kPast,            // 지난
  kPastDay,         // 앞서, only with a day
  kNext,            // 오는, 다음
  kThis,            // 이번
  kRecent,          // 최근
  kComing,          // 향후
  kRecurring,       // 매주, 기원전: what follows is no date
  kLunar,           // 음력, with a month and a day
  kEra,             // 서기, 단기; value is added to the year
  kSexagenary,      // 갑진년; value 0 is 갑자
  kPart,            // 초, 중순, 말; value is a DatePart
  kYearPart,        // 연초
  kMonthPart,       // 월말
  kWeekPart,        // 주말
  kHoliday,         // 추석; value indexes the holidays
  kWeakHoliday,     // 설, only beside another date word
  kHalfMore,        // 반, after a count: 2년 반
  kBefore,          // 전
  kAfter,           // 뒤
  kDuration,        // 간, 동안, 이상: the number before it is a length
  kPerDay,          // 회, 번: 1일 2회
  kException,       // a phrase that is no date
};

// A named part of a longer unit.
enum class DatePart {
  kWhole,
  kEarly,
  kMiddle,
  kLate,
  kFirst,
  kSecond,
  kRest,
  kWeekend,
  kWorkdays,
  kFirstDay,
  kLastDay
};

// What stands between a token and the one before it.
enum class Gap {
  kApart,
  kJoined,  // only a space, or nothing
  kOf,      // 의: 5월의 둘째 주
  kAnd      // 하고: 한 달 하고 열흘 전
};

[[nodiscard]] constexpr uint64_t Bit(DateKind kind) { return uint64_t{1} << static_cast<int>(kind); }

struct DateToken {
  uint64_t kinds = 0;  // one bit a DateKind
  int value = 0;
  int last = 0;                      // the end of 15~17일; equal to value otherwise
  int year = 0;                      // of kFullDate and kYearMonth
  int month = 0;                     // of kFullDate, kYearMonth and kMonthDay
  DatePart part = DatePart::kWhole;  // of kSeason: 초여름
  TextSpan span;
  bool spelled = false;      // 삼월: in words, which also make names
  bool approximate = false;  // 10여 년
  Gap gap = Gap::kApart;

  [[nodiscard]] bool Is(DateKind kind) const { return (kinds & Bit(kind)) != 0; }
  [[nodiscard]] bool joined() const { return gap == Gap::kJoined; }
};

// Tokens do not overlap.
[[nodiscard]] std::vector<DateToken> TokenizeDates(std::string_view text);

}  // namespace sillok::ingest
