// What binds entities, asked of a view of a few articles.
#include "query/answer/relations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/view/view.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RelationsTest : public ::testing::Test {
 protected:
  RelationsTest() {
    ArticleBuilder one("one");
    one.Published("2024-03-18");
    company = one.Name(kOrganization, "새봄전자", {"새봄전자"});
    university = one.Name(kOrganization, "한결대학교", {"한결대학교"});
    person = one.Name(kPerson, "김도윤", {"김도윤"});
    one.Relation(company, university, "업무협약", "2024-03-14");
    one.Relation(person, company, "대표", "2024-03-18", v1::RELATION_KIND_POSITION);
    one.Relation(company, university, "투자", "", v1::RELATION_KIND_INVESTMENT);
    one.Relation(company, "", "벤처기업", "2024-01-05", v1::RELATION_KIND_SUBSIDIARY);
    ApplyAndPublish(*view, "aa", CommitOf(1, one.Build(), 1));

    ArticleBuilder two("two");
    two.Published("2024-06-13");
    const std::string again = two.Name(kOrganization, "새봄전자", {"새봄전자"});
    const std::string school = two.Name(kOrganization, "한결대학교", {"한결대학교"});
    const std::string holder = two.Name(kPerson, "김도윤", {"김도윤"});
    two.Relation(school, again, "업무 협약", "2024-03-14");
    two.Relation(holder, again, "대표", "2024-06-13", v1::RELATION_KIND_POSITION);
    two.Relation(again, school, "인수", "2024-12-01", v1::RELATION_KIND_ACQUISITION,
                 v1::EVENT_STATUS_PLANNED);
    ApplyAndPublish(*view, "aa", CommitOf(2, two.Build(), 2));
  }

  v1::ListRelationsResponse Ask(const v1::ListRelationsRequest& request) {
    v1::ListRelationsResponse response;
    const absl::Status status = ListRelations(request, *view->Latest(), response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  std::vector<std::string> Labels(const v1::ListRelationsRequest& request) {
    const v1::ListRelationsResponse response = Ask(request);
    std::vector<std::string> labels;
    labels.reserve(response.relations().size());
    for (const auto& told : response.relations()) labels.push_back(told.relation().label());
    return labels;
  }

  v1::ListRelationsRequest AsOf(const std::string& day) {
    v1::ListRelationsRequest request;
    request.set_entity(company);
    request.mutable_as_of()->set_first(day);
    request.mutable_as_of()->set_last(day);
    return request;
  }

  TestFolder folder;
  std::unique_ptr<View> view = OpenView(folder.path());
  std::string company;
  std::string university;
  std::string person;
};

TEST_F(RelationsTest, OneEntryForWhatSeveralArticlesTell) {
  v1::ListRelationsRequest request;
  request.set_entity(company);
  const v1::ListRelationsResponse all = Ask(request);
  EXPECT_THAT(Labels(request), ElementsAre("대표", "업무협약", "투자", "벤처기업", "인수"));
  const auto& position = all.relations(0);
  EXPECT_EQ(position.relation().subject_text(), "김도윤");
  EXPECT_EQ(position.relation().object_text(), "새봄전자");
  EXPECT_EQ(position.relation().valid().first_day(), "2024-03-18");
  EXPECT_EQ(position.relation().valid().last_day(), "2024-06-13");
  EXPECT_EQ(position.relation().valid().grain(), v1::GRAIN_RANGE);
  EXPECT_EQ(position.evidence_count(), 2);
  ASSERT_THAT(position.evidence(), SizeIs(2));
  EXPECT_EQ(position.evidence(0).article(), "articles/two") << "the latest first";
  EXPECT_EQ(position.relation().evidence().article(), "articles/two");
  EXPECT_EQ(all.relations(1).evidence_count(), 2) << "either side may be the subject";
  EXPECT_EQ(all.relations(1).relation().valid().grain(), v1::GRAIN_DAY);
  EXPECT_EQ(all.relations(3).relation().object(), "");
  EXPECT_EQ(all.relations(3).relation().object_text(), "벤처기업");
  EXPECT_EQ(all.relations(4).relation().status(), v1::EVENT_STATUS_PLANNED);
}

TEST_F(RelationsTest, TheOtherSideListsTheSame) {
  v1::ListRelationsRequest request;
  request.set_entity(university);
  EXPECT_THAT(Labels(request), ElementsAre("업무협약", "투자", "인수"));
  v1::ListRelationsRequest from_company;
  from_company.set_entity(company);
  from_company.set_other(university);
  EXPECT_EQ(Ask(request).DebugString(), Ask(from_company).DebugString());
  from_company.add_kinds(v1::RELATION_KIND_INVESTMENT);
  EXPECT_THAT(Labels(from_company), ElementsAre("투자"));
  from_company.set_other(person);
  EXPECT_THAT(Labels(from_company), IsEmpty());
}

// What is done once stays; a state holds as long as it is said; what is planned holds from the day it is planned for.
TEST_F(RelationsTest, AsOfADay) {
  EXPECT_THAT(Labels(AsOf("2024-01-05")), ElementsAre("벤처기업"));
  EXPECT_THAT(Labels(AsOf("2024-03-17")), ElementsAre("업무협약"));
  EXPECT_THAT(Labels(AsOf("2024-03-18")), ElementsAre("대표", "업무협약", "투자"));
  EXPECT_THAT(Labels(AsOf("2024-05-01")), ElementsAre("대표", "업무협약", "투자"));
  EXPECT_THAT(Labels(AsOf("2024-06-14")), ElementsAre("업무협약", "투자"));
  EXPECT_THAT(Labels(AsOf("2024-12-01")), ElementsAre("업무협약", "투자", "인수"));
  EXPECT_THAT(Labels(AsOf("2020")), IsEmpty());
}

TEST_F(RelationsTest, AsKnownOnADay) {
  v1::ListRelationsRequest request;
  request.set_entity(company);
  request.mutable_published()->set_last("2024-05");
  EXPECT_THAT(Labels(request), ElementsAre("대표", "업무협약", "투자", "벤처기업"));
  EXPECT_EQ(Ask(request).relations(0).evidence_count(), 1);
  EXPECT_EQ(Ask(request).relations(0).relation().valid().last_day(), "2024-03-18");
  request.mutable_published()->set_last("2024-02");
  EXPECT_THAT(Labels(request), IsEmpty());
}

TEST_F(RelationsTest, PagesAndEvidenceAreCut) {
  v1::ListRelationsRequest request;
  request.set_entity(company);
  request.set_page_size(2);
  request.set_evidence_limit(1);
  const v1::ListRelationsResponse first = Ask(request);
  ASSERT_THAT(first.relations(), SizeIs(2));
  EXPECT_EQ(first.relations(0).evidence_count(), 2);
  EXPECT_THAT(first.relations(0).evidence(), SizeIs(1));
  request.set_page_token(first.next_page_token());
  const v1::ListRelationsResponse second = Ask(request);
  ASSERT_THAT(second.relations(), SizeIs(2));
  EXPECT_EQ(second.relations(0).relation().label(), "투자");
  request.set_page_token(second.next_page_token());
  const v1::ListRelationsResponse third = Ask(request);
  ASSERT_THAT(third.relations(), SizeIs(1));
  EXPECT_TRUE(third.next_page_token().empty());
}

// Two names that are one entity have one relation, and lose it again with the article that joins them.
TEST_F(RelationsTest, NamesOfOneEntityHaveOneRelation) {
  ArticleBuilder three("three");
  three.Published("2024-07-01");
  const std::string latin = three.Name(kOrganization, "Saebom Electronics", {"Saebom Electronics"});
  const std::string holder = three.Name(kPerson, "김도윤", {"김도윤"});
  three.Relation(holder, latin, "대표", "2024-07-01", v1::RELATION_KIND_POSITION);
  ApplyAndPublish(*view, "aa", CommitOf(3, three.Build(), 3));
  v1::ListRelationsRequest request;
  request.set_entity(person);
  EXPECT_THAT(Labels(request), ElementsAre("대표", "대표"));
  v1::Commit merge;
  merge.set_id(4);
  merge.mutable_curation()->set_name("curations/one-company");
  merge.mutable_curation()->mutable_merge()->add_entities(company);
  merge.mutable_curation()->mutable_merge()->add_entities(latin);
  ApplyAndPublish(*view, "aa", merge);
  const v1::ListRelationsResponse merged = Ask(request);
  ASSERT_THAT(merged.relations(), SizeIs(1));
  EXPECT_EQ(merged.relations(0).evidence_count(), 3);
  request.set_entity(latin);
  request.set_other(person);
  EXPECT_EQ(Ask(request).relations(0).evidence_count(), 3);
  ApplyAndPublish(*view, "aa", DeletionOf(5, "three", 5));
  request.set_entity(person);
  request.clear_other();
  EXPECT_EQ(Ask(request).relations(0).evidence_count(), 2);
}

}  // namespace
}  // namespace sillok::query
