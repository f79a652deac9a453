#include "tests/quality/gold_names.h"

#include <algorithm>

#include "common/text/normalize.h"

namespace sillok {

NameSet Normalized(const std::vector<std::string>& names) {
  NameSet normalized;
  for (const std::string& name : names) normalized.insert(NormalizeName(name));
  return normalized;
}

NameSet NormalizedPeople(const std::vector<std::string>& names) {
  constexpr std::string_view kCall = "씨";
  NameSet normalized = Normalized(names);
  for (const std::string& name : names) {
    const std::string form = NormalizeName(name);
    if (form.ends_with("모씨")) normalized.insert(form.substr(0, form.size() - kCall.size()));
  }
  return normalized;
}

bool Meet(const NameSet& a, const NameSet& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& name) { return b.contains(name); });
}

bool Contains(std::string_view text, std::string_view part) {
  return NormalizeName(text).find(NormalizeName(part)) != std::string::npos;
}

bool Hold(std::string_view a, std::string_view b) {
  constexpr size_t kTwoSyllables = 6;  // bytes
  if (a == b) return !a.empty();
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  const bool latin = !shorter.empty() && static_cast<unsigned char>(shorter.front()) < 0x80;
  return shorter.size() >= (latin ? 2 : kTwoSyllables) && longer.find(shorter) != std::string_view::npos;
}

bool EndAlike(std::string_view a, std::string_view b) {
  const auto one = [](std::string_view words) {
    constexpr std::string_view kPlural = "들";  // 주민들 beside 주민
    std::string name = NormalizeName(words);
    if (name.size() > 2 * kPlural.size() && name.ends_with(kPlural)) {
      name.resize(name.size() - kPlural.size());
    }
    return name;
  };
  const std::string first = one(a);
  const std::string second = one(b);
  return !first.empty() && !second.empty() && (first.ends_with(second) || second.ends_with(first));
}

}  // namespace sillok
