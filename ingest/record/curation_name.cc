#include "ingest/record/curation_name.h"

#include <algorithm>

#include "common/store/key_coding.h"
#include "common/text/hash.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kCurationsPrefix = "curations/";

using Names = google::protobuf::RepeatedPtrField<std::string>;

std::string SortAndJoin(Names& names) {
  std::sort(names.begin(), names.end());
  std::string joined;
  for (const std::string& name : names) AppendText(name, joined);
  return joined;
}

std::string TimeBytes(const google::protobuf::Timestamp& time) {
  std::string bytes;
  AppendUint64(static_cast<uint64_t>(time.seconds()), bytes);
  AppendUint32(static_cast<uint32_t>(time.nanos()), bytes);
  return bytes;
}

std::string HashDecision(v1::Curation& curation) {
  const std::string time = TimeBytes(curation.create_time());
  const auto hash = [&](std::string_view kind, std::string_view subject, std::string_view object) {
    return HashId({"curation", kind, subject, object, curation.author(), time});
  };
  switch (curation.decision_case()) {
    case v1::Curation::kMerge:
      return hash("merge", SortAndJoin(*curation.mutable_merge()->mutable_entities()), "");
    case v1::Curation::kSplit:
      return hash("split", curation.split().entity(),
                  SortAndJoin(*curation.mutable_split()->mutable_referents()));
    case v1::Curation::kNeverMerge:
      return hash("never_merge", SortAndJoin(*curation.mutable_never_merge()->mutable_entities()), "");
    case v1::Curation::kAlias:
      return hash("alias", curation.alias().entity(), curation.alias().alias());
    case v1::Curation::kUndo:
      return hash("undo", curation.undo().curation(), "");
    case v1::Curation::DECISION_NOT_SET:
      break;
  }
  return hash("", "", "");
}

}  // namespace

void NameCuration(v1::Curation& curation) {
  curation.set_name(std::string(kCurationsPrefix) + HashDecision(curation));
}

std::string CurationIdOf(std::string_view name) {
  return std::string(name.substr(std::min(name.size(), kCurationsPrefix.size())));
}

}  // namespace sillok::ingest
