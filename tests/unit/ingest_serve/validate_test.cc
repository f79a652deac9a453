#include "ingest/serve/validate.h"

#include <string>

#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"

namespace sillok::ingest {
namespace {

using testing::HasSubstr;

v1::IngestArticleRequest Good() {
  v1::IngestArticleRequest request;
  v1::RawArticle& article = *request.mutable_article();
  article.set_article_id("Han-1_a.~");
  article.set_url("https://news.example.com/a?id=1");
  article.set_outlet("한빛일보");
  article.set_title("제목");
  article.mutable_publish_time()->set_seconds(1'710'720'000);
  (*article.mutable_labels())["desk"] = "경제";
  article.set_text("본문입니다.");
  return request;
}

// The field that the status names; empty when it is OK or names none.
std::string FieldOf(const absl::Status& status) {
  const auto payload = status.GetPayload("type.googleapis.com/google.rpc.BadRequest");
  google::rpc::BadRequest detail;
  if (!absl::IsInvalidArgument(status) || !payload || !detail.ParseFromString(std::string(*payload))) {
    return "";
  }
  return detail.field_violations(0).field();
}

template <typename Change>
void ExpectField(const std::string& field, Change change) {
  v1::IngestArticleRequest request = Good();
  change(*request.mutable_article());
  const absl::Status status = ValidatePage(request);
  EXPECT_EQ(FieldOf(status), field) << status;
  EXPECT_LT(status.message().size(), 400u) << "a status must fit into a header";
}

TEST(ValidatePage, AcceptsWhatIsGood) {
  EXPECT_TRUE(ValidatePage(Good()).ok());
  v1::IngestArticleRequest least;
  least.mutable_article()->set_raw("\xB1\xE2\xBB\xE7");
  EXPECT_TRUE(ValidatePage(least).ok());
  least.mutable_article()->set_html(std::string(kMostContentBytes, 'x'));
  EXPECT_TRUE(ValidatePage(least).ok());
  ExpectField("", [](v1::RawArticle& article) { article.set_url("HTTP://h"); });
}

TEST(ValidatePage, NamesTheField) {
  EXPECT_EQ(FieldOf(ValidatePage(v1::IngestArticleRequest())), "article");
  ExpectField("article.content", [](v1::RawArticle& article) { article.clear_content(); });
  ExpectField("article.text", [](v1::RawArticle& article) { article.set_text(""); });
  ExpectField("article.text", [](v1::RawArticle& article) { article.set_text(" \n\t\u3000"); });
  ExpectField("article.html", [](v1::RawArticle& article) { article.set_html("  "); });
  ExpectField("article.raw", [](v1::RawArticle& article) { article.set_raw(""); });
  ExpectField("article.raw",
              [](v1::RawArticle& article) { article.set_raw(std::string(kMostContentBytes + 1, 'x')); });
  ExpectField("article.article_id", [](v1::RawArticle& article) { article.set_article_id("기사"); });
  ExpectField("article.article_id", [](v1::RawArticle& article) { article.set_article_id("a/b"); });
  ExpectField("article.article_id",
              [](v1::RawArticle& article) { article.set_article_id(std::string(129, 'a')); });
  for (const char* url :
       {"news.example.com/a", "ftp://example.com", "/a", "https://", "https:///a", "http://:80/",
        "http://exa mple.com", "javascript:alert(1)", "http://example.com/\n"}) {
    ExpectField("article.url", [&](v1::RawArticle& article) { article.set_url(url); });
  }
  ExpectField("article.url",
              [](v1::RawArticle& article) { article.set_url("http://h/" + std::string(2048, 'a')); });
  ExpectField("article.outlet", [](v1::RawArticle& article) { article.set_outlet(std::string(257, 'a')); });
  ExpectField("article.title", [](v1::RawArticle& article) { article.set_title(std::string(1025, 'a')); });
  ExpectField("article.publish_time", [](v1::RawArticle& article) {
    article.mutable_publish_time()->set_seconds(253'402'300'799);  // 9999
  });
  ExpectField("article.fetch_time",
              [](v1::RawArticle& article) { article.mutable_fetch_time()->set_nanos(-1); });
  for (const char* key : {"", "Desk", "1a", "a b", "한글"}) {
    ExpectField("article.labels", [&](v1::RawArticle& article) { (*article.mutable_labels())[key] = "v"; });
  }
  ExpectField("article.labels",
              [](v1::RawArticle& article) { (*article.mutable_labels())[std::string(100'000, 'a')] = "v"; });
  ExpectField("article.labels[desk]",
              [](v1::RawArticle& article) { (*article.mutable_labels())["desk"] = std::string(257, 'v'); });
  ExpectField("article.labels", [](v1::RawArticle& article) {
    for (int i = 0; i < 65; ++i) (*article.mutable_labels())["k" + std::to_string(i)] = "v";
  });
}

TEST(ValidateDeletion, TakesAName) {
  v1::DeleteArticleRequest request;
  for (const char* name : {"", "han-1", "articles/", "articles/a/b", "entities/a"}) {
    request.set_name(name);
    EXPECT_EQ(FieldOf(ValidateDeletion(request).status()), "name") << name;
  }
  request.set_name("articles/han-1");
  EXPECT_EQ(*ValidateDeletion(request), "han-1");
  request.mutable_delete_time()->set_seconds(-9'000'000'000);
  EXPECT_EQ(FieldOf(ValidateDeletion(request).status()), "delete_time");
}

TEST(ValidateReextraction, TakesNames) {
  v1::ReextractArticlesRequest request;
  EXPECT_TRUE(ValidateReextraction(request).ok());
  request.add_articles("articles/han-1");
  EXPECT_TRUE(ValidateReextraction(request).ok());
  request.add_articles("han-1");
  EXPECT_EQ(FieldOf(ValidateReextraction(request)), "articles[1]");
  request.clear_articles();
  for (int i = 0; i < 1001; ++i) request.add_articles(ArticleName(std::to_string(i)));
  EXPECT_EQ(FieldOf(ValidateReextraction(request)), "articles");
  request.mutable_articles()->RemoveLast();
  EXPECT_TRUE(ValidateReextraction(request).ok());
  EXPECT_EQ(ArticleIdIn(request.articles(7)), "7");
}

TEST(ValidateTail, WantsTheOriginOfAPosition) {
  v1::TailCommitsRequest request;
  EXPECT_TRUE(ValidateTail(request).ok());
  request.set_from(-1);
  EXPECT_EQ(FieldOf(ValidateTail(request)), "from");
  request.set_from(7);
  EXPECT_EQ(FieldOf(ValidateTail(request)), "origin");
  request.set_origin("0123456789abcdef");
  EXPECT_TRUE(ValidateTail(request).ok());
}

}  // namespace
}  // namespace sillok::ingest
