// Who signs: 이혜원 기자 · <이혜원 기자> mail@… · 이혜원 기자, 김가온 인턴기자.
//
//   ReadByline("이혜원 아무닷컴 기자 hw@amu.example")  → {이혜원, hw@amu.example}, outlet 아무닷컴
//
// The words are rows of byline_words.tsv. Pure; time linear in the line; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/clean/clean_article.h"

namespace sillok::ingest {

struct Byline {
  std::vector<Reporter> reporters;  // may be empty: a line with an address only, a desk
  std::string outlet;               // empty when none is named
  std::string mail;                 // an address that no reporter of the line took
};

// The byline that a line is; nothing when it holds anything else.
[[nodiscard]] std::optional<Byline> ReadByline(std::string_view line);

// The names that a line is, when nothing else stands in it: surnames tell them, so that where it stands must say that somebody
// signs. "라희원", "한도윤·서지안". `marked`: the markup says that the line names who signs.
[[nodiscard]] std::optional<Byline> ReadBareNames(std::string_view line, bool marked);

// Adds reporters that `all` does not have, and addresses to those that it has without one.
void AddReporters(const std::vector<Reporter>& more, std::vector<Reporter>& all);

}  // namespace sillok::ingest
