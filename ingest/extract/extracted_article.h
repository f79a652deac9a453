// Stage 4: who, what, how much.
//
//   ExtractedArticle facts = Extract(std::move(dated));
//   facts.referents[0].canonical   → "샘 올트먼"
//   facts.events[0].participants   → {{referent 0, agent}, {referent 3, partner}}
//
// Everything points at a sentence and a span of its text. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/date/dated_article.h"
#include "ingest/tag/tag_model.h"

namespace sillok::ingest {

// The numbers are those of sillok.v1.EntityType.
enum class EntityType { kUnknown = 0, kPerson, kOrganization, kPlace, kNamedEvent, kWork, kProduct };
// The numbers are those of sillok.v1.EventType.
enum class EventType {
  kUnknown = 0,
  kVisit,
  kMeeting,
  kAnnouncement,
  kLaunch,
  kAgreement,
  kInvestment,
  kAppointment,
  kAward,
  kStatement,
  kResult,
  kAccident,
  kRuling,
  kPlan,
  kGathering,
  kOther
};
// The numbers are those of sillok.v1.EventStatus.
enum class EventStatus { kUnknown = 0, kReported, kPlanned, kDenied, kCancelled };
// The numbers are those of sillok.v1.ParticipantRole.
enum class Role { kUnknown = 0, kAgent, kObject, kPartner, kOther };

// The numbers are those of sillok.v1.RelationKind.
enum class RelationKind {
  kUnknown = 0,
  kPosition,
  kMembership,
  kAgreement,
  kPartnership,
  kInvestment,
  kSubsidiary,
  kAcquisition,
  kFounding,
  kSupply,
  kLawsuit
};

// Where a fact stands.
struct Place {
  int sentence = 0;
  TextSpan span;  // bytes of the sentence's text
};

// Why something is taken for a name, for whoever looks into a wrong reading; no part of the interface.
struct Reason {
  std::string_view rule = {};  // which finder, by which sign: "title behind", "tagger"
  int32_t margin = 0;          // the tagger's, where it was the one
};

// A name at its place, without particles.
struct Mention {
  Place at;
  EntityType type = EntityType::kUnknown;
  int referent = 0;  // index into referents
  Reason reason = {};
};

// What the tagger reads at a place.
struct TagMention {
  Place at;
  TagType type = TagType::kPerson;
};

// One in-article coreference cluster: everything in this article that is the same person or body.
struct Referent {
  EntityType type = EntityType::kUnknown;
  std::string canonical;           // the fullest form in this article, as written
  std::vector<std::string> forms;  // every distinct form, as written, in the order of appearance
  int ordinal = 0;                 // among referents of this article with an equal NormalizeName(canonical)
};

// A position somebody is said to hold.
struct Position {
  int person = 0;                  // referent
  std::string title;               // 장관, 창업벤처혁신실장
  std::string organization;        // as written; empty when not said
  int organization_referent = -1;  // -1 when none
  DateValue as_of;
  Place at;
  int confidence = 0;  // 0…100
};

struct Participant {
  int referent = 0;
  Role role = Role::kUnknown;
};

// What one clause says happened.
struct EventMention {
  Place at;                   // the clause
  int predicate_ordinal = 0;  // which predicate of its sentence, from 0: part of the event's id
  std::string predicate;      // lemma with 다: 만나다
  EventType type = EventType::kUnknown;
  EventStatus status = EventStatus::kReported;
  std::string summary;  // a clause that reads well alone
  DateValue date;
  std::string date_text;                  // the words; empty when carried from another sentence
  std::vector<Participant> participants;  // each referent once
  std::string place;                      // as written; empty when not said
  int confidence = 0;                     // 0…100
};

// Somebody's words.
struct QuoteMention {
  Place at;                  // the words
  int speaker = -1;          // referent; -1 when nobody is named
  std::string speaker_text;  // 그, 임 실장, 업계 관계자; empty when a name is carried
  std::string verb;          // lemma with 다; empty in a headline
  std::string addressee;
  bool direct = true;
  DateValue date;
  std::string date_text;
  std::vector<int> about;  // referents named within the words
  int confidence = 0;
};

// A number somebody or something has.
struct QuantityMention {
  Place at;                  // number and unit
  int subject = -1;          // referent; -1 when none
  std::string subject_text;  // the words when there is no referent; may be empty
  std::string measure;       // 직원
  double value = 0;
  std::optional<double> value_max;
  std::string unit;  // 명
  bool approximate = false;
  DateValue as_of;
  std::string as_of_text;
  int confidence = 0;
};

// What binds two sides.
struct RelationMention {
  Place at;  // the words that say it
  RelationKind kind = RelationKind::kUnknown;
  int subject = -1;         // referent
  int object = -1;          // referent; -1 when there are only words
  std::string object_text;  // the words when there is no referent
  std::string label;        // a position's title, else the word that says it: 업무협약
  EventStatus status = EventStatus::kReported;  // or planned
  DateValue valid;
  std::string valid_text;  // the words; empty when carried from elsewhere
  int confidence = 0;      // 0…100
};

struct ExtractedArticle {
  DatedArticle dated;
  std::vector<Referent> referents;
  std::vector<Mention> mentions;  // by place; outermost only, never overlapping
  std::vector<Position> positions;
  std::vector<TagMention> tags;  // by place; never overlapping
  std::vector<EventMention> events;
  std::vector<QuoteMention> quotes;
  std::vector<QuantityMention> quantities;
  std::vector<RelationMention> relations;  // by place; each once
};

// `model`: the tagger that finds names beside rows and rules.
[[nodiscard]] ExtractedArticle Extract(DatedArticle dated, const TagModel& model);

}  // namespace sillok::ingest
