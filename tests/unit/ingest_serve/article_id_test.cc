#include "ingest/serve/article_id.h"

#include "gtest/gtest.h"

namespace sillok::ingest {
namespace {

TEST(CanonicalUrl, DropsOnlyWhatSaysHowAReaderCame) {
  for (const auto& [url, canonical] :
       {std::pair{"HTTPS://News.Example.com/A?id=1&utm_source=x#top", "https://news.example.com/A?id=1"},
        {"http://h", "http://h/"},
        {"http://h?b=2&a=1", "http://h/?b=2&a=1"},
        {"http://h/p?utm_medium=s&fbclid=1&gclid=2", "http://h/p"},
        {"http://h/p?&a=1&&utm=2&", "http://h/p?a=1&utm=2"},
        {"http://h:8080/p;x=1?q=%EA%B0%80", "http://h:8080/p;x=1?q=%EA%B0%80"},
        {"http://h/p#?a=1", "http://h/p"},
        {"http://H/a://b", "http://h/a://b"}}) {
    EXPECT_EQ(CanonicalUrl(url), canonical);
    EXPECT_EQ(CanonicalUrl(canonical), canonical);
  }
}

TEST(ArticleIdOf, TakesTheCallersIdThenTheUrlThenTheContent) {
  v1::RawArticle article;
  article.set_text("본문");
  const std::string by_content = ArticleIdOf(article);
  EXPECT_EQ(by_content.size(), 24u);
  article.set_raw("본문");
  EXPECT_EQ(ArticleIdOf(article), by_content) << "the same bytes, however they were given";
  article.set_html("다른 본문");
  EXPECT_NE(ArticleIdOf(article), by_content);

  article.set_url("https://example.com/1?utm_source=a");
  const std::string by_url = ArticleIdOf(article);
  article.set_url("https://EXAMPLE.com/1#x");
  article.set_text("고친 본문");
  EXPECT_EQ(ArticleIdOf(article), by_url) << "a revision of the same page";

  article.set_article_id("mine");
  EXPECT_EQ(ArticleIdOf(article), "mine");
}

}  // namespace
}  // namespace sillok::ingest
