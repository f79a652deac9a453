#include "tests/quality/score_page.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "common/text/normalize.h"
#include "tests/quality/article_groups.h"
#include "tests/quality/gold_dates.h"
#include "tests/quality/gold_names.h"

namespace sillok {
namespace {

std::string Shown(const v1::Speaker& speaker) {
  return speaker.entity().empty() ? "“" + speaker.text() + "”" : speaker.display_name();
}

// The sign by which the words in marks are taken for somebody's, and the sentence.
std::string WhyQuote(const v1::Quote& quote) {
  const std::string sign =
      quote.verb().empty() ? "no verb: a headline, or words that stand alone" : quote.verb();
  return "by " + sign + ", of " + Shown(quote.speaker()) + ", in " + quote.evidence().text();
}

class PageScore {
 public:
  PageScore(const GoldPage& gold, const v1::Article& article, const ScoreOptions& options, Scores& scores)
      : gold_(gold),
        article_(article),
        groups_(GroupsOf(article, options.reasons)),
        hinted_(options.hinted),
        scores_(scores) {}

  void Metadata();
  void Cleaning();
  void Names();
  void Events();
  void Quotes();
  void Quantities();

 private:
  void Mark(const std::string& measure, bool right, const std::string& what) {
    scores_.Mark(gold_.file, measure, right, what);
  }
  void Invented(const std::string& measure, const std::string& what, std::vector<std::string> why = {}) {
    scores_.Invented(gold_.file, measure, what, std::move(why));
  }
  void Unasked(const std::string& measure, const ArticleGroup& group) {
    scores_.Unasked(gold_.file, measure, group.canonical, group.why);
  }
  void People();
  void Listed(const std::string& measure, v1::EntityType type, const std::vector<std::string>& names);
  [[nodiscard]] bool IsSpeaker(const v1::Speaker& speaker, const std::string& wanted) const;
  [[nodiscard]] NameSet FormsOf(const std::string& referent) const;
  [[nodiscard]] NameSet FormsOfPerson(const std::string& wanted) const;
  [[nodiscard]] bool IsNamed(const std::string& name) const;
  [[nodiscard]] bool TakesPart(const v1::Event& event, const std::string& name) const;
  [[nodiscard]] bool IsAbout(const v1::Quantity& quantity, const std::string& subject) const;

  const GoldPage& gold_;
  const v1::Article& article_;
  const std::map<std::string, ArticleGroup> groups_;
  const bool hinted_;
  Scores& scores_;
};

void PageScore::Metadata() {
  if (gold_.title.has_value()) {
    Mark("title", NormalizeName(*gold_.title) == NormalizeName(article_.title()), article_.title());
  }
  if (!hinted_) Mark("published", article_.publish_date() == gold_.published, article_.publish_date());
  if (!gold_.published.empty()) {
    Mark("written", DateAgrees(gold_.written, article_.written()),
         article_.written().first_day() + "…" + article_.written().last_day());
  }
  if (!gold_.byline.has_value()) return;
  NameSet found;
  for (const v1::Reporter& reporter : article_.byline()) found.insert(NormalizeName(reporter.name()));
  const NameSet wanted = Normalized(*gold_.byline);
  for (const std::string& name : *gold_.byline) Mark("byline", found.contains(NormalizeName(name)), name);
  scores_.DeclareComplete("byline");
  for (const std::string& name : found) {
    if (!wanted.contains(name)) Invented("byline", name);
  }
}

void PageScore::Cleaning() {
  std::string body;
  for (const std::string& paragraph : article_.body()) body += paragraph + "\n";
  for (const std::string& text : gold_.body) Mark("article text kept", Contains(body, text), text);
  for (const auto* more : {&article_.subtitles(), &article_.captions()}) {
    for (const std::string& text : *more) body += text + "\n";
  }
  for (const std::string& text : gold_.boilerplate) Mark("boilerplate gone", !Contains(body, text), text);
}

void PageScore::Names() {
  if (gold_.people.has_value()) People();
  Listed("organizations", v1::ENTITY_TYPE_ORGANIZATION, gold_.organizations);
  Listed("places", v1::ENTITY_TYPE_PLACE, gold_.places);
}

void PageScore::People() {
  NameSet known;
  for (const GoldPerson& person : *gold_.people) {
    const NameSet forms = NormalizedPeople(person.forms);
    known.insert(forms.begin(), forms.end());
    const auto groups = std::count_if(groups_.begin(), groups_.end(), [&forms](const auto& group) {
      return group.second.type == v1::ENTITY_TYPE_PERSON && Meet(group.second.forms, forms);
    });
    Mark("people", groups == 1, person.name + (groups > 1 ? " stands as several" : ""));
  }
  scores_.DeclareComplete("people");
  for (const auto& [id, group] : groups_) {
    if (group.type != v1::ENTITY_TYPE_PERSON || Meet(group.forms, known)) continue;
    if (group.told) {
      Invented("people", group.canonical, group.why);
    } else {
      Unasked("people", group);
    }
  }
}

void PageScore::Listed(const std::string& measure, v1::EntityType type,
                       const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const bool found = std::any_of(groups_.begin(), groups_.end(), [&](const auto& group) {
      return group.second.type == type && group.second.forms.contains(NormalizeName(name));
    });
    Mark(measure, found, name);
  }
  const NameSet known = Normalized(names);
  for (const auto& [id, group] : groups_) {
    if (group.type == type && !Meet(group.forms, known)) Unasked(measure, group);
  }
}

NameSet PageScore::FormsOf(const std::string& referent) const {
  const auto found = groups_.find(referent);
  return found == groups_.end() ? NameSet() : found->second.forms;
}

// One of the gold's people, organizations and places.
bool PageScore::IsNamed(const std::string& name) const {
  const std::string wanted = NormalizeName(name);
  const auto holds = [&wanted](const std::string& one) { return Hold(NormalizeName(one), wanted); };
  const auto has = [&holds](const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), holds);
  };
  if (!gold_.people.has_value() || has(gold_.organizations) || has(gold_.places)) return true;
  return std::any_of(gold_.people->begin(), gold_.people->end(),
                     [&has](const GoldPerson& person) { return has(person.forms); });
}

// Who has no name (신임 임원, 연구팀) is no entity: the words of the summary say that they take part.
bool PageScore::TakesPart(const v1::Event& event, const std::string& name) const {
  const std::string wanted = NormalizeName(name);
  if (!IsNamed(name) && Contains(event.summary(), name)) return true;
  return std::any_of(event.participants().begin(), event.participants().end(), [&](const auto& participant) {
    const NameSet forms = FormsOf(participant.entity());
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
      return form.find(wanted) != std::string::npos || wanted.find(form) != std::string::npos;
    });
  });
}

void PageScore::Events() {
  for (const GoldEvent& event : gold_.events) {
    const std::string& date = hinted_ && !event.date_inferred.empty() ? event.date_inferred : event.date;
    std::vector<const v1::Event*> dated;
    for (const v1::Event& found : article_.events()) {
      const bool proves = std::any_of(
          found.evidence().begin(), found.evidence().end(),
          [&event](const v1::Evidence& evidence) { return Contains(evidence.text(), event.evidence); });
      if (proves && EventDateAgrees(date, found.date())) dated.push_back(&found);
    }
    const std::string what = (date.empty() ? "unresolved" : date) + " " + event.evidence;
    Mark("event dates", !dated.empty(), what);
    if (dated.empty()) continue;
    const bool together = std::any_of(dated.begin(), dated.end(), [&](const v1::Event* found) {
      return std::all_of(event.participants.begin(), event.participants.end(),
                         [&](const std::string& name) { return TakesPart(*found, name); });
    });
    Mark("event participants", together, what + ": " + absl::StrJoin(event.participants, ", "));
    if (!event.planned) continue;
    Mark("event plans",
         std::any_of(dated.begin(), dated.end(),
                     [](const v1::Event* found) { return found->status() == v1::EVENT_STATUS_PLANNED; }),
         what);
  }
}

// Every form of the gold's person whom `wanted` names; empty when it is nobody's name.
NameSet PageScore::FormsOfPerson(const std::string& wanted) const {
  if (!gold_.people.has_value()) return {};
  for (const GoldPerson& person : *gold_.people) {
    NameSet forms = NormalizedPeople(person.forms);
    if (forms.contains(NormalizeName(wanted))) return forms;
  }
  return {};
}

// Whoever has a name must be the entity, which is the same person by any of the gold's forms; nobody's name (업계 관계자,
// 재판부) is right as the words of the page.
bool PageScore::IsSpeaker(const v1::Speaker& speaker, const std::string& wanted) const {
  NameSet forms = FormsOfPerson(wanted);
  const bool named = !forms.empty();
  forms.merge(NormalizedPeople({wanted}));
  if (Meet(FormsOf(speaker.entity()), forms)) return true;
  const auto group = groups_.find(speaker.entity());
  const bool somebody = group != groups_.end() && group->second.type == v1::ENTITY_TYPE_PERSON;
  return !named && !somebody && EndAlike(speaker.text(), wanted);
}

void PageScore::Quotes() {
  if (!gold_.quotes.has_value()) return;
  std::set<const v1::Quote*> known;
  for (const GoldQuote& quote : *gold_.quotes) {
    const std::string start = NormalizeName(quote.starts_with);
    const v1::Quote* same = nullptr;
    for (const v1::Quote& found : article_.quotes()) {
      if (!NormalizeName(found.text()).starts_with(start)) continue;
      known.insert(&found);
      if (same == nullptr) same = &found;
    }
    Mark("quotes", same != nullptr, quote.starts_with);
    if (same == nullptr) continue;
    Mark("speakers", IsSpeaker(same->speaker(), quote.speaker),
         quote.speaker + " says " + quote.starts_with + ", not " + Shown(same->speaker()));
  }
  scores_.DeclareComplete("quotes");
  for (const v1::Quote& found : article_.quotes()) {
    if (found.direct() && !known.contains(&found)) Invented("quotes", found.text(), {WhyQuote(found)});
  }
}

// Gold's subject is often a common noun (매출, 응답자), which is no entity: the words of the subject or of what is measured say it.
bool PageScore::IsAbout(const v1::Quantity& quantity, const std::string& subject) const {
  const std::string wanted = NormalizeName(subject);
  const NameSet forms = FormsOf(quantity.subject());
  return Hold(NormalizeName(quantity.subject_text()), wanted) ||
         Hold(NormalizeName(quantity.measure()), wanted) ||
         std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return Hold(form, wanted); });
}

void PageScore::Quantities() {
  for (const GoldQuantity& quantity : gold_.quantities) {
    std::vector<const v1::Quantity*> same;
    for (const v1::Quantity& found : article_.quantities()) {
      if (found.value() == quantity.value && found.unit() == quantity.unit) same.push_back(&found);
    }
    Mark("quantities", !same.empty(), quantity.raw + " " + quantity.subject);
    if (same.empty()) continue;
    if (!quantity.measure.empty()) {
      const bool its = std::any_of(same.begin(), same.end(), [&](const v1::Quantity* found) {
        return IsAbout(*found, quantity.subject);
      });
      Mark("quantity subjects", its, quantity.raw + " of " + quantity.subject);
    }
    if (quantity.as_of.empty()) continue;
    const bool then = std::any_of(same.begin(), same.end(), [&](const v1::Quantity* found) {
      return DateAgrees(quantity.as_of, found->as_of());
    });
    Mark("quantity dates", then, quantity.raw + " in " + quantity.as_of);
  }
}

}  // namespace

void ScorePage(const GoldPage& gold, const v1::Article& article, const ScoreOptions& options,
               Scores& scores) {
  PageScore page(gold, article, options, scores);
  page.Cleaning();
  page.Metadata();
  page.Events();
  page.Names();
  page.Quotes();
  page.Quantities();
}

}  // namespace sillok
