// What sets a referent apart among its namesakes, as far as its own article says: the walk of life of its position, and whose.
//
//   PositionFacet("대표", "오픈ai")  → "business/오픈ai"
//   PositionFacet("투수", "두산")    → "sport/두산"
//   PositionFacet("실장", "")        → ""                    says nothing
//
// A name that is meant only inside its article is filed by its referent: LocalFacet. A referent that somebody has decided about is
// filed by itself, under its facet with its own id: CuratedFacet. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace sillok::query {

// `organization` is a NameKey's name, or empty.
[[nodiscard]] std::string PositionFacet(std::string_view title, std::string_view organization);
// The walk of life, a word of careers.tsv; empty when the title tells none.
[[nodiscard]] std::string_view FieldOf(std::string_view facet);
[[nodiscard]] std::string_view OrganizationOf(std::string_view facet);

[[nodiscard]] std::string LocalFacet(std::string_view referent_id);
[[nodiscard]] bool IsLocalFacet(std::string_view facet);

[[nodiscard]] std::string CuratedFacet(std::string_view facet, std::string_view referent_id);
// The referent's id; empty for a facet that is not of one referent.
[[nodiscard]] std::string_view CuratedReferentOf(std::string_view facet);
// The facet that the referent would have if nobody had decided.
[[nodiscard]] std::string_view NaturalFacet(std::string_view facet);

}  // namespace sillok::query
