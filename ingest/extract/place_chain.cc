#include "ingest/extract/place_chain.h"

#include <string_view>

namespace sillok::ingest {
namespace {

// A country, a province or a town: what another place may stand behind.
bool IsTown(const NameCandidate& place) {
  return place.place == PlaceKind::kCountry || place.place == PlaceKind::kProvince ||
         place.place == PlaceKind::kDivision || place.place == PlaceKind::kCity;
}

// The towns that a name begins with: 서울 여의도.
struct Towns {
  int end_word = 0;  // one past the last of them
  int count = 0;
  bool country = false;  // the last is one
};

// A row's place at `word` that ends with its word, or before its particles where the name ends too.
const NameCandidate* PlaceAt(const SentenceNames& names, const NameCandidate& name, int word) {
  const NameCandidate* place = StartingAt(names, word);
  if (place == nullptr || place->type != EntityType::kPlace || place->span.end > name.span.end) {
    return nullptr;
  }
  const bool whole = place->span.end == names.words[place->last_word].span.end;
  return whole || place->span.end == name.span.end ? place : nullptr;
}

Towns TownsOf(const SentenceNames& names, const NameCandidate& name) {
  Towns towns{.end_word = name.first_word};
  while (towns.end_word <= name.last_word) {
    const NameCandidate* place = PlaceAt(names, name, towns.end_word);
    if (place == nullptr || !IsTown(*place) || (towns.count > 0 && place->place == PlaceKind::kCountry)) {
      break;
    }
    towns.count += place->last_word - place->first_word + 1;
    towns.country = place->place == PlaceKind::kCountry;
    towns.end_word = place->last_word + 1;
  }
  return towns;
}

// What the words from `first` on are without the towns before them.
enum class Rest { kUnknown, kBody, kNature, kHall };

Rest RestOf(const SentenceNames& names, const NameCandidate& name, int first) {
  const std::string_view stem =
      names.text().substr(names.words[first].span.begin, name.span.end - names.words[first].span.begin);
  const PlaceEnding ending = Names().SignsOf(stem).place;
  if (ending == PlaceEnding::kNature) return Rest::kNature;
  const NameCandidate* known = StartingAt(names, first);
  if (known != nullptr && known->score > 0 && known->span.end == name.span.end) {
    return known->type == EntityType::kOrganization ? Rest::kBody : Rest::kHall;
  }
  return ending == PlaceEnding::kVenue || ending == PlaceEnding::kFacility ? Rest::kHall : Rest::kUnknown;
}

NameCandidate PartOf(const SentenceNames& names, const NameCandidate& name, int first, int last) {
  NameCandidate part = name;
  part.first_word = first;
  part.last_word = last;
  part.span.begin = names.words[first].span.begin;
  if (last < name.last_word) part.span.end = names.words[last].span.end;
  return part;
}

}  // namespace

std::vector<NameCandidate> DividePlace(const SentenceNames& names, const NameCandidate& name) {
  if (name.first_word == name.last_word) return {name};
  const Towns towns = TownsOf(names, name);
  if (towns.count == 0) {
    // Behind a continent or a landmark another place stands for itself: 북미 캐나다.
    const NameCandidate* other = PlaceAt(names, name, name.first_word);
    if (other == nullptr || other->score == 0 || other->last_word >= name.last_word) return {name};
    return {PartOf(names, name, other->last_word + 1, name.last_word)};
  }
  if (towns.end_word > name.last_word) return {name};
  const Rest rest = RestOf(names, name, towns.end_word);
  const bool address = towns.count > 1 || towns.country;
  const bool brief = towns.count == 1 || towns.end_word == name.last_word;
  if ((rest == Rest::kUnknown && brief) || (rest == Rest::kHall && !address)) return {name};
  const NameCandidate town = PartOf(names, name, name.first_word, towns.end_word - 1);
  if (rest == Rest::kBody) return {town};
  return {town, PartOf(names, name, towns.end_word, name.last_word)};
}

}  // namespace sillok::ingest
