// Within stage 4: the words that say what binds two sides.
//
//   FindRelationVerb("인수하다")                 → acquisition, subject the actor, object 을
//   FindBoundNoun("전략적 업무협약").noun        → "업무협약"
//   FindCarriedRelation("업무협약", "체결하다")  → agreement, between the actor and 와
//   FindTie("100% 자회사")                       → subsidiary, before → after
//
// Rows of ingest/lexicon: relation_words. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/extract/extracted_article.h"

namespace sillok::ingest {

// Where a side of a relation stands; several may do.
enum Side : unsigned {
  kNowhere = 0,
  kActor = 1,     // 은/는/이/가
  kPatient = 2,   // 을/를
  kGoal = 4,      // 에/에게
  kWith = 8,      // 와/과
  kOrigin = 16,   // 로부터/에서
  kAgainst = 32,  // 를 상대로
  kBefore = 64,   // the name before a tie
  kAfter = 128,   // the name after it
  kInto = 256,    // 로/으로
};

// Whether a predicate tells of a state, an act, or the plan of one.
enum class Doing { kState, kAct, kPlan };

struct RelationWord {
  std::string_view word;   // the row's, without the verb of a phrase
  std::string_view label;  // the row's; mostly empty
  RelationKind kind = RelationKind::kUnknown;
  unsigned subject = 0;  // Sides
  unsigned object = 0;
  Doing doing = Doing::kState;

  // What the relation is called: 투자 for 투자하다.
  [[nodiscard]] std::string_view Label() const;
  // Agreements and partnerships have no direction.
  [[nodiscard]] bool mutual() const {
    return kind == RelationKind::kAgreement || kind == RelationKind::kPartnership;
  }
};

// `lemma` with 다.
[[nodiscard]] std::optional<RelationWord> FindRelationVerb(std::string_view lemma);

// A verb that gives the person on its subject's side a post: 선임하다, 취임하다.
[[nodiscard]] std::optional<RelationWord> FindAppointment(std::string_view lemma);

// The longest end of `words`, from the begin of a word on, that is a noun or the noun of a phrase; empty when none is.
[[nodiscard]] std::string_view FindBoundNoun(std::string_view words);

// What a noun that FindBoundNoun knows says with that verb.
[[nodiscard]] std::optional<RelationWord> FindCarriedRelation(std::string_view noun, std::string_view lemma);

// What a noun between two names says, by its end.
[[nodiscard]] std::optional<RelationWord> FindTie(std::string_view noun);

// False when no noun says anything with that verb.
[[nodiscard]] bool MayCarry(std::string_view lemma);

// 양사, 두 기관: two bodies named before.
[[nodiscard]] bool IsPairNoun(std::string_view words);

// 회사, 반도체기업: a common noun that says of a name that it is a body.
[[nodiscard]] bool IsBodyNoun(std::string_view noun);

// When a position is held, by a word beside it or the end of its title.
enum class Tenure { kNow, kPast, kThen, kPlanned };
[[nodiscard]] Tenure FindTenure(std::string_view word);
[[nodiscard]] Tenure TenureOfTitle(std::string_view title);

}  // namespace sillok::ingest
