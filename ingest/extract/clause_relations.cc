#include "ingest/extract/clause_relations.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/extract/named_pairs.h"
#include "ingest/extract/relation_saying.h"
#include "ingest/extract/relation_sides.h"

namespace sillok::ingest {
namespace {

constexpr int kSureByVerb = 85;
constexpr int kElsewherePenalty = 15;
constexpr int kInQuotePenalty = 10;

class ClauseRelationFinder {
 public:
  ClauseRelationFinder(const NamedArticle& named, const ArticleClauses& clauses, const PartyReader& parties,
                       RelationStatuses& statuses)
      : named_(named),
        clauses_(clauses),
        parties_(parties),
        pairs_(named, clauses, parties),
        sides_(named, clauses, parties, pairs_),
        statuses_(statuses) {}

  std::vector<RelationMention> Find() {
    for (int s = 0; s < static_cast<int>(clauses_.sentences.size()); ++s) {
      const SentenceClauses& in = clauses_.sentences[s];
      for (int c = 0; c < static_cast<int>(in.clauses.size()); ++c) {
        for (const int p : in.clauses[c].predicates) ReadPredicate(s, c, p);
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }
  [[nodiscard]] const SentenceClauses& In(const Saying& saying) const { return clauses_.sentences[saying.s]; }
  [[nodiscard]] const Clause& ClauseOf(const Saying& saying) const { return In(saying).clauses[saying.c]; }
  [[nodiscard]] const Predicate& Verb(const Saying& saying) const { return In(saying).predicates[saying.p]; }

  void ReadPredicate(int s, int c, int p) {
    const std::optional<Saying> saying = ReadSaying(Text(s), clauses_.sentences[s], s, c, p);
    if (!saying) return;
    const std::optional<RelationStatus> status = StatusOf(*saying);
    if (!status) return;
    Emit(*saying, *status, sides_.Read(*saying, status->event));
  }

  std::optional<RelationStatus> StatusOf(const Saying& saying) {
    const bool present = Verb(saying).link == Link::kAdnominal && !Verb(saying).past &&
                         (Verb(saying).prospective || Verb(saying).span.In(Text(saying.s)).ends_with("는"));
    if (!present || (saying.noun >= 0 && saying.noun == saying.head)) {
      return statuses_.Of(saying.s, saying.c, saying.p, saying.word.doing);
    }
    // 공급하는 계약을 맺었다: so far as the contract is.
    const int main = ClauseOf(saying).predicate;
    if (saying.head < 0) return std::nullopt;
    const std::string_view head = In(saying).phrases[saying.head].span.In(Text(saying.s));
    const std::string_view noun = FindBoundNoun(head);
    if (!noun.empty() && main >= 0) {
      const std::optional<RelationWord> frame =
          FindCarriedRelation(noun, In(saying).predicates[main].short_lemma);
      if (frame && frame->mutual()) return statuses_.Of(saying.s, saying.c, main, frame->doing);
    }
    std::optional<RelationStatus> status = statuses_.Of(saying.s, saying.c, saying.p, saying.word.doing);
    // 인수하는 방안: nobody has; only what a name is said to do is told.
    const bool told = head == "등" || !parties_.ReadHead(saying.s, In(saying).phrases[saying.head]).empty();
    return told ? status : std::nullopt;
  }

  void Emit(const Saying& saying, const RelationStatus& status, const Sides& sides) {
    if (saying.word.mutual() && sides.objects.empty()) {
      for (size_t a = 0; a < sides.subjects.size() && !sides.carried; ++a) {
        for (size_t b = a + 1; b < sides.subjects.size(); ++b) {
          Add(saying, status, sides.subjects[a], sides.subjects[b]);
        }
      }
      return;
    }
    for (const Party& subject : sides.subjects) {
      for (const Party& object : sides.objects) Add(saying, status, subject, object);
    }
  }

  // The referent that stands for `party` as a side; -1 when it cannot be one.
  [[nodiscard]] int SideFor(RelationKind kind, const Party& party, bool subject) const {
    const bool person = party.type == EntityType::kPerson;
    const bool place = party.type == EntityType::kPlace;
    switch (kind) {
      case RelationKind::kAgreement:  // a player signs for himself
        return party.body >= 0 ? party.body : party.referent;
      case RelationKind::kPartnership:
        return party.body;
      case RelationKind::kLawsuit:
        return party.referent;
      case RelationKind::kMembership:
        return subject == person && !place ? party.referent : -1;
      case RelationKind::kInvestment:
      case RelationKind::kAcquisition:
      case RelationKind::kFounding:
        if (subject) return party.referent;
        return person || place ? -1 : party.referent;
      default:
        return place ? -1 : party.body;
    }
  }

  void Add(const Saying& saying, const RelationStatus& status, const Party& subject, const Party& object) {
    RelationMention relation;
    relation.kind = saying.word.kind;
    relation.subject = SideFor(relation.kind, subject, true);
    relation.object = SideFor(relation.kind, object, false);
    // Where neither side leads, the first one named does.
    const bool named_first = object.span.size() > 0 && object.span.begin < subject.span.begin;
    if (saying.word.mutual() && named_first) std::swap(relation.subject, relation.object);
    if (relation.subject < 0 || relation.object < 0 || relation.subject == relation.object) return;
    TextSpan span = Verb(saying).span;
    if (saying.noun >= 0) span.begin = std::min(span.begin, In(saying).phrases[saying.noun].span.begin);
    for (const Party* party : {&subject, &object}) {
      if (party->span.size() == 0) continue;  // carried from elsewhere
      span = {std::min(span.begin, party->span.begin), std::max(span.end, party->span.end)};
    }
    if (saying.noun >= 0) span.end = std::max(span.end, In(saying).phrases[saying.noun].span.end);
    relation.at = {saying.s, span};
    relation.label = std::string(saying.word.Label());
    relation.status = status.status;
    relation.valid = status.valid;
    relation.valid_text = status.valid_text;
    relation.confidence = kSureByVerb - (subject.span.size() == 0 ? kElsewherePenalty : 0) -
                          (ClauseOf(saying).layer == kMatrix ? 0 : kInQuotePenalty);
    found_.push_back(std::move(relation));
  }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const PartyReader& parties_;
  const NamedPairs pairs_;
  const SideReader sides_;
  RelationStatuses& statuses_;
  std::vector<RelationMention> found_;
};

}  // namespace

std::vector<RelationMention> FindClauseRelations(const NamedArticle& named, const ArticleClauses& clauses,
                                                 const PartyReader& parties, RelationStatuses& statuses) {
  return ClauseRelationFinder(named, clauses, parties, statuses).Find();
}

}  // namespace sillok::ingest
