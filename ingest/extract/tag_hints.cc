#include "ingest/extract/tag_hints.h"

#include "common/text/hangul.h"
#include "ingest/extract/person_signs.h"

namespace sillok::ingest {
namespace {

// The numbers are part of the model; each family has room for its values. Below 64.
enum HintKind : uint8_t {
  kDateHint = 0,
  kDecidedHint = 1,    // + type, 1…6
  kCandidateHint = 7,  // + type (1…6) + 6 * strength (0…3)
  kPlaceHint = 32,     // + PlaceKind, 1…7
  kTitleHint = 40,
  kSurnameHint,
  kGivenHint = 42,      // + strength 0…2: three syllables
  kGivenPairHint = 45,  // + strength 0…2: two
  kForeignHint = 48,    // + strength 0…2
  kEndingHint = 51,     // organisation, place, event, kind
  kCommonHint = 56,
  kCountableHint = 57,
  kPersonHint = 58,
  kProperHint = 59,
};

int StrengthOf(int score) { return score <= 0 ? 0 : score < kListedName ? 1 : score < kTitledName ? 2 : 3; }

class HintReader {
 public:
  explicit HintReader(const SentenceNames& names) : names_(names) {}

  std::vector<TagHint> Read() {
    for (const NameCandidate& candidate : names_.candidates) AddCandidate(candidate);
    for (const NameCandidate& chosen : DecideNames(names_)) {
      Add(chosen.span, kDecidedHint + static_cast<int>(chosen.type) - 1);
    }
    for (const Word& word : names_.words) AddWord(word);
    for (const TextSpan& date : names_.dates) Add(date, kDateHint);
    return std::move(hints_);
  }

 private:
  void Add(const TextSpan& span, int kind) {
    hints_.push_back({.span = span, .kind = static_cast<uint8_t>(kind)});
  }

  void AddCandidate(const NameCandidate& candidate) {
    Add(candidate.span,
        kCandidateHint + static_cast<int>(candidate.type) - 1 + 6 * StrengthOf(candidate.score));
    if (candidate.place != PlaceKind::kNone) {
      Add(candidate.span, kPlaceHint + static_cast<int>(candidate.place));
    }
  }

  void AddWord(const Word& word) {
    if (word.title_end > 0) Add({word.span.begin, word.title_end}, kTitleHint);
    if (word.countable) Add(word.span, kCountableHint);
    if (word.person) Add({word.span.begin, word.stem_end}, kPersonHint);
    if (word.proper) Add({word.span.begin, word.stem_end}, kProperHint);
    AddGiven(word);
    for (const WordStem& stem : word.stems) {
      const TextSpan span{word.span.begin, stem.end};
      if (stem.signs.organization.Has(SuffixUse::kWord) || stem.signs.organization.Has(SuffixUse::kProper)) {
        Add(span, kEndingHint);
      }
      if (stem.signs.organization.Has(SuffixUse::kAfter)) Add(span, kEndingHint + 1);
      // 현 of 가람현 ends names of people as well; the ends of what is governed abroad say nothing here.
      const PlaceEnding place = stem.signs.place;
      if (place != PlaceEnding::kNone && place != PlaceEnding::kFeature && place != PlaceEnding::kAbroad) {
        Add(span, kEndingHint + 2);
      }
      if (stem.signs.event_word()) Add(span, kEndingHint + 3);
      if (Names().IsCommon(span.In(names_.text()))) Add(span, kCommonHint);
    }
  }

  // What the word's first syllables are as a name.
  void AddGiven(const Word& word) {
    const std::string_view whole = word.In(names_.text());
    for (const auto& [syllables, kind] : {std::pair{3, kGivenHint}, std::pair{2, kGivenPairHint}}) {
      const size_t bytes = syllables * kSyllableBytes;
      if (whole.size() < bytes || !IsHangulWord(whole.substr(0, bytes))) continue;
      const int usual = Names().KoreanName(whole.substr(0, bytes));
      if (usual == 0) continue;
      const int strength = usual < kPossibleKoreanName ? 0 : usual < kUsualName ? 1 : 2;
      Add({word.span.begin, word.span.begin + static_cast<int>(bytes)}, kind + strength);
    }
    if (word.span.size() > 2 * static_cast<int>(kSyllableBytes) && IsHangulWord(whole)) {
      const int odds = Names().ForeignOdds(word.Stem(names_.text()));
      Add(word.span, kForeignHint + (odds < 0 ? 0 : odds < kForeignPerson ? 1 : 2));
    }
  }

  const SentenceNames& names_;
  std::vector<TagHint> hints_;
};

}  // namespace

std::optional<TagType> TagTypeOf(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return TagType::kPerson;
    case EntityType::kOrganization:
      return TagType::kOrganization;
    case EntityType::kPlace:
      return TagType::kPlace;
    default:
      return std::nullopt;
  }
}

EntityType EntityTypeOf(TagType type) {
  switch (type) {
    case TagType::kPerson:
      return EntityType::kPerson;
    case TagType::kOrganization:
      return EntityType::kOrganization;
    case TagType::kPlace:
      return EntityType::kPlace;
    case TagType::kDate:
    case TagType::kTime:
    case TagType::kQuantity:
      break;
  }
  return EntityType::kUnknown;
}

std::vector<TagHint> HintsOf(const SentenceNames& names) { return HintReader(names).Read(); }

}  // namespace sillok::ingest
