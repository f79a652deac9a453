#include "ingest/tag/tag_features.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/tag/label.h"

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

constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
constexpr uint64_t kOther = 0xD6E8FEB86659FD93;

uint64_t Mix(uint64_t a, uint64_t b) {
  uint64_t hash = (a ^ (b * kOther)) * kOdd;
  return hash ^ (hash >> 32);
}

// Kinds of characters; neighbours in a feature together.
enum class Shape : uint8_t { kNone, kHangul, kDigit, kUpper, kLower, kHanja, kOpen, kClose, kDot, kMark };

Shape ShapeOf(char32_t code) {
  if (IsHangulSyllable(code)) return Shape::kHangul;
  if (code >= U'0' && code <= U'9') return Shape::kDigit;
  if (code >= U'A' && code <= U'Z') return Shape::kUpper;
  if (code >= U'a' && code <= U'z') return Shape::kLower;
  if (IsHanja(code)) return Shape::kHanja;
  if (code == U'(' || code == U'[' || code == U'‘' || code == U'“' || code == U'<') return Shape::kOpen;
  if (code == U')' || code == U']' || code == U'’' || code == U'”' || code == U'>') return Shape::kClose;
  if (code == U'.' || code == U',' || code == U'·') return Shape::kDot;
  return Shape::kMark;
}

// A morpheme's place in the syllables, and what features need of it.
struct MorphemeSigns {
  int first = 0;  // syllables [first, end)
  int end = 0;
  uint64_t surface = 0;
  uint64_t tag = 0;
  uint64_t semantic = 0;  // with `known`
  WordClass classes{};
  bool noun = false;
};

// A run without spaces.
struct WordSigns {
  int first = 0;  // syllables
  int end = 0;
  int head = -1;  // its last noun among the morphemes
  uint64_t surface = 0;
  uint64_t tail = 0;  // what follows the last noun
};

bool IsNoun(const Morpheme& morpheme) {
  return morpheme.IsAny("NN", "NP", "NR", "SL", "SN", "SH", "XSN", "XR", "UNKNOWN", "XPN");
}

class FeatureReader {
 public:
  FeatureReader(const Sentence& sentence, std::span<const TagHint> hints, const WordClasses& classes)
      : sentence_(sentence), classes_(classes) {
    ReadSyllables();
    ReadMorphemes();
    ReadWords();
    ReadHints(hints);
  }

  TagFeatures Write() {
    constexpr size_t kUsual = 36;  // rows of a syllable
    out_.rows.reserve(codes_.size() * kUsual);
    out_.ends.reserve(codes_.size());
    for (int at = 0; at < Count(); ++at) {
      WriteSyllables(at);
      WriteWord(at);
      WriteMorpheme(at);
      WriteHints(at);
      out_.ends.push_back(static_cast<uint32_t>(out_.rows.size()));
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] int Count() const { return static_cast<int>(codes_.size()); }

  void Add(uint32_t feature, uint64_t value) {
    const uint64_t hash = (value + feature * kOther) * kOdd;
    out_.rows.push_back(static_cast<uint32_t>((hash ^ (hash >> 29)) * kOther >> (64 - kRowBits)));
  }

  void ReadSyllables() {
    const std::string_view text = sentence_.text;
    bool space = true;
    for (size_t at = 0; at < text.size();) {
      const DecodedRune rune = DecodeRune(text, at);
      const int begin = static_cast<int>(at);
      at += rune.length;
      if (rune.code == U' ') {
        space = true;
        continue;
      }
      out_.syllables.push_back({begin, static_cast<int>(at)});
      codes_.push_back(rune.code);
      shapes_.push_back(static_cast<uint8_t>(ShapeOf(rune.code)));
      space_before_.push_back(space ? 1 : 0);
      space = false;
    }
  }

  void ReadMorphemes() {
    morpheme_of_.assign(codes_.size(), -1);
    int at = 0;
    for (const Morpheme& morpheme : sentence_.morphemes) {
      while (at < Count() && out_.syllables[at].begin < morpheme.span.begin) ++at;
      MorphemeSigns& signs = morphemes_.emplace_back();
      signs.first = at;
      const std::string_view surface = morpheme.span.In(sentence_.text);
      const uint32_t hash = HashOf(surface);
      signs.surface = hash;
      signs.tag = HashOf(morpheme.tag);
      signs.semantic = Mix(HashOf(morpheme.semantic), morpheme.known ? 1 : 0);
      signs.classes = classes_.Of(hash);
      signs.noun = IsNoun(morpheme);
      while (at < Count() && out_.syllables[at].end <= morpheme.span.end) {
        morpheme_of_[at++] = static_cast<int>(morphemes_.size()) - 1;
      }
      signs.end = at;
    }
  }

  void ReadWords() {
    word_of_.assign(codes_.size(), 0);
    for (int at = 0; at < Count(); ++at) {
      if (space_before_[at] != 0) {
        words_.emplace_back().first = at;
      }
      WordSigns& word = words_.back();
      word.end = at + 1;
      word.surface = Mix(word.surface, codes_[at]);
      word_to_.push_back(word.surface);
      word_of_[at] = static_cast<int>(words_.size()) - 1;
    }
    for (size_t index = 0; index < morphemes_.size(); ++index) {
      const MorphemeSigns& signs = morphemes_[index];
      if (signs.first >= signs.end) continue;
      WordSigns& word = words_[word_of_[signs.first]];
      if (signs.noun) {
        word.head = static_cast<int>(index);
        word.tail = 0;
      } else {
        word.tail = Mix(word.tail, signs.surface);
      }
    }
  }

  // Hints by syllable: the kind and the place in it.
  void ReadHints(std::span<const TagHint> hints) {
    for (const TagHint& hint : hints) {
      const auto from =
          std::lower_bound(out_.syllables.begin(), out_.syllables.end(), hint.span.begin,
                           [](const TextSpan& syllable, int begin) { return syllable.begin < begin; });
      for (auto at = static_cast<int>(from - out_.syllables.begin());
           at < Count() && out_.syllables[at].end <= hint.span.end; ++at) {
        const bool first = out_.syllables[at].begin == hint.span.begin;
        const bool last = out_.syllables[at].end == hint.span.end;
        const int position = first ? (last ? 3 : 0) : last ? 2 : 1;
        marks_.push_back({at, static_cast<uint32_t>(hint.kind * 4 + position)});
      }
    }
    std::sort(marks_.begin(), marks_.end());
    marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
  }

  [[nodiscard]] uint64_t Code(int at) const { return at < 0 || at >= Count() ? 0 : codes_[at]; }
  [[nodiscard]] uint64_t ShapeAt(int at) const { return at < 0 || at >= Count() ? 0 : shapes_[at]; }

  // Whether a space stands before the syllables around: most of what a boundary is.
  [[nodiscard]] uint64_t Spaces(int at) const {
    uint64_t bits = 0;
    for (int near = at - 1; near <= at + 2; ++near) {
      bits = bits * 2 + (near <= 0 || near >= Count() ? 1 : space_before_[near]);
    }
    return bits;
  }

  void WriteSyllables(int at) {
    for (int offset = -2; offset <= 2; ++offset) Add(kSyllable + offset + 2, Code(at + offset));
    const uint64_t spaces = Spaces(at);
    for (int offset = -2; offset <= 1; ++offset) {
      const uint64_t space = offset == -1 || offset == 0 ? spaces >> 1 & 3 : 0;
      Add(kPair + offset + 2, Mix(Mix(Code(at + offset), Code(at + offset + 1)), space));
    }
    uint64_t shapes = spaces;
    for (int offset = -2; offset <= 2; ++offset) shapes = shapes * 16 + ShapeAt(at + offset);
    Add(kShapes, shapes);
  }

  void WriteWord(int at) {
    const WordSigns& word = words_[word_of_[at]];
    constexpr int kFar = 4;
    const int from_begin = std::min(at - word.first, kFar);
    const int from_end = std::min(word.end - 1 - at, kFar);
    const uint64_t place = static_cast<uint64_t>(from_begin * 8 + from_end);
    Add(kPlaceInWord, place);
    Add(kWordTo, word_to_[at]);
    const uint64_t edge = static_cast<uint64_t>((from_begin == 0 ? 1 : 0) + (from_end == 0 ? 2 : 0));
    const MorphemeSigns& head = WriteNoun(word_of_[at], edge, kHead, kTail);
    Add(kHeadClass, Mix(head.classes[kMiddleGrain], edge));
    WriteNoun(word_of_[at] - 1, edge, kHeadBefore, kTailBefore);
    WriteNoun(word_of_[at] + 1, edge, kHeadAfter, kTailAfter);
  }

  // A word's last noun, and what follows it there.
  const MorphemeSigns& WriteNoun(int index, uint64_t edge, Template head, Template tail) {
    const bool there = index >= 0 && index < static_cast<int>(words_.size());
    const MorphemeSigns& noun = MorphemeAt(there ? words_[index].head : -1);
    Add(head, Mix(noun.surface, edge));
    Add(tail, Mix(there ? words_[index].tail : 1, edge));
    return noun;
  }

  [[nodiscard]] const MorphemeSigns& MorphemeAt(int index) const {
    static const MorphemeSigns kNothing;
    return index < 0 || index >= static_cast<int>(morphemes_.size()) ? kNothing : morphemes_[index];
  }

  void WriteMorpheme(int at) {
    const int index = morpheme_of_[at];
    const MorphemeSigns& here = MorphemeAt(index);
    const MorphemeSigns& before = MorphemeAt(index < 0 ? -1 : index - 1);
    const MorphemeSigns& after = MorphemeAt(index < 0 ? -1 : index + 1);
    const bool first = at == here.first;
    const bool last = at + 1 == here.end;
    const uint64_t place = static_cast<uint64_t>((first ? 1 : 0) + (last ? 2 : 0));
    Add(kMorpheme, Mix(here.surface, place));
    const uint64_t tag = Mix(here.tag, place);
    Add(kMorphemeTag, tag);
    Add(kTagBefore, Mix(tag, before.tag));
    Add(kTagAfter, Mix(tag, after.tag));
    Add(kMorphemeBefore, Mix(before.surface, place));
    Add(kMorphemeAfter, Mix(after.surface, place));
    Add(kSemantic, Mix(Mix(here.semantic, here.tag), place));
    for (int grain = 0; grain < kClassGrains; ++grain) Add(kClass + grain, Mix(here.classes[grain], place));
    const uint64_t own = here.classes[kMiddleGrain];
    Add(kClassBefore, Mix(Mix(before.classes[kMiddleGrain], own), place));
    Add(kClassAfter, Mix(Mix(after.classes[kMiddleGrain], own), place));
  }

  void WriteHints(int at) {
    while (mark_ < marks_.size() && marks_[mark_].first < at) ++mark_;
    uint64_t all = 0;
    for (size_t mark = mark_; mark < marks_.size() && marks_[mark].first == at; ++mark) {
      Add(kHint, marks_[mark].second);
      all = Mix(all, marks_[mark].second + 1);
    }
    Add(kHintSet, all);
  }

  const Sentence& sentence_;
  const WordClasses& classes_;
  TagFeatures out_;
  std::vector<char32_t> codes_;
  std::vector<uint8_t> shapes_;
  std::vector<uint8_t> space_before_;
  std::vector<MorphemeSigns> morphemes_;
  std::vector<int> morpheme_of_;
  std::vector<WordSigns> words_;
  std::vector<int> word_of_;
  std::vector<uint64_t> word_to_;                // the word up to and with each syllable
  std::vector<std::pair<int, uint32_t>> marks_;  // syllable, kind and place; sorted
  size_t mark_ = 0;
};

}  // namespace

TagFeatures ReadFeatures(const Sentence& sentence, std::span<const TagHint> hints,
                         const WordClasses& classes) {
  return FeatureReader(sentence, hints, classes).Write();
}

}  // namespace sillok::ingest
