#include "ingest/tag/tag_features.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "ingest/tag/sentence_signs.h"

namespace sillok::ingest {
namespace {

// What a feature is about. The numbers are part of the model. More were tried: triples of syllables, whole words, finer and
// coarser classes of neighbours, triples of tags and hints of neighbouring words cost time and won nothing.
enum Template : uint32_t {
  kSyllable = 1,  // + 0…4: the syllable two before, … two behind
  kPair = 6,      // + 0…3
  kShapes = 10,
  kWordTo,  // the word up to and with this syllable
  kPlaceInWord,
  kMorpheme,
  kMorphemeTag,
  kTagBefore,
  kTagAfter,
  kMorphemeBefore,
  kMorphemeAfter,
  kSemantic,
  kHead,  // the word's last noun
  kTail,  // what follows it
  kHeadBefore,
  kTailBefore,
  kHeadAfter,
  kTailAfter,
  kClass,  // + grain
  kClassBefore = kClass + kClassGrains,
  kClassAfter,
  kHeadClass,
  kHint,
  kHintSet,
};

// Where one grain of classes is enough.
constexpr int kMiddleGrain = 1;

// Beside the first and the last, and for what is in none.
constexpr MorphemeSigns kNoMorpheme;

// Whether a syllable begins and ends what it stands in.
uint64_t EdgeOf(bool first, bool last) { return (first ? 1U : 0U) + (last ? 2U : 0U); }

// The syllable, two before it and two behind: a window that goes on by one.
class Around {
 public:
  static constexpr int kWidth = 5;
  static constexpr int kShapeBits = 4;

  // Stands before the first syllable.
  explicit Around(const SentenceSigns& signs) : signs_(signs) {
    Step();
    Step();
  }

  void Step() {
    std::copy(codes.begin() + 1, codes.end(), codes.begin());
    const bool there = next_ < signs_.Count();
    codes.back() = there ? signs_.codes[next_] : 0;
    const auto shape = static_cast<uint64_t>(there ? signs_.shapes[next_] : Shape::kNone);
    shapes = (shapes << kShapeBits | shape) & ((uint64_t{1} << kShapeBits * kWidth) - 1);
    spaces = (spaces << 1 | (there ? signs_.space_before[next_] : 1)) & 0b1111;
    ++next_;
  }

  std::array<uint64_t, kWidth> codes{};
  uint64_t shapes = 0;  // kShapeBits each, the last in the lowest
  // Whether a space stands before the one before, this and the two behind, a bit each: most of what a boundary is.
  uint64_t spaces = 0b1111;

 private:
  const SentenceSigns& signs_;
  int next_ = 0;
};

class FeatureWriter {
 public:
  FeatureWriter(const SentenceSigns& signs, TagFeatures& out) : signs_(signs), around_(signs), out_(out) {}

  void Write() {
    out_.rows =
        std::make_unique_for_overwrite<uint32_t[]>(signs_.syllables.size() * kAlways + signs_.marks.size());
    out_.ends.reserve(signs_.syllables.size());
    next_ = out_.rows.get();
    for (int at = 0; at < signs_.Count(); ++at) {
      WriteSyllables();
      WriteWord(at);
      WriteMorpheme(at);
      WriteHints(at);
      out_.ends.push_back(static_cast<uint32_t>(next_ - out_.rows.get()));
    }
  }

 private:
  // The rows that every syllable has; each of its marks is one more.
  static constexpr size_t kAlways = 10 + 9 + 12 + 1;

  void Add(uint32_t feature, uint64_t value) { *next_++ = RowOf(feature, value); }

  // 10 rows.
  void WriteSyllables() {
    around_.Step();
    for (int near = 0; near < Around::kWidth; ++near) Add(kSyllable + near, around_.codes[near]);
    const uint64_t space = around_.spaces >> 1 & 3;  // before this syllable, and behind it
    for (int near = 0; near + 1 < Around::kWidth; ++near) {
      const bool own = near == 1 || near == 2;
      Add(kPair + near, MixHash(MixHash(around_.codes[near], around_.codes[near + 1]), own ? space : 0));
    }
    Add(kShapes, around_.spaces << Around::kShapeBits * Around::kWidth | around_.shapes);
  }

  // 9 rows.
  void WriteWord(int at) {
    const WordSigns& word = signs_.words[signs_.word_of[at]];
    constexpr int kFar = 4;
    const int from_begin = std::min(at - word.first, kFar);
    const int from_end = std::min(word.end - 1 - at, kFar);
    const uint64_t place = uint64_t{8} * from_begin + from_end;
    Add(kPlaceInWord, place);
    Add(kWordTo, signs_.word_to[at]);
    const uint64_t edge = EdgeOf(from_begin == 0, from_end == 0);
    const MorphemeSigns& head = WriteNoun(signs_.word_of[at], edge, kHead, kTail);
    Add(kHeadClass, MixHash(head.classes[kMiddleGrain], edge));
    WriteNoun(signs_.word_of[at] - 1, edge, kHeadBefore, kTailBefore);
    WriteNoun(signs_.word_of[at] + 1, edge, kHeadAfter, kTailAfter);
  }

  // A word's last noun, and what follows it there.
  const MorphemeSigns& WriteNoun(int index, uint64_t edge, Template head, Template tail) {
    const bool there = index >= 0 && index < static_cast<int>(signs_.words.size());
    const MorphemeSigns& noun = MorphemeAt(there ? signs_.words[index].head : -1);
    Add(head, MixHash(noun.surface, edge));
    Add(tail, MixHash(there ? signs_.words[index].tail : 1, edge));
    return noun;
  }

  [[nodiscard]] const MorphemeSigns& MorphemeAt(int index) const {
    return index < 0 || index >= static_cast<int>(signs_.morphemes.size()) ? kNoMorpheme
                                                                           : signs_.morphemes[index];
  }

  // 12 rows.
  void WriteMorpheme(int at) {
    const int index = signs_.morpheme_of[at];
    const MorphemeSigns& here = MorphemeAt(index);
    const MorphemeSigns& before = MorphemeAt(index < 0 ? -1 : index - 1);
    const MorphemeSigns& after = MorphemeAt(index < 0 ? -1 : index + 1);
    const uint64_t place = EdgeOf(at == here.first, at + 1 == here.end);
    Add(kMorpheme, MixHash(here.surface, place));
    const uint64_t tag = MixHash(here.tag, place);
    Add(kMorphemeTag, tag);
    Add(kTagBefore, MixHash(tag, before.tag));
    Add(kTagAfter, MixHash(tag, after.tag));
    Add(kMorphemeBefore, MixHash(before.surface, place));
    Add(kMorphemeAfter, MixHash(after.surface, place));
    Add(kSemantic, MixHash(MixHash(here.semantic, here.tag), place));
    for (int grain = 0; grain < kClassGrains; ++grain) {
      Add(kClass + grain, MixHash(here.classes[grain], place));
    }
    const uint64_t own = here.classes[kMiddleGrain];
    Add(kClassBefore, MixHash(MixHash(before.classes[kMiddleGrain], own), place));
    Add(kClassAfter, MixHash(MixHash(after.classes[kMiddleGrain], own), place));
  }

  // 1 row, and one for each mark.
  void WriteHints(int at) {
    uint64_t all = 0;
    for (; mark_ < signs_.marks.size() && signs_.marks[mark_].syllable == at; ++mark_) {
      const uint32_t mark = signs_.marks[mark_].value;
      Add(kHint, mark);
      all = MixHash(all, mark + 1);
    }
    Add(kHintSet, all);
  }

  const SentenceSigns& signs_;
  Around around_;
  TagFeatures& out_;
  uint32_t* next_ = nullptr;  // row, in the room that was made for all
  size_t mark_ = 0;           // the next
};

}  // namespace

TagFeatures ReadFeatures(const Sentence& sentence, std::span<const TagHint> hints,
                         const WordClasses& classes) {
  SentenceSigns signs = ReadSigns(sentence, hints, classes);
  TagFeatures features;
  FeatureWriter(signs, features).Write();
  features.syllables = std::move(signs.syllables);
  return features;
}

}  // namespace sillok::ingest
