#include "ingest/extract/tagged_span.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// Marks that stand around a name, not in it.
bool IsNameMark(char32_t code) {
  constexpr std::u32string_view kMarks = U"\"'‘’“”「」『』<>《》〈〉()[]·,.…";
  return kMarks.find(code) != std::u32string_view::npos;
}

// 온타마린자산운용, not 상공회의소: it begins with what is no common noun.
bool HasOwnName(const SentenceNames& names, const Word& word) {
  constexpr int kSoundsForeign = 4;
  if (word.first_morpheme == word.end_morpheme) return false;
  const Morpheme& first = names.sentence->morphemes[word.first_morpheme];
  const int odds = Names().ForeignOdds(word.Stem(names.text()));
  return !first.known || first.Is("SL") || odds > kSoundsForeign || (first.Is("NNP") && odds > 0);
}

// 캐나다 of 캐나다 온타마린자산운용: a body with a name of its own only lives there. Not of 미국 상공회의소.
void LeaveOutCountry(const SentenceNames& names, NameCandidate& name) {
  if (name.type != EntityType::kOrganization || name.first_word == name.last_word) return;
  const NameCandidate* country = StartingAt(names, name.first_word);
  const Word& next = names.words[name.first_word + 1];
  const std::string_view text = name.span.In(names.text());
  const bool university = text.ends_with("대") || text.ends_with("대학교");
  const bool before = country != nullptr && country->place == PlaceKind::kCountry &&
                      country->last_word == name.first_word &&
                      country->span.end == names.words[name.first_word].span.end;
  if (!before || (!university && !HasOwnName(names, next))) return;
  ++name.first_word;
  name.span.begin = next.span.begin;
}

// 나가람 of 나가람 국가통계국, where a row knows the body and nothing knows the word before it.
void LeaveOutStranger(const SentenceNames& names, NameCandidate& name) {
  if (name.type != EntityType::kOrganization || name.first_word == name.last_word) return;
  if (StartingAt(names, name.first_word) != nullptr || names.words[name.first_word].common) return;
  const NameCandidate* body = StartingAt(names, name.first_word + 1);
  if (body == nullptr || body->type != name.type || body->score != kListedName ||
      body->span.end != name.span.end) {
    return;
  }
  ++name.first_word;
  name.span.begin = body->span.begin;
}

// 가 of 오름저수지가, where MeCab sees a noun before it. Of people nobody knows: 나래이.
void LeaveOutParticles(const SentenceNames& names, NameCandidate& name) {
  const Word& word = names.words[name.last_word];
  if (name.type == EntityType::kPerson || word.stem_end <= std::max(word.span.begin, name.span.begin)) return;
  if (name.span.end <= word.stem_end) return;
  const std::string_view tail =
      names.text().substr(word.stem_end, static_cast<size_t>(name.span.end - word.stem_end));
  const std::string_view stem = word.Stem(names.text());
  if (Names().SignsOf(stem).place == PlaceEnding::kNone && !Names().IsOrganization(stem, SuffixUse::kWord)) {
    return;
  }
  if (Names().IsParticles(stem, tail)) name.span.end = word.stem_end;
}

// 현 of 가람현에서, where the tagger stopped before it.
void TakeEnding(const SentenceNames& names, NameCandidate& name) {
  const Word& word = names.words[name.last_word];
  if (name.type != EntityType::kPlace || name.span.end >= word.span.end || word.title_end >= 0) return;
  const std::string_view tail =
      names.text().substr(name.span.end, static_cast<size_t>(word.span.end - name.span.end));
  if (Names().IsParticles(name.span.In(names.text()), tail)) return;
  for (const WordStem& stem : word.stems) {
    const bool longer = stem.end > name.span.end && stem.signs.place != PlaceEnding::kNone;
    const std::string_view ending =
        names.text().substr(name.span.end, static_cast<size_t>(std::max(0, stem.end - name.span.end)));
    if (!longer || Names().SignsOf(ending).place == PlaceEnding::kNone) continue;
    name.span.end = stem.end;
    return;
  }
}

}  // namespace

// What no name holds: a quotation begins or ends there, or a reporter's line: 새봄=한빛뉴스, 어울로~가람사거리.
bool IsBroken(std::string_view name) {
  for (const std::string_view mark : {"“", "”", "‘", "’", "\"", "=", "~", "…", ",", "<", ">"}) {
    if (name.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

TextSpan WithoutMarks(std::string_view text, TextSpan span) {
  while (span.size() > 0) {
    const DecodedRune rune = DecodeRune(text, span.begin);
    if (!IsNameMark(rune.code) && rune.code != U' ') break;
    span.begin += rune.length;
  }
  while (span.size() > 0) {
    const DecodedRune rune = DecodeRuneBefore(text, span.end);
    if (!IsNameMark(rune.code) && rune.code != U' ') break;
    span.end -= rune.length;
  }
  return span;
}

void CorrectSpan(const SentenceNames& names, NameCandidate& name) {
  LeaveOutParticles(names, name);
  LeaveOutCountry(names, name);
  LeaveOutStranger(names, name);
  TakeEnding(names, name);
}

}  // namespace sillok::ingest
