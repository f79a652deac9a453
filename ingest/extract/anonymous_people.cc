#include "ingest/extract/anonymous_people.h"

#include <cctype>
#include <string_view>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// Before what else says that somebody is meant.
constexpr int kAnonymousName = kTitledName + 2;

class AnonymousFinder {
 public:
  explicit AnonymousFinder(SentenceNames& names) : names_(names), text_(names.text()) {}

  void Find() {
    for (int word = 0; word < static_cast<int>(names_.words.size()); ++word) {
      if (names_.words[word].date || FindLetter(word) || FindBody(word)) continue;
      FindSurname(word);
    }
  }

 private:
  // The word that calls somebody a person, at a place; empty when there is none.
  struct Call {
    TextSpan span = {};
    bool aged = false;  // an age in brackets stands beside it
  };

  [[nodiscard]] std::string_view From(int at) const { return text_.substr(at); }

  // One past an age in brackets at `at`: (54), (38·여); `at` itself when there is none.
  [[nodiscard]] int AfterAge(int at) const {
    constexpr size_t kLongest = 24;
    const std::string_view rest = From(at);
    if (!rest.starts_with("(") || rest.size() < 2 || std::isdigit(static_cast<unsigned char>(rest[1])) == 0) {
      return at;
    }
    const size_t close = rest.substr(0, kLongest).find(')');
    return close == std::string_view::npos ? at : at + static_cast<int>(close) + 1;
  }

  // Bytes of the syllables that begin at `at`.
  [[nodiscard]] size_t LettersAt(int at) const {
    size_t end = at;
    while (end < text_.size() && IsHangulSyllable(DecodeRune(text_, end).code)) end += kSyllableBytes;
    return end - at;
  }

  // 씨, 군 or 양 behind a name that ends at `at`, an age between or not.
  [[nodiscard]] Call CallAt(int at) const {
    const int behind = AfterAge(at);
    int begin = behind;
    if (From(begin).starts_with(' ')) ++begin;
    for (const std::string_view call : {"씨", "군", "양"}) {
      if (!From(begin).starts_with(call)) continue;
      const int end = begin + static_cast<int>(call.size());
      if (!Names().IsParticles(call, From(end).substr(0, LettersAt(end)))) continue;
      return {.span = {begin, end}, .aged = behind > at || AfterAge(end) > end};
    }
    return {};
  }

  // A씨, A 씨, A(44)씨, A군(17). A군 alone may be a group.
  bool FindLetter(int word) {
    const Word& at = names_.words[word];
    const std::string_view whole = at.In(text_);
    if (std::isupper(static_cast<unsigned char>(whole.front())) == 0) return false;
    const Call call = CallAt(at.span.begin + 1);
    if (call.span.size() == 0 || (!call.aged && call.span.In(text_) == "군")) return false;
    Add(word, {at.span.begin, call.span.end}, call.span);
    return true;
  }

  // A사, B업체.
  bool FindBody(int word) {
    const Word& at = names_.words[word];
    const std::string_view whole = at.In(text_);
    if (std::isupper(static_cast<unsigned char>(whole.front())) == 0) return false;
    for (const WordStem& stem : at.stems) {
      const int begin = at.span.begin + 1;
      if (stem.end <= begin || !Names().IsLetterBody(text_.substr(begin, stem.end - begin))) continue;
      names_.Add({.span = {at.span.begin, stem.end},
                  .type = EntityType::kOrganization,
                  .score = kListedName - 1,
                  .first_word = word,
                  .last_word = word,
                  .reason = {.rule = "nobody's name"}});
      return true;
    }
    return false;
  }

  // 조모(54)씨, 이모 감독관, 박아무개 교사.
  void FindSurname(int word) {
    if (FindSpaced(word)) return;
    for (const std::string_view someone : {"모", "아무개"}) {
      if (FindSomeone(word, someone)) return;
    }
  }

  bool FindSomeone(int word, std::string_view someone) {
    const Word& at = names_.words[word];
    const std::string_view whole = at.In(text_);
    const size_t surname = whole.find(someone);
    if (surname == std::string_view::npos || !Names().IsSurname(whole.substr(0, surname))) return false;
    const int end = at.span.begin + static_cast<int>(surname + someone.size());
    Call call = CallAt(end);
    const bool own = call.span.size() > 0 && call.span.In(text_) == "씨";
    if (call.span.size() == 0) call = TitleBehind(word, end);
    const bool aged = call.span.size() > 0 && call.aged;  // 이모(15)양, 장모(72) 할머니
    if (!own && !aged && (end < at.span.end || at.common)) return false;  // 이모군은 an aunt's; 부모 대표
    if (call.span.size() == 0 || (!own && AfterAge(end) == end && !names_.words[word].bare)) return false;
    Add(word, {at.span.begin, end}, call.span);
    return true;
  }

  // 김 모 씨, 강 모(52) 씨.
  bool FindSpaced(int word) {
    constexpr std::string_view kSomeone = " 모";
    const Word& at = names_.words[word];
    if (!From(at.span.end).starts_with(kSomeone) || !Names().IsSurname(at.In(text_))) return false;
    const int end = at.span.end + static_cast<int>(kSomeone.size());
    const Call call = CallAt(end);
    if (call.span.size() == 0) return false;
    Add(word, {at.span.begin, end}, call.span);
    return true;
  }

  // The title in the word behind a name that ends at `end`.
  [[nodiscard]] Call TitleBehind(int word, int end) const {
    const int behind = AfterAge(end);
    const int count = static_cast<int>(names_.words.size());
    int next = word + 1;
    while (next < count && names_.words[next].span.begin < behind) ++next;
    if (next >= count || names_.words[next].title_end < 0) return {};
    const int begin = names_.words[next].span.begin;
    if (begin != behind && (begin != behind + 1 || text_[behind] != ' ')) return {};
    return {.span = {begin, names_.words[next].title_end}, .aged = behind > end};
  }

  void Add(int word, TextSpan person, TextSpan title) {
    int last = word;
    while (last + 1 < static_cast<int>(names_.words.size()) &&
           names_.words[last + 1].span.begin < person.end) {
      ++last;
    }
    names_.Add({.span = person,
                .type = EntityType::kPerson,
                .score = kAnonymousName,
                .first_word = word,
                .last_word = last,
                .reason = {.rule = "nobody's name"}});
    names_.titled.push_back({.person = person, .title = title, .organization = {}});
  }

  SentenceNames& names_;
  const std::string_view text_;
};

}  // namespace

void FindAnonymousPeople(SentenceNames& names) { AnonymousFinder(names).Find(); }

}  // namespace sillok::ingest
