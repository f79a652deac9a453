#include "common/text/hash.h"

#include <openssl/sha.h>

namespace sillok {

std::string Sha256(std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (const std::string_view part : parts) {
    uint64_t size = part.size();
    for (int byte = 0; byte < 8; ++byte, size >>= 8) joined.push_back(static_cast<char>(size & 0xFF));
    joined.append(part);
  }
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(joined.data()), joined.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return digest;
}

std::string HashId(std::initializer_list<std::string_view> parts) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr size_t kIdBytes = 12;
  const std::string digest = Sha256(parts);
  std::string id;
  id.reserve(2 * kIdBytes);
  for (size_t i = 0; i < kIdBytes; ++i) {
    const auto byte = static_cast<unsigned char>(digest[i]);
    id.push_back(kDigits[byte >> 4]);
    id.push_back(kDigits[byte & 0xF]);
  }
  return id;
}

}  // namespace sillok
