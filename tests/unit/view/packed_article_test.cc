#include "query/view/packed_article.h"

#include <string>

#include "gtest/gtest.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"
#include "tests/unit/view/article_builder.h"

namespace sillok::query {
namespace {

v1::Article LongArticle() {
  ArticleBuilder article("hankyung-1");
  article.Published("2024-03-18");
  for (int paragraph = 0; paragraph < 50; ++paragraph) {
    article.Body("오픈AI가 " + std::to_string(paragraph) + "일 서울에서 개발자 행사를 열었다.");
  }
  article.Name(kOrganization, "오픈AI", {"오픈AI", "오픈AI"});
  return article.Build();
}

absl::Status Unpack(std::string_view row) {
  v1::Article article;
  return UnpackArticle(row, article);
}

TEST(PackedArticle, GivesBackWhatWasPacked) {
  for (const v1::Article& article : {LongArticle(), v1::Article()}) {
    v1::Article read;
    const absl::Status status = UnpackArticle(PackArticle(article), read);
    ASSERT_TRUE(status.ok()) << status;
    EXPECT_EQ(SerializeRow(read), SerializeRow(article));
    EXPECT_EQ(UnpackArticleBytes(PackArticle(article)).value_or(""), SerializeRow(article));
  }
}

TEST(PackedArticle, IsSmaller) {
  const v1::Article article = LongArticle();
  EXPECT_LT(PackArticle(article).size(), SerializeRow(article).size() / 2);
}

TEST(PackedArticle, IsDataLossWhereTheRowIsBroken) {
  const std::string row = PackArticle(LongArticle());
  EXPECT_EQ(Unpack("").code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Unpack(std::string_view(row).substr(0, row.size() / 2)).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Unpack("no message").code(), absl::StatusCode::kDataLoss);
}

TEST(PackedArticle, IsDataLossWhereTheSizeIsAnother) {
  storage::v1::PackedArticle packed;
  ASSERT_TRUE(ParseRow(PackArticle(LongArticle()), packed).ok());
  const uint32_t size = packed.size();
  for (const uint32_t other : {0U, size - 1, size + 1, 0xFFFF'FFFFU}) {
    packed.set_size(other);
    EXPECT_EQ(Unpack(SerializeRow(packed)).code(), absl::StatusCode::kDataLoss) << other;
  }
}

}  // namespace
}  // namespace sillok::query
