#include "common/text/hash.h"

#include <openssl/evp.h>

#include <cstdint>
#include <cstdlib>

namespace sillok {

namespace {

constexpr size_t kSizeBytes = 8;
constexpr size_t kDigestBytes = 32;

// Looking an algorithm up by its name takes OpenSSL longer than hashing a sentence with it.
const EVP_MD* Algorithm() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

}  // namespace

std::string Sha256(std::initializer_list<std::string_view> parts) {
  size_t total = 0;
  for (const std::string_view part : parts) total += kSizeBytes + part.size();
  std::string joined;
  joined.reserve(total);
  for (const std::string_view part : parts) {
    uint64_t size = part.size();
    for (size_t byte = 0; byte < kSizeBytes; ++byte, size >>= 8) {
      joined.push_back(static_cast<char>(size & 0xFF));
    }
    joined.append(part);
  }
  std::string digest(kDigestBytes, '\0');
  const int hashed = EVP_Digest(joined.data(), joined.size(), reinterpret_cast<unsigned char*>(digest.data()),
                                nullptr, Algorithm(), nullptr);
  if (hashed != 1) std::abort();  // a library without SHA-256: nothing could be named
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
