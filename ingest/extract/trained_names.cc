#include "ingest/extract/trained_names.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/candidates_by_word.h"
#include "ingest/extract/listed_names.h"
#include "ingest/extract/person_signs.h"
#include "ingest/extract/person_span.h"
#include "ingest/extract/place_chain.h"
#include "ingest/extract/tag_hints.h"
#include "ingest/extract/tagged_span.h"

namespace sillok::ingest {
namespace {

// Margins of the tagger. Of the people it sees, by cross-validation: below kFaint most are none; from there up to kDoubtful one
// in three is none, of usual names and others alike; from there one in eight; above kSure one in thirty.
constexpr int kFaint = 200;
constexpr int kFaintSpeaker = 100;  // of a word that speaks
constexpr int kDoubtful = 400;
constexpr int kClear = 700;
constexpr int kSure = 1000;
// Such a name stands where nothing speaks against it, and is not looked for elsewhere.
constexpr int kDoubtfulName = kTaggedName - 2;

// Not a letter for a name that is kept back, nor a surname alone: 임 in 임 실장 is for short forms to read. Nor what many
// bodies call themselves: 협회, 재단.
bool IsFullName(std::string_view text) {
  return CountRunes(text) > 1 && !Names().IsCommon(text) && !Names().IsSurname(text);
}

class TrainedNames {
 public:
  // Candidates that are there now are those of rows and rules.
  explicit TrainedNames(SentenceNames& names) : names_(names), others_(names), titled_(names.titled) {
    std::sort(titled_.begin(), titled_.end(),
              [](const TitledName& a, const TitledName& b) { return a.title.end < b.title.end; });
  }

  void Add(const Tag& tag) {
    const EntityType type = EntityTypeOf(tag.type);
    if (type == EntityType::kUnknown) return;
    NameCandidate name{.span = WithoutToward(names_.text(), WithoutMarks(names_.text(), tag.span)),
                       .type = type,
                       .score = tag.margin < kSure ? kDoubtfulName : kTrainedName,
                       .reason = {.rule = "tagger", .margin = tag.margin}};
    if (!FindWords(name) || IsBroken(name.span.In(names_.text()))) return;
    const bool person = type == EntityType::kPerson;
    const int faint = person && SpeaksHere(name) ? kFaintSpeaker : kFaint;
    if (person ? tag.margin < faint : tag.margin < kDoubtful && !IsSupported(name)) return;
    if (name.type == EntityType::kPerson && StandsBeforeTitle(name.span)) {
      name.type = EntityType::kOrganization;
    }
    LeaveOutBody(name);
    CorrectSpan(names_, name);
    if (name.type == EntityType::kPerson && !TrimPerson(names_, name)) return;
    LeaveOutPart(name);
    const bool speaks = person && SpeaksHere(name);
    if (person && tag.margin < kDoubtful && !speaks && !IsUsualPerson(name)) return;
    if (speaks && tag.margin >= kDoubtful) name.score = std::max(name.score, int{kTaggedName});
    if (name.type != EntityType::kPlace) return AddWhole(name, speaks);
    for (const NameCandidate& place : DividePlace(names_, name)) AddWhole(place);
  }

 private:
  void AddWhole(NameCandidate name, bool speaks = false) {
    const SuffixUses uses = Names().SignsOf(name.span.In(names_.text())).organization;
    // 협회 is for short forms to read.
    if (uses.Has(SuffixUse::kCalled) || uses.Has(SuffixUse::kSubject)) return;
    if (!IsFullName(name.span.In(names_.text())) || !IsWhole(name)) return;
    const bool doubtful = name.score == kDoubtfulName && !LooksLikePerson(name);
    if ((!speaks && (IsCommonWord(name) || doubtful)) || !Fits(name)) return;
    names_.Add(name);
  }

  // 성진은 “…”: the topic right before words in doubled marks. Such a person may be called by a word of the dictionary.
  [[nodiscard]] bool SpeaksHere(const NameCandidate& name) const {
    if (name.type != EntityType::kPerson || name.first_word != name.last_word) return false;
    const Word& word = names_.words[name.last_word];
    const std::string_view text = names_.text();
    const std::string_view particle = text.substr(name.span.end, word.span.end - name.span.end);
    if ((particle != "은" && particle != "는") || word.title_end >= 0 || word.countable ||
        Names().KindOf(name.span.In(text)) != EntityType::kUnknown) {
      return false;
    }
    const int open = word.span.end + 1;
    const auto next =
        std::lower_bound(names_.quotations.begin(), names_.quotations.end(), open,
                         [](const Quotation& quotation, int begin) { return quotation.outer.begin < begin; });
    return next != names_.quotations.end() && next->outer.begin == open && next->doubled;
  }

  // Where the tagger nearly gives up, its word is taken for a place that a row knows beside another meaning (단양), or
  // that ends like one (가람역).
  [[nodiscard]] bool IsSupported(const NameCandidate& name) const {
    if (name.type == EntityType::kPlace && name.first_word != name.last_word) return EndsChain(name);
    if (name.first_word != name.last_word) return false;
    const Word& word = names_.words[name.first_word];
    if (name.type == EntityType::kOrganization) {
      const SuffixUses uses = Names().SignsOf(name.span.In(names_.text())).organization;
      constexpr size_t kFourSyllables = 4;
      return uses.Has(SuffixUse::kProper) ||
             (uses.Has(SuffixUse::kTitled) && CountRunes(name.span.In(names_.text())) >= kFourSyllables);
    }
    const NameCandidate* row = StartingAt(names_, name.first_word);
    if (row != nullptr && row->span == name.span && row->type == name.type) return true;
    if (row != nullptr && row->score > 0) return false;  // 한국산
    const PlaceEnding ending = Names().SignsOf(name.span.In(names_.text())).place;
    if (ending == PlaceEnding::kNone || ending == PlaceEnding::kFacility) return false;
    constexpr int kFourSyllables = 12;
    return word.proper && !word.common && word.span.begin == name.span.begin &&
           name.span.end <= word.stem_end &&
           (ending != PlaceEnding::kFeature || name.span.size() <= kFourSyllables);
  }

  // 전남 다도군 솔섬: a row's town before it, a place's ending behind.
  [[nodiscard]] bool EndsChain(const NameCandidate& name) const {
    const NameCandidate* town = StartingAt(names_, name.first_word);
    const Word& last = names_.words[name.last_word];
    const bool known = town != nullptr && town->type == EntityType::kPlace && town->score > 0;
    const std::string_view stem = names_.text().substr(last.span.begin, name.span.end - last.span.begin);
    return known && town->place != PlaceKind::kLandmark && name.last_word == town->last_word + 1 &&
           !last.common && Names().SignsOf(stem).place != PlaceEnding::kNone;
  }

  // The words it stands in; a name of several words begins with a word.
  bool FindWords(NameCandidate& name) {
    const int words = static_cast<int>(names_.words.size());
    while (word_ < words && names_.words[word_].span.end <= name.span.begin) ++word_;
    name.first_word = word_;
    if (word_ == words || names_.words[word_].span.begin >= name.span.end) return false;
    if (names_.words[word_].span.begin < name.span.begin && names_.words[word_].span.end < name.span.end) {
      ++name.first_word;
      if (name.first_word == words) return false;
    }
    name.span.begin = std::max(name.span.begin, names_.words[name.first_word].span.begin);
    if (name.span.size() <= 0) return false;
    name.last_word = name.first_word;
    while (name.last_word + 1 < words && names_.words[name.last_word + 1].span.begin < name.span.end) {
      ++name.last_word;
    }
    return true;
  }

  // 뱅상 콤파니 뮌헨 감독: a body or a place of the rows behind a person's name is where he works.
  void LeaveOutBody(NameCandidate& name) const {
    if (name.type != EntityType::kPerson || name.first_word == name.last_word) return;
    for (const int at : others_.In(name.first_word, name.last_word)) {
      const NameCandidate& other = names_.candidates[at];
      const bool behind = other.span.begin > name.span.begin && other.span.begin < name.span.end &&
                          other.span.end >= name.span.end;
      const bool works_there = other.type == EntityType::kOrganization || other.type == EntityType::kPlace;
      if (!behind || !works_there || other.score < kListedName || other.first_word <= name.first_word) {
        continue;
      }
      if (other.first_word - name.first_word < 2) continue;  // one word is for the rules of people to judge
      name.last_word = other.first_word - 1;
      name.span.end = names_.words[name.last_word].span.end;
    }
  }

  // 해든 in 차도윤 해든|시장: a part of a word is no end of a name.
  void LeaveOutPart(NameCandidate& name) const {
    if (name.type != EntityType::kPerson || name.first_word == name.last_word || IsWhole(name)) return;
    --name.last_word;
    name.span.end = names_.words[name.last_word].span.end;
  }

  // A usual Korean name, or words that sound foreign.
  [[nodiscard]] bool IsUsualPerson(const NameCandidate& name) const {
    if (name.type != EntityType::kPerson) return false;
    const std::string_view text = name.span.In(names_.text());
    if (name.first_word == name.last_word) {
      const bool rare = Names().IsSurname(text.substr(0, 2 * kSyllableBytes));  // 남궁혁
      return text.size() == 3 * kSyllableBytes && Names().KoreanName(text) >= (rare ? 1 : kUsualName) &&
             Names().SignsOf(text).place != PlaceEnding::kDivision;  // 백석동
    }
    return Names().ForeignOdds(text) >= kForeignPerson && !HoldsNoun(name);
  }

  // 수박 in 수박 하우스: a noun of the dictionary that does not sound foreign.
  [[nodiscard]] bool HoldsNoun(const NameCandidate& name) const {
    for (int word = name.first_word; word <= name.last_word; ++word) {
      if (names_.words[word].common && Names().ForeignOdds(names_.words[word].In(names_.text())) <= 0) {
        return true;
      }
    }
    return false;
  }

  // Between a person and the title: 호크스 in 박도현 호크스 감독.
  [[nodiscard]] bool StandsBeforeTitle(const TextSpan& span) const {
    const auto titled =
        std::lower_bound(titled_.begin(), titled_.end(), span.end,
                         [](const TitledName& name, int end) { return name.title.end < end; });
    return titled != titled_.end() && titled->person.end <= span.begin;
  }

  // What follows in the same word is no part of a name: particles, a person's title, or for others another morpheme.
  [[nodiscard]] bool IsWhole(const NameCandidate& name) const {
    const Word& word = names_.words[name.last_word];
    if (name.span.end >= word.span.end) return true;
    const std::string_view tail =
        names_.text().substr(name.span.end, static_cast<size_t>(word.span.end - name.span.end));
    if (Names().IsParticles(name.span.In(names_.text()), tail)) return true;
    if (name.type == EntityType::kPerson) return word.title_end >= 0 && word.title_end > name.span.end;
    return IsMorphemeBoundary(*names_.sentence, word, name.span.end);
  }

  // A word of the dictionary, or of a count, that nothing but its company makes a person: 포스터, 킬로와트시.
  [[nodiscard]] bool IsCommonWord(const NameCandidate& name) const {
    if (name.type != EntityType::kPerson || name.first_word != name.last_word) return false;
    const Word& word = names_.words[name.first_word];
    const bool stem = word.span.begin == name.span.begin && word.stem_end == name.span.end;
    const bool usual = Names().KoreanName(name.span.In(names_.text())) >= kUsualName;  // 채선주: 채 may count
    // 감우식, of which MeCab makes 감우 and 식: where the tagger is sure, no count.
    const bool sure = name.reason.margin >= kSure && word.bare;
    return (word.countable && !usual && !sure) || (word.common && stem && !word.person);
  }

  // Where the tagger doubts, a person's name is Korean by its syllables, known to MeCab, or several words: 메가파스칼 is none of these.
  [[nodiscard]] bool LooksLikePerson(const NameCandidate& name) const {
    const Word& word = names_.words[name.last_word];
    // 탕웨이는; where a noun follows (파운더 데이) it may be anything, and so may two syllables (야유).
    constexpr int kShort = 2 * static_cast<int>(kSyllableBytes);
    const int least = name.span.size() <= kShort ? kClear : kDoubtful;
    if (word.person && !word.bare && name.reason.margin >= least && word.stem_end == name.span.end) {
      return true;
    }
    return name.type != EntityType::kPerson || name.first_word != name.last_word ||
           Names().KoreanName(name.span.In(names_.text())) > 0;
  }

  // Rows and rules that see the same name know its type; those that see more of it know its end. Where they see a part of
  // it, they speak for the whole.
  bool Fits(NameCandidate& name) const {
    for (const int at : others_.In(name.first_word, name.last_word)) {
      const NameCandidate& other = names_.candidates[at];
      if (other.score < kListedName || !other.span.Overlaps(name.span)) continue;
      if (other.span == name.span) return false;
      if (other.type != name.type && other.score > kTrainedName) return false;
      if (other.type != name.type) continue;
      if (!name.span.Contains(other.span) || IsBodyBehind(other, name)) return false;
      if (name.type == EntityType::kPerson && other.score == kListedName) return false;
      name.score = std::max(name.score, other.score + 1);
    }
    return true;
  }

  // 김슬아 of 김슬아 컬리 대표: a usual Korean name whose title was found is one word.
  [[nodiscard]] bool IsBodyBehind(const NameCandidate& titled, const NameCandidate& name) const {
    return name.type == EntityType::kPerson && titled.score >= kTitledName &&
           titled.span.begin == name.span.begin && titled.first_word == titled.last_word &&
           name.first_word != name.last_word && IsPlainlyKorean(titled);
  }

  // 조제프 has Korean syllables as well: MeCab sets the surname apart, or there is no doubt.
  [[nodiscard]] bool IsPlainlyKorean(const NameCandidate& person) const {
    const int usual = Names().KoreanName(person.span.In(names_.text()));
    if (usual >= kCertainName) return true;
    const Word& word = names_.words[person.first_word];
    if (usual < kUsualName || word.end_morpheme <= word.first_morpheme) return false;
    return names_.sentence->morphemes[word.first_morpheme].span.size() == static_cast<int>(kSyllableBytes);
  }

  SentenceNames& names_;
  const CandidatesByWord others_;
  std::vector<TitledName> titled_;  // by where the title ends
  int word_ = 0;
};

// The very span, or what begins with a usual Korean name of one word (차도윤 해든); a foreign name may go on where the
// tagger's ends (제임스 네일).
bool IsSeenAs(const SentenceNames& names, const NameCandidate& candidate, TextSpan tag) {
  if (tag == candidate.span) return true;
  const bool goes_on = candidate.score == kTaggedRun && candidate.first_word + 1 == candidate.last_word &&
                       !names.words[candidate.last_word].person;
  const TextSpan first{candidate.span.begin, names.words[candidate.first_word].span.end};
  if (goes_on && tag == first) return true;
  return tag.begin == candidate.span.begin && tag.Contains(candidate.span) &&
         candidate.first_word == candidate.last_word &&
         Names().KoreanName(candidate.span.In(names.text())) >= kUsualName;
}

}  // namespace

void DropUnseenPeople(SentenceNames& names) {
  for (NameCandidate& candidate : names.candidates) {
    if (candidate.type != EntityType::kPerson || candidate.score > kTaggedRun) continue;
    const auto behind = std::upper_bound(names.tags.begin(), names.tags.end(), candidate.span.begin,
                                         [](int begin, const Tag& tag) { return begin < tag.span.end; });
    const bool seen = behind != names.tags.end() && behind->type == TagType::kPerson &&
                      behind->margin >= kFaint && IsSeenAs(names, candidate, behind->span);
    if (!seen) candidate.score = 0;
  }
}

void AddTrainedNames(const TagModel& model, SentenceNames& names) {
  names.tags = model.Read(*names.sentence, HintsOf(names));
  DropUnseenPeople(names);
  CutAtTags(names);
  TrainedNames trained(names);
  for (const Tag& tag : names.tags) trained.Add(tag);
}

}  // namespace sillok::ingest
