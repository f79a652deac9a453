#include "ingest/tag/tag_model.h"

#include <sys/mman.h>

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

// Aligned, a row lies in one cache line; and 2 MB of rows that are read here and there are one page for the processor rather
// than 512, where the kernel has such pages.
int8_t* AllocateRows() {
  constexpr size_t kHugePage = size_t{2} << 20;
  static_assert(kRowBytes % kHugePage == 0);
  void* const rows = std::aligned_alloc(kHugePage, kRowBytes);
  if (rows == nullptr) std::abort();
  madvise(rows, kRowBytes, MADV_HUGEPAGE);
  return static_cast<int8_t*>(rows);
}

// Adds as many labels of a row as a register has bytes. The copy can be nothing else in memory, so the loop is one of registers.
constexpr int kRegisterBytes = 16;
void AddWeights(const int8_t* row, int16_t* sums) {
  std::array<int8_t, kRegisterBytes> weights;
  std::memcpy(weights.data(), row, kRegisterBytes);
  for (int label = 0; label < kRegisterBytes; ++label) {
    sums[label] = static_cast<int16_t>(sums[label] + weights[label]);
  }
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
  model.rows_.reset(AllocateRows());
  Take(bytes, model.rows_.get(), kRowBytes);
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
  for (const uint32_t row : rows) __builtin_prefetch(&rows_[size_t{row} * kRowWidth]);
}

// 258 rows of the largest weights fit the sums; a syllable has some forty.
void TagModel::SumUp(std::span<const uint32_t> rows, Emission& emission) const {
  std::array<int16_t, kRowWidth> sums{};
  for (const uint32_t row : rows) {
    const int8_t* const weights = &rows_[size_t{row} * kRowWidth];
    AddWeights(weights, sums.data());
    AddWeights(weights + kRegisterBytes, sums.data() + kRegisterBytes);
  }
  std::copy(sums.begin(), sums.end(), emission.begin());
}

std::vector<Tag> TagModel::Read(const Sentence& sentence, std::span<const TagHint> hints) const {
  const TagFeatures features = ReadFeatures(sentence, hints, classes_);
  const size_t count = features.syllables.size();
  const auto emissions = std::make_unique_for_overwrite<Emission[]>(count);
  for (size_t at = 0; at < count; ++at) {
    if (at + 1 < count) Fetch(features.Of(at + 1));
    SumUp(features.Of(at), emissions[at]);
  }
  const Labelling best = BestLabels({emissions.get(), count}, transitions_);
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
