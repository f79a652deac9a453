#include "ingest/tag/tag_model.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "absl/status/status.h"
#include "common/text/hash.h"

extern "C" const char sillok_tag_model[];
extern "C" const char sillok_tag_model_end[];

namespace sillok::ingest {
namespace {

// The file: this, classed words, transitions, rows. Numbers in the byte order of the machines we serve, the little one.
struct Header {
  char magic[8];
  uint32_t row_bits;
  uint32_t classed_words;
};
constexpr std::string_view kMagic = "SILTAG01";
constexpr size_t kFingerprintDigits = 12;
constexpr size_t kRowBytes = (size_t{1} << kRowBits) * kRowWidth;
static_assert(std::has_unique_object_representations_v<Header> &&
              std::has_unique_object_representations_v<ClassedWord>);

template <typename T>
void Append(const T* items, size_t count, std::string& out) {
  out.append(reinterpret_cast<const char*>(items), count * sizeof(T));
}

// Takes `count` items from the front of `bytes`, which has them.
template <typename T>
void Take(std::string_view& bytes, T* items, size_t count) {
  if (count == 0) return;  // nor is there anywhere to take them to
  std::memcpy(items, bytes.data(), count * sizeof(T));
  bytes.remove_prefix(count * sizeof(T));
}

}  // namespace

absl::StatusOr<TagModel> TagModel::Open(std::string_view bytes) {
  const std::string_view all = bytes;
  Header header{};
  if (bytes.size() < sizeof(header)) return absl::InvalidArgumentError("the tagger's model is cut off");
  Take(bytes, &header, 1);
  if (std::string_view(header.magic, sizeof(header.magic)) != kMagic || header.row_bits != kRowBits) {
    return absl::InvalidArgumentError("the tagger's model is of another version: train it again");
  }
  const size_t expected = header.classed_words * sizeof(ClassedWord) + sizeof(Transitions) + kRowBytes;
  if (bytes.size() != expected) {
    return absl::InvalidArgumentError("the tagger's model is cut off, or goes on behind its end");
  }
  TagModel model;
  std::vector<ClassedWord> words(header.classed_words);
  Take(bytes, words.data(), words.size());
  model.classes_ = WordClasses(words);
  Take(bytes, &model.transitions_, 1);
  model.fingerprint_ = HashId({all}).substr(0, kFingerprintDigits);
  model.rows_ = reinterpret_cast<const int8_t*>(bytes.data());
  return model;
}

const TagModel& TagModel::BuiltIn() {
  static const TagModel kModel = [] {
    const std::string_view bytes(sillok_tag_model,
                                 static_cast<size_t>(sillok_tag_model_end - sillok_tag_model));
    return *Open(bytes);
  }();
  return kModel;
}

// The rows lie all over the model: they are asked for a syllable before they are added.
void TagModel::Fetch(std::span<const uint32_t> rows) const {
  for (const uint32_t row : rows) __builtin_prefetch(rows_ + size_t{row} * kRowWidth);
}

// 258 rows of the largest weights fit the sums; a syllable has some forty.
Emission TagModel::SumOf(std::span<const uint32_t> rows) const {
  std::array<int16_t, kRowWidth> sums{};
  for (const uint32_t row : rows) {
    std::array<int8_t, kRowWidth>
        weights;  // a copy, which nothing else can be: the loop is one of whole registers
    std::memcpy(weights.data(), rows_ + size_t{row} * kRowWidth, kRowWidth);
    for (int label = 0; label < kRowWidth; ++label) {
      sums[label] = static_cast<int16_t>(sums[label] + weights[label]);
    }
  }
  Emission emission;
  std::copy(sums.begin(), sums.end(), emission.begin());
  return emission;
}

std::vector<Tag> TagModel::Read(const Sentence& sentence, std::span<const TagHint> hints) const {
  const TagFeatures features = ReadFeatures(sentence, hints, classes_);
  std::vector<Emission> emissions(features.syllables.size());
  for (size_t at = 0; at < emissions.size(); ++at) {
    if (at + 1 < emissions.size()) Fetch(features.Of(at + 1));
    emissions[at] = SumOf(features.Of(at));
  }
  const Labelling best = BestLabels(emissions, transitions_);
  std::vector<Tag> tags = TagsOf(features.syllables, best.labels);
  size_t at = 0;
  for (Tag& tag : tags) {
    while (features.syllables[at].end < tag.span.end) ++at;
    tag.margin = best.margins[at];
  }
  return tags;
}

std::string WriteTagModel(const TagModelParts& parts) {
  Header header{};
  std::memcpy(header.magic, kMagic.data(), sizeof(header.magic));
  header.row_bits = kRowBits;
  header.classed_words = static_cast<uint32_t>(parts.classes.size());
  std::string out;
  Append(&header, 1, out);
  Append(parts.classes.data(), parts.classes.size(), out);
  Append(&parts.transitions, 1, out);
  Append(parts.rows.data(), parts.rows.size(), out);
  return out;
}

}  // namespace sillok::ingest
