#include "common/store/key_coding.h"

namespace sillok {
namespace {

constexpr char kEscape = '\x00';
constexpr char kEscapedZero = '\xFF';
constexpr char kEnd = '\x01';

template <typename T>
void AppendBigEndian(T value, std::string& key) {
  for (int shift = 8 * (static_cast<int>(sizeof(T)) - 1); shift >= 0; shift -= 8) {
    key.push_back(static_cast<char>(value >> shift & 0xFF));
  }
}

template <typename T>
std::optional<T> TakeBigEndian(std::string_view& rest, bool& ok) {
  if (!ok || rest.size() < sizeof(T)) {
    ok = false;
    return std::nullopt;
  }
  uint64_t value = 0;
  for (size_t i = 0; i < sizeof(T); ++i) value = value << 8 | static_cast<unsigned char>(rest[i]);
  rest.remove_prefix(sizeof(T));
  return static_cast<T>(value);
}

// Where the text that begins at `at` ends, its end mark taken along; 0 when it does not end.
size_t TextEnd(std::string_view key, size_t at) {
  while ((at = key.find(kEscape, at)) != std::string_view::npos && at + 1 < key.size()) {
    const char mark = key[at + 1];
    at += 2;
    if (mark == kEnd) return at;
    if (mark != kEscapedZero) return 0;
  }
  return 0;
}

}  // namespace

void AppendUint8(uint8_t value, std::string& key) { AppendBigEndian(value, key); }
void AppendUint32(uint32_t value, std::string& key) { AppendBigEndian(value, key); }
void AppendUint64(uint64_t value, std::string& key) { AppendBigEndian(value, key); }

void AppendText(std::string_view text, std::string& key) {
  AppendTextPrefix(text, key);
  key.push_back(kEscape);
  key.push_back(kEnd);
}

void AppendTextPrefix(std::string_view text, std::string& key) {
  while (true) {
    const size_t zero = text.find(kEscape);
    key.append(text.substr(0, zero));
    if (zero == std::string_view::npos) return;
    key.push_back(kEscape);
    key.push_back(kEscapedZero);
    text.remove_prefix(zero + 1);
  }
}

std::string PrefixEnd(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty()) {
    if (end.back() != '\xFF') {
      end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
      return end;
    }
    end.pop_back();
  }
  return end;
}

size_t PartsEnd(std::string_view key, std::string_view parts) {
  size_t at = 0;
  for (const char part : parts) {
    at = part == 't' ? TextEnd(key, at) : at + 1;
    if (at == 0 || at > key.size()) return 0;
  }
  return at;
}

std::optional<uint8_t> KeyReader::Uint8() { return TakeBigEndian<uint8_t>(rest_, ok_); }
std::optional<uint32_t> KeyReader::Uint32() { return TakeBigEndian<uint32_t>(rest_, ok_); }
std::optional<uint64_t> KeyReader::Uint64() { return TakeBigEndian<uint64_t>(rest_, ok_); }

std::optional<std::string> KeyReader::Text() {
  std::string text;
  while (ok_) {
    const size_t escape = rest_.find(kEscape);
    if (escape == std::string_view::npos || escape + 1 >= rest_.size()) break;
    const char mark = rest_[escape + 1];
    text.append(rest_.substr(0, escape));
    rest_.remove_prefix(escape + 2);
    if (mark == kEnd) return text;
    if (mark != kEscapedZero) break;
    text.push_back(kEscape);
  }
  ok_ = false;
  return std::nullopt;
}

}  // namespace sillok
