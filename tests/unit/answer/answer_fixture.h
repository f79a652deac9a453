// A published view with a handful of facts, for tests of what is answered from it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "query/answer/timeline.h"
#include "query/view/view.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {

// Three articles: "one" of 2024-03-18, "two" of 2024-06-13 and the undated "three". The company has the events
// 2023-12-01 (of "two"), 2024-03-14 (with the university), June 2024 (planned), and an unresolved one.
class AnswerFixture : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TestFolder>();
    view = OpenView(folder->path());
    AddOne();
    AddTwo();
    AddThree();
  }
  static void TearDownTestSuite() {
    view.reset();
    folder.reset();
  }

  static const ViewReader& reader() { return *view->Latest(); }

  // A plain answer; its failure is the test's.
  template <typename Request, typename Response>
  static Response Ask(absl::Status (*answer)(const Request&, const ViewReader&, Response&),
                      const Request& request) {
    Response response;
    const absl::Status status = answer(request, reader(), response);
    EXPECT_TRUE(status.ok()) << status << request.DebugString();
    return response;
  }

  // A page of a timeline, its events parsed.
  static v1::GetTimelineResponse AskTimeline(const v1::GetTimelineRequest& request) {
    v1::GetTimelineResponse page;
    EXPECT_TRUE(page.ParseFromString(Ask(&GetTimeline, request).SerializeAsString()));
    return page;
  }

  static inline std::unique_ptr<TestFolder> folder;
  static inline std::unique_ptr<View> view;
  static inline std::string company;     // 새봄전자
  static inline std::string university;  // 한결대학교
  static inline std::string person;      // 김도윤

 private:
  static void AddOne() {
    ArticleBuilder one("one");
    one.Published("2024-03-18").Title("협약");
    company = one.Name(v1::ENTITY_TYPE_ORGANIZATION, "새봄전자", {"새봄전자", "새봄전자", "새봄"});
    university = one.Name(v1::ENTITY_TYPE_ORGANIZATION, "한결대학교", {"한결대학교"});
    person = one.Name(v1::ENTITY_TYPE_PERSON, "김도윤", {"김도윤", "김 대표"});
    one.Event({.sentence = "새봄전자가 한결대학교와 협약을 체결했다.",
               .day = "2024-03-14",
               .last_day = {},
               .type = v1::EVENT_TYPE_AGREEMENT,
               .predicate = "체결하다",
               .participants = {company, university},
               .place = {}});
    one.Event({.sentence = "새봄전자는 6월 연구소를 연다.",
               .day = "2024-06-01",
               .last_day = "2024-06-30",
               .type = v1::EVENT_TYPE_LAUNCH,
               .status = v1::EVENT_STATUS_PLANNED,
               .predicate = "열다",
               .participants = {company},
               .place = {}});
    one.Event({.sentence = "새봄전자는 언젠가 상을 받았다.",
               .day = {},
               .last_day = {},
               .type = v1::EVENT_TYPE_AWARD,
               .predicate = "받다",
               .participants = {company},
               .place = {}});
    one.Quote("현장에서 바로 일할 인재", person, "2024-03-14", university);
    one.Quote("다음 일은 그때 말하겠다", person, "2024-05-01");
    one.Quote("언젠가 한 말", person, "");
    one.Quantity(company, "직원", 1500, "2024-03-01");
    one.Quantity(company, "매출", 30, "");
    ApplyAndPublish(*view, "aa", CommitOf(1, one.Build(), 1));
  }

  static void AddTwo() {
    ArticleBuilder two("two");
    two.Published("2024-06-13").Title("만남");
    const std::string again = two.Name(v1::ENTITY_TYPE_ORGANIZATION, "새봄전자", {"새봄전자"});
    const std::string brewery = two.Name(v1::ENTITY_TYPE_ORGANIZATION, "새봄양조", {"새봄양조"});
    two.Event({.sentence = "새봄전자가 새봄양조와 만났다.",
               .day = "2023-12-01",
               .last_day = {},
               .predicate = "만나다",
               .participants = {again, brewery},
               .place = {}});
    two.Quantity(again, "직원", 1200, "2023-12-31");
    ApplyAndPublish(*view, "aa", CommitOf(2, two.Build(), 2));
  }

  static void AddThree() {
    ArticleBuilder three("three");
    three.Title("날짜 없는 글");
    ApplyAndPublish(*view, "aa", CommitOf(3, three.Build(), 3));
  }
};

}  // namespace sillok::query
