#include "query/answer/status.h"

#include <string>
#include <utility>

#include "common/status/status_macros.h"
#include "query/link/name_key.h"

namespace sillok::query {
namespace {

void SetTime(absl::Time time, google::protobuf::Timestamp& out) {
  const int64_t nanos = absl::ToUnixNanos(time);
  out.set_seconds(nanos / 1'000'000'000);
  out.set_nanos(static_cast<int32_t>(nanos % 1'000'000'000));
}

void FillSource(const SourceProgress& source, absl::Time now, v1::GetStatusResponse::Source& out) {
  out.set_address(source.address);
  out.set_origin(source.origin);
  out.set_applied(source.applied);
  out.set_head(source.head);
  out.set_connected(source.connected);
  if (source.last_contact != absl::InfinitePast()) SetTime(source.last_contact, *out.mutable_last_contact());
  out.set_lag_millis(LagMillis(source, now));
}

// Most articles first, then by fingerprint.
std::vector<std::string> ByArticles(const std::map<std::string, int64_t>& extractors) {
  std::vector<std::pair<int64_t, std::string>> counted;
  counted.reserve(extractors.size());
  for (const auto& [extractor, articles] : extractors) counted.emplace_back(-articles, extractor);
  std::sort(counted.begin(), counted.end());
  std::vector<std::string> names;
  names.reserve(counted.size());
  for (auto& [articles, extractor] : counted) names.push_back(std::move(extractor));
  return names;
}

}  // namespace

absl::Status GetStatus(const ViewReader& reader, const std::vector<SourceProgress>& sources, absl::Time now,
                       v1::GetStatusResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const ViewCounts counts, reader.ReadCounts());
  response.set_articles(counts.articles);
  response.set_entities(counts.entities);
  response.set_events(counts.events);
  response.set_quotes(counts.quotes);
  response.set_quantities(counts.quantities);
  response.set_relations(counts.relations);
  for (std::string& extractor : ByArticles(counts.extractors)) response.add_extractors(std::move(extractor));
  response.set_linker(LinkerVersion());
  for (const SourceProgress& source : sources) FillSource(source, now, *response.add_sources());
  return absl::OkStatus();
}

}  // namespace sillok::query
