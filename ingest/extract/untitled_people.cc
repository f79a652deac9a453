#include "ingest/extract/untitled_people.h"

#include <cctype>
#include <string_view>
#include <vector>

#include "common/text/hangul.h"
#include "ingest/extract/foreign_runs.h"
#include "ingest/extract/person_signs.h"

namespace sillok::ingest {
namespace {

class UntitledPeople {
 public:
  explicit UntitledPeople(SentenceNames& names) : names_(names), signs_(names), runs_(names) {}

  void Find() {
    for (int word = 0; word < static_cast<int>(names_.words.size()); ++word) {
      FindBeforeAge(word);
      FindLabel(word);
      FindTagged(word);
      FindTaggedForeign(word);
      FindGlued(word);
      FindBulleted(word);
    }
    FindBesideOthers();
  }

 private:
  [[nodiscard]] const Word& At(int word) const { return names_.words[word]; }
  [[nodiscard]] std::string_view Whole(int word) const { return At(word).In(names_.text()); }
  [[nodiscard]] std::string_view Text(int begin, int end) const {
    return names_.text().substr(begin, end - begin);
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
    AddPerson(names_, {word, word, At(word).span.end}, kTitledName, "age");
  }

  // [차미선/가게 직원 : 말], [차미선 / 서울 마포구]: who speaks in a broadcast.
  void FindLabel(int word) {
    const std::string_view text = names_.text();
    const TextSpan span = At(word).span;
    if (span.begin == 0 || text[span.begin - 1] != '[') return;
    std::string_view behind = text.substr(span.end);
    if (behind.starts_with(' ')) behind.remove_prefix(1);
    if (!behind.starts_with('/')) return;
    if (signs_.KoreanScore(word, span.end, true) < kPossibleKoreanName) return;
    AddPerson(names_, {word, word, span.end}, kTitledName, "label of a speaker");
  }

  // What MeCab knows as a person's name of the usual length.
  void FindTagged(int word) {
    const int end = At(word).stem_end;
    if (!At(word).person || end - At(word).span.begin != 9 || At(word).title_end >= 0) return;
    if (signs_.KoreanScore(word, end, false) < kPossibleKoreanName + kTaggedBonus) return;
    AddPerson(names_, {word, word, end}, kTaggedName, "person of the dictionary");
  }

  // Two or more words that MeCab knows as foreign people's names.
  void FindTaggedForeign(int word) {
    if (!At(word).person || !At(word).bare) return;
    if (word > 0 && At(word).joined && At(word - 1).bare && At(word - 1).person) return;
    const WordRange run = runs_.From(word);
    if (run.empty() || run.last == word) return;
    for (int at = run.first; at <= run.last; ++at) {
      if (!At(at).person && !GoesOn(run, at)) return;
    }
    AddPerson(names_, run, kTaggedRun, "foreign people of the dictionary");
  }

  // 네일이 in 제임스 네일이, of which MeCab knows the first word: the second is no Korean noun, and nothing goes on behind it.
  [[nodiscard]] bool GoesOn(const WordRange& run, int word) const {
    const std::string_view tail = Text(run.end, At(word).span.end);
    const bool particle = tail == "은" || tail == "는" || tail == "이" || tail == "가" || tail == "을" ||
                          tail == "를" || tail == "의" || tail == "도" || tail == "와" || tail == "과";
    return word == run.first + 1 && word == run.last && particle &&
           Names().KoreanName(Whole(run.first)) < kCertainName && Names().ForeignOdds(Whole(run.first)) > 0 &&
           signs_.ForeignStrength(word, run.end) == 2;
  }

  // ▲유태식 ▲황보람: the names of a list of appointments.
  void FindBulleted(int word) {
    std::string_view before = names_.text().substr(0, At(word).span.begin);
    if (before.ends_with(' ')) before.remove_suffix(1);
    const bool bullet = before.ends_with("▲") || before.ends_with("△") || before.ends_with("▷");
    if (!bullet || At(word).span.size() != 3 * static_cast<int>(kSyllableBytes)) return;
    const bool alone = word + 1 == static_cast<int>(names_.words.size()) || !At(word + 1).joined;
    if (alone && signs_.KoreanScore(word, At(word).span.end, true) >= kUsualName) {
      AddPerson(names_, {word, word, At(word).span.end}, kSuffixedName, "bullet");
    }
  }

  // 장윤중 in 공동대표 권기수·장윤중: a name beside one that is certain.
  void FindBesideOthers() {
    std::vector<bool> certain(names_.words.size());  // the words that such names begin with
    for (const NameCandidate& candidate : names_.candidates) {
      if (IsCertain(candidate)) certain[candidate.first_word] = true;
    }
    for (size_t at = 0; at < names_.candidates.size(); ++at) {
      const NameCandidate person = names_.candidates[at];
      if (!IsCertain(person)) continue;
      for (const int beside : {person.first_word - 1, person.last_word + 1}) {
        if (beside < 0 || beside >= static_cast<int>(names_.words.size()) || certain[beside]) continue;
        if (IsDotBetween(person, beside) && AddBeside(beside)) certain[beside] = true;
      }
    }
  }

  static bool IsCertain(const NameCandidate& candidate) {
    return candidate.type == EntityType::kPerson && candidate.score >= kTitledName;
  }

  [[nodiscard]] bool IsDotBetween(const NameCandidate& person, int word) const {
    return (word < person.first_word ? Text(At(word).span.end, person.span.begin)
                                     : Text(person.span.end, At(word).span.begin)) == "·";
  }

  bool AddBeside(int word) {
    for (const WordStem& stem : At(word).stems) {
      if (stem.end - At(word).span.begin != 3 * static_cast<int>(kSyllableBytes)) continue;
      if (signs_.KoreanScore(word, stem.end, false) < kUsualName) continue;
      AddPerson(names_, {word, word, stem.end}, kTitledName, "beside a person");
      return true;
    }
    return false;
  }

  // 홍길동씨는, 이재명대통령이.
  void FindGlued(int word) {
    constexpr int kName = 9;
    const int head = At(word).span.begin + kName;
    if (At(word).span.size() <= kName || !IsHangulWord(Whole(word)) || At(word).common) return;
    for (const WordStem& stem : At(word).stems) {
      const int end = stem.end;
      if (FindMonk(word, end)) return;
      if (end <= head || !Names().IsTitle(Text(head, end)) ||
          Names().KoreanName(Text(At(word).span.begin, head)) < kUsualName) {
        continue;
      }
      // 나현태씨: MeCab takes 나 for a pronoun, but nobody else is called 씨.
      const bool person = names_.sentence->morphemes[At(word).first_morpheme].semantic == "인명";
      if (!person && Text(head, end) != "씨") continue;
      if (signs_.IsOtherName(word) || !IsMorphemeBoundary(*names_.sentence, At(word), head)) continue;
      AddPerson(names_, {word, word, head}, kSuffixedName, "title in the same word");
      names_.titled.push_back(
          {.person = {At(word).span.begin, head}, .title = {head, end}, .organization = {}});
      return;
    }
  }

  // 진우스님: a monk's name of two syllables is said with what he is.
  bool FindMonk(int word, int end) {
    constexpr std::string_view kMonk = "스님";
    const int name = end - static_cast<int>(kMonk.size());
    if (name - At(word).span.begin != 2 * static_cast<int>(kSyllableBytes) || Text(name, end) != kMonk) {
      return false;
    }
    if (Names().IsCommon(Text(At(word).span.begin, name))) return false;
    AddPerson(names_, {word, word, end}, kSuffixedName, "title in the same word");
    return true;
  }

  SentenceNames& names_;
  const PersonSigns signs_;
  const ForeignRuns runs_;
};

}  // namespace

void FindUntitledPeople(SentenceNames& names) { UntitledPeople(names).Find(); }

}  // namespace sillok::ingest
