// Pages as sites serve them, made up: menus, scripts, widgets, lists of other articles, and an article between.
//
//   std::string html = GenerateHtmlPage(17);   // always the same one, about 150 KB, a twentieth of it the article
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>

namespace sillok::bench {

// A page in HTML as it is served.
[[nodiscard]] std::string GenerateHtmlPage(uint32_t number);

// A page in text as it is copied: a long article with a site's dress around it, about 40 KB.
[[nodiscard]] std::string GenerateTextPage(uint32_t number);

}  // namespace sillok::bench
