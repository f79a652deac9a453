#include "ingest/wire/article_message.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "common/time/civil_interval.h"
#include "ingest/wire/atom_id.h"
#include "ingest/wire/date_message.h"
#include "ingest/wire/proving_sentences.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kArticles = "articles/";
constexpr std::string_view kEntities = "entities/";
constexpr std::string_view kEvents = "events/";

std::string Named(std::string_view collection, std::string_view id) {
  return std::string(collection) + std::string(id);
}

void WriteSpan(const TextSpan& span, v1::Span& message) {
  message.set_begin(span.begin);
  message.set_end(span.end);
}

// Writes one article; every member is filled from the same ExtractedArticle.
class Writer {
 public:
  Writer(const ExtractedArticle& from, std::string_view extractor)
      : from_(from),
        clean_(from.dated.parsed.clean),
        sentences_(from.dated.parsed.sentences),
        proving_(from) {
    article_.set_name(Named(kArticles, clean_.article_id));
    article_.set_extractor(std::string(extractor));
    for (const Referent& referent : from_.referents) {
      referent_ids_.push_back(Named(kEntities, ReferentId(clean_.article_id, referent)));
    }
  }

  v1::Article Write() {
    WritePage();
    WriteSentences();
    WriteMentions();
    WriteTags();
    WriteDates();
    WriteEvents();
    WriteQuotes();
    WriteQuantities();
    WritePositions();
    WriteRelations();
    WriteWarnings();
    return std::move(article_);
  }

 private:
  void WritePage() {
    article_.set_url(clean_.url);
    article_.set_outlet(clean_.outlet);
    article_.set_title(clean_.title);
    for (const Reporter& reporter : clean_.byline) {
      v1::Reporter& message = *article_.add_byline();
      message.set_name(reporter.name);
      message.set_email(reporter.email);
    }
    if (clean_.published) {
      article_.set_publish_date(FormatDay(clean_.published->day));
      if (clean_.published->time) SetTime(*clean_.published->time, *article_.mutable_publish_time());
    }
    if (clean_.updated && clean_.updated->time) {
      SetTime(*clean_.updated->time, *article_.mutable_update_time());
    }
    WriteDateSpan(from_.dated.written, "", *article_.mutable_written());
    for (const std::string& subtitle : clean_.subtitles) article_.add_subtitles(subtitle);
    for (const std::string& paragraph : clean_.body) article_.add_body(paragraph);
    for (const std::string& caption : clean_.captions) article_.add_captions(caption);
    WriteSources();
    for (const auto& [key, value] : clean_.labels) (*article_.mutable_labels())[key] = value;
  }

  void WriteSources() {
    const CleanArticle::Sources& sources = clean_.sources;
    v1::PageSpans& spans = *article_.mutable_page_spans();
    if (sources.title != PageSpan()) WriteSource(sources.title, *spans.mutable_title());
    for (const PageSpan& span : sources.subtitles) WriteSource(span, *spans.add_subtitles());
    for (const PageSpan& span : sources.body) WriteSource(span, *spans.add_body());
    for (const PageSpan& span : sources.captions) WriteSource(span, *spans.add_captions());
  }

  static void WriteSource(const PageSpan& span, v1::Span& message) {
    message.set_begin(static_cast<int32_t>(span.begin));
    message.set_end(static_cast<int32_t>(span.end));
  }

  static void SetTime(absl::Time time, google::protobuf::Timestamp& message) {
    const int64_t seconds = absl::ToUnixSeconds(time);
    message.set_seconds(seconds);
    message.set_nanos(static_cast<int32_t>(absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
  }

  void WriteSentences() {
    for (const Sentence& sentence : sentences_) {
      v1::Sentence& message = *article_.add_sentences();
      message.set_part(static_cast<v1::ArticlePart>(sentence.part));
      message.set_paragraph(sentence.paragraph);
      WriteSpan(sentence.in_paragraph, *message.mutable_span());
      message.set_text(sentence.text);
    }
  }

  void WriteMentions() {
    for (const Mention& mention : from_.mentions) {
      if (article_.mentions_size() >= kMostMentions) {
        truncated_ = true;
        return;
      }
      v1::Mention& message = *article_.add_mentions();
      const std::string_view text = Text(mention.at);
      message.set_text(text.data(), text.size());
      message.set_type(static_cast<v1::EntityType>(mention.type));
      message.set_sentence(mention.at.sentence);
      WriteSpan(mention.at.span, *message.mutable_span());
      message.set_referent(Entity(mention.referent));
      message.set_canonical(DisplayName(mention.referent));
    }
  }

  void WriteTags() {
    for (const TagMention& tag : from_.tags) {
      if (article_.tags_size() >= kMostMentions) {
        truncated_ = true;
        return;
      }
      v1::Tag& message = *article_.add_tags();
      message.set_type(static_cast<v1::TagType>(static_cast<int>(tag.type) + 1));
      message.set_sentence(tag.at.sentence);
      WriteSpan(tag.at.span, *message.mutable_span());
    }
  }

  void WriteDates() {
    for (const DateMention& date : from_.dated.dates) {
      if (article_.dates_size() >= kMostMentions) {
        truncated_ = true;
        return;
      }
      v1::DateMention& message = *article_.add_dates();
      message.set_sentence(date.sentence);
      WriteSpan(date.span, *message.mutable_span());
      WriteDateSpan(date.value, date.span.In(sentences_[date.sentence].text), *message.mutable_date());
    }
  }

  void WriteEvents() {
    std::set<std::string> seen;
    for (const EventMention* event : ByPlace(from_.events)) {
      if (!proving_.Admit(event->at)) continue;
      const std::string name = Named(
          kEvents,
          EventId(clean_.article_id, proving_.normalized(event->at.sentence), event->predicate_ordinal));
      if (!seen.insert(name).second) continue;
      v1::Event& message = *article_.add_events();
      message.set_name(name);
      message.set_summary(event->summary);
      WriteDateSpan(event->date, event->date_text, *message.mutable_date());
      message.set_type(static_cast<v1::EventType>(event->type));
      message.set_status(static_cast<v1::EventStatus>(event->status));
      for (const Participant& participant : event->participants) WriteParticipant(participant, message);
      message.set_place(event->place);
      WriteEvidence(event->at, event->confidence, *message.add_evidence());
      message.set_evidence_count(1);
      message.set_independent_sources(1);
      message.set_predicate(event->predicate);
    }
  }

  void WriteParticipant(const Participant& participant, v1::Event& event) {
    v1::Participant& message = *event.add_participants();
    message.set_entity(Entity(participant.referent));
    message.set_display_name(DisplayName(participant.referent));
    message.set_role(static_cast<v1::ParticipantRole>(participant.role));
    message.set_type(static_cast<v1::EntityType>(from_.referents[participant.referent].type));
  }

  void WriteQuotes() {
    for (const QuoteMention* quote : ByPlace(from_.quotes)) {
      if (!proving_.Admit(quote->at)) continue;
      v1::Quote& message = *article_.add_quotes();
      const std::string_view text = Text(quote->at);
      message.set_text(text.data(), text.size());
      v1::Speaker& speaker = *message.mutable_speaker();
      speaker.set_entity(Entity(quote->speaker));
      speaker.set_display_name(DisplayName(quote->speaker));
      speaker.set_text(quote->speaker_text);
      message.set_verb(quote->verb);
      WriteDateSpan(quote->date, quote->date_text, *message.mutable_date());
      message.set_addressee(quote->addressee);
      message.set_direct(quote->direct);
      WriteEvidence(quote->at, quote->confidence, *message.mutable_evidence());
    }
  }

  void WriteQuantities() {
    for (const QuantityMention* quantity : ByPlace(from_.quantities)) {
      if (!proving_.Admit(quantity->at)) continue;
      v1::Quantity& message = *article_.add_quantities();
      message.set_subject(Entity(quantity->subject));
      message.set_subject_text(quantity->subject >= 0 ? DisplayName(quantity->subject)
                                                      : quantity->subject_text);
      message.set_measure(quantity->measure);
      message.set_value(quantity->value);
      if (quantity->value_max) message.set_value_max(*quantity->value_max);
      message.set_unit(quantity->unit);
      message.set_approximate(quantity->approximate);
      WriteDateSpan(quantity->as_of, quantity->as_of_text, *message.mutable_as_of());
      WriteEvidence(quantity->at, quantity->confidence, *message.mutable_evidence());
    }
  }

  void WritePositions() {
    for (const Position* position : ByPlace(from_.positions)) {
      if (!proving_.Admit(position->at)) continue;
      v1::Position& message = *article_.add_positions();
      message.set_person(Entity(position->person));
      message.set_title(position->title);
      message.set_organization(position->organization);
      message.set_organization_entity(Entity(position->organization_referent));
      WriteDateSpan(position->as_of, "", *message.mutable_as_of());
      WriteEvidence(position->at, position->confidence, *message.mutable_evidence());
    }
  }

  void WriteRelations() {
    for (const RelationMention* relation : ByPlace(from_.relations)) {
      if (!proving_.Admit(relation->at)) continue;
      v1::Relation& message = *article_.add_relations();
      message.set_kind(static_cast<v1::RelationKind>(relation->kind));
      message.set_subject(Entity(relation->subject));
      message.set_subject_text(DisplayName(relation->subject));
      message.set_object(Entity(relation->object));
      message.set_object_text(relation->object >= 0 ? DisplayName(relation->object) : relation->object_text);
      message.set_label(relation->label);
      message.set_status(static_cast<v1::EventStatus>(relation->status));
      WriteDateSpan(relation->valid, relation->valid_text, *message.mutable_valid());
      WriteEvidence(relation->at, relation->confidence, *message.mutable_evidence());
    }
  }

  void WriteWarnings() {
    for (const Notice& notice : clean_.notices) AddWarning(notice.code, notice.message);
    if (truncated_ || proving_.truncated()) {
      AddWarning("annotations_truncated",
                 "the page holds more, or longer, than an article's annotations may");
    }
  }

  void AddWarning(const std::string& code, const std::string& message) {
    v1::Warning& warning = *article_.add_warnings();
    warning.set_code(code);
    warning.set_message(message);
  }

  void WriteEvidence(const Place& at, int confidence, v1::Evidence& evidence) const {
    evidence.set_article(article_.name());
    evidence.set_sentence(at.sentence);
    evidence.set_text(sentences_[at.sentence].text);
    WriteSpan(at.span, *evidence.mutable_span());
    evidence.set_confidence(confidence);
    evidence.set_extractor(article_.extractor());
    evidence.set_published(article_.publish_date());
  }

  // Facts in the order of their places, whatever the order they were found in.
  template <typename Fact>
  static std::vector<const Fact*> ByPlace(const std::vector<Fact>& facts) {
    std::vector<const Fact*> sorted;
    sorted.reserve(facts.size());
    for (const Fact& fact : facts) sorted.push_back(&fact);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Fact* a, const Fact* b) {
      return std::tie(a->at.sentence, a->at.span) < std::tie(b->at.sentence, b->at.span);
    });
    return sorted;
  }

  [[nodiscard]] std::string_view Text(const Place& at) const {
    return at.span.In(sentences_[at.sentence].text);
  }
  // Empty for nobody.
  [[nodiscard]] const std::string& Entity(int referent) const {
    return referent < 0 ? nobody_ : referent_ids_[referent];
  }
  [[nodiscard]] const std::string& DisplayName(int referent) const {
    return referent < 0 ? nobody_ : from_.referents[referent].canonical;
  }

  const ExtractedArticle& from_;
  const CleanArticle& clean_;
  const std::vector<Sentence>& sentences_;
  std::vector<std::string> referent_ids_;  // resource names
  const std::string nobody_;
  ProvingSentences proving_;
  bool truncated_ = false;  // mentions or dates were left out
  v1::Article article_;
};

}  // namespace

v1::Article ToMessage(const ExtractedArticle& extracted, std::string_view extractor_fingerprint) {
  return Writer(extracted, extractor_fingerprint).Write();
}

}  // namespace sillok::ingest
