#include "ingest/extract/foreign_runs.h"

#include <algorithm>
#include <string_view>

#include "common/text/hangul.h"
#include "ingest/extract/person_span.h"

namespace sillok::ingest {
namespace {

constexpr int kLongestRun = 4;

}  // namespace

WordRange ForeignRuns::In(int first, int title) const {
  for (int word = first; word < title;) {
    int last = word;
    int strongest = 0;
    while (last < title && last - word < kLongestRun) {
      const int strength = StrengthIn(word, last, title, strongest);
      if (strength == 0) break;
      strongest = std::max(strongest, strength);
      ++last;
    }
    const bool syllables = AreSyllables(word, last);
    if (last == title && IsPlaceOfOffice(names_, word, title)) --last;
    if (last > word && strongest == 2 && !syllables) return {word, last - 1, At(last - 1).span.end};
    word = std::max(last, word + 1);
  }
  return {};
}

// How much `word` may go on a run from `first` whose words are that strong so far.
int ForeignRuns::StrengthIn(int first, int word, int title, int strongest) const {
  const int strength = signs_.ForeignStrength(word, At(word).span.end);
  if (strength > 0 || word == first) return strength;
  // Let in by IsUncutName.
  if (!At(word).bare && !signs_.IsOtherName(word) && !Names().Modifier(Whole(word)).has_value()) return 1;
  return word == first + 1 && strongest == 2 && StandsBeforeOffice(word, title) ? 1 : 0;
}

// 윤 전, 박 씨: one syllable beside one syllable is no foreign name.
bool ForeignRuns::AreSyllables(int first, int end) const {
  return std::all_of(names_.words.begin() + first, names_.words.begin() + end,
                     [](const Word& word) { return word.span.size() <= static_cast<int>(kSyllableBytes); });
}

// 래미 in 데이비드 래미 영국 외무장관: what stands between a foreign name and where its bearer works is more of the name.
bool ForeignRuns::StandsBeforeOffice(int word, int title) const {
  if (word + 1 >= title || !At(word).bare || At(word).countable || At(word).title_end >= 0 ||
      signs_.IsOtherName(word) || Names().IsCommon(Whole(word)) || !IsHangulWord(Whole(word))) {
    return false;
  }
  const NameCandidate* office = StartingAt(names_, word + 1);
  return office != nullptr && office->score > 0 && office->type != EntityType::kPerson &&
         office->last_word + 1 == title;
}

WordRange ForeignRuns::From(int word) const {
  WordRange run{word, word - 1, 0};
  int strongest = 0;
  for (int at = word; at < static_cast<int>(names_.words.size()) && at - word < kLongestRun; ++at) {
    if (at > word && !At(at).joined) break;
    const int end = At(at).stem_end > At(at).span.begin ? At(at).stem_end : At(at).span.end;
    const int strength = signs_.ForeignStrength(at, end);
    if (strength == 0) break;
    strongest = std::max(strongest, strength);
    run.last = at;
    run.end = end;
    if (end != At(at).span.end) break;
  }
  if (strongest < 2 || run.empty()) return {};
  const bool one_syllable = run.last == word && run.end - At(word).span.begin <= 3;
  return one_syllable ? WordRange{} : run;
}

}  // namespace sillok::ingest
