// The words of bylines (byline_words.tsv), and how Korean names look.
//
// Pure; safe from any thread. Words are views of the rows and live as long as the program.
#pragma once

#include <string_view>
#include <unordered_set>

namespace sillok::ingest {

using BylineWordSet = std::unordered_set<std::string_view>;

// The rows by kind, in lower case.
struct BylineWords {
  BylineWordSet title, modifier, role, photo, outlet_ending, desk_ending, desk, profession, office, button,
      surname, roman_surname;
};
[[nodiscard]] const BylineWords& AllBylineWords();

// True for 2…4 syllables, as Korean names have.
[[nodiscard]] bool CouldBeName(std::string_view word);

// True when the word is as long as a name and begins with a surname.
[[nodiscard]] bool HasSurname(std::string_view word);

// False for three syllables of which the last two are none of given names (given_syllables.tsv): 원고료.
[[nodiscard]] bool HasGivenName(std::string_view word);

// "3시간", "전": how long ago the page says it appeared.
[[nodiscard]] bool IsAge(std::string_view token);

// "2명": how many more sign.
[[nodiscard]] bool IsHeadcount(std::string_view token);

// "11면", "제21면", "A12면": the page of the paper.
[[nodiscard]] bool IsPageNumber(std::string_view token);

// True for any of the rows: none of them is a name.
[[nodiscard]] bool IsBylineWord(std::string_view word);

// True for what people are besides reporters: 교수, 장관.
[[nodiscard]] bool IsOffice(std::string_view word);

// True for places from where somebody may write, which are nobody's name: 서울, 도쿄 (places.tsv).
[[nodiscard]] bool IsPlaceWord(std::string_view word);

// True for words with an ending that no name has: 통계를, 의심하는.
[[nodiscard]] bool HasParticle(std::string_view word);

// "기자의", "객원기자의": the title without what says that something is theirs; empty when the word is none.
[[nodiscard]] std::string_view TitledOwner(std::string_view word);

// True for surnames in Latin letters, in lower case.
[[nodiscard]] bool IsRomanSurname(std::string_view word);

// True for a word that stands before names and nothing else: 기자명, 글쓴이.
[[nodiscard]] bool IsSignLabel(std::string_view word);

// The longest ending of the word that is one of the set, but not all of the word; empty when there is none.
[[nodiscard]] std::string_view EndingOf(std::string_view word, const BylineWordSet& endings);

}  // namespace sillok::ingest
