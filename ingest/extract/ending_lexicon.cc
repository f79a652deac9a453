#include "ingest/extract/ending_lexicon.h"

#include "common/lexicon/lexicon.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

SuffixUse SuffixUseOf(std::string_view how) {
  if (how == "proper") return SuffixUse::kProper;
  if (how == "foreign") return SuffixUse::kForeign;
  if (how == "space") return SuffixUse::kSpace;
  if (how == "after") return SuffixUse::kAfter;
  if (how == "titled") return SuffixUse::kTitled;
  if (how == "called") return SuffixUse::kCalled;
  if (how == "subject") return SuffixUse::kSubject;
  if (how == "before") return SuffixUse::kBefore;
  if (how == "court") return SuffixUse::kCourt;
  if (how == "university") return SuffixUse::kUniversity;
  if (how == "local") return SuffixUse::kLocal;
  return SuffixUse::kWord;
}

PlaceEnding PlaceEndingOf(std::string_view kind) {
  if (kind == "division") return PlaceEnding::kDivision;
  if (kind == "venue") return PlaceEnding::kVenue;
  if (kind == "nature") return PlaceEnding::kNature;
  if (kind == "abroad") return PlaceEnding::kAbroad;
  return kind == "feature" ? PlaceEnding::kFeature : PlaceEnding::kFacility;
}

}  // namespace

EntityType KindNamed(std::string_view kind) {
  if (kind == "event") return EntityType::kNamedEvent;
  if (kind == "work") return EntityType::kWork;
  if (kind == "body") return EntityType::kOrganization;
  if (kind == "place") return EntityType::kPlace;
  return EntityType::kProduct;
}

EndingLexicon::EndingLexicon() {
  ForEachRow("person_titles", [this](const LexiconRow& row) {
    Row& ending = At(row[0]);
    const bool never = row[1] == "never";
    ending.no_title = ending.no_title || never;
    ending.title = ending.title || !never;
    ending.only_after_place = ending.only_after_place || row[1] == "place";
    ending.only_alone = ending.only_alone || row[1] == "alone";
    ending.of_place = ending.only_after_place || ending.of_place || row[1] == "of place";
  });
  ForEachRow("organization_suffixes", [this](const LexiconRow& row) {
    At(row[0]).organizations.push_back({SuffixUseOf(row[1]), row.Number(2)});
  });
  ForEachRow("place_suffixes", [this](const LexiconRow& row) {
    Row& ending = At(row[0]);
    ending.place = PlaceEndingOf(row[1]);
    ending.place_head = row.Number(2);
  });
  ForEachRow("event_suffixes", [this](const LexiconRow& row) {
    Row& ending = At(row[0]);
    ending.event = true;
    ending.event_alone = row[1] == "1";
    ending.event_hosted = row[2] == "1";
  });
  ForEachRow("name_kinds", [this](const LexiconRow& row) {
    if (row[1] != "held") At(row[0]).kind = KindNamed(row[1]);
  });
}

EndingLexicon::Row& EndingLexicon::At(std::string_view ending) {
  const size_t at = trie_.Add(ending, static_cast<int>(rows_.size()));
  if (at == rows_.size()) rows_.emplace_back();
  return rows_[at];
}

void EndingLexicon::ReadOrganization(const Row& row, std::string_view head, bool syllable, SuffixUses& uses) {
  for (const OrganizationSuffix& suffix : row.organizations) {
    const bool branch = suffix.use == SuffixUse::kCourt || suffix.use == SuffixUse::kUniversity;
    const bool apart = suffix.use == SuffixUse::kSpace || suffix.use == SuffixUse::kAfter ||
                       suffix.use == SuffixUse::kCalled || suffix.use == SuffixUse::kSubject ||
                       suffix.use == SuffixUse::kBefore;
    if (!branch && (apart != head.empty() || (syllable && !apart && suffix.use != SuffixUse::kTitled))) {
      continue;
    }
    if (apart || static_cast<int>(CountRunes(head)) >= suffix.head) uses.Add(suffix.use);
  }
}

StemSigns EndingLexicon::Read(std::string_view stem) const {
  constexpr int kTwoSyllables = 6;
  StemSigns signs;
  const Row* whole = nullptr;
  const Row* title = nullptr;  // the shortest of two syllables or more that a longer word ends with
  int title_head = 0;
  trie_.Match(stem, [&](int begin, int value) {
    const Row& row = rows_[value];
    const std::string_view head = stem.substr(0, begin);
    const bool syllable = DecodeRune(stem, begin).length == stem.size() - begin;
    if (begin == 0) whole = &row;
    if (begin > 0 && !syllable && row.title && !row.only_alone && title == nullptr) {
      title = &row;
      title_head = begin;
    }
    ReadOrganization(row, head, syllable, signs.organization);
    if (row.place != PlaceEnding::kNone &&
        (begin == 0 || static_cast<int>(CountRunes(head)) >= row.place_head)) {
      signs.place = row.place;
      signs.place_head = begin;
    }
    if (row.event_hosted && signs.hosted_head < 0) signs.hosted_head = begin;
    if (begin > 0 && !syllable && row.kind != EntityType::kUnknown &&
        signs.kind_ending == EntityType::kUnknown) {
      signs.kind_ending = row.kind;
    }
    signs.like_event = signs.like_event || (row.event && begin > 0 && !syllable);
    signs.event_alone = signs.event_alone || (row.event_alone && begin >= kTwoSyllables && !syllable);
  });
  if (whole != nullptr) {
    signs.event_ending = whole->event;
    signs.kind = whole->kind;
  }
  if (whole != nullptr && (whole->title || whole->no_title)) {
    signs.title = !whole->no_title;
    signs.title_of_place = whole->of_place;
  } else if (title != nullptr) {
    signs.title = !title->only_after_place;
    signs.title_after_place = title->only_after_place ? title_head : 0;
  }
  return signs;
}

}  // namespace sillok::ingest
