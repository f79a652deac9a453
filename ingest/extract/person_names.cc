#include "ingest/extract/person_names.h"

#include <algorithm>
#include <cctype>

#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// Thresholds on NameLexicon::KoreanName, by how much else speaks for a person.
constexpr int kUsualName = 14;
constexpr int kPossibleKoreanName = 10;
constexpr int kTaggedBonus = 6;
// Thresholds on NameLexicon::ForeignOdds.
constexpr int kSoundsForeign = 5;
// Words between a name and its title.
constexpr int kLongestAffiliation = 7;
// Of these, words that no list knows.
constexpr int kMostPlainWords = 2;

bool IsHangulWord(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += 3) {
    if (static_cast<unsigned char>(text[at]) < 0xE1 || static_cast<unsigned char>(text[at]) > 0xED) {
      return false;
    }
  }
  return !text.empty();
}

struct WordRange {
  int first = 0;
  int last = -1;
  int end = 0;  // byte

  [[nodiscard]] bool empty() const { return last < first; }
};

class PeopleFinder {
 public:
  explicit PeopleFinder(SentenceNames& names) : names_(names) {}

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

  // Something listed that is no person begins here: 스페인, 카카오.
  bool IsOtherName(int word) const {
    const NameCandidate* listed = StartingAt(names_, word);
    if (listed != nullptr && listed->type != EntityType::kPerson && listed->score > 0) return true;
    const NameCandidate* ending = EndingAt(names_, word);
    return ending != nullptr && ending->type != EntityType::kPerson && ending->score > 0;
  }

  // How much [begin of word, end) looks like a Korean person's name.
  int KoreanScore(int word, int end, bool beside_title) const {
    if (At(word).date) return 0;
    const std::string_view text = Text(At(word).span.begin, end);
    int score = Names().KoreanName(text);
    const bool whole_stem = At(word).stem_end == end;
    constexpr size_t kTwoSyllables = 6;
    if (score == 0 && beside_title && At(word).person && whole_stem && text.size() == kTwoSyllables &&
        Names().IsSurname(text.substr(0, 3)) && !Names().IsCommon(text)) {
      score = kPossibleKoreanName;
    }
    if (score == 0 || IsOtherName(word) || At(word).date || Names().IsTitle(text)) return 0;
    if (At(word).person && whole_stem) return score + kTaggedBonus;
    if (beside_title && Names().IsOrganization(text, SuffixUse::kTitled)) return 0;
    if (At(word).common && whole_stem && (text.size() > 6 || !beside_title || score < kUsualName)) return 0;
    return score;
  }

  // 2: certainly no Korean noun; 1: may be part of a foreign name; 0: no.
  int ForeignStrength(int word, int end) const {
    const std::string_view text = Text(At(word).span.begin, end);
    if (!IsHangulWord(text) || At(word).date || Names().Modifier(text).has_value()) return 0;
    const NameCandidate* listed = StartingAt(names_, word);
    if (listed != nullptr && listed->span.end >= end) {
      if (listed->type == EntityType::kPerson) return 2;
      if (listed->score > 0) return 0;
    }
    if (IsOtherName(word) || Names().IsCommon(text) || At(word).title_end >= 0 || At(word).countable) {
      return 0;
    }
    const int odds = Names().ForeignOdds(text);
    if (text.size() <= 3) return At(word).person ? 2 : 1;
    if (At(word).common && !(odds > kSoundsForeign)) return 0;
    if (At(word).person && odds > -3) return 2;
    if (!At(word).common && odds >= kSoundsForeign) return 2;
    return odds > 0 || At(word).proper ? 1 : 0;
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

  // A whole word that MeCab cut before a particle though a name goes on: 그레그 블록만, 정조은.
  bool IsUncutName(int word, int title) const {
    if (!IsHangulWord(Whole(word)) || At(word).title_end >= 0 || At(word).person || At(word).common ||
        Names().IsCommon(At(word).Stem(names_.text()))) {
      return false;
    }
    // 정신아: MeCab sees no particle behind a noun, only pieces.
    if (At(word).stem_end == At(word).span.begin && Whole(word).size() == 9) {
      if (At(word).countable || At(word).end_morpheme - At(word).first_morpheme < 2) return false;
      return KoreanScore(word, At(word).span.end, false) >= kPossibleKoreanName + 1;
    }
    const bool pair = word > 0 && At(word).joined && !At(word).proper &&
                      ForeignStrength(word - 1, At(word - 1).span.end) == 2 && At(word - 1).bare;
    const bool one_syllable_tail = At(word).span.end - At(word).stem_end == 3;
    return pair || (word + 1 == title && Whole(word).size() == 9 && one_syllable_tail &&
                    KoreanScore(word, At(word).span.end, true) >= kUsualName);
  }

  bool FindBeforeTitle(int title) {
    int first = title;
    while (first > 0 && title - first < kLongestAffiliation && Connected(first) &&
           ContinuesChain(first - 1)) {
      --first;
    }
    if (first > 0 && Connected(first) && !At(first - 1).date && !ContinuesChain(first - 1) &&
        IsUncutName(first - 1, title)) {
      --first;
      while (first > 0 && title - first < kLongestAffiliation && Connected(first) &&
             ContinuesChain(first - 1)) {
        --first;
      }
    }
    const WordRange name = NameIn(first, title);
    if (name.empty() || PlainWords(name.last + 1, title) > kMostPlainWords) return false;
    AddPerson(name, kTitledName);
    AddPosition(name, first, title);
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
               At(begin - 1).bare && ForeignStrength(begin - 1, At(begin - 1).span.end) == 2) {
          --begin;
        }
        return {begin, listed->last_word, listed->span.end};
      }
    }
    WordRange korean;
    int best = kPossibleKoreanName + 1;
    for (int word = first; word < title; ++word) {
      const int score = KoreanScore(word, At(word).span.end, word + 1 == title || IsOrganization(word + 1));
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
        int strength = ForeignStrength(last, At(last).span.end);
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
      for (const int end : At(next).ends) {
        const int score = KoreanScore(next, end, false);
        const bool tagged = At(next).person && At(next).stem_end == end;
        // 안산은: where MeCab sees a particle, the longer reading is a guess.
        if (end > At(next).stem_end && At(next).stem_end > At(next).span.begin) continue;
        if (score <= best || (end - At(next).span.begin <= 6 && !tagged)) continue;
        best = score;
        name = {next, next, end};
      }
    }
    if (name.empty()) return;
    AddPerson(name, kTitledName);
    int first = title;
    while (first > 0 && title - first < kLongestAffiliation && Connected(first) &&
           ContinuesChain(first - 1)) {
      --first;
    }
    AddPosition(name, first, title);
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
      const int strength = ForeignStrength(at, end);
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
    if (KoreanScore(word, At(word).span.end, true) < kPossibleKoreanName) return;
    AddPerson({word, word, At(word).span.end}, kTitledName);
  }

  // What MeCab knows as a person's name of the usual length.
  void FindTagged(int word) {
    const int end = At(word).stem_end;
    if (!At(word).person || end - At(word).span.begin != 9 || At(word).title_end >= 0) return;
    if (KoreanScore(word, end, false) < kPossibleKoreanName + kTaggedBonus) return;
    AddPerson({word, word, end}, kTaggedName);
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
    AddPerson(run, kTaggedName - 1);
  }

  // 홍길동씨는, 이재명대통령이.
  void FindGlued(int word) {
    constexpr int kName = 9;
    const int head = At(word).span.begin + kName;
    if (At(word).span.size() <= kName || !IsHangulWord(Whole(word)) || At(word).common) return;
    for (const int end : At(word).ends) {
      if (end <= head || !Names().IsTitle(Text(head, end)) ||
          Names().KoreanName(Text(At(word).span.begin, head)) < kUsualName) {
        continue;
      }
      if (names_.sentence->morphemes[At(word).first_morpheme].semantic != "인명") continue;
      if (IsOtherName(word) || !IsMorphemeBoundary(*names_.sentence, At(word), head)) continue;
      AddPerson({word, word, head}, kSuffixedName);
      names_.titled.push_back(
          {.person = {At(word).span.begin, head}, .title = {head, end}, .organization = {}});
      return;
    }
  }

  void AddPerson(const WordRange& name, int score) {
    names_.Add({.span = {At(name.first).span.begin, name.end},
                .type = EntityType::kPerson,
                .score = score,
                .first_word = name.first,
                .last_word = name.last});
  }

  // The words of [first, title] that are not the name say what the person is, and where.
  void AddPosition(const WordRange& name, int first, int title) {
    TitledName position{.person = {At(name.first).span.begin, name.end}, .title = {}, .organization = {}};
    const bool before = name.last < title;
    int word = before ? name.last + 1 : first;
    if (before && word == title) {
      SkipTo(first, name.first, position);
      position.title = {At(title).span.begin, At(title).title_end};
      names_.titled.push_back(position);
      return;
    }
    if (!before && first > 0) TakeOwner(first - 1, position);
    word = SkipTo(word, title, position);
    while (word < title && Names().Modifier(Whole(word)).has_value()) ++word;
    if (position.organization.size() == 0 && word < title && NamesBody(word, title)) {
      position.organization = At(word).span;
      // Between a name and a title, an ending that alone would be too weak (새봄전자) says enough to teach the name.
      const bool ends_as_one = Names().IsOrganization(Whole(word), SuffixUse::kProper);
      names_.Add({.span = At(word).span,
                  .type = EntityType::kOrganization,
                  .score = ends_as_one ? kSuffixedName : kPossibleName,
                  .first_word = word,
                  .last_word = word});
      ++word;
    }
    position.title = {At(word).span.begin, At(title).title_end};
    names_.titled.push_back(position);
  }

  // The organisation in 오픈AI의, ‘오픈AI’의.
  void TakeOwner(int word, TitledName& position) const {
    if (Whole(word) == "의" && word > 0) --word;  // a quotation mark stands between
    const NameCandidate* listed = StartingAt(names_, word);
    if (listed == nullptr || listed->score == 0 || listed->type == EntityType::kPerson ||
        listed->last_word != word) {
      return;
    }
    constexpr int kLongestGap = 12;
    std::string_view gap = names_.text().substr(listed->span.end, kLongestGap);
    if (gap.find(' ') == std::string_view::npos) return;
    gap = gap.substr(0, gap.find(' '));
    for (const std::string_view mark : {"’", "”", "'", "\""}) {
      if (gap.starts_with(mark)) gap.remove_prefix(mark.size());
    }
    if (gap == "의") position.organization = listed->span;
  }

  // An unlisted word between a name and a plain title: 홍길동 가온누리 대표.
  bool NamesBody(int word, int title) const {
    if (word + 1 != title || Names().IsCommon(Whole(word)) || At(word).title_end >= 0) return false;
    if (Names().IsOrganization(Whole(word), SuffixUse::kProper) ||
        Names().IsOrganization(Whole(word), SuffixUse::kTitled)) {
      return true;
    }
    return !At(word).common && (At(word).proper || Names().ForeignOdds(Whole(word)) > kSoundsForeign);
  }

  // Takes modifiers and the organisation from [word, end); the word after them.
  int SkipTo(int word, int end, TitledName& position) const {
    while (word < end) {
      if (const std::optional<bool> past = Names().Modifier(Whole(word)); past.has_value()) {
        position.past = position.past || *past;
        ++word;
        continue;
      }
      const NameCandidate* listed = StartingAt(names_, word);
      if (listed == nullptr || listed->last_word >= end || listed->type == EntityType::kPerson ||
          listed->type == EntityType::kProduct) {
        return word;
      }
      const bool gloss = position.organization.size() > 0 && names_.text()[listed->span.begin - 1] == '(';
      if (!gloss) {
        position.organization = position.organization.size() == 0
                                    ? listed->span
                                    : TextSpan{position.organization.begin, listed->span.end};
      }
      word = listed->last_word + 1;
    }
    return word;
  }

  SentenceNames& names_;
};

}  // namespace

void FindPeople(SentenceNames& names) { PeopleFinder(names).Find(); }

}  // namespace sillok::ingest
