#include "tests/integration/test_pages.h"

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "common/time/civil_interval.h"

namespace sillok {

v1::RawArticle TextPage(const std::string& article_id, const std::string& outlet, const std::string& day,
                        const std::string& title, const std::string& text) {
  v1::RawArticle page;
  page.set_article_id(article_id);
  page.set_outlet(outlet);
  page.set_title(title);
  page.set_text(text);
  if (!day.empty()) {
    const absl::Time morning =
        absl::FromCivil(absl::CivilHour(*ParseDay(day)) + 9, absl::FixedTimeZone(9 * 60 * 60));
    page.mutable_publish_time()->set_seconds(absl::ToUnixSeconds(morning));
  }
  return page;
}

v1::RawArticle AgreementPage() {
  return TextPage("agreement-1", "한빛신문", "2024-03-18", "카카오, 서울대학교와 업무협약 체결",
                  "카카오는 지난 14일 서울에서 서울대학교와 업무협약을 체결했다고 18일 밝혔다.\n\n"
                  "김도윤 카카오 대표는 “현장에서 바로 일할 인재를 서울대학교와 함께 키우겠다”고 말했다.\n\n"
                  "카카오는 오는 6월 수원에서 서울대학교와 공동 연구소를 열 예정이다.\n\n"
                  "지난해 12월 기준 카카오 직원은 1200명이다.");
}

v1::RawArticle OtherAgreementPage() {
  return TextPage("agreement-2", "누리통신", "2024-03-15", "카카오·서울대학교, 인재 키운다",
                  "카카오와 서울대학교가 지난 14일 서울에서 업무협약을 체결했다.\n\n"
                  "협약식에는 김도윤 카카오 대표가 참석했다. 두 기관은 장학금도 마련하기로 했다.");
}

v1::RawArticle MeetingPage() {
  return TextPage("meeting-1", "한빛신문", "2024-06-13", "김도윤 카카오 대표, 수원서 창업자들 만나",
                  "김도윤 카카오 대표가 12일 수원에서 창업자들과 만났다.\n\n"
                  "김 대표는 “카카오는 올해 300억원을 투자하겠다”고 밝혔다.\n\n"
                  "2024년 6월 현재 카카오의 직원은 1500명이다.");
}

std::vector<v1::RawArticle> TestPages() { return {AgreementPage(), OtherAgreementPage(), MeetingPage()}; }

}  // namespace sillok
