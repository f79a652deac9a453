#include "ingest/extract/person_names.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "ingest/extract/anonymous_people.h"
#include "ingest/extract/foreign_runs.h"
#include "ingest/extract/person_signs.h"
#include "ingest/extract/person_span.h"
#include "ingest/extract/titled_position.h"
#include "ingest/extract/untitled_people.h"

namespace sillok::ingest {
namespace {

// Words between a name and its title.
constexpr int kLongestAffiliation = 7;
// Of these, words that no list knows.
constexpr int kMostPlainWords = 2;

// By the titles beside them.
class TitledPeople {
 public:
  explicit TitledPeople(SentenceNames& names) : names_(names), signs_(names), runs_(names) {}

  void Find() {
    const int count = static_cast<int>(names_.words.size());
    for (int word = 0; word < count; ++word) {
      if (At(word).title_end < 0 || IsHalfTitle(word)) continue;
      if (!FindBeforeTitle(word)) FindAfterTitle(word);
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
    if (Names().Modifier(Whole(word)).has_value()) return true;  // 당시, though it may be a date as well
    if (At(word).date) return false;
    if (At(word).bare || IsDepartment(word)) return true;
    const NameCandidate* listed = EndingAt(names_, word);
    return listed != nullptr;
  }

  // 경제학과 before 교수, which MeCab takes for 경제학 and a particle: behind the body where that is.
  bool IsDepartment(int word) const {
    constexpr std::string_view kDepartment = "과";
    const Word& own = At(word);
    if (word == 0 || !own.joined || !Whole(word).ends_with(kDepartment) || own.person ||
        own.stem_end == own.span.begin || own.span.size() < 3 * static_cast<int>(kSyllableBytes)) {
      return false;
    }
    const NameCandidate* body = EndingAt(names_, word - 1);
    return body != nullptr && body->score > 0 && body->type == EntityType::kOrganization &&
           word + 1 < static_cast<int>(names_.words.size()) && At(word + 1).title_end >= 0;
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
    WordRange name = CallsByName(title) ? NameUpTo(first, title) : NameIn(first, title);
    if (name.empty()) name = NameBeforeBody(first, title);
    if (name.empty() || PlainWords(name.last + 1, title) > kMostPlainWords) return false;
    AddPlaceOfOffice(name, title);
    AddPerson(names_, name, kTitledName, "title behind");
    AddPosition(names_, name, first, title);
    AddTitlesInBrackets(name, title);
    return true;
  }

  // 전무 in 이승조 누리차 기획재경본부장(CFO·전무).
  void AddTitlesInBrackets(const WordRange& name, int title) {
    constexpr int kMost = 4;  // words
    const std::string_view text = names_.text();
    const size_t open = At(title).title_end;
    if (!text.substr(open).starts_with('(')) return;
    const int count = static_cast<int>(names_.words.size());
    for (int word = title + 1; word < count && word - title <= kMost; ++word) {
      const TextSpan span = At(word).span;
      const bool inside = text.substr(open, span.begin - open).find(')') == std::string_view::npos;
      if (!inside) return;
      if (!IsHangulWord(span.In(text)) || !Names().IsTitle(span.In(text))) continue;
      names_.titled.push_back(
          {.person = {At(name.first).span.begin, name.end}, .title = span, .organization = {}});
    }
  }

  // 팡저신 in 팡저신 가람증권 연구원: what MeCab makes no sense of before where its bearer works.
  [[nodiscard]] WordRange NameBeforeBody(int first, int title) const {
    const int before = first > 0 && Connected(first) ? first - 1 : first;
    for (int word = before; word <= first && word + 1 < title; ++word) {
      if (signs_.IsOddName(word) && At(word + 1).joined && IsBody(word + 1, title)) {
        return {word, word, At(word).span.end};
      }
    }
    return {};
  }

  // A body begins, and ends before `title`.
  [[nodiscard]] bool IsBody(int word, int title) const {
    const NameCandidate* listed = StartingAt(names_, word);
    if (listed != nullptr && listed->score > 0) {
      return listed->type == EntityType::kOrganization && listed->last_word < title;
    }
    const SuffixUses uses = Names().SignsOf(Whole(word)).organization;
    return uses.Has(SuffixUse::kProper) || uses.Has(SuffixUse::kTitled);
  }

  // 오이타현 in 기이치로 오이타현 지사.
  void AddPlaceOfOffice(const WordRange& name, int title) {
    const int place = title - 1;
    if (name.last + 1 != place || StartingAt(names_, place) != nullptr || !IsHangulWord(Whole(place)) ||
        !IsPlaceOfOffice(names_, name.first, title)) {
      return;
    }
    names_.Add({.span = At(place).span,
                .type = EntityType::kPlace,
                .score = kSuffixedName,
                .first_word = place,
                .last_word = place,
                .reason = {.rule = "between a name and a title"}});
  }

  // 씨 stands behind nothing but a name.
  [[nodiscard]] bool CallsByName(int title) const {
    return Text(At(title).span.begin, At(title).title_end) == "씨";
  }

  // The name that ends right before `title`: 전병국 in 하포리 이장 전병국 씨.
  [[nodiscard]] WordRange NameUpTo(int first, int title) const {
    for (int word = first; word < title; ++word) {
      const WordRange name = NameIn(word, title);
      if (!name.empty() && name.last + 1 == title) return name;
    }
    return {};
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
      // 패통탄 친나왓, of which MeCab makes a verb first.
      const NameCandidate* ending = EndingAt(names_, word);
      if (ending != nullptr && ending->type == EntityType::kPerson && ending->first_word < first &&
          ending->score > 0) {
        return {ending->first_word, word, ending->span.end};
      }
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
      if (IsPlaceOfTitle(word, title)) continue;
      const int score =
          signs_.KoreanScore(word, At(word).span.end, word + 1 == title || IsOrganization(word + 1));
      if (score >= best) {
        best = score;
        korean = {word, word, At(word).span.end};
      }
    }
    if (!korean.empty() && At(korean.first).person) return korean;
    const WordRange foreign = runs_.In(first, title);
    // 경계현 당시 디바이스솔루션 부문장: one foreign word behind a name is where its bearer works.
    const bool body = !korean.empty() && foreign.first == foreign.last && korean.first < foreign.first;
    return foreign.empty() || body ? korean : foreign;
  }

  // 하포리 before 이장.
  bool IsPlaceOfTitle(int word, int title) const {
    const auto of_place = [&](const WordStem& stem) {
      return stem.end == At(title).title_end && stem.signs.title_of_place;
    };
    return word + 1 == title && !At(word).person &&
           Names().SignsOf(Whole(word)).place == PlaceEnding::kDivision &&
           std::any_of(At(title).stems.begin(), At(title).stems.end(), of_place);
  }

  // 배우 김태리가, 창업자 샘 올트먼이.
  void FindAfterTitle(int title) {
    const int next = title + 1;
    if (At(title).title_end != At(title).span.end || next >= static_cast<int>(names_.words.size()) ||
        !At(next).joined) {
      return;
    }
    WordRange name = ListedFrom(next);
    if (name.empty()) name = runs_.From(next);
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
    AddPerson(names_, name, kTitledName, "title before");
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

  SentenceNames& names_;
  const PersonSigns signs_;
  const ForeignRuns runs_;
};

}  // namespace

void FindPeople(SentenceNames& names) {
  FindAnonymousPeople(names);
  TitledPeople(names).Find();
  FindUntitledPeople(names);
}

}  // namespace sillok::ingest
