#include "tests/quality/article_groups.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "common/text/normalize.h"

namespace sillok {
namespace {

// B(54)씨 is B씨 as well.
std::string WithoutAge(std::string name) {
  const size_t open = name.find('(');
  const size_t close = name.find(')', open);
  const bool aged = close != std::string::npos && open > 0 && name[open + 1] >= '0' && name[open + 1] <= '9';
  return aged ? name.erase(open, close - open + 1) : name;
}

bool IsTold(const v1::Article& article, const v1::Mention& mention) {
  if (mention.sentence() >= article.sentences_size()) return true;
  const v1::ArticlePart part = article.sentences(mention.sentence()).part();
  return part != v1::ARTICLE_PART_CAPTION && part != v1::ARTICLE_PART_SUBTITLE;
}

void AddReason(const std::string& reason, const v1::Article& article, const v1::Mention& mention,
               std::vector<std::string>& why) {
  const std::string start = "by " + reason + " in ";
  const bool known = std::any_of(why.begin(), why.end(),
                                 [&start](const std::string& line) { return absl::StartsWith(line, start); });
  if (known || mention.sentence() >= article.sentences_size()) return;
  why.push_back(start + article.sentences(mention.sentence()).text());
}

}  // namespace

std::map<std::string, ArticleGroup> GroupsOf(const v1::Article& article,
                                             std::span<const std::string> reasons) {
  std::map<std::string, ArticleGroup> groups;
  for (int at = 0; at < article.mentions_size(); ++at) {
    const v1::Mention& mention = article.mentions(at);
    ArticleGroup& group = groups[mention.referent()];
    group.type = mention.type();
    group.canonical = mention.canonical();
    group.forms.insert(NormalizeName(mention.text()));
    group.forms.insert(NormalizeName(mention.canonical()));
    if (mention.type() == v1::ENTITY_TYPE_PERSON) {
      group.forms.insert(WithoutAge(NormalizeName(mention.text())));
    }
    group.told = group.told || IsTold(article, mention);
    if (static_cast<size_t>(at) < reasons.size()) AddReason(reasons[at], article, mention, group.why);
  }
  return groups;
}

}  // namespace sillok
