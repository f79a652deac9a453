// How Korean sentences look from afar: enough to tell an article's lines from a page's.
//
//   HoldsStatement("그는 9일 서울에서 말했다.")  → true
//   HoldsStatement("지금 뜨는 뉴스")            → false
//
// Pure; time linear in the line; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace sillok::ingest {

// True when a sentence that states something ends in the line: 다. 요. 죠. (or the end of an English one), also
// inside of quotation marks.
[[nodiscard]] bool HoldsStatement(std::string_view line);

// How many statements end in the line, counted up to `limit`.
[[nodiscard]] size_t CountStatements(std::string_view line, size_t limit);

// True when the line ends with a full stop behind a word of Hangul, whatever its ending: also a question in a printed
// interview (―언제 시작했나.).
[[nodiscard]] bool EndsWithFullStop(std::string_view line);

// True when the line ends as a question or an exclamation.
[[nodiscard]] bool EndsAsQuestion(std::string_view line);

// Appointments and deaths, which lists tell without a sentence: "▲재정국장 한도윤 ▲예산국장 서지안", "▲한도윤씨 별세 = …, 발인 5일". One
// name alone is one only below such a line or a heading (◇국장급).
[[nodiscard]] bool IsRoster(std::string_view line, std::string_view above);

// "[한도윤/가람시 주무관]", "[서지안(가명)]", "◀INT▶ 한도윤/주민", "▶ 인터뷰 : 한도윤 / 주민": who says what stands below, as broadcasters
// write it.
[[nodiscard]] bool NamesSpeaker(std::string_view line);

// The line without bullets and arrows before and after it.
[[nodiscard]] std::string_view StripBullets(std::string_view line);

}  // namespace sillok::ingest
