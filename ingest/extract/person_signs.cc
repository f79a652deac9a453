#include "ingest/extract/person_signs.h"

#include <algorithm>
#include <iterator>

#include "common/text/hangul.h"

namespace sillok::ingest {

bool PersonSigns::IsOtherName(int word) const {
  const NameCandidate* listed = StartingAt(names_, word);
  if (listed != nullptr && listed->type != EntityType::kPerson && listed->score > 0) return true;
  const NameCandidate* ending = EndingAt(names_, word);
  return ending != nullptr && ending->type != EntityType::kPerson && ending->score > 0;
}

int PersonSigns::KoreanScore(int word, int end, bool beside_title) const {
  if (At(word).date) return 0;
  const std::string_view text = Text(At(word).span.begin, end);
  int score = Names().KoreanName(text);
  const bool whole_stem = At(word).stem_end == end;
  constexpr size_t kTwoSyllables = 6;
  if (score == 0 && beside_title && At(word).person && whole_stem && text.size() == kTwoSyllables &&
      Names().IsSurname(text.substr(0, 3)) && !Names().IsSurname(text) && !Names().IsCommon(text)) {
    score = kPossibleKoreanName;
  }
  if (score == 0 || IsOtherName(word) || At(word).date || Names().IsTitle(text)) return 0;
  if (At(word).person && whole_stem) return score + kTaggedBonus;
  if (beside_title && Names().IsOrganization(text, SuffixUse::kTitled)) return 0;
  if (At(word).common && whole_stem && (text.size() > 6 || !beside_title || score < kUsualName)) return 0;
  return score;
}

int PersonSigns::ForeignStrength(int word, int end) const {
  const std::string_view text = Text(At(word).span.begin, end);
  if (!IsHangulWord(text) || At(word).date || Names().Modifier(text).has_value()) return 0;
  const NameCandidate* listed = StartingAt(names_, word);
  if (listed != nullptr && listed->span.end >= end) {
    if (listed->type == EntityType::kPerson) return 2;
    if (listed->score > 0) return 0;
  }
  if (IsOtherName(word) || Names().IsCommon(text) || At(word).title_end >= 0 || At(word).countable ||
      Names().KindOf(text) != EntityType::kUnknown) {
    return 0;
  }
  const int odds = Names().ForeignOdds(text);
  if (text.size() <= 3) {
    // 8년 차 웹툰: a syllable behind a number counts.
    if (word > 0 && At(word).joined && (At(word - 1).date || At(word - 1).countable)) return 0;
    return At(word).person ? 2 : 1;
  }
  if (At(word).common && !(odds > kForeignPerson)) return 0;
  if (At(word).person && odds > -3) return 2;
  if (!At(word).common && odds >= kForeignPerson) return 2;
  return odds > 0 || At(word).proper ? 1 : 0;
}

// 아카자와 in 아카자와 료세이, where MeCab sees 와 behind 아카자.
bool PersonSigns::IsJapaneseSurname(int word, int title) const {
  const std::string_view whole = Whole(word);
  const auto ends = [&whole](std::string_view end) { return whole.ends_with(end); };
  constexpr std::string_view kEnds[] = {"자와", "사와", "카와", "가와"};
  return std::any_of(std::begin(kEnds), std::end(kEnds), ends) && word + 1 < title && At(word + 1).joined &&
         At(word + 1).bare && Names().ForeignOdds(whole) >= kForeignPerson &&
         ForeignStrength(word, At(word).span.end) == 2 &&
         ForeignStrength(word + 1, At(word + 1).span.end) == 2;
}

bool PersonSigns::IsUncutName(int word, int title) const {
  if (IsJapaneseSurname(word, title)) return true;
  if (!IsHangulWord(Whole(word)) || At(word).title_end >= 0 || At(word).person || At(word).common ||
      Names().IsCommon(At(word).Stem(names_.text()))) {
    return false;
  }
  const bool pair = word > 0 && At(word).joined && !At(word).proper &&
                    ForeignStrength(word - 1, At(word - 1).span.end) == 2 && At(word - 1).bare;
  // 정신아: MeCab sees no particle behind a noun, only pieces.
  if (At(word).stem_end == At(word).span.begin && Whole(word).size() == 9) {
    if (At(word).countable) return false;
    if (At(word).end_morpheme - At(word).first_morpheme < 2) {
      return pair;  // 그란디, an adverb as MeCab has it
    }
    if (KoreanScore(word, At(word).span.end, false) >= kPossibleKoreanName + 1) return true;
  }
  const bool one_syllable_tail = At(word).span.end - At(word).stem_end == 3;
  return pair || (word + 1 == title && Whole(word).size() == 9 && one_syllable_tail &&
                  KoreanScore(word, At(word).span.end, true) >= kUsualName);
}

bool PersonSigns::IsOddName(int word) const {
  const std::string_view text = Whole(word);
  const size_t syllables = text.size() / kSyllableBytes;
  if (At(word).end_morpheme <= At(word).first_morpheme) return false;  // the one before reaches into it
  if (!IsHangulWord(text) || syllables < 2 || syllables > 4 || At(word).date || At(word).title_end >= 0 ||
      (At(word).common && At(word).bare) || StartingAt(names_, word) != nullptr ||
      EndingAt(names_, word) != nullptr || Names().IsCommon(text) || Names().Modifier(text).has_value() ||
      Names().KindOf(text) != EntityType::kUnknown) {
    return false;
  }
  const std::vector<Morpheme>& morphemes = names_.sentence->morphemes;
  bool person = false;
  for (int at = At(word).first_morpheme; at < At(word).end_morpheme; ++at) {
    person = person || morphemes[at].semantic == "인명";
  }
  const Morpheme& last = morphemes[At(word).end_morpheme - 1];
  if (last.IsAny("J", "E")) return false;  // 알트먼은
  if (person) return syllables > 2 || Names().ForeignOdds(text) >= kForeignPerson;
  if (syllables != 3) return false;
  // 우석진, of which MeCab takes 진 for an ending that is no particle.
  const std::string_view stem = At(word).Stem(names_.text());
  if (!stem.empty() && !At(word).bare && Names().KoreanName(text) >= kPossibleKoreanName &&
      !Names().IsParticles(stem, text.substr(stem.size()))) {
    return true;
  }
  return last.span.end == At(word).span.end && last.IsAny("XPN", "XSV", "XSA", "UNKNOWN") &&
         last.tag.find('+') == std::string_view::npos;
}

void AddPerson(SentenceNames& names, const WordRange& name, int score, std::string_view rule) {
  names.Add({.span = {names.words[name.first].span.begin, name.end},
             .type = EntityType::kPerson,
             .score = score,
             .first_word = name.first,
             .last_word = name.last,
             .reason = {.rule = rule}});
}

}  // namespace sillok::ingest
