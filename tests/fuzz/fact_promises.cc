#include "tests/fuzz/fact_promises.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/text/normalize.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/text_promises.h"

namespace sillok::ingest {
namespace {

constexpr int kSurest = 100;

// Of every kind of fact: where it stands, and in whose referents.
class Facts {
 public:
  Facts(const ParsedArticle& parsed, const std::vector<Referent>& referents)
      : parsed_(parsed), referents_(referents) {}

  std::string_view At(const Place& at, std::string_view whose) const {
    const std::string& text = parsed_.sentences.at(static_cast<size_t>(at.sentence)).text;
    PromiseSpan(at.span, text, whose);
    Promise(at.span.size() > 0, "a fact has words", whose);
    return at.span.In(text);
  }
  void IsOne(int referent, std::string_view whose) const {
    Promise(0 <= referent && referent < static_cast<int>(referents_.size()), "a referent is there", whose);
  }
  void IsOneOrNone(int referent, std::string_view whose) const {
    if (referent != -1) IsOne(referent, whose);
  }
  static void IsSure(int confidence, std::string_view whose) {
    Promise(0 <= confidence && confidence <= kSurest, "a confidence is one", whose);
  }

  // By place, none over another.
  template <typename Found>
  void Apart(const std::vector<Found>& all, std::string_view whose) const {
    const Place* before = nullptr;
    for (const Found& found : all) {
      At(found.at, whose);
      Promise(before == nullptr || std::tie(before->sentence, before->span.end) <=
                                       std::tie(found.at.sentence, found.at.span.begin),
              "what is found is in order and never overlaps", whose);
      before = &found.at;
    }
  }

 private:
  const ParsedArticle& parsed_;
  const std::vector<Referent>& referents_;
};

void PromiseReferents(const std::vector<Referent>& referents) {
  std::set<std::pair<std::string, int>> seen;
  for (const Referent& referent : referents) {
    Promise(!referent.canonical.empty(), "a referent has a name");
    const std::set<std::string_view> forms(referent.forms.begin(), referent.forms.end());
    Promise(forms.size() == referent.forms.size(), "a form stands once", referent.canonical);
    Promise(seen.emplace(NormalizeName(referent.canonical), referent.ordinal).second,
            "referents of one name are counted", referent.canonical);
  }
}

void PromiseNames(const DatedArticle& dated, const std::vector<Referent>& referents,
                  const std::vector<Mention>& mentions, const std::vector<Position>& positions,
                  const std::vector<TagMention>& tags) {
  const Facts facts(dated.parsed, referents);
  PromiseReferents(referents);
  facts.Apart(mentions, "a mention");
  for (const Mention& mention : mentions) {
    facts.IsOne(mention.referent, "a mention");
    Promise(mention.type >= EntityType::kUnknown && mention.type <= EntityType::kProduct,
            "a mention has a type");
  }
  facts.Apart(tags, "a tag");
  for (const Position& position : positions) {
    facts.At(position.at, "a position");
    facts.IsOne(position.person, "a position");
    facts.IsOneOrNone(position.organization_referent, "a position's body");
    Facts::IsSure(position.confidence, "a position");
    Promise(!position.title.empty(), "a position has a title");
    PromiseDate(position.as_of);
  }
}

void PromiseEvents(const ExtractedArticle& article, const Facts& facts) {
  std::set<std::pair<int, int>> seen;
  for (const EventMention& event : article.events) {
    const std::string_view text = facts.At(event.at, "an event");
    Facts::IsSure(event.confidence, text);
    Promise(!event.predicate.empty() && !event.summary.empty(), "an event says what happened", text);
    Promise(event.predicate_ordinal >= 0, "an event's predicate is counted", text);
    Promise(seen.emplace(event.at.sentence, event.predicate_ordinal).second, "a predicate tells one event",
            text);
    PromiseDate(event.date);
    std::set<int> who;
    for (const Participant& participant : event.participants) {
      facts.IsOne(participant.referent, "an event");
      Promise(who.insert(participant.referent).second, "a participant stands once", text);
    }
  }
}

void PromiseQuotes(const ExtractedArticle& article, const Facts& facts) {
  std::set<std::pair<int, TextSpan>> quoted;
  for (const Quotation& quotation : article.dated.parsed.quotations) {
    quoted.emplace(quotation.sentence, quotation.inner);
  }
  const Place* before = nullptr;
  for (const QuoteMention& quote : article.quotes) {
    const std::string_view words = facts.At(quote.at, "a quote");
    Promise(!quote.direct || quoted.contains({quote.at.sentence, quote.at.span}),
            "direct words stand between marks", words);
    Promise(before == nullptr ||
                std::tie(before->sentence, before->span) <= std::tie(quote.at.sentence, quote.at.span),
            "quotes are in order", words);
    facts.IsOneOrNone(quote.speaker, words);
    Facts::IsSure(quote.confidence, words);
    PromiseDate(quote.date);
    Promise(std::is_sorted(quote.about.begin(), quote.about.end()), "whom words are about is in order",
            words);
    for (const int referent : quote.about) facts.IsOne(referent, words);
    before = &quote.at;
  }
}

void PromiseQuantities(const ExtractedArticle& article, const Facts& facts) {
  for (const QuantityMention& quantity : article.quantities) {
    const std::string_view words = facts.At(quantity.at, "a quantity");
    facts.IsOneOrNone(quantity.subject, words);
    Facts::IsSure(quantity.confidence, words);
    Promise(std::isfinite(quantity.value), "a quantity is a number", words);
    Promise(
        !quantity.value_max || (std::isfinite(*quantity.value_max) && *quantity.value_max > quantity.value),
        "a stretch of numbers ends above its begin", words);
    PromiseDate(quantity.as_of);
  }
}

}  // namespace

void PromiseNamed(const NamedArticle& named) {
  PromiseNames(named.dated, named.referents, named.mentions, named.positions, named.tags);
}

void PromiseFacts(const ExtractedArticle& facts) {
  PromiseNames(facts.dated, facts.referents, facts.mentions, facts.positions, facts.tags);
  const Facts places(facts.dated.parsed, facts.referents);
  PromiseEvents(facts, places);
  PromiseQuotes(facts, places);
  PromiseQuantities(facts, places);
}

}  // namespace sillok::ingest
