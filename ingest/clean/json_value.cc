#include "ingest/clean/json_value.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr int kMaxDepth = 32;

class Reader {
 public:
  explicit Reader(std::string_view json) : in_(json) {}

  JsonValue Value(int depth) {
    JsonValue value;
    SkipSpace();
    if (in_.empty()) return value;
    if (depth > kMaxDepth) {
      in_ = {};  // somebody means ill
    } else if (in_.front() == '"') {
      value.kind = JsonValue::kString;
      value.text = String();
    } else if (in_.front() == '[' || in_.front() == '{') {
      const bool object = in_.front() == '{';
      value.kind = object ? JsonValue::kObject : JsonValue::kList;
      in_.remove_prefix(1);
      Members(object, depth, value);
    } else {
      value.kind = JsonValue::kOther;
      in_.remove_prefix(std::min(in_.find_first_of(",]} \n\r\t"), in_.size()));
    }
    return value;
  }

 private:
  void SkipSpace() { in_.remove_prefix(std::min(in_.find_first_not_of(" \n\r\t\xEF\xBB\xBF"), in_.size())); }

  // What is in brackets, up to and behind their end.
  void Members(bool object, int depth, JsonValue& value) {
    while (true) {
      SkipSpace();
      if (in_.empty()) return;
      const char next = in_.front();
      if (next == ']' || next == '}') return in_.remove_prefix(1);
      if (next == ',' || next == ':') {
        in_.remove_prefix(1);
        continue;
      }
      std::string name;
      if (object) {
        if (next != '"') return in_.remove_prefix(in_.size());  // nobody knows what is meant
        name = String();
        SkipSpace();
        if (!in_.starts_with(':')) continue;
        in_.remove_prefix(1);
      }
      if (object) value.names.push_back(std::move(name));
      value.items.push_back(Value(depth + 1));
    }
  }

  // Behind a quotation mark up to and behind the next.
  std::string String() {
    in_.remove_prefix(1);
    std::string text;
    while (!in_.empty()) {
      const size_t end = std::min(in_.find_first_of("\"\\"), in_.size());
      text.append(in_.substr(0, end));
      in_.remove_prefix(end);
      if (in_.empty()) break;
      const bool closed = in_.front() == '"';
      in_.remove_prefix(1);
      if (closed) break;
      Escape(text);
    }
    return text;
  }

  // Behind a backslash.
  void Escape(std::string& text) {
    if (in_.empty()) return;
    const char mark = in_.front();
    in_.remove_prefix(1);
    if (mark == 'u') {
      AppendRune(Rune(), text);
    } else if (mark == 'n' || mark == 'r' || mark == 't' || mark == 'b' || mark == 'f') {
      text.push_back(' ');
    } else {
      text.push_back(mark);
    }
  }

  // Four hexadecimal digits; two times four where surrogates make a pair.
  char32_t Rune() {
    const uint32_t high = Hex();
    if (high < 0xD800 || high > 0xDBFF || !in_.starts_with("\\u")) return high;
    in_.remove_prefix(2);
    const uint32_t low = Hex();
    if (low < 0xDC00 || low > 0xDFFF) return U'\uFFFD';
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
  }

  uint32_t Hex() {
    uint32_t code = 0xFFFD;
    const std::string_view digits = in_.substr(0, 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    in_.remove_prefix(static_cast<size_t>(end - digits.data()));
    return code;
  }

  std::string_view in_;
};

}  // namespace

const JsonValue& JsonValue::operator[](std::string_view name) const {
  static const auto* const nothing = new JsonValue;
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? *nothing : items[static_cast<size_t>(found - names.begin())];
}

JsonValue ReadJson(std::string_view json) { return Reader(json).Value(0); }

}  // namespace sillok::ingest
