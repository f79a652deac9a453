// What the ending of a word says it is: a title, a body, a place, an event. Everything by one walk over one trie.
//
//   StemSigns signs = Names().SignsOf("강남경찰서");
//   signs.organization.Has(SuffixUse::kLocal)   → true
//
// Rows of ingest/lexicon: person_titles, organization_suffixes, place_suffixes, event_suffixes, name_kinds. Built once,
// then safe from any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "ingest/extract/extracted_article.h"
#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {

// How a suffix makes an organisation; the column `how` of organization_suffixes.tsv.
enum class SuffixUse {
  kWord,
  kProper,
  kForeign,
  kSpace,
  kAfter,
  kLocal,
  kTitled,
  kCalled,
  kSubject,
  kCourt,
  kUniversity,
  kBefore
};

class SuffixUses {
 public:
  void Add(SuffixUse use) { bits_ |= Bit(use); }
  [[nodiscard]] bool Has(SuffixUse use) const { return (bits_ & Bit(use)) != 0; }

 private:
  static uint32_t Bit(SuffixUse use) { return uint32_t{1} << static_cast<int>(use); }

  uint32_t bits_ = 0;
};

// What an ending makes of a place; the column `kind` of place_suffixes.tsv.
enum class PlaceEnding : uint8_t { kNone, kDivision, kVenue, kFacility, kNature, kFeature, kAbroad };

struct StemSigns {
  bool title = false;           // is or ends with a title: 창업벤처혁신실장, but not 행사장
  int title_after_place = 0;    // not 0: it is a title if the bytes before this name a place: 서울|시장
  bool title_of_place = false;  // 시장: between a name and it stands a place
  // Suffixes of these uses, with enough before them (nothing before them for kSpace, kAfter, kCalled, kSubject and kBefore).
  SuffixUses organization;
  PlaceEnding place = PlaceEnding::kNone;  // of the longest such suffix
  int place_head = 0;                      // bytes before it
  bool like_event = false;                 // ends with an event's noun
  bool event_alone = false;                // 베를린국제영화제: an event by its ending
  bool event_ending = false;               // is an event's ending: 투어
  int hosted_head = -1;  // bytes before an event's ending that is named for its place: 파리|올림픽
  EntityType kind = EntityType::kUnknown;         // what it says a name beside it is: 행사
  EntityType kind_ending = EntityType::kUnknown;  // what its ending says a name behind it is: 인기드라마

  // True for what says that the words before it name an event.
  [[nodiscard]] bool event_word() const { return event_ending || kind == EntityType::kNamedEvent; }
};

class EndingLexicon {
 public:
  EndingLexicon();

  [[nodiscard]] StemSigns Read(std::string_view stem) const;

 private:
  struct OrganizationSuffix {
    SuffixUse use;
    int head;  // fewest code points before it
  };
  // All that the tables say of one ending.
  struct Row {
    bool title = false;
    bool only_after_place = false;  // in a longer word, a title only after a place
    bool only_alone = false;        // in a longer word, no title
    bool of_place = false;
    bool no_title = false;
    bool event = false;
    bool event_alone = false;
    bool event_hosted = false;
    PlaceEnding place = PlaceEnding::kNone;
    int place_head = 0;  // fewest code points before it
    EntityType kind = EntityType::kUnknown;
    std::vector<OrganizationSuffix> organizations;
  };

  Row& At(std::string_view ending);
  static void ReadOrganization(const Row& row, std::string_view head, bool syllable, SuffixUses& uses);

  SuffixTrie trie_;
  std::vector<Row> rows_;  // by the trie's value
};

// What name_kinds and works call a named event, a work, a product, a body or a place.
[[nodiscard]] EntityType KindNamed(std::string_view kind);

}  // namespace sillok::ingest
