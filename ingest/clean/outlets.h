// The outlets we know, by name and by domain (outlets.tsv).
#pragma once

#include <string>
#include <string_view>

namespace sillok::ingest {

// The outlet's usual name for one of its names ("동아닷컴" → "동아일보"); empty for an unknown one.
[[nodiscard]] std::string OutletNamed(std::string_view name);

// The outlet of an absolute URL or an e-mail address, by its host; empty for an unknown host.
[[nodiscard]] std::string OutletOfHost(std::string_view url_or_mail);

// The outlet that a copyright line names ("ⓒ 아무일보, 무단전재 금지" → "아무일보"), known or not; empty when it names none.
[[nodiscard]] std::string CopyrightHolder(std::string_view line);

// True when the name ends as outlets' names do (일보, 뉴스, 경제; byline_words.tsv) and is no portal's.
[[nodiscard]] bool SoundsLikeOutlet(std::string_view name);

// True for a portal, which shows other outlets' articles.
[[nodiscard]] bool IsPortal(std::string_view name);

}  // namespace sillok::ingest
