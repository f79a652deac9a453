#include "query/view/copies.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/link/text_sketch.h"
#include "query/view/prefix_cursor.h"

namespace sillok::query {
namespace {

constexpr int kBandBits = 16;
static_assert(kSketchBands * kBandBits == 64);
// How far a band of a copy may be, in the one band at least where it is not farther.
constexpr std::array<int, kSketchBands> kBandDistance = {2, 2, 2, 1};
static_assert(kBandDistance[0] + kBandDistance[1] + kBandDistance[2] + kBandDistance[3] + kSketchBands >
              kCopyDistance);

using CopiesById = std::map<std::string, int>;  // with their distances

std::string BandPrefix(int band) {
  std::string prefix;
  AppendUint8(static_cast<uint8_t>(band), prefix);
  return prefix;
}

// The sketch with a band's bits in front.
uint64_t Turned(uint64_t sketch, int band) { return std::rotl(sketch, band * kBandBits); }

std::string BandStart(uint16_t value) {
  std::string start;
  AppendUint64(uint64_t{value} << (64 - kBandBits), start);
  return start;
}

// Every value of a band that is so near to `value`, ascending.
std::vector<uint16_t> NearValues(uint16_t value, int distance) {
  std::vector<uint16_t> values;
  values.reserve(1 + kBandBits * (kBandBits + 1) / 2);
  values.push_back(value);
  for (int a = 0; a < kBandBits; ++a) {
    values.push_back(static_cast<uint16_t>(value ^ (1U << a)));
    for (int b = 0; b < a && distance > 1; ++b) {
      values.push_back(static_cast<uint16_t>(value ^ (1U << a) ^ (1U << b)));
    }
  }
  std::sort(values.begin(), values.end());
  return values;
}

absl::Status AddOfBand(const std::shared_ptr<const Snapshot>& snapshot, int band, uint64_t sketch,
                       CopiesById& copies) {
  const uint64_t turned = Turned(sketch, band);
  const std::vector<uint16_t> values =
      NearValues(static_cast<uint16_t>(turned >> (64 - kBandBits)), kBandDistance[static_cast<size_t>(band)]);
  PrefixCursor rows(snapshot, Family::kSketchBands, {BandPrefix(band)});
  rows.Seek(BandStart(values.front()));
  for (int looked_at = 0; rows.Valid() && looked_at < kMaxCopyCandidates;) {
    KeyReader reader(rows.suffix());
    const uint64_t other = reader.Uint64().value_or(0);
    const auto value = static_cast<uint16_t>(other >> (64 - kBandBits));
    const auto next = std::lower_bound(values.begin(), values.end(), value);
    if (next == values.end()) break;
    if (*next != value) {
      rows.Seek(BandStart(*next));
      continue;
    }
    const int distance = SketchDistance(turned, other);
    if (distance <= kCopyDistance) copies.emplace(reader.Text().value_or(""), distance);
    ++looked_at;
    rows.Next();
  }
  return rows.status();
}

// Articles of the same sketch are one range.
absl::Status AddEqual(const std::shared_ptr<const Snapshot>& snapshot, uint64_t sketch, CopiesById& copies) {
  std::string prefix = BandPrefix(0);
  AppendUint64(sketch, prefix);
  PrefixCursor rows(snapshot, Family::kSketchBands, {std::move(prefix)});
  for (rows.SeekToFirst(); rows.Valid() && copies.size() <= kMaxCopies; rows.Next()) {
    copies.emplace(KeyReader(rows.suffix()).Text().value_or(""), 0);
  }
  return rows.status();
}

}  // namespace

std::string SketchBandKey(int band, uint64_t sketch, std::string_view article_id) {
  std::string key = BandPrefix(band);
  AppendUint64(Turned(sketch, band), key);
  AppendText(article_id, key);
  return key;
}

absl::StatusOr<std::vector<ArticleCopy>> FindCopies(const std::shared_ptr<const Snapshot>& snapshot,
                                                    std::string_view article_id, uint64_t sketch) {
  CopiesById by_id;
  SILLOK_RETURN_IF_ERROR(AddEqual(snapshot, sketch, by_id));
  // More than can be answered, the article itself among them: others would only come after these.
  const bool enough = by_id.size() > kMaxCopies;
  for (int band = 0; band < kSketchBands && !enough; ++band) {
    SILLOK_RETURN_IF_ERROR(AddOfBand(snapshot, band, sketch, by_id));
  }
  by_id.erase(std::string(article_id));
  std::vector<ArticleCopy> copies;
  copies.reserve(by_id.size());
  for (const auto& [id, distance] : by_id) copies.push_back({.distance = distance, .article_id = id});
  std::sort(copies.begin(), copies.end());
  copies.resize(std::min(copies.size(), kMaxCopies));
  return copies;
}

}  // namespace sillok::query
