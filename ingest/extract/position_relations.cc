#include "ingest/extract/position_relations.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "ingest/extract/relation_lexicon.h"

namespace sillok::ingest {
namespace {

// Words beside a position that may say when it was held: from one before the names that say it to its title.
constexpr int kWidestNames = 160;

// Bytes between two spans; 0 when they touch.
int Gap(TextSpan a, TextSpan b) { return std::max({0, a.begin - b.end, b.begin - a.end}); }

// The stretch of the sentence that names the position's holder, body and title: of each the place nearest to the title.
TextSpan WordsOf(const NamedArticle& named, const Position& position) {
  const std::pair from(position.at.sentence, position.at.span.begin - kWidestNames);
  auto mention = std::lower_bound(named.mentions.begin(), named.mentions.end(), from,
                                  [](const Mention& one, const std::pair<int, int>& place) {
                                    return std::pair(one.at.sentence, one.at.span.begin) < place;
                                  });
  TextSpan person = position.at.span;
  TextSpan body = position.at.span;
  int person_gap = kWidestNames;
  int body_gap = kWidestNames;
  for (; mention != named.mentions.end() && mention->at.sentence == position.at.sentence; ++mention) {
    const TextSpan span = mention->at.span;
    const int gap = Gap(span, position.at.span);
    if (span.begin > position.at.span.end + kWidestNames) break;
    if (mention->referent == position.person && gap < person_gap) {
      std::tie(person, person_gap) = std::pair(span, gap);
    }
    if (mention->referent == position.organization_referent && gap < body_gap) {
      std::tie(body, body_gap) = std::pair(span, gap);
    }
  }
  return {std::min({position.at.span.begin, person.begin, body.begin}),
          std::max({position.at.span.end, person.end, body.end})};
}

// No body is called 79.
bool IsSpelled(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0x80) != 0 ||
           absl::ascii_isalpha(static_cast<unsigned char>(byte));
  });
}

// The last word that says so of 당시 가람전자 대표이던 이든.
Tenure TenureIn(std::string_view text, TextSpan words) {
  size_t begin = words.begin;
  if (begin > 0 && text[begin - 1] == ' ') {
    const size_t space = begin < 2 ? std::string_view::npos : text.rfind(' ', begin - 2);
    begin = space == std::string_view::npos ? 0 : space + 1;
  }
  Tenure tenure = Tenure::kNow;
  std::string_view rest = text.substr(begin, words.end - begin);
  while (!rest.empty()) {
    const size_t space = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, space);
    while (word.starts_with('(')) word.remove_prefix(1);
    if (FindTenure(word) != Tenure::kNow) tenure = FindTenure(word);
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return tenure;
}

}  // namespace

std::vector<RelationMention> FindPositionRelations(const NamedArticle& named) {
  std::vector<RelationMention> found;
  for (const Position& position : named.positions) {
    if (!IsSpelled(position.organization)) continue;
    const std::string& text = named.dated.parsed.sentences[position.at.sentence].text;
    RelationMention relation;
    relation.at = {position.at.sentence, WordsOf(named, position)};
    const std::optional<RelationWord> tie = FindTie(position.title);
    const bool founder = tie && tie->kind == RelationKind::kFounding;
    relation.kind = founder ? RelationKind::kFounding : RelationKind::kPosition;
    relation.subject = position.person;
    relation.object = position.organization_referent;
    relation.object_text = position.organization;
    relation.label = position.title;
    relation.confidence = position.confidence;
    Tenure tenure = TenureOfTitle(position.title);
    if (tenure == Tenure::kNow) tenure = TenureIn(text, relation.at.span);
    if (tenure == Tenure::kPlanned) relation.status = EventStatus::kPlanned;
    if (tenure == Tenure::kThen || tenure == Tenure::kNow) relation.valid = position.as_of;
    if (founder) relation.valid = {};  // who founded it did so once
    if (relation.subject != relation.object) found.push_back(std::move(relation));
  }
  return found;
}

}  // namespace sillok::ingest
