#include "tests/property/made_page.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_replace.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok {
namespace {

// A person as a first mention tells him, and the short form after that.
struct Person {
  std::string full;
  std::string brief;
};

const std::vector<Person>& People() {
  static const auto& people = *new std::vector<Person>{
      {"김도윤 카카오 대표", "김 대표"},         {"이하늘 중소벤처기업부 장관", "이 장관"},
      {"샘 올트먼 오픈AI 최고경영자", "올트먼"}, {"샘 알트만 오픈AI CEO", "알트만 CEO"},
      {"오픈AI 창업자 샘 올트먼", "올트먼"},     {"김민수 한결대학교 교수", "김 교수"},
      {"두산 베어스 투수 김민수", "김민수"},     {"김만수 가람전자 사장", "김 사장"},
      {"박서준 가람전자 부사장", "박 부사장"},
  };
  return people;
}

const std::vector<std::string>& Bodies() {
  static const auto& bodies = *new std::vector<std::string>{
      "카카오", "오픈AI", "OpenAI", "중소벤처기업부", "가람전자", "서울대학교", "한국은행", "오픈AI 코리아",
  };
  return bodies;
}

// {P} a person at first mention, {p} the same one's short form, {A} and {B} bodies, each with its particle when one stands behind
// it; {d} a day of the month, {n} a number.
const std::vector<std::string>& Sentences() {
  static const auto& sentences = *new std::vector<std::string>{
      "{A는} 지난 {d}일 서울에서 {B와} 업무협약을 체결했다고 밝혔다.",
      "{A와} {B가} 지난 {d}일 서울에서 업무협약을 체결했다.",
      "{P는} {d}일 수원에서 창업자들과 만났다. {p는} “올해 {n}억원을 투자하겠다”고 말했다.",
      "{P가} 지난 {d}일 {A를} 방문했다.",
      "{P는} “{B와} 함께 인재를 키우겠다”고 강조했다.",
      "{A는} 오는 6월 부산에서 {B와} 공동 연구소를 열 예정이다.",
      "{A는} 지난 {d}일 부산에서 예정했던 설명회를 취소했다.",
      "{d}일 기준 {A} 직원은 {n}명이다.",
      "지난해 12월 {A}의 직원은 {n}명이었다.",
      "{A}(이하 회사)는 신제품을 {d}일 출시했다.",
      "{P를} {A} 대표로 선임했다고 {d}일 {A가} 밝혔다.",
      "{d}일 경기 평택시의 한 공장에서 불이 나 {n}명이 다쳤다.",
  };
  return sentences;
}

const std::vector<std::string>& Outlets() {
  static const auto& outlets = *new std::vector<std::string>{"한빛신문", "누리통신", "가람일보"};
  return outlets;
}

// 09:00 in Seoul on three days of March, one of June, and no day.
constexpr int64_t kPublishTimes[] = {1710720000, 1710806400, 1710892800, 1718236800, 0};

using Replacements = std::vector<std::pair<std::string, std::string>>;

// {A} and, with the particle that its last syllable takes, {A는}, {A가}, {A를}, {A와}.
void AddForms(const std::string& key, const std::string& name, Replacements& replacements) {
  static constexpr std::array<std::array<const char*, 2>, 4> kParticles = {
      {{"는", "은"}, {"가", "이"}, {"를", "을"}, {"와", "과"}}};
  const DecodedRune last = DecodeRuneBefore(name, name.size());
  const size_t closed = HasFinalConsonant(last.code) ? 1 : 0;
  replacements.emplace_back("{" + key + "}", name);
  for (const auto& forms : kParticles) {
    replacements.emplace_back("{" + key + forms[0] + "}", name + forms[closed]);
  }
}

std::string MakeParagraph(Dice& dice) {
  const Person& person = dice.Pick(People());
  Replacements replacements;
  AddForms("P", person.full, replacements);
  AddForms("p", person.brief, replacements);
  AddForms("A", dice.Pick(Bodies()), replacements);
  AddForms("B", dice.Pick(Bodies()), replacements);
  replacements.emplace_back("{d}", std::to_string(11 + dice.Roll(4)));
  replacements.emplace_back("{n}", std::to_string(100 * (1 + dice.Roll(3))));
  return absl::StrReplaceAll(dice.Pick(Sentences()), replacements);
}

}  // namespace

v1::RawArticle MakePage(Dice& dice) {
  v1::RawArticle page;
  page.set_title(dice.Pick(Bodies()) + ", " + dice.Pick(Bodies()) + "와 손잡는다");
  page.set_outlet(dice.Pick(Outlets()));
  if (const int64_t time = kPublishTimes[dice.Roll(5)]; time != 0) {
    page.mutable_publish_time()->set_seconds(time);
  }
  std::string text;
  for (int paragraph = 2 + dice.Roll(3); paragraph > 0; --paragraph) text += MakeParagraph(dice) + "\n\n";
  page.set_text(std::move(text));
  (*page.mutable_labels())["desk"] = dice.Roll(2) == 0 ? "economy" : "science";
  return page;
}

}  // namespace sillok
