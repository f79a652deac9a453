#include "ingest/extract/appointments.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/relation_lexicon.h"

namespace sillok::ingest {
namespace {

constexpr int kSureByPost = 85;
// How far before its verb a side may stand, in phrases.
constexpr int kFarthestSideOfPost = 12;

// The post that a phrase names.
struct Post {
  std::string_view title;
  int body = -1;               // referent
  std::string_view body_text;  // words of a body that no name was found for: 해양안전부
  int phrase = -1;
  TextSpan span;
};

bool EndsAsBody(std::string_view word) {
  return Names().IsOrganization(word, SuffixUse::kProper) || Names().IsOrganization(word, SuffixUse::kTitled);
}

class AppointmentFinder {
 public:
  AppointmentFinder(const NamedArticle& named, const ArticleClauses& clauses, const PartyReader& parties,
                    RelationStatuses& statuses)
      : named_(named), clauses_(clauses), parties_(parties), statuses_(statuses) {}

  std::vector<RelationMention> Find() {
    for (int s = 0; s < static_cast<int>(clauses_.sentences.size()); ++s) {
      const SentenceClauses& in = clauses_.sentences[s];
      if (in.mention_begin == in.mention_end) continue;
      for (int c = 0; c < static_cast<int>(in.clauses.size()); ++c) {
        for (const int p : in.clauses[c].predicates) Read(s, c, p);
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  void Read(int s, int c, int p) {
    const SentenceClauses& in = clauses_.sentences[s];
    const std::optional<RelationWord> word = FindAppointment(in.predicates[p].short_lemma);
    if (!word) return;
    Post post = FindPost(s, c, p);
    if (post.title.empty()) return;
    const bool given = (word->subject & kPatient) != 0;  // somebody else appoints
    const std::vector<Party> persons = Side(s, c, p, given, post.phrase);
    if (persons.size() != 1 || persons[0].type != EntityType::kPerson) return;
    if (post.body < 0 && post.body_text.empty() && given) {
      const std::vector<Party> actors = Side(s, c, p, false, post.phrase);
      if (actors.size() == 1 && actors[0].type == EntityType::kOrganization) post.body = actors[0].referent;
    }
    if (post.body < 0 && post.body_text.empty()) return;
    const std::optional<RelationStatus> status = statuses_.Of(s, c, p, word->doing);
    if (!status) return;
    RelationMention relation;
    relation.at = {s, {std::min(persons[0].span.begin, post.span.begin), in.predicates[p].span.end}};
    relation.kind = word->kind;
    relation.subject = persons[0].referent;
    relation.object = post.body;
    relation.object_text = std::string(post.body_text);
    relation.label = std::string(post.title);
    relation.status = status->status;
    relation.valid = status->valid;
    relation.valid_text = status->valid_text;
    relation.confidence = kSureByPost;
    found_.push_back(std::move(relation));
  }

  // 한빛연구원 제18대 원장에, 누리사의 신임 대표로.
  [[nodiscard]] Post FindPost(int s, int c, int p) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    auto at = PhraseAfter(in, clause, in.predicates[p].span.begin);
    for (int left = kFarthestSideOfPost; left > 0 && at != clause.phrases.begin(); --left) {
      const NounPhrase& phrase = in.phrases[*--at];
      if (phrase.role != Case::kTo || !Names().IsTitle(phrase.head.In(Text(s)))) continue;
      Post post;
      post.phrase = *at;
      post.span = phrase.span;
      TextSpan title = phrase.span;
      for (const int m : phrase.mentions) {
        const Mention& mention = named_.mentions[m];
        const bool body = mention.type == EntityType::kOrganization || mention.type == EntityType::kPlace;
        if (!body || mention.at.span.end > phrase.head.begin) return {};
        post.body = mention.referent;
        title.begin = mention.at.span.end;
      }
      post.title = TitleIn(title.In(Text(s)));
      const size_t space = post.title.find(' ');
      if (post.body < 0 && space != std::string_view::npos && EndsAsBody(post.title.substr(0, space))) {
        post.body_text = post.title.substr(0, space);  // 가온전자 대표에
        post.title.remove_prefix(space + 1);
        return post;
      }
      if (post.body < 0 && !ReadUnknownBody(s, clause, at, post)) return {};
      if (post.body < 0 && post.body_text.empty() && at != clause.phrases.begin()) {
        const NounPhrase& owner = in.phrases[*std::prev(at)];
        const bool owns = owner.role == Case::kGenitive && phrase.span.begin - owner.end <= 1;
        const std::vector<Party> owners = owns ? parties_.Read(s, owner) : std::vector<Party>();
        if (owners.size() == 1) post.body = owners[0].body;
      }
      return post;
    }
    return {};
  }

  // 해양안전부 장관에: the word before the title, which is no name. False when it is nothing that has posts.
  bool ReadUnknownBody(int s, const Clause& clause, Indices::const_iterator at, Post& post) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const std::string_view before = std::string_view(Text(s)).substr(0, post.span.begin);
    if (!before.ends_with(' ')) return before.empty();
    const int end = post.span.begin - 1;
    const bool phrase_before = at != clause.phrases.begin();
    const NounPhrase* last = phrase_before ? &in.phrases[*std::prev(at)] : nullptr;
    const bool other_side = last != nullptr && last->end == end && last->role != Case::kNone;
    if (other_side || clause.span.begin > end) return true;
    const size_t begin = before.rfind(' ', end - 1) + 1;
    const std::string_view word = before.substr(begin, end - begin);
    if (Names().Modifier(word) || word == "새") return true;
    if (!EndsAsBody(word)) return false;
    post.body_text = word;
    return true;
  }

  // Without what stands between body and title: (KDI) 제18대, 신임.
  static std::string_view TitleIn(std::string_view words) {
    while (!words.empty()) {
      if (words.starts_with(' ')) {
        words.remove_prefix(1);
        continue;
      }
      const std::string_view word = words.substr(0, words.find(' '));
      const bool counts = word.find_first_of("0123456789(") != std::string_view::npos;
      if (word.size() == words.size() || (!counts && !Names().Modifier(word) && word != "새")) break;
      words.remove_prefix(word.size());
    }
    return words;
  }

  // Who stands before the verb: as its object where `given`, else as its topic or subject.
  [[nodiscard]] std::vector<Party> Side(int s, int c, int p, bool given, int post) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    auto at = PhraseAfter(in, clause, in.predicates[p].span.begin);
    for (int left = kFarthestSideOfPost; left > 0 && at != clause.phrases.begin(); --left) {
      const NounPhrase& phrase = in.phrases[*--at];
      if (*at == post) continue;
      const bool actor = phrase.role == Case::kTopic || phrase.role == Case::kSubject;
      if (given ? phrase.role == Case::kObject : actor) return parties_.ReadList(s, clause, *at);
    }
    return {};
  }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const PartyReader& parties_;
  RelationStatuses& statuses_;
  std::vector<RelationMention> found_;
};

}  // namespace

std::vector<RelationMention> FindAppointments(const NamedArticle& named, const ArticleClauses& clauses,
                                              const PartyReader& parties, RelationStatuses& statuses) {
  return AppointmentFinder(named, clauses, parties, statuses).Find();
}

}  // namespace sillok::ingest
