#include "ingest/extract/person_names.h"

#include <algorithm>
#include <cctype>

#include "common/text/hangul.h"
#include "ingest/extract/person_signs.h"
#include "ingest/extract/titled_position.h"

namespace sillok::ingest {
namespace {

// Words between a name and its title.
constexpr int kLongestAffiliation = 7;
// Of these, words that no list knows.
constexpr int kMostPlainWords = 2;

class PeopleFinder {
 public:
  explicit PeopleFinder(SentenceNames& names) : names_(names), signs_(names) {}

  void Find() {
    const int count = static_cast<int>(names_.words.size());
    for (int word = 0; word < count; ++word) {
      if (At(word).title_end < 0 || IsHalfTitle(word)) continue;
      if (!FindBeforeTitle(word)) FindAfterTitle(word);
    }
    for (int word = 0; word < count; ++word) {
      FindBeforeAge(word);
      FindTagged(word);
      FindTaggedForeign(word);
      FindGlued(word);
    }
  }

 private:
  const Word& At(int word) const { return names_.words[word]; }
  std::string_view Whole(int word) const { return At(word).In(names_.text()); }
  std::string_view Text(int begin, int end) const { return names_.text().substr(begin, end - begin); }

  // 대통령 in 대통령 당선인.
  bool IsHalfTitle(int word) const {
    return word + 1 < static_cast<int>(names_.words.size()) && At(word).title_end == At(word).span.end &&
           At(word + 1).joined && At(word + 1).title_end >= 0;
  }

  // Names and titles go on over spaces and a Latin gloss: 디바이스솔루션(DS) 부문장.
  bool Connected(int word) const {
    if (At(word).joined) return true;
    const std::string_view gap = Text(At(word - 1).span.end, At(word).span.begin);
    const bool latin = static_cast<unsigned char>(names_.text()[At(word).span.begin]) < 0x80;
    const bool latin_before = static_cast<unsigned char>(names_.text()[At(word - 1).span.begin]) < 0x80;
    return (gap == "(" && latin) || (gap == ") " && latin_before);
  }

  // 이영 중소벤처기업부 장관: an organisation begins here.
  bool IsOrganization(int word) const {
    const NameCandidate* listed = StartingAt(names_, word);
    return listed != nullptr && listed->type == EntityType::kOrganization && listed->score > 0;
  }

  bool ContinuesChain(int word) const {
    if (At(word).date) return false;
    if (At(word).bare) return true;
    const NameCandidate* listed = EndingAt(names_, word);
    return listed != nullptr;
  }

  bool FindBeforeTitle(int title) {
    int first = title;
    while (first > 0 && title - first < kLongestAffiliation && Connected(first) &&
           ContinuesChain(first - 1)) {
      --first;
    }
    if (first > 0 && Connected(first) && !At(first - 1).date && !ContinuesChain(first - 1) &&
        signs_.IsUncutName(first - 1, title)) {
      --first;
      while (first > 0 && title - first < kLongestAffiliation && Connected(first) &&
             ContinuesChain(first - 1)) {
        --first;
      }
    }
    const WordRange name = NameIn(first, title);
    if (name.empty() || PlainWords(name.last + 1, title) > kMostPlainWords) return false;
    AddPerson(name, kTitledName, "title behind");
    AddPosition(names_, name, first, title);
    return true;
  }

  // Words of [first, end) that are neither listed names nor modifiers.
  int PlainWords(int first, int end) const {
    int plain = 0;
    for (int word = first; word < end; ++word) {
      if (const NameCandidate* listed = StartingAt(names_, word);
          listed != nullptr && listed->score > 0 && listed->last_word < end) {
        word = listed->last_word;
      } else if (!Names().Modifier(Whole(word)).has_value()) {
        ++plain;
      }
    }
    return plain;
  }

  // The name among the bare words [first, title).
  WordRange NameIn(int first, int title) const {
    for (int word = first; word < title; ++word) {
      const NameCandidate* listed = StartingAt(names_, word);
      if (listed != nullptr && listed->type == EntityType::kPerson && listed->last_word < title &&
          listed->span.end == At(listed->last_word).span.end) {
        int begin = word;  // 벤야민 네타냐후, where only 네타냐후 is listed
        while (listed->first_word == listed->last_word && begin > first && At(begin).joined &&
               At(begin - 1).bare && signs_.ForeignStrength(begin - 1, At(begin - 1).span.end) == 2) {
          --begin;
        }
        return {begin, listed->last_word, listed->span.end};
      }
    }
    WordRange korean;
    int best = kPossibleKoreanName + 1;
    for (int word = first; word < title; ++word) {
      const int score =
          signs_.KoreanScore(word, At(word).span.end, word + 1 == title || IsOrganization(word + 1));
      if (score >= best) {
        best = score;
        korean = {word, word, At(word).span.end};
      }
    }
    if (!korean.empty() && At(korean.first).person) return korean;
    const WordRange foreign = ForeignIn(first, title);
    return foreign.empty() ? korean : foreign;
  }

  // The first run of foreign words in [first, title) with one that is certain.
  WordRange ForeignIn(int first, int title) const {
    constexpr int kLongestRun = 4;
    for (int word = first; word < title;) {
      int last = word;
      int strongest = 0;
      while (last < title && last - word < kLongestRun) {
        int strength = signs_.ForeignStrength(last, At(last).span.end);
        if (strength == 0 && last > word && !At(last).bare && !Names().Modifier(Whole(last)).has_value()) {
          strength = 1;
        }  // let in by IsUncutName
        if (strength == 0) break;
        strongest = std::max(strongest, strength);
        ++last;
      }
      // 윤 전, 박 씨: one syllable beside one syllable is no foreign name.
      bool syllables = true;
      for (int at = word; at < last; ++at) syllables = syllables && At(at).span.size() <= 3;
      if (last > word && strongest == 2 && !syllables) return {word, last - 1, At(last - 1).span.end};
      word = std::max(last, word + 1);
    }
    return {};
  }

  // 배우 김태리가, 창업자 샘 올트먼이.
  void FindAfterTitle(int title) {
    const int next = title + 1;
    if (At(title).title_end != At(title).span.end || next >= static_cast<int>(names_.words.size()) ||
        !At(next).joined) {
      return;
    }
    WordRange name = ListedFrom(next);
    if (name.empty()) name = ForeignFrom(next);
    if (name.empty()) {
      int best = kUsualName;
      for (const WordStem& stem : At(next).stems) {
        const int end = stem.end;
        const int score = signs_.KoreanScore(next, end, false);
        const bool tagged = At(next).person && At(next).stem_end == end;
        // 안산은: where MeCab sees a particle, the longer reading is a guess.
        if (end > At(next).stem_end && At(next).stem_end > At(next).span.begin) continue;
        if (score <= best || (end - At(next).span.begin <= 6 && !tagged)) continue;
        best = score;
        name = {next, next, end};
      }
    }
    if (name.empty()) return;
    AddPerson(name, kTitledName, "title before");
    int first = title;
    while (first > 0 && title - first < kLongestAffiliation && Connected(first) &&
           ContinuesChain(first - 1)) {
      --first;
    }
    AddPosition(names_, name, first, title);
  }

  WordRange ListedFrom(int word) const {
    const NameCandidate* listed = StartingAt(names_, word);
    if (listed == nullptr || listed->type != EntityType::kPerson) return {};
    return {word, listed->last_word, listed->span.end};
  }

  // Foreign words from `word` on; the last may carry particles.
  WordRange ForeignFrom(int word) const {
    constexpr int kLongestRun = 4;
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

  // 홍길동(45), 이정은(23·대방건설).
  void FindBeforeAge(int word) {
    const std::string_view text = names_.text();
    const size_t open = At(word).span.end;
    if (open + 3 >= text.size() || text[open] != '(' ||
        std::isdigit(static_cast<unsigned char>(text[open + 1])) == 0 ||
        std::isdigit(static_cast<unsigned char>(text[open + 2])) == 0) {
      return;
    }
    const std::string_view after = text.substr(open + 3);
    if (!after.starts_with(")") && !after.starts_with("·") && !after.starts_with("세") &&
        !after.starts_with(",")) {
      return;
    }
    if (signs_.KoreanScore(word, At(word).span.end, true) < kPossibleKoreanName) return;
    AddPerson({word, word, At(word).span.end}, kTitledName, "age");
  }

  // What MeCab knows as a person's name of the usual length.
  void FindTagged(int word) {
    const int end = At(word).stem_end;
    if (!At(word).person || end - At(word).span.begin != 9 || At(word).title_end >= 0) return;
    if (signs_.KoreanScore(word, end, false) < kPossibleKoreanName + kTaggedBonus) return;
    AddPerson({word, word, end}, kTaggedName, "person of the dictionary");
  }

  // Two or more words that MeCab knows as foreign people's names.
  void FindTaggedForeign(int word) {
    if (!At(word).person || !At(word).bare) return;
    if (word > 0 && At(word).joined && At(word - 1).bare && At(word - 1).person) return;
    const WordRange run = ForeignFrom(word);
    if (run.empty() || run.last == word) return;
    for (int at = run.first; at <= run.last; ++at) {
      if (!At(at).person) return;
    }
    AddPerson(run, kTaggedName - 1, "foreign people of the dictionary");
  }

  // 홍길동씨는, 이재명대통령이.
  void FindGlued(int word) {
    constexpr int kName = 9;
    const int head = At(word).span.begin + kName;
    if (At(word).span.size() <= kName || !IsHangulWord(Whole(word)) || At(word).common) return;
    for (const WordStem& stem : At(word).stems) {
      const int end = stem.end;
      if (end <= head || !Names().IsTitle(Text(head, end)) ||
          Names().KoreanName(Text(At(word).span.begin, head)) < kUsualName) {
        continue;
      }
      // 나현태씨: MeCab takes 나 for a pronoun, but nobody else is called 씨.
      const bool person = names_.sentence->morphemes[At(word).first_morpheme].semantic == "인명";
      if (!person && Text(head, end) != "씨") continue;
      if (signs_.IsOtherName(word) || !IsMorphemeBoundary(*names_.sentence, At(word), head)) continue;
      AddPerson({word, word, head}, kSuffixedName, "title in the same word");
      names_.titled.push_back(
          {.person = {At(word).span.begin, head}, .title = {head, end}, .organization = {}});
      return;
    }
  }

  void AddPerson(const WordRange& name, int score, std::string_view rule) {
    names_.Add({.span = {At(name.first).span.begin, name.end},
                .type = EntityType::kPerson,
                .score = score,
                .first_word = name.first,
                .last_word = name.last,
                .reason = {.rule = rule}});
  }

  SentenceNames& names_;
  PersonSigns signs_;
};

}  // namespace

void FindPeople(SentenceNames& names) { PeopleFinder(names).Find(); }

}  // namespace sillok::ingest
