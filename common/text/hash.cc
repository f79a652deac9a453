#include "common/text/hash.h"

#include <openssl/evp.h>

#include <cstdint>
#include <cstdlib>

namespace sillok {

namespace {

constexpr size_t kSizeBytes = 8;
constexpr size_t kDigestBytes = 32;

// Looking an algorithm up by its name and making a context for it take OpenSSL longer than hashing a sentence.
struct Sha256Context {
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();

  Sha256Context() = default;
  Sha256Context(const Sha256Context&) = delete;
  Sha256Context& operator=(const Sha256Context&) = delete;
  ~Sha256Context() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

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
  thread_local const Sha256Context sha256;
  const bool hashed =
      EVP_DigestInit_ex2(sha256.context, sha256.algorithm, nullptr) == 1 &&
      EVP_DigestUpdate(sha256.context, joined.data(), joined.size()) == 1 &&
      EVP_DigestFinal_ex(sha256.context, reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1;
  if (!hashed) std::abort();  // a library without SHA-256: nothing could be named
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
