// Maps and sets of words that are asked with a std::string_view, without a copy.
//
//   TextMap<int> weights;            // keys of its own
//   ViewMap<Case> cases;             // keys that outlive it: rows live as long as the program
//   cases.find(text.substr(0, 3))
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace sillok {

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const {
    return absl::Hash<absl::string_view>()(absl::string_view(text.data(), text.size()));
  }
};

template <typename Value>
using TextMap = absl::flat_hash_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = absl::flat_hash_set<std::string, TextHash, std::equal_to<>>;

template <typename Value>
using ViewMap = absl::flat_hash_map<std::string_view, Value, TextHash, std::equal_to<>>;
using ViewSet = absl::flat_hash_set<std::string_view, TextHash, std::equal_to<>>;

}  // namespace sillok
