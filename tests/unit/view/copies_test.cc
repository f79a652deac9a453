#include "query/view/copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "query/view/article_sketch.h"
#include "query/view/view.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Story(int story, int words) {
  std::string text;
  for (int word = 0; word < words; ++word) text += "낱말" + std::to_string(story * 10000 + word) + " ";
  return text;
}

class CopiesTest : public ::testing::Test {
 protected:
  v1::Article Add(const std::string& id, const std::string& body, const std::string& title = "") {
    ArticleBuilder article(id);
    article.Title(title);
    if (!body.empty()) article.Body(body);
    ++commits_;
    ApplyAndPublish(*view_, "aa", CommitOf(commits_, article.Build(), commits_));
    return article.Build();
  }

  std::vector<std::string> CopiesOf(const v1::Article& article) {
    const auto copies = view_->Latest()->ReadCopies(article);
    EXPECT_TRUE(copies.ok()) << copies.status();
    std::vector<std::string> ids;
    ids.reserve(copies->size());
    for (const ArticleCopy& copy : *copies) ids.push_back(copy.article_id);
    return ids;
  }

  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
  int64_t commits_ = 0;
};

TEST_F(CopiesTest, NearestFirstThenById) {
  const v1::Article wire = Add("wire", Story(1, 200));
  Add("other", Story(2, 200));
  Add("edited", Story(1, 200) + "한빛뉴스 박서준 기자");
  Add("b-same", Story(1, 200));
  Add("a-same", Story(1, 200));
  EXPECT_THAT(CopiesOf(wire), ElementsAre("a-same", "b-same", "edited"));
  ApplyAndPublish(*view_, "aa", DeletionOf(100, "b-same", 100));
  EXPECT_THAT(CopiesOf(wire), ElementsAre("a-same", "edited"));
  commits_ = 200;
  Add("a-same", Story(3, 200));
  EXPECT_THAT(CopiesOf(wire), ElementsAre("edited"));
}

TEST_F(CopiesTest, ShortTextsAreCopiesWhenTheyAreEqual) {
  const v1::Article news = Add("news", "가람시는 2일 새 도서관을 열었다.");
  Add("same", "가람시는 2일  새 도서관을\n열었다.");
  Add("near", "가람시는 3일 새 도서관을 열었다.");
  EXPECT_THAT(CopiesOf(news), ElementsAre("same"));
}

TEST_F(CopiesTest, WithoutATextNothingIsACopy) {
  const v1::Article empty = Add("empty-1", "");
  Add("empty-2", "");
  EXPECT_THAT(CopiesOf(empty), IsEmpty());
}

TEST_F(CopiesTest, NoMoreThanAHundred) {
  v1::Article last;
  for (int i = 0; i < 103; ++i) last = Add("copy-" + std::to_string(1000 + i), Story(1, 50));
  const std::vector<std::string> copies = CopiesOf(last);
  ASSERT_THAT(copies, SizeIs(kMaxCopies));
  EXPECT_EQ(copies.front(), "copy-1000");
}

// Every sketch that may be a copy stands in a band where it is looked up: tried with bits turned at random.
TEST_F(CopiesTest, BandsMissNoCopy) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 200; ++round) {
    const uint64_t sketch = random();
    uint64_t other = sketch;
    while (SketchDistance(sketch, other) < kCopyDistance) other ^= uint64_t{1} << (random() % 64);
    int found = 0;
    for (int band = 0; band < kSketchBands; ++band) {
      const std::string here = SketchBandKey(band, sketch, "");
      const std::string there = SketchBandKey(band, other, "");
      const int near =
          SketchDistance(static_cast<unsigned char>(here[1]) << 8 | static_cast<unsigned char>(here[2]),
                         static_cast<unsigned char>(there[1]) << 8 | static_cast<unsigned char>(there[2]));
      if (near <= (band == 3 ? 1 : 2)) ++found;
    }
    EXPECT_GT(found, 0);
  }
}

}  // namespace
}  // namespace sillok::query
