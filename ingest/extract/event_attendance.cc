#include "ingest/extract/event_attendance.h"

#include <algorithm>
#include <string_view>

#include "ingest/extract/clause_words.h"
#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_participants.h"

namespace sillok::ingest {
namespace {

constexpr int kSentencesAfter = 2;
constexpr int kEventsBack = 8;  // of two sentences

bool IsCame(std::string_view lemma) { return IsClauseWord(ClauseUse::kAttend, lemma); }

bool IsGathering(const EventMention& event) {
  if (event.type == EventType::kGathering || event.type == EventType::kMeeting) return true;
  return IsClauseWord(ClauseUse::kHold, event.predicate);
}

// 이날 행사에는, 이 자리에: where they came to is what was told of before: 행사, 자리, or the same noun.
bool IsToldOfBefore(std::string_view text, const NounPhrase& phrase, std::string_view gathering) {
  if (phrase.role != Case::kTo && phrase.role != Case::kTopic && phrase.role != Case::kOther) return false;
  if (!phrase.mentions.empty()) return false;
  const std::string_view particle = TextSpan{phrase.span.end, phrase.end}.In(text);
  if (!particle.starts_with("에")) return false;
  const std::string_view noun = phrase.head.In(text);
  if (IsClauseWord(ClauseUse::kOccasion, noun)) return true;
  return FindEventNoun(noun) != EventType::kUnknown && gathering.find(noun) != std::string_view::npos;
}

}  // namespace

void AddAttendees(const NamedArticle& named, const ArticleClauses& clauses,
                  std::vector<EventMention>& events) {
  for (size_t e = 0; e < events.size(); ++e) {
    const EventMention& came = events[e];
    const int s = came.at.sentence;
    if (!IsCame(came.predicate)) continue;
    const std::string_view text = named.dated.parsed.sentences[s].text;
    for (size_t back = 1; back <= std::min<size_t>(e, kEventsBack); ++back) {
      EventMention& held = events[e - back];
      if (s - held.at.sentence > kSentencesAfter) break;
      if (held.at.sentence == s || !IsGathering(held) || IsCame(held.predicate)) continue;
      const std::string_view told = named.dated.parsed.sentences[held.at.sentence].text;
      const std::vector<NounPhrase>& phrases = clauses.sentences[s].phrases;
      const bool here = std::any_of(phrases.begin(), phrases.end(), [&](const NounPhrase& phrase) {
        return phrase.layer == kMatrix && came.at.span.begin <= phrase.span.begin &&
               phrase.span.end <= came.at.span.end && IsToldOfBefore(text, phrase, told);
      });
      if (!here) break;
      for (const Participant& one : came.participants) {
        AddParticipant(held.participants, one.referent, one.role == Role::kAgent ? Role::kPartner : one.role);
      }
      break;
    }
  }
}

}  // namespace sillok::ingest
