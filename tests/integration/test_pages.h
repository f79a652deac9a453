// Pages written for these tests: invented news about names that every reader of Korean knows, told by two outlets.
#pragma once

#include <string>
#include <vector>

#include "sillok/v1/article.pb.h"

namespace sillok {

// A page of an outlet, published at nine in the morning of `day` in Korea; undated when it is empty.
[[nodiscard]] v1::RawArticle TextPage(const std::string& article_id, const std::string& outlet,
                                      const std::string& day, const std::string& title,
                                      const std::string& text);

// An agreement on 2024-03-14, a plan for June 2024, words, and a number of employees.
[[nodiscard]] v1::RawArticle AgreementPage();
// The same agreement, told by another outlet.
[[nodiscard]] v1::RawArticle OtherAgreementPage();
// A meeting on 2024-06-12.
[[nodiscard]] v1::RawArticle MeetingPage();
// The three.
[[nodiscard]] std::vector<v1::RawArticle> TestPages();

}  // namespace sillok
