#include "query/view/article_facts.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/text/normalize.h"
#include "query/link/facet.h"
#include "query/link/korean_name.h"
#include "query/link/sound_key.h"
#include "query/view/article_sketch.h"
#include "query/view/article_tellings.h"
#include "query/view/copies.h"
#include "query/view/named_together.h"
#include "query/view/relation_facts.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

// What ListArticles shows: neither text nor annotations.
v1::Article HeadOf(const v1::Article& article) {
  v1::Article head;
  head.set_name(article.name());
  head.set_url(article.url());
  head.set_outlet(article.outlet());
  head.set_title(article.title());
  *head.mutable_byline() = article.byline();
  head.set_publish_date(article.publish_date());
  if (article.has_publish_time()) *head.mutable_publish_time() = article.publish_time();
  if (article.has_update_time()) *head.mutable_update_time() = article.update_time();
  if (article.has_written()) *head.mutable_written() = article.written();
  *head.mutable_warnings() = article.warnings();
  *head.mutable_labels() = article.labels();
  head.set_extractor(article.extractor());
  return head;
}

// Gathers the facts of one article.
class FactsOfArticle {
 public:
  FactsOfArticle(const v1::Article& article, const CuratedReferents& curated)
      : article_(article),
        id_(BareId(article.name())),
        published_(DayNumberOf(article.publish_date())),
        month_(MonthOf(published_)),
        sketch_(ArticleSketch(article)),
        names_(article, curated) {}

  ArticleFacts Derive() && {
    AddArticle();
    AddReferents();
    AddForms();
    AddPositions();
    facts_.tellings = TellingsOf(article_, names_, sketch_);
    AddQuotes();
    AddQuantities();
    AddRelationFacts(article_, names_, facts_);
    AddTogetherFacts(article_, names_, facts_);
    AddSketch();
    return std::move(facts_);
  }

 private:
  void Row(Family family, std::string key, std::string value = "") {
    facts_.rows.insert({RowKey(family, std::move(key)), std::move(value)});
  }
  void Tally(Family family, std::string key, int64_t count, int64_t referents = 0) {
    TallyChange& change = facts_.tallies[{family, std::move(key)}];
    change.count += count;
    change.referents += referents;
  }
  void Count(std::string_view counter) { Tally(Family::kCounters, TextPrefix(counter), 1); }

  void AddArticle() {
    Row(Family::kArticlesByDate, ArticleByDateKey(published_, id_), SerializeRow(HeadOf(article_)));
    Count("articles");
    std::string extractor = TextPrefix("extractors");
    extractor += TextPrefix(article_.extractor());
    Tally(Family::kCounters, std::move(extractor), 1);
  }

  void AddReferents() {
    for (const auto& [id, referent] : names_.referents()) {
      const NameKey& key = referent.key;
      storage::v1::Referent row;
      row.set_type(key.type);
      row.set_name(key.name);
      row.set_facet(key.facet);
      row.set_article_id(id_);
      row.set_text(referent.canonical);
      Row(Family::kReferents, TextPrefix(id), SerializeRow(row));
      Row(Family::kEntityDays, EntityDayKey(key, published_, id_, id));
      NameTotals& totals = facts_.totals[key];
      totals.articles = 1;
      totals.published = {published_, published_};
      totals.months[month_] = 1;
      if (totals.first_id.empty()) totals.first_id = id;  // they come in the order of their ids
      ++totals.forms[referent.canonical].referents;
      for (const std::string& alias : referent.aliases) {
        Tally(Family::kNames, NameRowKey(NormalizeName(alias), key), 0, 1);
      }
      const bool curated = !CuratedReferentOf(key.facet).empty();
      // Nobody is looked up by a name meant inside its article, and nothing is joined with it.
      if (IsLocalFacet(key.facet)) {
        if (curated) AddLinks(referent);
        continue;
      }
      Tally(Family::kNames, NameRowKey(NormalizeName(referent.canonical), key), 0, 1);
      Tally(Family::kNames, NameRowKey(key.name, key), 0, 1);
      for (const std::string& alias : AliasesOf(key.name)) {
        Tally(Family::kNames, NameRowKey(alias, key), 0, 1);
      }
      AddLinks(referent);
    }
  }

  // What other names are joined with this one by.
  void AddLinks(const LinkedReferent& referent) {
    const NameKey& key = referent.key;
    ++facts_.totals[key].joined;
    AddSounds(referent.type, referent.canonical);
    for (const NameKey& other : referent.positions) AddLink(key, NameLinkKind::kPosition, other);
    for (const NameKey& other : referent.other_names) {
      AddLink(key, NameLinkKind::kStated, other);
      AddSounds(other.type, other.name);
    }
  }

  void AddLink(const NameKey& key, NameLinkKind kind, const NameKey& other) {
    ++facts_.totals[other].joined;
    Tally(Family::kNameLinks, NameLinkKey(key, kind, other), 1);
    Tally(Family::kNameLinks, NameLinkKey(other, kind, key), 1);
  }

  // How a foreign name sounds, as a whole and by its last word.
  void AddSounds(v1::EntityType type, const std::string& written) {
    if (type != v1::ENTITY_TYPE_PERSON) return;
    const NameKey base = NameKeyOf(type, written);
    if (!IsForeignName(base.name)) return;
    Tally(Family::kNameSounds, NameSoundKey(SoundKey(base.name), SoundOf::kName, base), 1);
    const size_t space = written.rfind(' ');
    if (space == std::string::npos) return;
    const std::string last = SoundKey(NormalizeName(written.substr(space)));
    if (last.empty()) return;
    Tally(Family::kNameSounds, NameSoundKey(last, SoundOf::kLastWord, base), 1);
    Tally(Family::kNameEnds, NameEndKey(base, last), 1);
  }

  // A title that stands for its holder (장관은) is no name of his.
  bool IsTitle(std::string_view form) const {
    return std::any_of(
        article_.positions().begin(), article_.positions().end(),
        [form](const v1::Position& position) { return NormalizeName(position.title()) == form; });
  }

  void AddForms() {
    std::map<std::string, bool> is_name;  // by form: an article says the same names many times
    for (const v1::Mention& mention : article_.mentions()) {
      const NameKey* key = names_.Find(mention.referent());
      if (key == nullptr) continue;
      if (IsLocalFacet(key->facet)) {
        ++facts_.totals[*key].forms[mention.text()].count;
        continue;
      }
      const std::string form = NormalizeName(mention.text());
      const auto [known, is_new] = is_name.try_emplace(form, false);
      if (is_new) known->second = IsNameForm(form) && !IsTitle(form);
      if (!known->second) continue;
      ++facts_.totals[*key].forms[mention.text()].count;
      Tally(Family::kNames, NameRowKey(form, *key), 1);
    }
  }

  void AddPositions() {
    for (int ordinal = 0; ordinal < article_.positions_size(); ++ordinal) {
      const v1::Position& position = article_.positions(ordinal);
      const NameKey* person = names_.Find(position.person());
      if (person == nullptr || position.title().empty()) continue;
      const PositionParts parts = {position.title(), position.organization(),
                                   names_.TextOf(position.organization_entity())};
      const DaySpan days = DaysOf(position.as_of());
      NameTotals stated;
      stated.positions[parts] = {.mentions = 1, .said = days};
      facts_.totals[*person].Add(stated);
      AddTitle(*person, position.title());
      if (!days.resolved()) continue;
      for (const auto& [end, day] :
           {std::pair(DayEnd::kFirst, days.first), std::pair(DayEnd::kLast, days.last)}) {
        Row(Family::kPositionDays,
            PositionDayKey(*person, parts, end, day, id_, static_cast<uint32_t>(ordinal)));
      }
    }
  }

  // 임 실장 is asked for and stands nowhere, but 임정욱 is 정책실장.
  void AddTitle(const NameKey& person, const std::string& title) {
    if (person.type != v1::ENTITY_TYPE_PERSON || IsLocalFacet(person.facet) || !IsKoreanName(person.name)) {
      return;
    }
    Tally(Family::kNameTitles, NameTitleKey(SurnameOf(person.name), NormalizeName(title), person), 1);
  }

  void AddSketch() {
    for (int band = 0; band < kSketchBands; ++band) {
      Row(Family::kSketchBands, SketchBandKey(band, sketch_, id_));
    }
  }

  void AddQuotes() {
    for (int ordinal = 0; ordinal < article_.quotes_size(); ++ordinal) {
      v1::Quote quote = article_.quotes(ordinal);
      Count("quotes");
      FillEvidence(article_, *quote.mutable_evidence());
      const NameKey* speaker = names_.Find(quote.speaker().entity());
      std::set<NameKey> about = NamedWithin(quote.evidence());
      if (quote.has_speaker()) {
        quote.mutable_speaker()->set_entity(speaker == nullptr ? "" : NameKeyText(*speaker));
        quote.mutable_speaker()->clear_display_name();
      }
      std::string end;
      AppendFactKey(DaysOf(quote.date()), id_, static_cast<uint32_t>(ordinal), end);
      const std::string value = SerializeRow(quote);
      if (speaker != nullptr) Row(Family::kQuotes, QuotePrefix(*speaker, QuoteRole::kSpeaker) + end, value);
      for (const NameKey& key : about) Row(Family::kQuotes, QuotePrefix(key, QuoteRole::kAbout) + end, value);
    }
  }

  std::set<NameKey> NamedWithin(const v1::Evidence& words) const {
    std::set<NameKey> named;
    for (const v1::Mention& mention : article_.mentions()) {
      if (mention.sentence() != words.sentence() || mention.span().begin() < words.span().begin() ||
          mention.span().end() > words.span().end()) {
        continue;
      }
      if (const NameKey* key = names_.Find(mention.referent()); key != nullptr) named.insert(*key);
    }
    return named;
  }

  void AddQuantities() {
    for (int ordinal = 0; ordinal < article_.quantities_size(); ++ordinal) {
      v1::Quantity quantity = article_.quantities(ordinal);
      Count("quantities");
      const NameKey* subject = names_.Find(quantity.subject());
      if (subject == nullptr) continue;
      FillEvidence(article_, *quantity.mutable_evidence());
      quantity.set_subject(NameKeyText(*subject));
      std::string key = QuantityPrefix(*subject, NormalizeName(quantity.measure()));
      AppendFactKey(DaysOf(quantity.as_of()), id_, static_cast<uint32_t>(ordinal), key);
      Row(Family::kQuantities, std::move(key), SerializeRow(quantity));
    }
  }

  const v1::Article& article_;
  const std::string id_;
  const DayNumber published_;
  const DayNumber month_;
  const uint64_t sketch_;
  const LinkedNames names_;
  ArticleFacts facts_;
};

}  // namespace

std::string BareId(std::string_view name) {
  const size_t slash = name.find('/');
  return slash == std::string_view::npos ? "" : std::string(name.substr(slash + 1));
}

DaySpan DaysOf(const v1::DateSpan& date) {
  const DayNumber first = DayNumberOf(date.first_day());
  if (first == kNoDay) return {};
  const DayNumber last = DayNumberOf(date.last_day());
  return {first, last == kNoDay ? first : std::max(first, last)};
}

void FillEvidence(const v1::Article& article, v1::Evidence& evidence) {
  evidence.set_article(article.name());
  evidence.set_published(DayText(DayNumberOf(article.publish_date())));
  if (evidence.extractor().empty()) evidence.set_extractor(article.extractor());
}

ArticleFacts DeriveFacts(const v1::Article& article, const CuratedReferents& curated) {
  return FactsOfArticle(article, curated).Derive();
}

}  // namespace sillok::query
