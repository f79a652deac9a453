#include "tests/unit/view/article_builder.h"

#include "common/text/hash.h"
#include "common/text/normalize.h"
#include "query/view/rows.h"

namespace sillok::query {
namespace {

v1::DateSpan DateOf(const std::string& first, const std::string& last) {
  v1::DateSpan date;
  if (first.empty()) {
    date.set_pattern("XXXX-02");
    return date;
  }
  date.set_first_day(first);
  date.set_last_day(last.empty() ? first : last);
  date.set_grain(v1::GRAIN_DAY);
  return date;
}

}  // namespace

ArticleBuilder::ArticleBuilder(const std::string& article_id) : id_(article_id) {
  article_.set_name("articles/" + article_id);
  article_.set_extractor("extractor-1");
}

ArticleBuilder& ArticleBuilder::Published(const std::string& day) {
  article_.set_publish_date(day);
  return *this;
}

ArticleBuilder& ArticleBuilder::Title(const std::string& title) {
  article_.set_title(title);
  return *this;
}

ArticleBuilder& ArticleBuilder::Body(const std::string& paragraph) {
  article_.add_body(paragraph);
  return *this;
}

int ArticleBuilder::AddSentence(const std::string& text) {
  v1::Sentence& sentence = *article_.add_sentences();
  sentence.set_part(v1::ARTICLE_PART_BODY);
  sentence.set_text(text);
  return article_.sentences_size() - 1;
}

v1::Evidence ArticleBuilder::EvidenceAt(int sentence, int confidence) const {
  v1::Evidence evidence;
  evidence.set_article(article_.name());
  evidence.set_sentence(sentence);
  evidence.set_text(article_.sentences(sentence).text());
  evidence.mutable_span()->set_end(static_cast<int>(evidence.text().size()));
  evidence.set_confidence(confidence);
  return evidence;
}

std::string ArticleBuilder::Name(v1::EntityType type, const std::string& canonical,
                                 const std::vector<std::string>& texts) {
  std::string referent = "entities/" + HashId({"referent", id_, NormalizeName(canonical), "0"});
  for (const std::string& text : texts) {
    v1::Mention& mention = *article_.add_mentions();
    mention.set_sentence(AddSentence(text));
    mention.set_text(text);
    mention.set_type(type);
    mention.mutable_span()->set_end(static_cast<int>(text.size()));
    mention.set_referent(referent);
    mention.set_canonical(canonical);
  }
  return referent;
}

std::string ArticleBuilder::Event(const TestEvent& told) {
  std::string id = HashId({"event", id_, NormalizeText(told.sentence), "0"});
  v1::Event& event = *article_.add_events();
  event.set_name("events/" + id);
  event.set_summary(told.sentence);
  *event.mutable_date() = DateOf(told.day, told.last_day);
  event.set_type(told.type);
  event.set_status(told.status);
  event.set_predicate(told.predicate);
  event.set_place(told.place);
  for (const std::string& name : told.participants) {
    v1::Participant& participant = *event.add_participants();
    participant.set_entity(name);
    participant.set_role(v1::PARTICIPANT_ROLE_AGENT);
  }
  *event.add_evidence() = EvidenceAt(AddSentence(told.sentence), told.confidence);
  return id;
}

void ArticleBuilder::Quote(const std::string& words, const std::string& speaker, const std::string& day,
                           const std::string& about) {
  v1::Quote& quote = *article_.add_quotes();
  quote.set_text(words);
  quote.mutable_speaker()->set_entity(speaker);
  quote.set_verb("말하다");
  quote.set_direct(true);
  *quote.mutable_date() = DateOf(day, "");
  const int sentence = AddSentence(words);
  *quote.mutable_evidence() = EvidenceAt(sentence, 50);
  if (about.empty()) return;
  v1::Mention& mention = *article_.add_mentions();
  for (const v1::Mention& known : article_.mentions()) {
    if (known.referent() != about) continue;
    mention = known;
    break;
  }
  mention.set_sentence(sentence);
  mention.mutable_span()->set_begin(0);
  mention.mutable_span()->set_end(1);
}

void ArticleBuilder::Quantity(const std::string& subject, const std::string& measure, double value,
                              const std::string& day) {
  v1::Quantity& quantity = *article_.add_quantities();
  quantity.set_subject(subject);
  quantity.set_measure(measure);
  quantity.set_value(value);
  quantity.set_unit("명");
  *quantity.mutable_as_of() = DateOf(day, "");
  *quantity.mutable_evidence() = EvidenceAt(AddSentence(measure), 50);
}

void ArticleBuilder::Position(const std::string& person, const std::string& title,
                              const std::string& organization, const std::string& organization_entity,
                              const std::string& day) {
  v1::Position& position = *article_.add_positions();
  position.set_person(person);
  position.set_title(title);
  position.set_organization(organization);
  position.set_organization_entity(organization_entity);
  *position.mutable_as_of() = DateOf(day, "");
  *position.mutable_evidence() = EvidenceAt(AddSentence(title), 50);
}

void ArticleBuilder::Relation(const std::string& subject, const std::string& object, const std::string& label,
                              const std::string& day, v1::RelationKind kind, v1::EventStatus status) {
  v1::Relation& relation = *article_.add_relations();
  relation.set_kind(kind);
  relation.set_subject(subject);
  relation.set_object(object);
  relation.set_object_text(label);
  relation.set_label(label);
  relation.set_status(status);
  *relation.mutable_valid() = DateOf(day, "");
  *relation.mutable_evidence() = EvidenceAt(AddSentence(label), 50);
}

v1::Commit CommitOf(int64_t id, const v1::Article& article, int64_t seconds) {
  v1::Commit commit;
  commit.set_id(id);
  commit.set_article_id(article.name().substr(std::string("articles/").size()));
  commit.mutable_revision_time()->set_seconds(seconds);
  commit.set_content_hash(Sha256({SerializeRow(article)}));
  *commit.mutable_article() = article;
  return commit;
}

v1::Commit DeletionOf(int64_t id, const std::string& article_id, int64_t seconds) {
  v1::Commit commit;
  commit.set_id(id);
  commit.set_article_id(article_id);
  commit.mutable_revision_time()->set_seconds(seconds);
  commit.mutable_deletion();
  return commit;
}

}  // namespace sillok::query
