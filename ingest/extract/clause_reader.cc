#include "ingest/extract/clause_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "common/text/hangul.h"
#include "ingest/extract/predicate.h"

namespace sillok::ingest {
namespace {

// Stems that only carry a particle on, and whether what stands before is the source.
const ViewMap<bool>& Postpositions() {
  static const auto* rows = [] {
    auto* map = new ViewMap<bool>;
    const LexiconTable table = FindLexicon("postpositions");
    for (const LexiconRow& row : table.rows()) (*map)[row[0]] = row[1] == "source";
    return map;
  }();
  return *rows;
}

Case CaseOf(std::string_view particle) {
  static const auto* rows = new ViewMap<Case>{
      {"은", Case::kTopic},     {"는", Case::kTopic},     {"ㄴ", Case::kTopic},    {"이", Case::kSubject},
      {"가", Case::kSubject},   {"께서", Case::kSubject}, {"을", Case::kObject},   {"를", Case::kObject},
      {"와", Case::kPartner},   {"과", Case::kPartner},   {"랑", Case::kPartner},  {"이랑", Case::kPartner},
      {"하고", Case::kPartner}, {"에게", Case::kDative},  {"한테", Case::kDative}, {"께", Case::kDative},
      {"에서", Case::kAt},      {"서", Case::kAt},        {"에", Case::kTo},       {"로", Case::kTo},
      {"으로", Case::kTo},      {"의", Case::kGenitive},  {"도", Case::kAlso}};
  const auto row = rows->find(particle);
  return row == rows->end() ? Case::kOther : row->second;
}

bool EndsSentence(const Morpheme& morpheme, std::string_view text) {
  return morpheme.Is("SF") || text == "…" || text == "..." || text == "⋯";
}

// Reads one layer into phrases, predicates and clauses.
class LayerReader {
 public:
  LayerReader(const LayerWords& words, SentenceClauses& out) : words_(words), out_(out) {}

  void Read() {
    Open(0);
    int word = 0;
    while (word < words_.size()) {
      if (words_.begins_predicate(word)) {
        word = TakePredicate(word);
      } else if (words_.nominal(word)) {
        word = TakePhrase(word);
      } else {
        if (EndsSentence(words_[word], words_.text(word))) {
          Close(words_[word].span.begin);
          opens_ = true;
          Open(word + 1);
        }
        ++word;
      }
    }
    Close(words_.size() == 0 ? 0 : words_[words_.size() - 1].span.end);
  }

 private:
  void Open(int word) {
    if (word >= words_.size()) return;
    open_.emplace();
    open_->layer = words_.layer();
    open_->opens = opens_;
    // What is quoted before the first word belongs to the clause.
    open_->span.begin = words_[word].span.begin;
    if (words_.layer() != kMatrix) return;
    const int after = word == 0 ? 0 : words_[word - 1].span.end;
    open_->span.begin = SkipSeparators(after, open_->span.begin);
  }

  // A clause without words stays open.
  void Close(int end) {
    if (!open_ || end <= open_->span.begin) return;
    if (open_->phrases.empty() && open_->predicates.empty()) return;
    open_->span.end = end;
    out_.clauses.push_back(*std::move(open_));
    open_.reset();
    opens_ = false;
  }

  [[nodiscard]] int SkipSeparators(int at, int end) const {
    const std::string_view text = words_.sentence();
    while (at < end && (text[at] == ' ' || text[at] == ',' || text[at] == '.')) ++at;
    return at;
  }

  int TakePredicate(int word) {
    Predicate predicate;
    const int next = ReadPredicate(words_, word, predicate);
    if (FollowsNominal(predicate)) return next;
    if (CarriesParticle(predicate)) {
      NounPhrase& before = out_.phrases[open_->phrases.back()];
      before.role =
          Postpositions().at(StemOf(predicate)) && predicate.irrealis ? Case::kSource : Case::kOther;
      before.end = predicate.span.end;
      return next;
    }
    const Link link = predicate.link;
    open_->predicates.push_back(static_cast<int>(out_.predicates.size()));
    out_.predicates.push_back(std::move(predicate));
    if (link == Link::kAdnominal || link == Link::kNominal) return next;
    open_->predicate = open_->predicates.back();
    // 확인하고도, 보면서는.
    int end = next;
    while (end < words_.size() && words_.particle(end) && !words_.apart(end) && !words_.interrupted(end)) {
      ++end;
    }
    Close(words_[end - 1].span.end);
    if (link == Link::kFinal) opens_ = true;
    Open(end);
    return end;
  }

  static std::string_view StemOf(const Predicate& predicate) {
    std::string_view stem = predicate.lemma;
    return stem.substr(0, stem.size() - std::string_view("다").size());
  }

  // 지원하기 위해.
  [[nodiscard]] bool FollowsNominal(const Predicate& predicate) const {
    if (open_->predicates.empty() || !Postpositions().contains(StemOf(predicate))) return false;
    const Predicate& before = out_.predicates[open_->predicates.back()];
    return before.link == Link::kNominal && predicate.span.begin - before.span.end <= 1;
  }

  // 에 대해, 와 관련한: a particle must stand right before.
  [[nodiscard]] bool CarriesParticle(const Predicate& predicate) const {
    if (open_->phrases.empty() || !Postpositions().contains(StemOf(predicate))) return false;
    const NounPhrase& before = out_.phrases[open_->phrases.back()];
    const bool adjacent = predicate.span.begin - before.end <= 1;
    return adjacent && before.role != Case::kNone && before.role != Case::kTopic &&
           before.role != Case::kSubject && predicate.link != Link::kFinal &&
           (!predicate.past || predicate.link == Link::kAdnominal);  // 에 대한
  }

  int TakePhrase(int word) {
    open_->phrases.push_back(static_cast<int>(out_.phrases.size()));
    NounPhrase& phrase = out_.phrases.emplace_back();
    phrase.layer = words_.layer();
    int next = word;
    phrase.head.begin = words_[word].span.begin;
    while (next < words_.size() && words_.nominal(next) && !words_.begins_predicate(next) &&
           words_.date(next) == words_.date(word) && (next == word || !words_.interrupted(next))) {
      if (words_.apart(next) && !SameSolid(next)) phrase.head.begin = words_[next].span.begin;
      ++next;
      // 서울 중구 한 호텔에서.
      if (next + 1 < words_.size() && words_.text(next) == "한" && words_.apart(next) &&
          words_.nominal(next + 1) && !words_.begins_predicate(next)) {
        ++next;
      }
    }
    const int next_after_nouns = next;
    phrase.span = {words_[word].span.begin, words_[next - 1].span.end};
    phrase.head.end = phrase.span.end;
    phrase.end = phrase.span.end;
    while (next < words_.size() && words_.particle(next) && !words_.apart(next)) {
      if (phrase.role == Case::kNone || phrase.role == Case::kOther) phrase.role = CaseOf(words_.text(next));
      phrase.end = words_[next].span.end;
      ++next;
    }
    TakeGluedParticle(next_after_nouns - 1, phrase);
    if (words_.date(word)) phrase.role = Case::kOther;
    return next;
  }

  // A particle that MeCab has put into one morpheme with the end of a name.
  void TakeGluedParticle(int last, NounPhrase& phrase) const {
    // MeCab knows 측은 as the root of 측은하다, and 씨도 as a noun.
    for (const auto& [glued, role] : {std::pair("측은", Case::kTopic), std::pair("씨도", Case::kAlso)}) {
      if (words_.text(last) != glued || phrase.role != Case::kNone) continue;
      phrase.role = role;
      phrase.span.end = phrase.head.end = words_[last].span.begin + static_cast<int>(kSyllableBytes);
      return;
    }
    if (TakeFusedParticle(last, phrase)) return;
    if (!words_.solid(last) || words_.solid_end(last) >= words_[last].span.end) return;
    const int end = words_.solid_end(last);
    const Case role = CaseOf(words_.sentence().substr(end, words_[last].span.end - end));
    if (role == Case::kOther && phrase.role != Case::kNone) {
      return;  // 이모씨(34)는, which MeCab takes for 이 and 모씨
    }
    phrase.role = role;
    phrase.span.end = end;
    phrase.head.end = end;
  }

  // 밟힌 건, 도로는: a noun and its particle in one morpheme.
  bool TakeFusedParticle(int last, NounPhrase& phrase) const {
    if (words_.solid(last) || phrase.role != Case::kNone) return false;
    const std::string_view text = words_.text(last);
    if (text == "게" && words_[last].tag.ends_with("+JKS")) {
      phrase.role = Case::kSubject;  // 바꾼 게 효과를 봤다
      return true;
    }
    if (!words_[last].tag.ends_with("+JX")) return false;
    const bool long_form = text.ends_with("는") || text.ends_with("은");
    if (!long_form && text != "건") return false;
    phrase.role = Case::kTopic;
    if (long_form && text.size() > kSyllableBytes) {
      phrase.span.end = phrase.head.end = words_[last].span.end - static_cast<int>(kSyllableBytes);
    }
    return true;
  }

  [[nodiscard]] bool SameSolid(int word) const {
    return word > 0 && words_.solid(word) && words_.solid_index(word) == words_.solid_index(word - 1);
  }

  const LayerWords& words_;
  SentenceClauses& out_;
  std::optional<Clause> open_;
  bool opens_ = true;
};

}  // namespace

void ReadClauses(const LayerWords& words, SentenceClauses& out) { LayerReader(words, out).Read(); }

}  // namespace sillok::ingest
