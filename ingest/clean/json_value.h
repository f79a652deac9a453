// JSON as pages write it, which is not always JSON: line breaks inside of strings, commas too many, an end that is missing.
//
//   const JsonValue value = ReadJson(R"({"author": [{"name": "한도윤"}]})");
//   value["author"].items[0]["name"].text   // "한도윤"
//
// Pure; time linear in the text; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sillok::ingest {

struct JsonValue {
  enum Kind { kNothing, kString, kList, kObject, kOther };
  Kind kind = kNothing;
  std::string text;                // kString
  std::vector<JsonValue> items;    // kList and kObject, in their order
  std::vector<std::string> names;  // kObject: of each item

  // The first field of this name; kNothing when there is none.
  [[nodiscard]] const JsonValue& operator[](std::string_view name) const;
};

// What can be read up to the first mistake, or to values nested deeper than 32.
[[nodiscard]] JsonValue ReadJson(std::string_view json);

}  // namespace sillok::ingest
