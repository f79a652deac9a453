#include "ingest/extract/joined_body.h"

#include <string_view>

namespace sillok::ingest {
namespace {

// 가람지법 나루지원, 다솜대 라온병원: what only a court or a university has.
bool IsBranch(SuffixUses uses, std::string_view head) {
  if (uses.Has(SuffixUse::kCourt)) return head.ends_with("지법") || head.ends_with("법원");
  return uses.Has(SuffixUse::kUniversity) && (head.ends_with("대") || head.ends_with("대학교"));
}

// 영국 in 프랑스, 영국 정부: each of the list has one.
bool EndsList(const SentenceNames& names, int word) {
  if (word == 0 || names.words[word].joined) return false;
  const NameCandidate* before = EndingAt(names, word - 1);
  const int gap = names.words[word].span.begin - names.words[word - 1].span.end;
  return before != nullptr && before->type == EntityType::kPlace && gap <= 2 &&
         names.text()[names.words[word - 1].span.end] == ',';
}

// 서울시 in 종로구 서울시교육청, which only stands in 종로구.
bool NamesProvince(const SentenceNames& names, int index) {
  bool province = false;
  Names().trie().Match(names.text(), names.words[index].span.begin, [&](int, int value) {
    province = province || Names().known(value).place == PlaceKind::kProvince;
  });
  return province;
}

}  // namespace

void AddJoinedBody(SentenceNames& names, int index) {
  if (index == 0 || !names.words[index].joined) return;
  const NameCandidate* before = EndingAt(names, index - 1);
  if (before == nullptr) return;
  const NameCandidate head = *before;
  const bool division = head.type == EntityType::kPlace && head.place != PlaceKind::kLandmark;
  const Word& word = names.words[index];
  for (const auto& [end, signs] : word.stems) {
    const std::string_view stem = names.text().substr(word.span.begin, end - word.span.begin);
    const SuffixUses uses = signs.organization;
    const bool within_country =
        head.place != PlaceKind::kCountry && (stem == "대학교" || uses.Has(SuffixUse::kLocal));
    const bool joins = (division && (uses.Has(SuffixUse::kSpace) || within_country)) ||
                       (head.type == EntityType::kOrganization &&
                        (uses.Has(SuffixUse::kAfter) || IsBranch(uses, head.span.In(names.text()))));
    if (!joins || (division && EndsList(names, head.first_word))) continue;
    if (uses.Has(SuffixUse::kLocal) && head.place == PlaceKind::kDivision && NamesProvince(names, index))
      continue;
    names.Add({.span = {head.span.begin, end},
               .type = EntityType::kOrganization,
               .score = kSuffixedName,
               .first_word = head.first_word,
               .last_word = index});
    return;
  }
}

}  // namespace sillok::ingest
