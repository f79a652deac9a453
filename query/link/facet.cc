#include "query/link/facet.h"

#include <algorithm>

#include "query/link/career.h"

namespace sillok::query {
namespace {

constexpr char kLocal = '=';
constexpr char kCurated = '#';

// 24 lowercase hex digits.
bool IsReferentId(std::string_view text) {
  constexpr size_t kDigits = 24;
  return text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char digit) {
           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
         });
}

}  // namespace

std::string PositionFacet(std::string_view title, std::string_view organization) {
  std::string facet(FieldOfTitle(title));
  if (!facet.empty() || !organization.empty()) facet += '/';
  return facet.append(organization);
}

std::string_view FieldOf(std::string_view facet) {
  const std::string_view natural = NaturalFacet(facet);
  return IsLocalFacet(natural) ? std::string_view() : natural.substr(0, natural.find('/'));
}

std::string_view OrganizationOf(std::string_view facet) {
  const std::string_view natural = NaturalFacet(facet);
  const size_t slash = natural.find('/');
  return IsLocalFacet(natural) || slash == std::string_view::npos ? std::string_view()
                                                                  : natural.substr(slash + 1);
}

std::string LocalFacet(std::string_view referent_id) { return std::string(1, kLocal).append(referent_id); }

bool IsLocalFacet(std::string_view facet) { return facet.starts_with(kLocal); }

std::string CuratedFacet(std::string_view facet, std::string_view referent_id) {
  return std::string(facet).append(1, kCurated).append(referent_id);
}

// From the end: an organisation's name may hold the mark.
std::string_view CuratedReferentOf(std::string_view facet) {
  const size_t mark = facet.rfind(kCurated);
  const std::string_view id = mark == std::string_view::npos ? std::string_view() : facet.substr(mark + 1);
  return IsReferentId(id) ? id : std::string_view();
}

std::string_view NaturalFacet(std::string_view facet) {
  const std::string_view id = CuratedReferentOf(facet);
  return id.empty() ? facet : facet.substr(0, facet.size() - id.size() - 1);
}

}  // namespace sillok::query
