#include "ingest/extract/event_lexicon.h"

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {
namespace {

EventType TypeOf(std::string_view name) {
  static const auto* types = new ViewMap<EventType>{{"visit", EventType::kVisit},
                                                    {"meeting", EventType::kMeeting},
                                                    {"announcement", EventType::kAnnouncement},
                                                    {"launch", EventType::kLaunch},
                                                    {"agreement", EventType::kAgreement},
                                                    {"investment", EventType::kInvestment},
                                                    {"appointment", EventType::kAppointment},
                                                    {"award", EventType::kAward},
                                                    {"statement", EventType::kStatement},
                                                    {"result", EventType::kResult},
                                                    {"accident", EventType::kAccident},
                                                    {"ruling", EventType::kRuling},
                                                    {"plan", EventType::kPlan},
                                                    {"gathering", EventType::kGathering}};
  const auto type = types->find(name);
  return type == types->end() ? EventType::kOther : type->second;
}

EventStatus StatusOf(std::string_view name) {
  if (name == "denied") return EventStatus::kDenied;
  if (name == "cancelled") return EventStatus::kCancelled;
  return EventStatus::kUnknown;
}

}  // namespace

std::optional<EventPredicate> FindEventPredicate(std::string_view lemma) {
  static const auto* rows = [] {
    auto* map = new ViewMap<EventPredicate>;
    const LexiconTable table = FindLexicon("event_predicates");
    for (const LexiconRow& row : table.rows()) {
      (*map)[row[0]] = {.type = TypeOf(row[1]),
                        .status = StatusOf(row[2]),
                        .needs_date = row[3] == "1",
                        .over_time = row[4] == "1"};
    }
    return map;
  }();
  const auto row = rows->find(lemma);
  return row == rows->end() ? std::nullopt : std::optional(row->second);
}

EventType FindEventNoun(std::string_view noun) {
  static const auto* rows = [] {
    auto* trie = new SuffixTrie;
    const LexiconTable table = FindLexicon("event_nouns");
    for (const LexiconRow& row : table.rows()) trie->Add(row[0], static_cast<int>(TypeOf(row[1])));
    return trie;
  }();
  EventType longest = EventType::kUnknown;
  rows->Match(noun, [&](int, int type) { longest = static_cast<EventType>(type); });
  return longest;
}

}  // namespace sillok::ingest
