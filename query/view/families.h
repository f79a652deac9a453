// The families of the view's store. KEYSPACE.md tells what each is for.
//
//   InfoOf(Family::kTimeline).name  → "timeline"
//   for (const FamilyInfo& info : Families()) …
//
// Pure; safe from any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace google::protobuf {
class Message;
}

namespace sillok::query {

// In the order in which the dump prints them.
enum class Family : int {
  kArticles,
  kCurrent,
  kArticlesByDate,
  kReferents,
  kNames,
  kNameInitials,
  kNameTitles,
  kNameLinks,
  kNameSounds,
  kNameEnds,
  kNameGroups,
  kCurations,
  kUndoneCurations,
  kDecisions,
  kCuratedReferents,
  kNameTotals,
  kEntityDays,
  kPositionDays,
  kEvents,
  kEventMentions,
  kEventIds,
  kEventBlocks,
  kTimeline,
  kQuotes,
  kQuantities,
  kRelations,
  kArticleNames,
  kArticleCounts,
  kSketchBands,
  kCounters,
  kOrigins,
  kMeta,
};

// Ends the parts of a grammar by which a family is scanned.
inline constexpr char kScannedBefore = '|';

// What a family is called and how its rows are written.
struct FamilyInfo {
  Family family;
  std::string name;
  // The parts of a key, a letter each: t text, y entity type, d day, D day newest first, n number, k kind, and at
  // the end * any number of texts. Before a | are those by which commits scan the family: it has a filter for them.
  std::string grammar;
  // The message a value is; null when values are text or empty.
  const google::protobuf::Message* value;
  // Commits of new articles only write it.
  bool is_unread_by_growth = false;
  // Nobody looks for one of its rows by the whole key.
  bool is_only_walked = false;
};

// The schema's name; another one is refused.
inline constexpr char kViewSchema[] = "sillok-view-1";

// Every family, in the order of the enum.
[[nodiscard]] const std::vector<FamilyInfo>& Families();
[[nodiscard]] const FamilyInfo& InfoOf(Family family);
[[nodiscard]] std::vector<std::string> FamilyNames();
// By name, what StoreOptions::scanned_by wants: the parts before the | of a grammar, texts and bytes.
[[nodiscard]] std::map<std::string, std::string> ScannedBy();
// The names of those that new articles do not read, and of those that are only walked.
[[nodiscard]] std::set<std::string> UnreadByGrowth();
[[nodiscard]] std::set<std::string> OnlyWalked();

}  // namespace sillok::query
