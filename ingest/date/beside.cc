#include "ingest/date/beside.h"

#include <algorithm>
#include <array>

#include "ingest/date/date_lexicon.h"
#include "ingest/date/date_number.h"
#include "ingest/date/starts_with_any.h"

namespace sillok::ingest {
namespace {

// The longest word that is looked at, in bytes.
constexpr size_t kLongestWord = 60;

// The word that ends before byte `at`.
std::string_view WordBefore(std::string_view text, size_t at) {
  if (at == 0 || text[at - 1] != ' ') return {};
  const size_t from = at - 1 > kLongestWord ? at - 1 - kLongestWord : 0;
  const std::string_view near = text.substr(from, at - 1 - from);
  const size_t space = near.rfind(' ');
  return space == std::string_view::npos ? near : near.substr(space + 1);
}

constexpr size_t kSyllable = 3;

// 유효기간은, 휴가를: the name of what lasts, as a subject or an object.
bool NamesWhatLasts(std::string_view word) {
  constexpr std::array<std::string_view, 6> kParticles = {"은", "는", "이", "가", "을", "를"};
  if (word.size() <= kSyllable) return false;
  const size_t noun = word.size() - kSyllable;
  return StartsWithAny(word.substr(noun), kParticles) &&
         DateLexicon::Get().IsLengthNoun(word.substr(0, noun));
}

// Whether what follows a number of days says that something lasts so long, or from now on does.
bool SaysHowLong(std::string_view rest) {
  constexpr std::array<std::string_view, 9> kCopulas = {"이다", "이며", "이고", "입니다", "이었",
                                                        "인 ",  "이나", "밖에", "에 불과"};
  constexpr std::array<std::string_view, 4> kChanges = {"로 ", "에서 ", "로, ", "에서, "};
  constexpr std::array<std::string_view, 4> kEnds = {"끝", "만료", "종료", "마감"};
  if (StartsWithAny(rest, kCopulas)) return true;
  // 임기는 29일로 끝난다.
  return StartsWithAny(rest, kChanges) && !StartsWithAny(rest.substr(rest.find(' ') + 1), kEnds);
}

}  // namespace

bool IsLengthOf(std::string_view text, const TextSpan& day) {
  constexpr std::string_view kFrom = "일에서";
  std::string_view word = WordBefore(text, static_cast<size_t>(day.begin));
  if (DateLexicon::Get().IsLengthAdverb(word)) return true;
  // 휴가를 10일에서 20일로 늘렸다.
  if (word.size() > kFrom.size() && IsAsciiDigit(word[0]) && word.ends_with(kFrom)) {
    word = WordBefore(text, static_cast<size_t>(day.begin) - 1 - word.size());
  }
  return NamesWhatLasts(word) && SaysHowLong(text.substr(static_cast<size_t>(day.end)));
}

bool IsYearOfEvent(std::string_view text, const TextSpan& year, int value) {
  std::string_view rest = text.substr(static_cast<size_t>(year.end));
  constexpr int kTwoDigits = 10;
  if (value < kTwoDigits || !rest.starts_with(' ')) return false;
  rest = rest.substr(1, kLongestWord);
  return DateLexicon::Get().IsEventOf(rest.substr(0, rest.find(' ')), value);
}

}  // namespace sillok::ingest
