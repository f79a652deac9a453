#include "ingest/extract/listed_names.h"

#include <algorithm>
#include <cctype>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/extract/joined_body.h"

namespace sillok::ingest {
namespace {

// Names of two syllables are cut from longer words too easily: MeCab must see an end there as well.
constexpr int kShortNameBytes = 6;
// Threshold on NameLexicon::ForeignOdds.
constexpr int kSoundsForeign = 4;

bool EndsInLatin(std::string_view name) {
  return !name.empty() && static_cast<unsigned char>(name.back()) < 0x80;
}

// The word that byte `end` ends in or after, from `word` on.
int WordOf(const std::vector<Word>& words, int word, int end) {
  while (word + 1 < static_cast<int>(words.size()) && words[word + 1].span.begin < end) ++word;
  return word;
}

// 이란 behind a space, which MeCab takes for a particle or an ending: those begin no word.
bool IsMisreadCountry(const SentenceNames& names, const KnownName& known, TextSpan span, int word) {
  const Word& whole = names.words[word];
  if (known.place != PlaceKind::kCountry || whole.span != span ||
      whole.end_morpheme == whole.first_morpheme) {
    return false;
  }
  return names.sentence->morphemes[whole.first_morpheme].IsAny("J", "E", "VCP") &&
         (span.begin == 0 || names.text()[span.begin - 1] == ' ');
}

// True when what follows the name in its word leaves the name alone.
bool EndsWell(const SentenceNames& names, const KnownName& known, TextSpan span, int last) {
  const std::string_view text = names.text();
  const Word& word = names.words[last];
  if (span.end > word.span.end) return false;
  const std::string_view name = span.In(text);
  const std::string_view tail = text.substr(span.end, word.span.end - span.end);
  if (name.size() <= kShortNameBytes && word.stem_end == word.span.begin &&
      !IsMisreadCountry(names, known, span, last) && known.place != PlaceKind::kHanja) {
    return false;
  }
  if (tail.empty()) return true;
  if (known.place == PlaceKind::kHanja) {
    return Names().IsParticles(name, tail) || tail == "서" || IsHanja(DecodeRune(tail, 0).code);
  }
  if (Names().IsParticles(name, tail)) {
    return name.size() > kShortNameBytes || IsMorphemeBoundary(*names.sentence, word, span.end);
  }
  // 오픈AI플랫폼: script changes where the name ends.
  return EndsInLatin(name) && static_cast<unsigned char>(tail.front()) >= 0x80 && name.size() > 2 &&
         !Names().IsOrganization(text.substr(span.begin, word.stem_end - span.begin), SuffixUse::kProper);
}

// 회의 中, 14日: not countries.
bool IsCountryLetter(const SentenceNames& names, int word, TextSpan span) {
  const std::string_view letter = span.In(names.text());
  if (letter != "中" && letter != "日") return true;
  const bool follows_noun = word > 0 && names.words[word].joined && names.words[word - 1].bare;
  return !follows_noun || word + 1 < static_cast<int>(names.words.size());
}

bool AmbiguousStands(const SentenceNames& names, const KnownName& known, TextSpan span, int first) {
  const Word& word = names.words[first];
  if (known.type == EntityType::kPlace && word.end_morpheme > word.first_morpheme) {
    const Morpheme& place = names.sentence->morphemes[word.first_morpheme];
    if (place.span == span && place.semantic == "지명" && span.size() > kShortNameBytes) return true;
  }
  if (span.size() <= kShortNameBytes || word.end_morpheme == word.first_morpheme) return false;
  const Morpheme& morpheme = names.sentence->morphemes[word.first_morpheme];
  return morpheme.span == span && morpheme.Is("NNP") && morpheme.semantic != "인명";
}

// S24 in 갤럭시 S24: a product's model in the word behind it; -1 when there is none.
int ModelEnd(const SentenceNames& names, const NameCandidate& product) {
  constexpr size_t kLongest = 6;
  const int next = product.last_word + 1;
  if (product.type != EntityType::kProduct || next >= static_cast<int>(names.words.size())) return -1;
  const Word& word = names.words[next];
  if (!word.joined || word.date || product.span.end != names.words[product.last_word].span.end) return -1;
  const std::string_view text = word.In(names.text());
  size_t model = 0;
  bool digit = false;
  while (model < text.size() && std::isalnum(static_cast<unsigned char>(text[model])) != 0) {
    digit = digit || std::isdigit(static_cast<unsigned char>(text[model])) != 0;
    ++model;
  }
  if (!digit || model > kLongest || !Names().IsParticles(text.substr(0, model), text.substr(model))) {
    return -1;
  }
  return word.span.begin + static_cast<int>(model);
}

// The longest listed name at `word`.
void AddListed(SentenceNames& names, int word) {
  NameCandidate best;
  Names().trie().Match(names.text(), names.words[word].span.begin, [&](int end, int value) {
    const KnownName& known = Names().known(value);
    const TextSpan span{names.words[word].span.begin, end};
    const int last = WordOf(names.words, word, end);
    if (!EndsWell(names, known, span, last)) return;
    if (known.place == PlaceKind::kHanja && !IsCountryLetter(names, word, span)) return;
    int score = kListedName;
    if (known.ambiguous && !AmbiguousStands(names, known, span, word)) {
      if (known.type == EntityType::kPerson) return;
      score = 0;  // stands only as part of something longer
    }
    best = {.span = span,
            .type = known.type,
            .score = score,
            .place = known.place,
            .first_word = word,
            .last_word = last};
  });
  if (best.last_word < word || best.span.size() == 0) return;
  if (const int model = ModelEnd(names, best); model > 0) {
    best.span.end = model;
    ++best.last_word;
  }
  names.Add(best);
}

void Add(SentenceNames& names, TextSpan span, EntityType type, int score, int first, int last,
         PlaceKind place = PlaceKind::kNone) {
  names.Add(
      {.span = span, .type = type, .score = score, .place = place, .first_word = first, .last_word = last});
}

// True when the head of a suffixed word is no common noun.
bool HasProperHead(const Word& word, std::string_view stem) {
  if (word.proper) return true;
  return !word.common && Names().ForeignOdds(stem) > kSoundsForeign;
}

// 토론토대: a town that a row knows, and 대.
bool IsTownsUniversity(const SentenceNames& names, int index, int end) {
  constexpr std::string_view kUniversity = "대";
  const int begin = names.words[index].span.begin;
  const std::string_view stem = names.text().substr(begin, end - begin);
  if (!stem.ends_with(kUniversity) || stem.size() <= kShortNameBytes + kUniversity.size()) return false;
  bool town = false;
  Names().trie().Match(names.text(), begin, [&](int town_end, int value) {
    const KnownName& known = Names().known(value);
    const bool place = known.place == PlaceKind::kCity || known.place == PlaceKind::kProvince;
    town = town || (town_end == end - static_cast<int>(kUniversity.size()) && place && !known.ambiguous);
  });
  return town;
}

void AddSuffixed(SentenceNames& names, int index) {
  const Word& word = names.words[index];
  if (word.common) return;
  for (const auto& [end, signs] : word.stems) {
    const std::string_view stem = names.text().substr(word.span.begin, end - word.span.begin);
    const SuffixUses uses = signs.organization;
    const bool strong = uses.Has(SuffixUse::kWord) || uses.Has(SuffixUse::kLocal);
    const bool weak = uses.Has(SuffixUse::kProper) && HasProperHead(word, stem);
    const bool foreign = uses.Has(SuffixUse::kForeign) && Names().ForeignOdds(stem) > 0;
    const bool university = uses.Has(SuffixUse::kTitled) && IsTownsUniversity(names, index, end);
    if ((!strong && !weak && !foreign && !university) || Names().IsCommon(stem)) continue;
    const TextSpan whole{word.span.begin, end};
    if (WithoutToward(names.text(), whole) != whole) return;
    Add(names, whole, EntityType::kOrganization, kSuffixedName, index, index);
    return;
  }
}

bool IsPlaceChainHead(PlaceKind kind) { return kind == PlaceKind::kProvince || kind == PlaceKind::kDivision; }

// 서울 영등포구, 경기 수원시 팔달구 우만동.
void AddChain(SentenceNames& names, int index) {
  if (index == 0 || !names.words[index].joined) return;
  const NameCandidate* before = EndingAt(names, index - 1);
  if (before == nullptr || before->type != EntityType::kPlace || !IsPlaceChainHead(before->place)) return;
  const NameCandidate head = *before;
  const Word& word = names.words[index];
  const NameCandidate* own = StartingAt(names, index);
  if (own != nullptr && own->last_word == index && own->type == EntityType::kPlace &&
      (own->place == PlaceKind::kDivision || own->place == PlaceKind::kArea)) {
    NameCandidate chain = *own;
    chain.span.begin = head.span.begin;
    chain.first_word = head.first_word;
    chain.score = kSuffixedName;
    names.Add(chain);
    return;
  }
  for (const auto& [end, signs] : word.stems) {
    const std::string_view stem = names.text().substr(word.span.begin, end - word.span.begin);
    const bool division = signs.place == PlaceEnding::kDivision && signs.place_head > 0;
    if (!division || word.common || Names().IsCommon(stem) || stem.ends_with("으로")) continue;
    if (Names().ForeignOdds(stem) > kSoundsForeign) continue;  // 파이팩토리 is no 리
    Add(names, {head.span.begin, end}, EntityType::kPlace, kSuffixedName, head.first_word, index,
        PlaceKind::kDivision);
    return;
  }
}

// 파이팩토리 스튜디오, 잠실야구장, 삼성전자 평택 공장.
void AddVenue(SentenceNames& names, int index) {
  const Word& word = names.words[index];
  for (const auto& [end, signs] : word.stems) {
    const std::string_view stem = names.text().substr(word.span.begin, end - word.span.begin);
    const bool facility = signs.place == PlaceEnding::kFacility;
    const bool venue = signs.place == PlaceEnding::kVenue || signs.place == PlaceEnding::kNature;
    if (!facility && !venue) continue;
    if (signs.place_head > 0) {
      if (!facility && !word.common && HasProperHead(word, stem)) {
        Add(names, {word.span.begin, end}, EntityType::kPlace, kSuffixedName, index, index);
      }
      return;
    }
    int first = index;
    bool organization = false;
    while (first > 0 && names.words[first].joined && index - first < 2) {
      const NameCandidate* before = EndingAt(names, first - 1);
      const Word& previous = names.words[first - 1];
      const bool unknown = before == nullptr && previous.bare && !previous.common && !previous.date &&
                           Names().ForeignOdds(previous.In(names.text())) > kSoundsForeign;
      const bool names_venue = before != nullptr && (before->type == EntityType::kOrganization ||
                                                     (before->type == EntityType::kPlace && facility));
      if (!names_venue && !unknown) break;
      organization = organization || (before != nullptr && before->type == EntityType::kOrganization);
      first = before == nullptr ? first - 1 : before->first_word;
      if (organization) break;
    }
    if (first == index || (facility && !organization)) return;
    Add(names, {names.words[first].span.begin, end}, EntityType::kPlace, kSuffixedName + 1, first, index);
    return;
  }
}

}  // namespace

TextSpan WithoutToward(std::string_view text, TextSpan span) {
  constexpr std::string_view kToward = "대";
  if (!span.In(text).starts_with(kToward)) return span;
  const int begin = span.begin + static_cast<int>(kToward.size());
  bool named = false;
  Names().trie().Match(text, begin, [&](int end, int value) {
    const KnownName& known = Names().known(value);
    const bool union_or_country =
        known.place == PlaceKind::kCountry || known.type == EntityType::kOrganization;
    named = named || (end == span.end && union_or_country && !known.ambiguous);
  });
  return named ? TextSpan{begin, span.end} : span;
}

void FindListedNames(SentenceNames& names) {
  for (int word = 0; word < static_cast<int>(names.words.size()); ++word) AddListed(names, word);
}

void FindOrganizations(SentenceNames& names) {
  for (int word = 0; word < static_cast<int>(names.words.size()); ++word) {
    AddSuffixed(names, word);
    AddJoinedBody(names, word);
    AddPrefixedBody(names, word);
  }
}

void FindPlaces(SentenceNames& names) {
  for (int word = 0; word < static_cast<int>(names.words.size()); ++word) {
    AddChain(names, word);
    AddVenue(names, word);
  }
}

}  // namespace sillok::ingest
