#include "query/view/event_figures.h"

#include <cmath>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/text/normalize.h"

namespace sillok::query {
namespace {

using storage::v1::EventFigure;
using storage::v1::StoredEventMention;

// Measure, unit and subject: figures of one can be set side by side.
using FigureKey = std::tuple<std::string, std::string, std::string>;

FigureKey KeyOf(const EventFigure& figure) { return {figure.measure(), figure.unit(), figure.subject()}; }

std::string ValueText(const EventFigure& figure) {
  constexpr double kExact = 1e15;
  const double value = figure.value();
  const bool whole = std::abs(value) < kExact && value == std::floor(value);
  return (whole ? absl::StrCat(static_cast<int64_t>(value)) : absl::StrCat(value)) + figure.unit();
}

// Of those told in one clause, the ones that are alone of their kind.
std::map<FigureKey, std::string> SingleFigures(const StoredEventMention& mention) {
  std::map<FigureKey, std::string> single;
  std::set<FigureKey> several;
  for (const EventFigure& figure : mention.figures()) {
    const auto [known, is_new] = single.try_emplace(KeyOf(figure), ValueText(figure));
    if (!is_new && known->second != ValueText(figure)) several.insert(KeyOf(figure));
  }
  for (const FigureKey& key : several) single.erase(key);
  return single;
}

}  // namespace

FiguresOfArticle::FiguresOfArticle(const v1::Article& article, const LinkedNames& names) : names_(names) {
  for (const v1::Quantity& quantity : article.quantities()) {
    quantities_[quantity.evidence().sentence()].push_back(&quantity);
  }
}

void FiguresOfArticle::AddTo(const v1::Evidence& evidence, StoredEventMention& mention) const {
  const auto told = quantities_.find(evidence.sentence());
  if (told == quantities_.end()) return;
  for (const v1::Quantity* quantity : told->second) {
    const v1::Span& span = quantity->evidence().span();
    const bool inside = evidence.span().begin() <= span.begin() && span.end() <= evidence.span().end();
    if (!inside || quantity->measure().empty() || quantity->approximate() || quantity->has_value_max()) {
      continue;
    }
    EventFigure& figure = *mention.add_figures();
    std::string subject = names_.TextOf(quantity->subject());
    figure.set_subject(subject.empty() ? NormalizeName(quantity->subject_text()) : std::move(subject));
    figure.set_measure(quantity->measure());
    figure.set_unit(quantity->unit());
    figure.set_value(quantity->value());
  }
}

std::map<std::string, Told> DisputedFigures(const std::vector<StoredEventMention>& mentions) {
  std::map<FigureKey, Told> figures;
  for (const StoredEventMention& mention : mentions) {
    for (const auto& [key, value] : SingleFigures(mention)) {
      figures[key][value].insert(mention.event().evidence(0).article());
    }
  }
  std::map<std::string, Told> disputed;
  for (const auto& [key, told] : figures) {
    std::set<std::string> articles;
    for (const auto& [value, tellers] : told) articles.insert(tellers.begin(), tellers.end());
    if (told.size() < 2 || articles.size() < 2) continue;
    Told& values = disputed[std::get<0>(key)];
    for (const auto& [value, tellers] : told) values[value].insert(tellers.begin(), tellers.end());
  }
  return disputed;
}

}  // namespace sillok::query
