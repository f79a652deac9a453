#include "ingest/extract/named_article.h"

#include <utility>

#include "ingest/extract/acting_places.h"
#include "ingest/extract/candidates.h"
#include "ingest/extract/credit_names.h"
#include "ingest/extract/glosses.h"
#include "ingest/extract/person_names.h"
#include "ingest/extract/person_signs.h"
#include "ingest/extract/person_span.h"
#include "ingest/extract/referents.h"
#include "ingest/extract/short_forms.h"
#include "ingest/extract/trained_names.h"

namespace sillok::ingest {
namespace {

// Names that the article itself has taught: found once with certainty, they are found everywhere.
class TaughtNames {
 public:
  void Learn(const SentenceNames& names, const NameCandidate& candidate) {
    if (candidate.score < kTaggedName - 1 || candidate.acting || candidate.form != NameForm::kFull ||
        candidate.place == PlaceKind::kHanja) {
      return;
    }
    const std::string_view text = candidate.span.In(names.text());
    Add(text, candidate);
    constexpr std::string_view kSchool = "학교";
    if (text.ends_with("대학교")) Add(text.substr(0, text.size() - kSchool.size()), candidate);
    const size_t space = text.rfind(' ');
    if (candidate.type != EntityType::kPerson || space == std::string_view::npos) return;
    constexpr size_t kTwoSyllables = 6;
    if (text.size() - space - 1 >= kTwoSyllables) Add(text.substr(space + 1), candidate);
    // 하와 of 하와 아담 유수프: who is called by the first name.
    const std::string_view first = text.substr(0, text.find(' '));
    if (first.size() >= kTwoSyllables && Names().ForeignOdds(first) >= kForeignPerson) {
      Add(first, candidate, true);
    }
  }

  // True when a person was found.
  bool FindIn(SentenceNames& names) const {
    bool person = false;
    for (int word = 0; word < static_cast<int>(names.words.size()); ++word) {
      NameCandidate best;
      trie_.Match(names.text(), names.words[word].span.begin, [&](int end, int name) {
        int last = word;
        while (last + 1 < static_cast<int>(names.words.size()) && names.words[last + 1].span.begin < end) {
          ++last;
        }
        const Word& ending = names.words[last];
        if (taught_[name].first && (ending.common || last != word)) return;
        if (end > ending.span.end) return;
        const TextSpan span{names.words[word].span.begin, end};
        const std::string_view tail = names.text().substr(end, ending.span.end - end);
        if (!Names().IsParticles(span.In(names.text()), tail)) return;
        best = {.span = span,
                .type = taught_[name].type,
                .score = kListedName + 1,
                .first_word = word,
                .last_word = last,
                .reason = taught_[name].reason};
      });
      if (best.span.size() == 0) continue;
      names.Add(best);
      person = person || best.type == EntityType::kPerson;
    }
    return person;
  }

 private:
  struct Taught {
    EntityType type = EntityType::kUnknown;
    Reason reason;
    bool first = false;  // a first name alone, which may be a noun as well
  };

  void Add(std::string_view name, const NameCandidate& candidate, bool first = false) {
    const int next = static_cast<int>(taught_.size());
    if (trie_.Add(name, next) == next) taught_.push_back({candidate.type, candidate.reason, first});
  }

  NameTrie trie_;
  std::vector<Taught> taught_;  // by the trie's value
};

}  // namespace

NamedArticle FindNames(DatedArticle dated, const TagModel& model) {
  NamedArticle article{
      .dated = std::move(dated), .referents = {}, .mentions = {}, .positions = {}, .titles = {}, .tags = {}};
  std::vector<SentenceNames> sentences = FindCandidates(article.dated);
  std::vector<DecidedSentence> decided(sentences.size());
  TaughtNames taught;
  for (size_t index = 0; index < sentences.size(); ++index) {
    SentenceNames& names = sentences[index];
    AddTrainedNames(model, names);
    TakeActingPlaces(names);
    for (const Tag& tag : names.tags) {
      article.tags.push_back({.at = {names.index, tag.span}, .type = tag.type});
    }
    const std::vector<NameCandidate> chosen = DecideNames(names);
    decided[index].glosses = FindGlosses(names, chosen);
    for (const NameCandidate& candidate : chosen) taught.Learn(names, candidate);
    for (size_t at = names.candidates.size() - decided[index].glosses.size(); at < names.candidates.size();
         ++at) {
      taught.Learn(names, names.candidates[at]);
    }
  }
  for (size_t index = 0; index < sentences.size(); ++index) {
    SentenceNames& names = sentences[index];
    if (taught.FindIn(names)) {
      names.titled.clear();
      names.finder = "person";
      FindPeople(names);  // once more: names known from elsewhere show their titles
      DropUnseenPeople(names);
      CutAtTags(names);
    }
    names.finder = "short form";
    FindShortForms(names);
  }
  const auto reporters = ReportersOf(article.dated.parsed.clean.byline, sentences);
  for (size_t index = 0; index < sentences.size(); ++index) {
    SentenceNames& names = sentences[index];
    DropCredits(reporters, names);
    decided[index].names = &names;
    decided[index].chosen = DecideNames(names);
  }
  BindReferents(decided, article);
  FindPositions(decided, article);
  return article;
}

}  // namespace sillok::ingest
