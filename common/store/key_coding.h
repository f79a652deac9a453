// Keys whose byte order is the order of their parts.
//
//   std::string key;
//   AppendText("오픈ai", key);   // escaped and ended, so that no text is the prefix of another's key
//   AppendUint32(day, key);      // big-endian
//
//   KeyReader reader(key);
//   reader.Text() → "오픈ai";  reader.Uint32() → day;  reader.done() → true
//
// Text is written with 0x00 as 0x00 0xFF and ended by 0x00 0x01 (the scheme of CockroachDB's keys). Safe from
// any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sillok {

void AppendUint8(uint8_t value, std::string& key);
void AppendUint32(uint32_t value, std::string& key);
void AppendUint64(uint64_t value, std::string& key);
void AppendText(std::string_view text, std::string& key);

// The same text without its end mark: a prefix of every key whose text begins with it.
void AppendTextPrefix(std::string_view text, std::string& key);

// The smallest key greater than every key that begins with `prefix`; empty when there is none.
[[nodiscard]] std::string PrefixEnd(std::string_view prefix);

// Where the first parts of the key end, a letter each: t a text, b a byte; 0 when it does not begin with all of them.
[[nodiscard]] size_t PartsEnd(std::string_view key, std::string_view parts);

// Takes a key apart. After a part that is not there every further part is absent and ok() is false.
class KeyReader {
 public:
  explicit KeyReader(std::string_view key) : rest_(key) {}
  [[nodiscard]] std::optional<uint8_t> Uint8();
  [[nodiscard]] std::optional<uint32_t> Uint32();
  [[nodiscard]] std::optional<uint64_t> Uint64();
  [[nodiscard]] std::optional<std::string> Text();
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool done() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace sillok
