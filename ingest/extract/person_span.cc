#include "ingest/extract/person_span.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "ingest/extract/person_signs.h"

namespace sillok::ingest {
namespace {

// Below it the tagger is no witness against a title.
constexpr int kWitness = 400;

bool HasDigit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// No person's name holds a number: what stands before the last one is left out. False when one ends the name.
bool LeaveOutNumbers(const SentenceNames& names, NameCandidate& person) {
  if (person.first_word == person.last_word) return true;
  for (int word = person.last_word; word >= person.first_word; --word) {
    if (!names.words[word].date && !HasDigit(names.words[word].In(names.text()))) continue;
    if (word == person.last_word) return false;
    person.first_word = word + 1;
    person.span.begin = names.words[word + 1].span.begin;
    return true;
  }
  return true;
}

// A usual Korean name is one word: what stands before it says who that is.
void LeaveOutKind(const SentenceNames& names, NameCandidate& person) {
  const Word& last = names.words[person.last_word];
  if (person.first_word == person.last_word || !last.person || !names.words[person.last_word - 1].common) {
    return;
  }
  const TextSpan name{last.span.begin, person.span.end};
  if (Names().KoreanName(name.In(names.text())) < kUsualName) return;
  person.first_word = person.last_word;
  person.span = name;
}

void CutBefore(const SentenceNames& names, int word, NameCandidate& person) {
  person.last_word = word - 1;
  person.span.end = names.words[word - 1].span.end;
}

// The first word, but one, of a person at which the tagger sees a body or a place begin; -1 when there is none.
int FirstOfOther(const SentenceNames& names, const NameCandidate& person) {
  for (int word = person.first_word + 1; word <= person.last_word; ++word) {
    const int begin = names.words[word].span.begin;
    const auto tag = std::lower_bound(names.tags.begin(), names.tags.end(), begin,
                                      [](const Tag& at, int offset) { return at.span.begin < offset; });
    if (tag == names.tags.end() || tag->span.begin != begin || tag->margin < kWitness) continue;
    if (tag->type == TagType::kOrganization || tag->type == TagType::kPlace) return word;
  }
  return -1;
}

void LeaveOutPlace(const SentenceNames& names, NameCandidate& person) {
  const int title = person.last_word + 1;
  if (title >= static_cast<int>(names.words.size()) || !names.words[title].joined) return;
  if (IsPlaceOfOffice(names, person.first_word, title)) CutBefore(names, person.last_word, person);
}

}  // namespace

bool IsPlaceOfOffice(const SentenceNames& names, int first, int title) {
  const Word& office = names.words[title];
  const auto held = [&office](const WordStem& stem) {
    return stem.end == office.title_end && stem.signs.title_of_place;
  };
  if (first + 1 >= title || std::none_of(office.stems.begin(), office.stems.end(), held)) return false;
  const Word& place = names.words[title - 1];
  const bool abroad = std::any_of(place.stems.begin(), place.stems.end(), [&place](const WordStem& stem) {
    return stem.end == place.span.end && stem.signs.place == PlaceEnding::kAbroad;
  });
  return abroad || first + 2 < title;
}

bool TrimPerson(const SentenceNames& names, NameCandidate& person) {
  if (!LeaveOutNumbers(names, person)) return false;
  LeaveOutKind(names, person);
  LeaveOutPlace(names, person);
  return person.span.size() > 0;
}

void CutAtTags(SentenceNames& names) {
  std::map<TextSpan, TextSpan> cuts;
  for (NameCandidate& person : names.candidates) {
    if (person.type != EntityType::kPerson || person.score < kTitledName) continue;
    const int word = FirstOfOther(names, person);
    if (word < 0) continue;
    const TextSpan whole = person.span;
    CutBefore(names, word, person);
    cuts[whole] = person.span;
  }
  for (TitledName& titled : names.titled) {
    if (const auto cut = cuts.find(titled.person); cut != cuts.end()) titled.person = cut->second;
  }
}

}  // namespace sillok::ingest
