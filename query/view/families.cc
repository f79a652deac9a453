#include "query/view/families.h"

#include "sillok/storage/v1/view.pb.h"
#include "sillok/v1/article.pb.h"
#include "sillok/v1/curation.pb.h"
#include "sillok/v1/fact.pb.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {
namespace {

template <typename Value>
const google::protobuf::Message* Of() {
  return &Value::default_instance();
}

constexpr bool kRead = false;
constexpr bool kUnread = true;
constexpr bool kWalked = true;

std::vector<FamilyInfo> MakeFamilies() {
  return {
      {Family::kArticles, "articles", "t|t", Of<storage::v1::StoredRevision>()},
      {Family::kCurrent, "current", "t", Of<storage::v1::PackedArticle>(), kUnread},
      {Family::kArticlesByDate, "articles_by_date", "Dt", Of<v1::Article>(), kUnread, kWalked},
      {Family::kReferents, "referents", "t", Of<storage::v1::Referent>(), kUnread},
      {Family::kNames, "names", "tytt", Of<storage::v1::Tally>()},
      {Family::kNameInitials, "name_initials", "ttytt", nullptr, kUnread, kWalked},
      {Family::kNameTitles, "name_titles", "ttytt", Of<storage::v1::Tally>()},
      {Family::kNameLinks, "name_links", "ytt|kytt", Of<storage::v1::Tally>()},
      {Family::kNameSounds, "name_sounds", "tk|ytt", Of<storage::v1::Tally>()},
      {Family::kNameEnds, "name_ends", "ytt|t", Of<storage::v1::Tally>()},
      {Family::kNameGroups, "name_groups", "yt|t", Of<storage::v1::NameGroup>()},
      {Family::kCurations, "curations", "tt", Of<v1::Curation>()},
      {Family::kUndoneCurations, "undone_curations", "tt", Of<v1::Curation>()},
      {Family::kDecisions, "decisions", "t", Of<v1::Curation>()},
      {Family::kCuratedReferents, "curated_referents", "t", Of<storage::v1::CuratedReferent>()},
      {Family::kNameTotals, "name_totals", "yt|t", Of<storage::v1::NameTotals>()},
      {Family::kEntityDays, "entity_days", "ytt|dtt", nullptr, kUnread, kWalked},
      {Family::kPositionDays, "position_days", "ytttttk|dtn", nullptr, kUnread, kWalked},
      {Family::kEvents, "events", "t", Of<v1::Event>(), kUnread},
      {Family::kEventMentions, "event_mentions", "t|dtnt", Of<storage::v1::StoredEventMention>(), kRead,
       kWalked},
      {Family::kEventIds, "event_ids", "t", nullptr},
      {Family::kEventBlocks, "event_blocks", "ttt|t", Of<storage::v1::EventTraits>(), kRead, kWalked},
      {Family::kTimeline, "timeline", "yttddt", Of<storage::v1::TimelineRow>(), kUnread, kWalked},
      {Family::kQuotes, "quotes", "yttkddtn", Of<v1::Quote>(), kUnread, kWalked},
      {Family::kQuantities, "quantities", "ytttddtn", Of<v1::Quantity>(), kUnread, kWalked},
      {Family::kRelations, "relations", "yttkkttddkdtn", Of<v1::Relation>(), kUnread, kWalked},
      {Family::kArticleNames, "article_names", "t", Of<storage::v1::ArticleNames>(), kUnread},
      {Family::kArticleCounts, "article_counts", "kd", Of<storage::v1::Tally>()},
      {Family::kSketchBands, "sketch_bands", "knnt", nullptr, kUnread, kWalked},
      {Family::kCounters, "counters", "t*", Of<storage::v1::Tally>()},
      {Family::kOrigins, "origins", "t", Of<storage::v1::Position>()},
      {Family::kMeta, "meta", "t", nullptr},
  };
}

std::set<std::string> NamesOfThose(bool FamilyInfo::*are) {
  std::set<std::string> names;
  for (const FamilyInfo& info : Families()) {
    if (info.*are) names.insert(info.name);
  }
  return names;
}

}  // namespace

const std::vector<FamilyInfo>& Families() {
  static const auto& families = *new std::vector<FamilyInfo>(MakeFamilies());
  return families;
}

const FamilyInfo& InfoOf(Family family) { return Families()[static_cast<size_t>(family)]; }

std::vector<std::string> FamilyNames() {
  std::vector<std::string> names;
  for (const FamilyInfo& info : Families()) names.push_back(info.name);
  return names;
}

std::map<std::string, std::string> ScannedBy() {
  std::map<std::string, std::string> scanned_by;
  for (const FamilyInfo& info : Families()) {
    const size_t end = info.grammar.find(kScannedBefore);
    if (end == std::string::npos) continue;
    std::string& parts = scanned_by[info.name];
    for (const char letter : info.grammar.substr(0, end)) parts.push_back(letter == 't' ? 't' : 'b');
  }
  return scanned_by;
}

std::set<std::string> UnreadByGrowth() { return NamesOfThose(&FamilyInfo::is_unread_by_growth); }

std::set<std::string> OnlyWalked() { return NamesOfThose(&FamilyInfo::is_only_walked); }

}  // namespace sillok::query
