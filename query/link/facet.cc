#include "query/link/facet.h"

#include "query/link/career.h"

namespace sillok::query {
namespace {

constexpr char kLocal = '=';

}  // namespace

std::string PositionFacet(std::string_view title, std::string_view organization) {
  std::string facet(FieldOfTitle(title));
  if (!facet.empty() || !organization.empty()) facet += '/';
  return facet.append(organization);
}

std::string_view FieldOf(std::string_view facet) {
  return IsLocalFacet(facet) ? std::string_view() : facet.substr(0, facet.find('/'));
}

std::string_view OrganizationOf(std::string_view facet) {
  const size_t slash = facet.find('/');
  return IsLocalFacet(facet) || slash == std::string_view::npos ? std::string_view()
                                                                : facet.substr(slash + 1);
}

std::string LocalFacet(std::string_view article_id) { return std::string(1, kLocal).append(article_id); }

bool IsLocalFacet(std::string_view facet) { return facet.starts_with(kLocal); }

}  // namespace sillok::query
