#include "ingest/extract/credit_names.h"

#include <algorithm>
#include <string_view>

namespace sillok::ingest {
namespace {

bool IsReporterTitle(std::string_view title) {
  return title.ends_with("기자") || title.ends_with("특파원") || title.ends_with("앵커") ||
         title.ends_with("아나운서") || title.ends_with("리포터");
}

// The words at a caption's end that say whose picture it is: (공동취재사진) 뉴시스.
int CreditsBegin(const SentenceNames& names) {
  int word = static_cast<int>(names.words.size());
  while (word > 0 && Names().IsCredit(names.words[word - 1].In(names.text()))) --word;
  return word;
}

bool FollowsCredit(const SentenceNames& names, const NameCandidate& candidate) {
  const std::string_view before = names.text().substr(0, candidate.span.begin);
  return before.ends_with("사진=") || before.ends_with("사진 =") || before.ends_with("출처=");
}

bool FollowsMark(const SentenceNames& names, const NameCandidate& candidate) {
  std::string_view before = names.text().substr(0, candidate.span.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  return before.ends_with("ⓒ") || before.ends_with("©");
}

// Who took a caption's picture: ⓒ 하윤경, © 뉴스1 김명섭 기자, 정일구 기자 =.
class Photographers {
 public:
  explicit Photographers(const SentenceNames& names)
      : names_(names), caption_(names.sentence->part == Part::kCaption) {
    if (!caption_) return;
    for (const TitledName& titled : names.titled) {
      if (IsReporterTitle(titled.title.In(names.text()))) titled_.insert(titled.person);
    }
  }

  [[nodiscard]] bool Has(const NameCandidate& candidate) const {
    return caption_ && (titled_.contains(candidate.span) || FollowsMark(names_, candidate));
  }

 private:
  const SentenceNames& names_;
  const bool caption_;
  std::set<TextSpan> titled_;
};

// Also behind their outlet, where the two were taken for one name.
bool IsReporter(std::string_view name, const std::set<std::string, std::less<>>& reporters) {
  return reporters.contains(name) || reporters.contains(name.substr(name.rfind(' ') + 1));
}

}  // namespace

std::set<std::string, std::less<>> ReportersOf(const std::vector<Reporter>& byline,
                                               const std::vector<SentenceNames>& sentences) {
  std::set<std::string, std::less<>> reporters;
  for (const SentenceNames& names : sentences) {
    for (const TitledName& titled : names.titled) {
      if (!IsReporterTitle(titled.title.In(names.text()))) continue;
      const std::string_view person = titled.person.In(names.text());
      const bool writes = std::any_of(byline.begin(), byline.end(),
                                      [person](const Reporter& reporter) { return reporter.name == person; });
      if (writes) reporters.emplace(person);
    }
  }
  return reporters;
}

void DropCredits(const std::set<std::string, std::less<>>& reporters, SentenceNames& names) {
  const bool caption = names.sentence->part == Part::kCaption;
  const int credits = caption ? CreditsBegin(names) : static_cast<int>(names.words.size());
  const Photographers photographers(names);
  std::erase_if(names.candidates, [&](const NameCandidate& candidate) {
    return candidate.first_word >= credits || FollowsCredit(names, candidate) ||
           (candidate.type == EntityType::kPerson &&
            (photographers.Has(candidate) || IsReporter(candidate.span.In(names.text()), reporters)));
  });
}

}  // namespace sillok::ingest
