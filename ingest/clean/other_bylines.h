// Bylines that no title of a reporter marks: of abroad, in English, of those who write columns.
//
//   ReadForeigner("기자, 로라 베넷 & 팀 코일")                → 로라 베넷, 팀 코일
//   ReadEnglish("By Han Do-yun (doyun@hangang.example)")      → Han Do-yun, with the address
//   ReadContributor("한도윤 가람대 교수")                     → 한도윤
//
// Pure; time linear in the line; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/clean/byline.h"

namespace sillok::ingest {

[[nodiscard]] std::optional<Byline> ReadForeigner(std::string_view line);

[[nodiscard]] std::optional<Byline> ReadEnglish(std::string_view line);

// Who wrote, and what they are. The words alone could speak of anybody: where the line stands must say that somebody signs.
[[nodiscard]] std::optional<Byline> ReadContributor(std::string_view line);

// True for titles of what readers and scholars write: "[기고] 봄철 산불", "[한도윤 칼럼] …". Who holds an office may then have written it,
// too.
[[nodiscard]] bool IsOpinion(std::string_view title);
[[nodiscard]] std::optional<Byline> ReadOfficial(std::string_view line);

}  // namespace sillok::ingest
