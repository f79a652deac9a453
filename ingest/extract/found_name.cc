#include "ingest/extract/found_name.h"

#include <algorithm>
#include <span>

#include "common/text/normalize.h"
#include "ingest/extract/indices.h"

namespace sillok::ingest {
namespace {

// True when a subject's particle begins `rest`, brackets skipped: (28·바이에른 뮌헨)는.
bool BeginsWithSubject(std::string_view rest) {
  if (rest.starts_with("(")) {
    constexpr size_t kLongestGloss = 60;
    const size_t close = rest.substr(0, kLongestGloss).find(')');
    if (close == std::string_view::npos) return false;
    rest.remove_prefix(close + 1);
  }
  for (const std::string_view text : {"은", "는", "이", "가", "도", "께서", "측은"}) {
    if (rest.starts_with(text) &&
        (rest.size() == text.size() || rest[text.size()] == ' ' || rest[text.size()] == ',')) {
      return true;
    }
  }
  return false;
}

// Where the people begin whose title carries a subject's particle: 샘 올트먼 오픈AI 최고경영자가.
Indices TitledSubjects(const SentenceNames& names) {
  Indices subjects;
  for (const TitledName& titled : names.titled) {
    if (titled.title.begin > titled.person.begin &&
        BeginsWithSubject(names.text().substr(titled.title.end))) {
      subjects.push_back(titled.person.begin);
    }
  }
  return subjects;
}

// 안병두 in 안병두 대표는, whose title nobody noted.
bool TitleIsSubject(const SentenceNames& names, const NameCandidate& person) {
  const int title = person.last_word + 1;
  if (person.type != EntityType::kPerson || title >= static_cast<int>(names.words.size())) return false;
  const Word& word = names.words[title];
  return word.joined && word.title_end >= 0 && word.span.begin == person.span.end + 1 &&
         BeginsWithSubject(names.text().substr(word.title_end));
}

// Walks the quotations of a sentence beside its candidates and says which of these stand in somebody's words.
class QuotationWalk {
 public:
  explicit QuotationWalk(const SentenceNames& names) : quotations_(names.quotations) {}

  // `span` begins at or after the one before.
  bool Holds(TextSpan span) {
    constexpr int kShortQuotation = 60;  // ‘챗GPT’: a name in quotation marks is not somebody's words
    for (; at_ < quotations_.size() && quotations_[at_].outer.begin <= span.begin; ++at_) {
      if (quotations_[at_].inner.size() > kShortQuotation) {
        end_ = std::max(end_, quotations_[at_].outer.end);
      }
    }
    return span.end <= end_;
  }

 private:
  const std::span<const Quotation> quotations_;
  size_t at_ = 0;
  int end_ = 0;
};

}  // namespace

FoundNames::FoundNames(const std::vector<DecidedSentence>& sentences) {
  size_t count = 0;
  for (const DecidedSentence& sentence : sentences) count += sentence.chosen.size();
  names.reserve(count);
  for (const DecidedSentence& sentence : sentences) {
    const SentenceNames& in = *sentence.names;
    const Indices titled_subjects = TitledSubjects(in);
    QuotationWalk quotations(in);
    for (const NameCandidate& candidate : sentence.chosen) {
      const bool titled_subject =
          TitleIsSubject(in, candidate) || std::find(titled_subjects.begin(), titled_subjects.end(),
                                                     candidate.span.begin) != titled_subjects.end();
      names.push_back({.names = &in,
                       .candidate = &candidate,
                       .spelling = SpellingOf(candidate.span.In(in.text())),
                       .subject = titled_subject || BeginsWithSubject(in.text().substr(candidate.span.end)),
                       .quoted = quotations.Holds(candidate.span)});
    }
  }
}

const Spelling* FoundNames::SpellingOf(std::string_view text) {
  const Spelling*& known = by_text_[text];
  if (known != nullptr) return known;
  Spelling& spelling = spellings_.emplace_back();
  spelling.text = text;
  const size_t open = text.find('(');
  const size_t close = text.rfind(')');
  spelling.aged = open != std::string_view::npos && close != std::string_view::npos && close > open &&
                  close + 1 < text.size();
  spelling.normalized = spelling.aged
                            ? NormalizeName(text.substr(0, open)) + NormalizeName(text.substr(close + 1))
                            : NormalizeName(text);
  spelling.alias_of = Names().AliasOf(spelling.normalized);
  if (!spelling.alias_of.empty()) spelling.normalized_alias = NormalizeName(spelling.alias_of);
  known = &spelling;
  return known;
}

}  // namespace sillok::ingest
