#include "ingest/extract/glosses.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr size_t kLongestGloss = 60;

std::u32string Runes(std::string_view text) {
  std::u32string runes;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (rune.code != U' ') runes.push_back(rune.code);
    at += rune.length;
  }
  return runes;
}

bool IsSubsequence(const std::u32string& brief, const std::u32string& full) {
  size_t at = 0;
  for (const char32_t code : full) {
    if (at < brief.size() && brief[at] == code) ++at;
  }
  return at == brief.size();
}

// IMF, OpenAI, Sam Altman: Latin letters with a capital.
bool IsLatinName(std::string_view text) {
  bool capital = false;
  for (const char code : text) {
    const auto byte = static_cast<unsigned char>(code);
    if (byte >= 0x80 ||
        (std::isalnum(byte) == 0 && code != ' ' && code != '-' && code != '&' && code != '.')) {
      return false;
    }
    capital = capital || std::isupper(byte) != 0;
  }
  return capital && std::isdigit(static_cast<unsigned char>(text.front())) == 0;
}

bool IsHanjaName(std::string_view text) {
  for (const char32_t code : Runes(text)) {
    if (!IsHanja(code)) return false;
  }
  return true;
}

// What the brackets hold may name a thing of this type.
bool MayGloss(const SentenceNames& names, const NameCandidate& name, std::string_view other, bool stated,
              int first) {
  if (other.size() < 2 || Names().IsTitle(other) || Names().IsCredit(other)) return false;
  if (Names().IsCommon(other) && !stated) return false;
  if (IsLatinName(other)) {
    return name.type != EntityType::kPlace &&
           (name.type != EntityType::kPerson || other.find(' ') != std::string_view::npos);
  }
  if (stated) return true;
  if (name.type == EntityType::kPerson) return IsHanjaName(other);
  if (name.type != EntityType::kOrganization) return false;
  const std::string_view full = name.span.In(names.text());
  if (IsLatinName(full)) {  // APEC(아시아태평양경제협력체); KT(1218억원) tells a number
    return other.size() > 9 && other.find_first_of(" 0123456789") == std::string_view::npos;
  }
  const NameCandidate* listed = StartingAt(names, first);
  const bool body = listed != nullptr && listed->type == EntityType::kOrganization &&
                    listed->span.In(names.text()) == other;
  const std::u32string brief = Runes(other);
  const std::u32string runes = Runes(full);
  return (body && Names().AliasOf(other) == full) ||
         (brief.size() < runes.size() && brief.front() == runes.front() && IsSubsequence(brief, runes));
}

// Leaves of "이하 중기부", "아래 심의위", "이사장 나가람 군수, 이하 재단" what the writer says he will call it.
bool TakeStated(std::string_view& other) {
  for (const std::string_view word : {"이하 ", "아래 ", "약칭 "}) {
    const size_t at = other.rfind(word);
    if (at == std::string_view::npos || (at > 0 && other[at - 1] != ' ')) continue;
    other.remove_prefix(at + word.size());
    return true;
  }
  return false;
}

}  // namespace

std::vector<Gloss> FindGlosses(SentenceNames& names, const std::vector<NameCandidate>& chosen) {
  std::vector<Gloss> glosses;
  const std::string_view text = names.text();
  for (const NameCandidate& name : chosen) {
    const size_t open = name.span.end;
    if (open >= text.size() || text[open] != '(' || name.form != NameForm::kFull) continue;
    const size_t close = text.substr(open, kLongestGloss).find(')');
    if (close == std::string_view::npos) continue;
    std::string_view other = text.substr(open + 1, close - 1);
    const bool stated = TakeStated(other);
    for (const std::string_view mark : {"‘", "“", "'", "\""}) {
      if (other.starts_with(mark)) other.remove_prefix(mark.size());
    }
    for (const std::string_view mark : {"’", "”", "'", "\""}) {
      if (other.ends_with(mark)) other.remove_suffix(mark.size());
    }
    if (other.empty()) continue;
    const int begin = static_cast<int>(other.data() - text.data());
    const TextSpan span{begin, begin + static_cast<int>(other.size())};
    int first = name.last_word + 1;
    const int count = static_cast<int>(names.words.size());
    while (first < count && names.words[first].span.begin < span.begin) ++first;
    if (first >= count || names.words[first].span.begin != span.begin) continue;
    if (!MayGloss(names, name, other, stated, first)) continue;
    int last = first;
    while (last + 1 < count && names.words[last + 1].span.begin < span.end) ++last;
    names.Add({.span = span,
               .type = name.type,
               .score = kTitledName,
               .first_word = first,
               .last_word = last,
               .reason = {.rule = "gloss"}});
    glosses.push_back({name.span, span});
  }
  return glosses;
}

bool IsContraction(std::string_view brief, std::string_view full) {
  constexpr std::string_view kSchool = "학교";
  const bool school = full.size() == brief.size() + kSchool.size() && full.starts_with(brief);
  if (school && full.ends_with(kSchool)) return true;  // 한빛대, 한빛대학교
  if (brief.empty() || full.empty() || brief.back() != full.back()) return false;
  const std::u32string a = Runes(brief);
  const std::u32string b = Runes(full);
  if (a.size() < 3 || a.size() + 1 >= b.size()) return false;
  return a.front() == b.front() && a.back() == b.back() && IsSubsequence(a, b);
}

}  // namespace sillok::ingest
