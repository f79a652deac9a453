#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "ingest/extract/referents.h"

namespace sillok::ingest {
namespace {

// When a position that was held in the past was held: the last date said before it in its sentence.
DateValue PastDate(const DatedArticle& dated, const Place& at) {
  DateValue value;
  const auto after = std::lower_bound(
      dated.dates.begin(), dated.dates.end(), at, [](const DateMention& date, const Place& place) {
        return std::tie(date.sentence, date.span.begin) < std::tie(place.sentence, place.span.begin);
      });
  if (after != dated.dates.begin() && std::prev(after)->sentence == at.sentence) {
    value = std::prev(after)->value;
  }
  return value;
}

const Mention* MentionAt(const NamedArticle& article, int sentence, TextSpan span) {
  const auto at = std::lower_bound(
      article.mentions.begin(), article.mentions.end(), std::make_pair(sentence, span.begin),
      [](const Mention& mention, const std::pair<int, int>& place) {
        return std::tie(mention.at.sentence, mention.at.span.end) <= std::tie(place.first, place.second);
      });
  if (at == article.mentions.end() || at->at.sentence != sentence || !at->at.span.Overlaps(span)) {
    return nullptr;
  }
  return &*at;
}

// The last organisation or place within `span`.
int OrganizationIn(const NamedArticle& article, int sentence, TextSpan span) {
  int referent = -1;
  for (int begin = span.begin; begin < span.end;) {
    const Mention* mention = MentionAt(article, sentence, {begin, span.end});
    if (mention == nullptr) break;
    if (mention->type == EntityType::kOrganization || mention->type == EntityType::kPlace) {
      referent = mention->referent;
    }
    begin = mention->at.span.end;
  }
  return referent;
}

// By place; of those that overlap the first stays.
void SortTitles(std::vector<TitleMention>& titles) {
  const auto place = [](const TitleMention& title) {
    return std::tie(title.at.sentence, title.at.span.begin, title.at.span.end);
  };
  std::stable_sort(titles.begin(), titles.end(),
                   [&place](const TitleMention& a, const TitleMention& b) { return place(a) < place(b); });
  const auto overlap = [](const TitleMention& a, const TitleMention& b) {
    return a.at.sentence == b.at.sentence && b.at.span.begin < a.at.span.end;
  };
  titles.erase(std::unique(titles.begin(), titles.end(), overlap), titles.end());
}

}  // namespace

void FindPositions(const std::vector<DecidedSentence>& sentences, NamedArticle& article) {
  std::set<std::tuple<int, std::string, std::string>> seen;
  for (const DecidedSentence& sentence : sentences) {
    for (const TitledName& titled : sentence.names->titled) {
      const Mention* person = MentionAt(article, sentence.names->index, titled.person);
      if (person == nullptr || person->type != EntityType::kPerson || person->at.span != titled.person) {
        continue;
      }
      Position position;
      position.person = person->referent;
      position.title = titled.title.In(sentence.names->text());
      if (position.title.empty() || position.title == "씨") continue;
      article.titles.push_back({{sentence.names->index, titled.title}, person->referent});
      position.organization = titled.organization.In(sentence.names->text());
      position.organization_referent = OrganizationIn(article, sentence.names->index, titled.organization);
      position.at = {sentence.names->index, titled.title};
      position.as_of = titled.past ? PastDate(article.dated, position.at) : article.dated.written;
      position.confidence = position.organization.empty() ? 70 : 90;
      if (!seen.emplace(position.person, position.title, position.organization).second) continue;
      article.positions.push_back(std::move(position));
    }
  }
  SortTitles(article.titles);
  // What is said more fully elsewhere need not be said again.
  std::set<std::pair<int, std::string>> full;
  for (const Position& position : article.positions) {
    if (!position.organization.empty()) full.emplace(position.person, position.title);
  }
  std::erase_if(article.positions, [&full](const Position& position) {
    return position.organization.empty() && full.contains({position.person, position.title});
  });
}

}  // namespace sillok::ingest
