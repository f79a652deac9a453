#include "ingest/extract/joined_body.h"

#include <string_view>

#include "common/text/hangul.h"

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

// 대법원 in 서초구 대법원: no town's.
bool IsListedBody(const SentenceNames& names, int index) {
  const NameCandidate* listed = StartingAt(names, index);
  return listed != nullptr && listed->score == kListedName && listed->type == EntityType::kOrganization;
}

}  // namespace

void AddPrefixedBody(SentenceNames& names, int index) {
  const int count = static_cast<int>(names.words.size());
  if (index + 1 >= count || !names.words[index].bare) return;
  const Word& next = names.words[index + 1];
  if (!next.joined || next.common || next.countable || next.date || next.title_end >= 0) return;
  if (!Names().IsOrganization(names.words[index].In(names.text()), SuffixUse::kBefore)) return;
  // 법무법인 여는 변호사: before a title it is all name, whatever MeCab takes it for.
  const bool titled =
      index + 2 < count && names.words[index + 2].joined && names.words[index + 2].title_end >= 0;
  const int end = titled ? next.span.end : next.stem_end;
  if (end - next.span.begin < 2 * static_cast<int>(kSyllableBytes)) return;
  names.Add({.span = {names.words[index].span.begin, end},
             .type = EntityType::kOrganization,
             .score = kSuffixedName + 1,
             .first_word = index,
             .last_word = index + 1});
}

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
    if (division && head.place != PlaceKind::kCountry && IsListedBody(names, index)) continue;
    if (uses.Has(SuffixUse::kLocal) && head.place == PlaceKind::kDivision && NamesProvince(names, index)) {
      continue;
    }
    names.Add({.span = {head.span.begin, end},
               .type = EntityType::kOrganization,
               .score = kSuffixedName,
               .first_word = head.first_word,
               .last_word = index});
    return;
  }
}

}  // namespace sillok::ingest
