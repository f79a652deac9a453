#include "ingest/extract/titled_position.h"

#include <cctype>
#include <optional>
#include <string_view>

namespace sillok::ingest {
namespace {

class PositionReader {
 public:
  explicit PositionReader(SentenceNames& names) : names_(names) {}

  // The words of [first, title] that are not the name say what the person is, and where.
  void Add(const WordRange& name, int first, int title) {
    TitledName position{.person = {At(name.first).span.begin, name.end}, .title = {}, .organization = {}};
    const bool before = name.last < title;
    int word = before ? name.last + 1 : first;
    if (before && word == title) {
      SkipTo(first, name.first, position);
      position.title = {At(title).span.begin, At(title).title_end};
      names_.titled.push_back(position);
      return;
    }
    if (!before && first > 0) TakeOwner(first - 1, position);
    word = SkipTo(word, title, position);
    while (word < title && (Names().Modifier(Whole(word)).has_value() || IsNumber(word))) ++word;
    if (position.organization.size() == 0 && word < title && NamesBody(word, title)) {
      position.organization = At(word).span;
      // Between a name and a title, an ending that alone would be too weak (새봄전자) says enough to teach the name.
      const bool ends_as_one = Names().IsOrganization(Whole(word), SuffixUse::kProper);
      names_.Add({.span = At(word).span,
                  .type = EntityType::kOrganization,
                  .score = ends_as_one ? kSuffixedName : kPossibleName,
                  .first_word = word,
                  .last_word = word,
                  .reason = {.rule = "between a name and a title"}});
      ++word;
    }
    position.title = {At(word).span.begin, At(title).title_end};
    names_.titled.push_back(position);
  }

 private:
  [[nodiscard]] const Word& At(int word) const { return names_.words[word]; }
  [[nodiscard]] std::string_view Whole(int word) const { return At(word).In(names_.text()); }

  // The age in 배가람(79) 할머니.
  [[nodiscard]] bool IsNumber(int word) const {
    return std::isdigit(static_cast<unsigned char>(Whole(word).front())) != 0;
  }

  // The organisation in 오픈AI의, ‘오픈AI’의.
  void TakeOwner(int word, TitledName& position) const {
    if (Whole(word) == "의" && word > 0) --word;  // a quotation mark stands between
    const NameCandidate* listed = StartingAt(names_, word);
    if (listed == nullptr || listed->score == 0 || listed->type == EntityType::kPerson ||
        listed->last_word != word) {
      return;
    }
    constexpr int kLongestGap = 12;
    std::string_view gap = names_.text().substr(listed->span.end, kLongestGap);
    if (gap.find(' ') == std::string_view::npos) return;
    gap = gap.substr(0, gap.find(' '));
    for (const std::string_view mark : {"’", "”", "'", "\""}) {
      if (gap.starts_with(mark)) gap.remove_prefix(mark.size());
    }
    if (gap == "의") position.organization = listed->span;
  }

  // An unlisted word between a name and a plain title: 홍길동 가온누리 대표.
  bool NamesBody(int word, int title) const {
    if (word + 1 != title || Names().IsCommon(Whole(word)) || At(word).title_end >= 0) return false;
    if (Names().IsOrganization(Whole(word), SuffixUse::kProper) ||
        Names().IsOrganization(Whole(word), SuffixUse::kTitled)) {
      return true;
    }
    return !At(word).common && (At(word).proper || Names().ForeignOdds(Whole(word)) > kForeignPerson);
  }

  // Takes modifiers and the organisation from [word, end); the word after them.
  int SkipTo(int word, int end, TitledName& position) const {
    while (word < end) {
      if (const std::optional<bool> past = Names().Modifier(Whole(word)); past.has_value()) {
        position.past = position.past || *past;
        ++word;
        continue;
      }
      const NameCandidate* listed = StartingAt(names_, word);
      if (listed == nullptr && position.organization.size() > 0 &&
          names_.text()[At(word).span.begin - 1] == '(') {
        ++word;  // its gloss: 디바이스솔루션(DS)
        continue;
      }
      if (listed == nullptr || listed->last_word >= end || listed->type == EntityType::kPerson ||
          listed->type == EntityType::kProduct) {
        return word;
      }
      const bool gloss = position.organization.size() > 0 && names_.text()[listed->span.begin - 1] == '(';
      if (!gloss) {
        position.organization = position.organization.size() == 0
                                    ? listed->span
                                    : TextSpan{position.organization.begin, listed->span.end};
      }
      word = listed->last_word + 1;
    }
    return word;
  }

  SentenceNames& names_;
};

}  // namespace

void AddPosition(SentenceNames& names, const WordRange& name, int first, int title) {
  PositionReader(names).Add(name, first, title);
}

}  // namespace sillok::ingest
