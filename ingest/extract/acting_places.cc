#include "ingest/extract/acting_places.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"

namespace sillok::ingest {
namespace {

enum ActUse : uint8_t { kAct = 1, kGame = 2, kAsked = 4, kOwn = 8, kBeside = 16 };

uint8_t ActUseOf(std::string_view use) {
  if (use == "act") return kAct;
  if (use == "game") return kGame;
  if (use == "asked") return kAsked;
  return use == "own" ? kOwn : kBeside;
}

uint8_t ActsOf(std::string_view word) {
  static const auto* rows = [] {
    auto* words = new ViewMap<uint8_t>;
    ForEachRow("body_acts", [words](const LexiconRow& row) { (*words)[row[0]] |= ActUseOf(row[1]); });
    return words;
  }();
  const auto found = rows->find(word);
  return found == rows->end() ? uint8_t{0} : found->second;
}

bool BeginsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view beginning) { return text.starts_with(beginning); });
}

// The predicates of a sentence and what they say of their subject.
class Predicates {
 public:
  explicit Predicates(const Sentence& sentence)
      : sentence_(sentence), next_(sentence.morphemes.size() + 1, 0) {
    for (int at = static_cast<int>(sentence.morphemes.size()) - 1; at >= 0; --at) {
      const uint8_t uses = IsPredicate(at) ? static_cast<uint8_t>(kPredicate | UsesAt(at)) : uint8_t{0};
      next_[at] = uses != 0 ? uses : next_[at + 1];
    }
    constexpr int kTail = 8;  // morphemes: 추진할 계획이라고 밝혔다
    const int size = static_cast<int>(sentence.morphemes.size());
    for (int at = std::max(0, size - kTail); at < size; ++at) {
      if (IsPredicate(at)) last_ |= UsesAt(at);
    }
  }

  // Of the first predicate from the byte on.
  [[nodiscard]] uint8_t After(int byte) const {
    const auto at =
        std::partition_point(sentence_.morphemes.begin(), sentence_.morphemes.end(),
                             [byte](const Morpheme& morpheme) { return morpheme.span.begin < byte; });
    return next_[at - sentence_.morphemes.begin()];
  }
  // Of those that end the sentence.
  [[nodiscard]] uint8_t last() const { return last_; }

 private:
  static constexpr uint8_t kPredicate = 128;

  [[nodiscard]] uint8_t UsesAt(int at) const {
    const Morpheme& morpheme = sentence_.morphemes[at];
    uint8_t uses = ActsOf(morpheme.lemma.empty() ? morpheme.span.In(sentence_.text) : morpheme.lemma);
    if (uses == 0) uses = ActsOf(morpheme.span.In(sentence_.text));
    return IsPassive(at) ? static_cast<uint8_t>(uses & kAsked) : uses;
  }

  // A verb, or a noun before 하다, 되다, 중이다, 계획이다.
  [[nodiscard]] bool IsPredicate(int at) const {
    const Morpheme& morpheme = sentence_.morphemes[at];
    if (morpheme.IsAny("VV", "VA")) return true;
    if (at + 1 >= static_cast<int>(sentence_.morphemes.size())) {
      return morpheme.Is("NNG") && sentence_.part == Part::kTitle;
    }
    const Morpheme& next = sentence_.morphemes[at + 1];
    const std::string_view text = next.span.In(sentence_.text);
    const bool planned = text == "예정" || text == "계획" || text == "방침";
    if (planned && morpheme.span.In(sentence_.text) == "열") return true;  // MeCab takes it for ten
    return morpheme.Is("NNG") && (next.IsAny("XSV", "VCP") || planned || text == "중" || text == "키로");
  }

  // 접수 of 접수됐다: whose act it is the subject does not say.
  [[nodiscard]] bool IsPassive(int at) const {
    if (at + 1 >= static_cast<int>(sentence_.morphemes.size())) return false;
    const Morpheme& next = sentence_.morphemes[at + 1];
    const std::string_view text = next.span.In(sentence_.text);
    return next.Is("XSV") && BeginsWithAny(text, {"되", "된", "될", "됐", "됩", "돼"});
  }

  const Sentence& sentence_;
  std::vector<uint8_t> next_;  // by morpheme: what the first predicate from there on says
  uint8_t last_ = 0;
};

class PlaceReader {
 public:
  explicit PlaceReader(const SentenceNames& names) : names_(names), predicates_(*names.sentence) {
    for (const Quotation& quotation : names.quotations) {
      if (quotation.depth == 0) quoted_.push_back(quotation.outer);
    }
  }

  // `list`: how many more places of a list may be asked: 가람시와 나루시가 연다.
  [[nodiscard]] bool Acts(const NameCandidate& place, int list = 3) const {
    const bool country = place.place == PlaceKind::kCountry;
    const bool local = IsLocalBody(place);
    if (!country && !local && place.place != PlaceKind::kProvince && place.place != PlaceKind::kDivision) {
      return false;
    }
    const std::string_view rest = names_.text().substr(place.span.end);
    if (local &&
        (IsSource(rest) || IsAsked(place, rest) || IsPartner(place, rest) || LeadsHeadline(place, rest))) {
      return true;
    }
    if (local && (Owns(place, rest) || (list > 0 && IsBesideActing(place, rest, list - 1)))) return true;
    // 전북이 울산을 2-1로 이겼다: both are teams.
    const bool beaten = !local && BeginsWithAny(rest, {"을 ", "를 "});
    if (beaten && (predicates_.After(place.span.end) & kGame) != 0) return true;
    return IsSubject(rest) && ActsAsSubject(place, rest, local, country);
  }

 private:
  // 가람시, 나루도, 경북 다솜군: its last syllable is a government's.
  [[nodiscard]] bool IsLocalBody(const NameCandidate& place) const {
    const std::string_view text = place.span.In(names_.text());
    constexpr size_t kTwoSyllables = 2 * kSyllableBytes;
    if (place.place != PlaceKind::kProvince && place.place != PlaceKind::kDivision) return false;
    const std::string_view last = text.substr(std::min(text.size(), text.rfind(' ') + 1));
    if (last.size() <= kTwoSyllables) return false;
    for (const std::string_view ending : {"시", "도", "군", "구"}) {
      if (last.ends_with(ending)) return true;
    }
    return false;
  }

  static bool IsSubject(std::string_view rest) {
    return BeginsWithAny(rest, {"은 ", "는 ", "이 ", "가 ", "도 "});
  }

  static bool IsSource(std::string_view rest) {
    return BeginsWithAny(rest, {"에 따르면", "에 의하면", "측은 ", "측이 ", " 측은", " 측이", " 측에"});
  }

  [[nodiscard]] bool ActsAsSubject(const NameCandidate& place, std::string_view rest, bool local,
                                   bool country) const {
    const bool topic = BeginsWithAny(rest, {"은 ", "는 "}) && !IsQuoted(place);
    const uint8_t uses =
        static_cast<uint8_t>(predicates_.After(place.span.end) | (topic ? predicates_.last() : 0));
    if ((uses & kGame) != 0 && (country || !local)) return true;
    return (local || country) && (uses & kAct) != 0;
  }

  // Within somebody's words, whose subject is not the sentence's.
  [[nodiscard]] bool IsQuoted(const NameCandidate& place) const {
    const auto behind =
        std::partition_point(quoted_.begin(), quoted_.end(),
                             [&place](const TextSpan& quoted) { return quoted.begin <= place.span.begin; });
    return behind != quoted_.begin() && std::prev(behind)->end >= place.span.end;
  }

  // 가람시에 신고했다: put to it, not done there.
  [[nodiscard]] bool IsAsked(const NameCandidate& place, std::string_view rest) const {
    return BeginsWithAny(rest, {"에 ", "에도 ", "에는 "}) &&
           (predicates_.After(place.span.end) & kAsked) != 0;
  }

  [[nodiscard]] bool IsPartner(const NameCandidate& place, std::string_view rest) const {
    if (!BeginsWithAny(rest, {"와 ", "과 "})) return false;
    const int next = place.last_word + 1;
    if (next >= static_cast<int>(names_.words.size())) return false;
    return (ActsOf(names_.words[next].Stem(names_.text())) & kBeside) != 0;
  }

  // 가람시와 나루시가 연다, 가람시·나루시는 밝혔다.
  [[nodiscard]] bool IsBesideActing(const NameCandidate& place, std::string_view rest, int list) const {
    const int next = place.last_word + 1;
    if (!BeginsWithAny(rest, {"와 ", "과 ", "·", ", "}) || next >= static_cast<int>(names_.words.size())) {
      return false;
    }
    const NameCandidate* other = StartingAt(names_, next);
    return other != nullptr && (other->type == EntityType::kPlace || other->acting) && Acts(*other, list);
  }

  // 가람시 관계자, 가람시의 생각.
  [[nodiscard]] bool Owns(const NameCandidate& place, std::string_view rest) const {
    const int next = place.last_word + 1;
    if (!BeginsWithAny(rest, {" ", "의 "}) || next >= static_cast<int>(names_.words.size())) return false;
    return (ActsOf(names_.words[next].Stem(names_.text())) & kOwn) != 0;
  }

  // 가람시, 청년수당 확대: at a headline's beginning, and no list of places.
  [[nodiscard]] bool LeadsHeadline(const NameCandidate& place, std::string_view rest) const {
    if (names_.sentence->part != Part::kTitle && names_.sentence->part != Part::kSubtitle) return false;
    if (place.first_word > 0) return false;
    if (BeginsWithAny(rest, {" “", " \"", " ‘", " '"})) return true;
    const int next = place.last_word + 1;
    if (!rest.starts_with(", ") || next >= static_cast<int>(names_.words.size())) return false;
    const NameCandidate* other = StartingAt(names_, next);
    return other == nullptr || other->type != EntityType::kPlace;
  }

  const SentenceNames& names_;
  const Predicates predicates_;
  std::vector<TextSpan> quoted_;  // in order
};

}  // namespace

void TakeActingPlaces(SentenceNames& names) {
  const bool any = std::any_of(
      names.candidates.begin(), names.candidates.end(),
      [](const NameCandidate& name) { return name.type == EntityType::kPlace && name.score > 0; });
  if (!any) return;
  const PlaceReader reader(names);
  for (NameCandidate& name : names.candidates) {
    if (name.type != EntityType::kPlace || name.score <= 0 || !reader.Acts(name)) continue;
    name.type = EntityType::kOrganization;
    name.score = std::max<int>(name.score, kTrainedName);
    name.acting = true;
  }
}

}  // namespace sillok::ingest
