#include "ingest/clean/byline_tokens.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/outlets.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// What stands right before an equals sign is a place when it is none of the words we know.
bool IsPlace(std::string_view word) {
  for (const BylineWordSet* kind : {&AllBylineWords().title, &AllBylineWords().role, &AllBylineWords().photo,
                                    &AllBylineWords().modifier}) {
    if (!EndingOf(word, *kind).empty() || kind->contains(word)) return false;
  }
  return IsHangulWord(word) && OutletNamed(word).empty() &&
         EndingOf(word, AllBylineWords().outlet_ending).empty();
}

// "서울=아무통신", "뉴욕(미국)=한도윤 특파원": places, and neither names nor outlets. Behind a title the names have been; what stands
// right before the sign may still be the place of the next one: "한도윤 기자/뉴욕=서지안 특파원".
void DropPlaces(std::vector<std::string>& tokens) {
  const bool titled = std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
    return AllBylineWords().title.contains(token) || !EndingOf(token, AllBylineWords().title).empty();
  });
  if (!titled) std::erase_if(tokens, IsPlace);
  if (!tokens.empty() && tokens.back().empty()) tokens.pop_back();
  const bool behind = titled && tokens.size() > 1 && IsPlace(tokens.back());
  if (behind && !(CouldBeName(tokens.back()) && HasSurname(tokens.back()) && !IsPlaceWord(tokens.back()))) {
    tokens.pop_back();
  }
  if (tokens.empty() || !tokens.back().empty()) tokens.emplace_back();
}

// "한도윤 기자(=산청)": the place from where somebody writes, behind the name.
std::string WithoutPlaceBehind(std::string_view line) {
  static const RE2 pattern(R"(\(=[^()]{1,40}\))");
  std::string rest(line);
  RE2::GlobalReplace(&rest, pattern, " ");
  return rest;
}

}  // namespace

std::vector<std::string> BylineTokens(std::string_view written) {
  const std::string line = WithoutPlaceBehind(written);
  static constexpr std::u32string_view kMarks =
      U" ,/|·ㆍ・•∙()[]{}ㅣ│<>〈〉《》【】「」=:;\"'“”‘’▶■◆●▲△*※&+→©ⓒ";
  std::vector<std::string> tokens(1);
  for (size_t at = 0; at < line.size();) {
    const DecodedRune rune = DecodeRune(line, at);
    if (kMarks.find(rune.code) != kMarks.npos) {
      if (rune.code == U'=') DropPlaces(tokens);
      if (!tokens.back().empty()) tokens.emplace_back();
    } else {
      tokens.back().append(line, at, rune.length);
    }
    at += rune.length;
  }
  if (tokens.back().empty()) tokens.pop_back();
  for (std::string& token : tokens) {
    while (!token.empty() && (token.back() == '.' || token.back() == '-')) token.pop_back();
  }
  std::erase(tokens, "");
  return tokens;
}

}  // namespace sillok::ingest
