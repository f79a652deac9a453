// A story that fails, made small: what stands between its steps and can go without the failure going, goes.
//
//   const std::vector<Step> small = Shrunk(steps, [&](const std::vector<Step>& fewer) { return Fails(fewer); });
//
// Takes away ever smaller runs of steps (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002,
// without its tests of subsets): at the end no single step can be spared. Asks at most about n² / 2 + n log n times.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace sillok {

// `fails` says yes of `steps`, and always says the same of the same steps.
template <typename Step>
[[nodiscard]] std::vector<Step> Shrunk(std::vector<Step> steps,
                                       const std::function<bool(const std::vector<Step>&)>& fails) {
  for (size_t run = std::max<size_t>(1, steps.size() / 2); run > 0;) {
    bool smaller = false;
    for (size_t begin = 0; begin < steps.size();) {
      const size_t end = std::min(begin + run, steps.size());
      std::vector<Step> fewer(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(begin));
      fewer.insert(fewer.end(), steps.begin() + static_cast<std::ptrdiff_t>(end), steps.end());
      if (fails(fewer)) {
        steps = std::move(fewer);
        smaller = true;
      } else {
        begin = end;
      }
    }
    // Single steps again while that helps: what was needed before may not be any more.
    if (run > 1 || !smaller) run /= 2;
  }
  return steps;
}

}  // namespace sillok
