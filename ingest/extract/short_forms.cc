#include "ingest/extract/short_forms.h"

#include <algorithm>
#include <string_view>

namespace sillok::ingest {
namespace {

void AddShort(SentenceNames& names, TextSpan span, EntityType type, NameForm form, int first, int last,
              std::string_view title) {
  names.Add({.span = span,
             .type = type,
             .score = form == NameForm::kSurnameTitle ? kTitledName - 1 : kPossibleName,
             .form = form,
             .first_word = first,
             .last_word = last,
             .title = title});
}

std::string_view TitleStem(const SentenceNames& names, const Word& word) {
  if (word.title_end < 0) return {};
  return names.text().substr(word.span.begin, word.title_end - word.span.begin);
}

bool IsPronounWord(const SentenceNames& names, const Word& word) {
  if (word.end_morpheme == word.first_morpheme) return false;
  const Morpheme& first = names.sentence->morphemes[word.first_morpheme];
  const std::string_view text = first.span.In(names.text());
  const std::string_view tail =
      names.text().substr(first.span.end, std::max(0, word.span.end - first.span.end));
  if (!first.Is("NP") || !(text == "그" || text == "그녀")) {
    return word.In(names.text()) == "그는" || word.In(names.text()) == "그가";
  }
  for (const std::string_view particle : {"는", "가", "도", "의", "를", "에게", "와", "에게는", "에 대해"}) {
    if (tail == particle) return true;
  }
  return false;
}

// One past 씨 in 홍씨는, 남궁씨; -1 in any other word.
int SurnameAndSsiEnd(const SentenceNames& names, const Word& word) {
  constexpr std::string_view kSsi = "씨";
  const std::string_view text = word.In(names.text());
  const size_t at = text.substr(0, 3 * kSsi.size()).find(kSsi);
  if (at == std::string_view::npos || !Names().IsSurname(text.substr(0, at))) return -1;
  const size_t end = at + kSsi.size();
  if (end < text.size() && !Names().IsParticles(text.substr(0, end), text.substr(end))) return -1;
  return word.span.begin + static_cast<int>(end);
}

bool IsSubject(std::string_view tail) {
  return tail == "은" || tail == "는" || tail == "이" || tail == "가" || tail == "도" || tail == "께서";
}

bool IsTopic(std::string_view tail) { return tail == "은" || tail == "는"; }

// 재단은, 협회가: alone, with nothing before it that says which other one is meant.
void AddBodyNoun(SentenceNames& names, int at) {
  const std::string_view text = names.text();
  const Word& word = names.words[at];
  const auto modified = [&] {
    const Word& before = names.words[at - 1];
    return before.bare || before.countable || EndingAt(names, at - 1) != nullptr ||
           before.In(text).ends_with("의") || before.In(text).ends_with("른");  // 다른, 또 다른
  };
  if (at > 0 && word.joined && modified()) return;
  for (const WordStem& stem : word.stems) {
    const SuffixUses uses = stem.signs.organization;
    const std::string_view tail = text.substr(stem.end, word.span.end - stem.end);
    if (uses.Has(SuffixUse::kCalled) || (uses.Has(SuffixUse::kSubject) && IsTopic(tail))) {
      AddShort(names, {word.span.begin, stem.end}, EntityType::kOrganization, NameForm::kBodyNoun, at, at,
               {});
      return;
    }
  }
}

}  // namespace

void FindShortForms(SentenceNames& names) {
  const std::string_view text = names.text();
  const int count = static_cast<int>(names.words.size());
  for (int at = 0; at < count; ++at) {
    const Word& word = names.words[at];
    if (word.date) continue;
    const bool followed = at + 1 < count && names.words[at + 1].joined;
    if (IsPronounWord(names, word)) {
      const int end = word.span.begin + (word.In(text).starts_with("그녀") ? 6 : 3);
      AddShort(names, {word.span.begin, end}, EntityType::kPerson, NameForm::kPronoun, at, at, {});
      continue;
    }
    if (followed && word.span.size() <= 6 && Names().IsSurname(word.In(text))) {
      const bool past = at + 2 < count && names.words[at + 2].joined &&  // 윤 전 대통령
                        Names().Modifier(names.words[at + 1].In(text)).has_value();
      const int last = past ? at + 2 : at + 1;
      if (const std::string_view title = TitleStem(names, names.words[last]); !title.empty()) {
        const int end = names.words[last].span.begin + static_cast<int>(title.size());
        AddShort(names, {word.span.begin, end}, EntityType::kPerson, NameForm::kSurnameTitle, at, last,
                 title);
      }
    }
    if (const int end = SurnameAndSsiEnd(names, word); end >= 0) {
      AddShort(names, {word.span.begin, end}, EntityType::kPerson, NameForm::kSurnameTitle, at, at, "씨");
    }
    if (followed && (word.In(text) == "이" || word.In(text) == "같은")) {
      const Word& next = names.words[at + 1];
      for (const std::string_view body : {"회사", "업체", "기업", "은행", "대학", "재단", "단체", "기관"}) {
        if (next.Stem(text) != body) continue;
        AddShort(names, {word.span.begin, next.stem_end}, EntityType::kOrganization, NameForm::kSameBody, at,
                 at + 1, {});
      }
    }
    AddBodyNoun(names, at);
    const bool free =
        at == 0 || !word.joined || (!names.words[at - 1].bare && EndingAt(names, at - 1) == nullptr);
    const std::string_view title = free ? TitleStem(names, word) : std::string_view();
    if (!title.empty() && title != "씨" &&
        IsSubject(text.substr(word.span.begin + title.size(), word.span.size() - title.size()))) {
      AddShort(names, {word.span.begin, word.span.begin + static_cast<int>(title.size())},
               EntityType::kPerson, NameForm::kTitle, at, at, title);
    }
  }
}

}  // namespace sillok::ingest
