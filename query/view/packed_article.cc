#include "query/view/packed_article.h"

#include <lz4.h>

#include "common/status/status_macros.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

std::string PackArticle(const v1::Article& article) {
  const std::string bytes = SerializeRow(article);
  storage::v1::PackedArticle packed;
  packed.set_size(static_cast<uint32_t>(bytes.size()));
  std::string& block = *packed.mutable_lz4();
  block.resize(static_cast<size_t>(LZ4_compressBound(static_cast<int>(bytes.size()))));
  block.resize(static_cast<size_t>(LZ4_compress_default(
      bytes.data(), block.data(), static_cast<int>(bytes.size()), static_cast<int>(block.size()))));
  return SerializeRow(packed);
}

absl::StatusOr<std::string> UnpackArticleBytes(std::string_view row) {
  storage::v1::PackedArticle packed;
  SILLOK_RETURN_IF_ERROR(ParseRow(row, packed));
  // LZ4 makes at most 255 bytes of one: a size that nothing stands behind must not be asked for.
  constexpr uint64_t kMostOfAByte = 255;
  std::string bytes;
  if (packed.size() <= kMostOfAByte * packed.lz4().size()) {
    bytes.resize(packed.size());
    if (LZ4_decompress_safe(packed.lz4().data(), bytes.data(), static_cast<int>(packed.lz4().size()),
                            static_cast<int>(bytes.size())) == static_cast<int>(bytes.size())) {
      return bytes;
    }
  }
  return absl::DataLossError("a stored article cannot be unpacked");
}

absl::Status UnpackArticle(std::string_view row, v1::Article& article) {
  SILLOK_ASSIGN_OR_RETURN(const std::string bytes, UnpackArticleBytes(row));
  return ParseRow(bytes, article);
}

}  // namespace sillok::query
