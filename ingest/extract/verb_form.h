// Within stage 4: a verb's finite forms, from the one in the dictionary.
//
//   PastForm("만나다") → "만났다";  PresentForm("열다") → "연다"
//
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace sillok::ingest {

// 열다 → 열었다, 오르다 → 올랐다, 쓰다 → 썼다, 돕다 → 도왔다; what could be two verbs (묻다) stays as it is.
[[nodiscard]] std::string PastForm(std::string_view lemma);

// 열리다 → 열린다, 맺다 → 맺는다, 열다 → 연다.
[[nodiscard]] std::string PresentForm(std::string_view lemma);

}  // namespace sillok::ingest
