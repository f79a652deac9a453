// Pages that nobody writes and somebody sends: an answer with warnings, and the processes live on.
#include "tests/integration/pair_test.h"

namespace sillok {
namespace {

class OddPageTest : public PairTest {
 protected:
  // Stored with at least one warning, and then read back through the view with the same warnings.
  void ExpectStoredWithWarnings(const v1::RawArticle& page) {
    const absl::StatusOr<v1::IngestArticleResponse> stored = pair_->Ingest(page);
    ASSERT_TRUE(stored.ok()) << stored.status();
    EXPECT_GT(stored->warnings_size(), 0) << page.article_id();
    v1::GetArticleRequest request;
    request.set_name(stored->name());
    *request.add_min_commit() = stored->commit();
    const auto read = pair_->Query(&v1::QueryService::Stub::GetArticle, request);
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(read->article().warnings_size(), stored->warnings_size());
    EXPECT_TRUE(pair_->ingest().running());
    EXPECT_TRUE(pair_->query().running());
  }

  static v1::RawArticle Html(const std::string& article_id, std::string html) {
    v1::RawArticle page;
    page.set_article_id(article_id);
    page.set_html(std::move(html));
    return page;
  }
};

std::string Repeated(const std::string& text, int times) {
  std::string repeated;
  repeated.reserve(text.size() * static_cast<size_t>(times));
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

TEST_F(OddPageTest, ADateInTheYear9999) {
  v1::RawArticle page =
      TextPage("year-9999", "한빛신문", "", "먼 훗날",
               "새봄전자는 9999년 12월 31일 서울에서 행사를 열었다.\n\n그날은 아직 오지 않았다.");
  ExpectStoredWithWarnings(page);
}

TEST_F(OddPageTest, TenThousandLinks) {
  std::string html = "<html><body><p>새봄전자가 오늘 서울에서 행사를 열었다.</p><ul>";
  for (int i = 0; i < 10'000; ++i) {
    html += "<li><a href=\"/news/" + std::to_string(i) + "\">관련 기사</a></li>";
  }
  ExpectStoredWithWarnings(Html("many-links", html + "</ul></body></html>"));
}

TEST_F(OddPageTest, NestedAHundredThousandDeep) {
  ExpectStoredWithWarnings(Html("deep", "<html><body>" + Repeated("<div>", 100'000) +
                                            "새봄전자가 서울에서 행사를 열었다." +
                                            Repeated("</div>", 100'000)));
}

TEST_F(OddPageTest, OneSentenceOfAMebibyte) {
  v1::RawArticle page;
  page.set_article_id("long-sentence");
  page.set_text(Repeated("새봄전자와 한결대학교가 만나고 ", 25'000) + "헤어졌다.");
  ASSERT_GT(page.text().size(), size_t{1} << 20);
  ExpectStoredWithWarnings(page);
}

TEST_F(OddPageTest, APageWithoutASentence) {
  v1::RawArticle page;
  page.set_article_id("no-sentence");
  page.set_text("***\n\n---\n\n…");
  ExpectStoredWithWarnings(page);
}

}  // namespace
}  // namespace sillok
