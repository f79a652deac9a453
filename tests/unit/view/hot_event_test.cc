// One event that hundreds of articles tell: in the store the same as in the slow derivation, whatever comes and goes.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "query/view/article_fold.h"
#include "query/view/event_fold.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

constexpr int kArticles = 360;

// Told by a few words of its own, with one of many organisations, on one of several days.
v1::Article Telling(int number) {
  ArticleBuilder article("a" + std::to_string(number));
  article.Published("2024-03-" + std::to_string(10 + number % 20)).Body("본문 " + std::to_string(number));
  const std::string person = article.Name(kPerson, "윤하경", {"윤하경"});
  const std::string name = "기관" + std::to_string(number % 80);
  const std::string other = article.Name(kOrganization, name, {name});
  const std::string words = number % 7 == 0 ? "오찬을 함께했다" : "반도체 공장 착공식에서 축사를 했다";
  article.Event({.sentence = words + " " + std::to_string(number % 11),
                 .day = "2024-03-14",
                 .status = number == 5 ? v1::EVENT_STATUS_PLANNED : v1::EVENT_STATUS_REPORTED,
                 .predicate = "하다",
                 .participants = {person, other}});
  return article.Build();
}

TEST(HotEvent, IsTheSlowDerivation) {
  TestFolder folder;
  const std::unique_ptr<View> view = OpenView(folder.path());
  int64_t commit = 0;
  std::vector<v1::Article> left;
  for (int number = 0; number < kArticles; ++number) {
    ++commit;
    ASSERT_TRUE(view->Apply("one", CommitOf(commit, Telling(number), 1), commit).ok());
  }
  for (int number = 0; number < kArticles; ++number) {
    if (number % 37 != 3) {
      left.push_back(Telling(number));
      continue;
    }
    ++commit;
    ASSERT_TRUE(view->Apply("one", DeletionOf(commit, "a" + std::to_string(number), 2), commit).ok());
  }
  ASSERT_TRUE(view->Publish().ok());
  const absl::StatusOr<MapRows> expected = DeriveView(left, {});
  ASSERT_TRUE(expected.ok());
  EXPECT_TRUE(CanonicalRows(*view->Latest()) == expected->rows());

  int largest = 0;
  for (const auto& [row, value] : expected->rows()) {
    if (row.first != Family::kEvents) continue;
    v1::Event event;
    ASSERT_TRUE(event.ParseFromString(value));
    largest = std::max(largest, event.evidence_count());
    EXPECT_LE(event.participants_size(), kFoldedParticipants);
    EXPECT_LE(event.independent_sources(), static_cast<int>(2 * kFoldedEnds));
  }
  EXPECT_GT(largest, static_cast<int>(2 * kFoldedEnds)) << "no event is hot";
}

}  // namespace
}  // namespace sillok::query
