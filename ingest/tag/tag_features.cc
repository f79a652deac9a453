#include "ingest/tag/tag_features.h"

#include <algorithm>
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

class FeatureWriter {
 public:
  FeatureWriter(const SentenceSigns& signs, TagFeatures& out) : signs_(signs), out_(out) {}

  void Write() {
    out_.rows.resize(signs_.syllables.size() * kAlways + signs_.marks.size());
    out_.ends.reserve(signs_.syllables.size());
    next_ = out_.rows.data();
    for (int at = 0; at < signs_.Count(); ++at) {
      WriteSyllables(at);
      WriteWord(at);
      WriteMorpheme(at);
      WriteHints(at);
      out_.ends.push_back(static_cast<uint32_t>(next_ - out_.rows.data()));
    }
  }

 private:
  // The rows that every syllable has; each of its marks is one more.
  static constexpr size_t kAlways = 10 + 9 + 12 + 1;

  void Add(uint32_t feature, uint64_t value) { *next_++ = RowOf(feature, value); }

  [[nodiscard]] bool Has(int at) const { return at >= 0 && at < signs_.Count(); }
  [[nodiscard]] uint64_t CodeAt(int at) const { return Has(at) ? signs_.codes[at] : 0; }
  [[nodiscard]] uint64_t ShapeAt(int at) const {
    return static_cast<uint64_t>(Has(at) ? signs_.shapes[at] : Shape::kNone);
  }

  // Whether a space stands before the syllables around: most of what a boundary is.
  [[nodiscard]] uint64_t Spaces(int at) const {
    uint64_t bits = 0;
    for (int near = at - 1; near <= at + 2; ++near) {
      bits = bits * 2 + (near <= 0 || near >= signs_.Count() ? 1 : signs_.space_before[near]);
    }
    return bits;
  }

  // 10 rows.
  void WriteSyllables(int at) {
    for (int offset = -2; offset <= 2; ++offset) Add(kSyllable + offset + 2, CodeAt(at + offset));
    const uint64_t spaces = Spaces(at);
    for (int offset = -2; offset <= 1; ++offset) {
      const uint64_t space = offset == -1 || offset == 0 ? spaces >> 1 & 3 : 0;
      Add(kPair + offset + 2, MixHash(MixHash(CodeAt(at + offset), CodeAt(at + offset + 1)), space));
    }
    uint64_t shapes = spaces;
    for (int offset = -2; offset <= 2; ++offset) shapes = shapes * 16 + ShapeAt(at + offset);
    Add(kShapes, shapes);
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
