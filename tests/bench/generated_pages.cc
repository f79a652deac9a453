#include "tests/bench/generated_pages.h"

#include <array>
#include <random>
#include <string_view>

#include "absl/strings/str_cat.h"

namespace sillok::bench {
namespace {

using Random = std::mt19937;

constexpr std::array<std::string_view, 12> kSubjects = {
    "시는",      "차도윤 시장은", "가온전자는",  "위원회는", "주민들은",        "전문가들은",
    "회사 측은", "정부는",        "한 관계자는", "조사단은", "누리대 연구팀은", "구는"};
constexpr std::array<std::string_view, 12> kObjects = {"솔내천 제방을 5km 더",
                                                       "새 도서관의 열람실을",
                                                       "95억원의 예산을 내년까지",
                                                       "반도체 공장의 증설 계획을",
                                                       "2025년 3월 18일 낸 보고서에서",
                                                       "‘가람 인공지능’이라는 서비스를",
                                                       "낡은 배수로 12곳을",
                                                       "시민 320명의 의견을",
                                                       "서울 중구의 한 호텔에서",
                                                       "지난해보다 12.5% 많은 물량을",
                                                       "“내년 6월까지 마치겠다”는 약속을",
                                                       "(주)누리소프트와 맺은 협약을"};
constexpr std::array<std::string_view, 10> kPredicates = {
    "고치기로 했다.",     "공개한다고 밝혔다.",        "검토하고 있다.", "다시 살피겠다고 말했다.",
    "늘렸다고 설명했다.", "기다리는 중이라고 전했다.", "반겼다.",        "발표했다.",
    "마련할 예정이다.",   "두고 의견이 갈렸다."};
constexpr std::array<std::string_view, 8> kHeadlines = {"장마 앞두고 배수로 점검 나선 구청들",
                                                        "새 아파트 청약 경쟁률 최고치",
                                                        "[단독] 누리소프트, 조직 개편 검토",
                                                        "“물가 잡힐까” 시장의 한숨",
                                                        "고수온 주의보…어민들 긴장",
                                                        "가온전자 2분기 영업이익 3조원",
                                                        "[포토] 솔내천의 봄",
                                                        "프로야구 가람 베어스 5연승"};
constexpr std::array<std::string_view, 10> kButtons = {"공유하기", "글자크기", "기사듣기", "댓글 12",
                                                       "좋아요 3", "URL 복사", "인쇄",     "스크랩",
                                                       "카카오톡", "페이스북"};

template <size_t N>
std::string_view Pick(Random& random, const std::array<std::string_view, N>& words) {
  return words[random() % N];
}

std::string Paragraph(Random& random) {
  std::string text;
  for (uint32_t sentence = 0; sentence < 2 + random() % 3; ++sentence) {
    if (!text.empty()) text += ' ';
    text.append(Pick(random, kSubjects)).append(" ").append(Pick(random, kObjects)).append(" ");
    text.append(Pick(random, kPredicates));
  }
  return text;
}

std::string Links(Random& random, int count, std::string_view name) {
  std::string html = "<div class=\"" + std::string(name) + "\"><ul>\n";
  for (int i = 0; i < count; ++i) {
    const std::string id = std::to_string(random() % 1000000);
    absl::StrAppend(
        &html, "<li class=\"item list_item\"><a href=\"https://www.garam.example/article/view.html?no=", id,
        "&amp;ref=main\" class=\"link txt_link\" data-tiara=\"news_", id,
        "\" target=\"_blank\"><span class=\"thumb\"><img src=\"https://img.garam.example/", id,
        ".jpg\" alt=\"\" width=\"120\" height=\"80\"></span><strong class=\"tit\">",
        std::string(Pick(random, kHeadlines)), "</strong></a></li>\n");
  }
  return html + "</ul></div>\n";
}

std::string Script(Random& random, int lines) {
  std::string html = "<script type=\"text/javascript\">\n";
  for (int i = 0; i < lines; ++i) {
    html += "  window._q = window._q || []; _q.push({id: 'slot-" + std::to_string(random() % 10000) +
            "', on: function (e) { if (e < 3 && e.ok) { document.write('<div>' + e + '</div>'); } }});\n";
  }
  return html + "</script>\n";
}

std::string Head(Random& random) {
  std::string html =
      "<!doctype html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\">\n<title>솔내천 둑 다시 고친다 - "
      "가람일보</title>\n"
      "<meta property=\"og:title\" content=\"솔내천 둑 다시 고친다\"><meta property=\"og:site_name\" "
      "content=\"가람일보\">\n"
      "<meta property=\"article:published_time\" content=\"2025-03-18T11:29:00+09:00\">\n"
      "<script "
      "type=\"application/ld+json\">{\"@context\":\"https://"
      "schema.org\",\"@type\":\"NewsArticle\",\"headline\":"
      "\"솔내천 둑 다시 "
      "고친다\",\"datePublished\":\"2025-03-18T11:29:00+09:00\",\"author\":{\"@type\":\"Person\",\"name\":"
      "\"구하람\"},\"publisher\":{\"@type\":\"Organization\",\"name\":\"가람일보\"}}</script>\n<style>\n";
  for (int i = 0; i < 150; ++i) {
    html += ".c" + std::to_string(i) + " { margin: 0 auto; padding: 4px 8px; color: #333; display: block }\n";
  }
  return html + "</style>\n" + Script(random, 120) + "</head>\n";
}

}  // namespace

std::string GenerateHtmlPage(uint32_t number) {
  Random random(number + 1);
  std::string html =
      Head(random) + "<body class=\"news_view\">\n<header>" + Links(random, 60, "gnb") + "</header>\n";
  html += "<div class=\"container\"><h1 class=\"headline\">솔내천 둑 다시 고친다</h1>\n<ul class=\"util\">";
  for (const std::string_view button : kButtons) {
    html.append("<li><button>").append(button).append("</button></li>");
  }
  html +=
      "</ul><p class=\"byline\">구하람 기자</p><p class=\"date\">입력 2025.03.18 11:29</p>\n"
      "<div class=\"article_body\" itemprop=\"articleBody\">\n";
  for (int i = 0; i < 18; ++i) {
    html += "<p style=\"margin: 0\">" + Paragraph(random) + "</p>\n";
    if (i % 6 == 5) html += "<div class=\"ad_box\">" + Script(random, 4) + "</div>\n";
  }
  html +=
      "<p>구하람 기자 haram@garam.example</p></div>\n" + Links(random, 40, "related") + Script(random, 150);
  html += Links(random, 60, "list_rank") + Script(random, 150) + Links(random, 40, "photo");
  return html + "</div><footer><p>Copyright ⓒ 가람일보. All rights reserved.</p></footer></body></html>\n";
}

std::string GenerateTextPage(uint32_t number) {
  Random random(number + 1);
  std::string text =
      "가람일보\n정치\n경제\n사회\n\n솔내천 둑 다시 고친다\n\n구하람 기자\n입력 2025.03.18 11:29\n";
  for (const std::string_view button : kButtons) text.append(button).append("\n");
  for (int i = 0; i < 110; ++i) text += "\n" + Paragraph(random) + "\n";
  text += "\n구하람 기자 haram@garam.example\nⓒ 가람일보, 무단전재 및 재배포 금지\n많이 본 뉴스\n";
  for (int i = 0; i < 80; ++i) text.append(Pick(random, kHeadlines)).append("\n");
  return text;
}

}  // namespace sillok::bench
