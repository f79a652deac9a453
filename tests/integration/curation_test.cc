// People's decisions over the wire: kept, tailed by the view, withdrawn, and there after a restart.
#include <algorithm>

#include "tests/integration/pair_test.h"

namespace sillok {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Curations = v1::CurationService::Stub;

class CurationTest : public PairTest {
 protected:
  void SetUp() override {
    PairTest::SetUp();
    const v1::CommitToken stored = Store(AgreementPage());
    company_ = Find("카카오", stored);
    university_ = Find("서울대학교", stored);
    ASSERT_FALSE(company_.empty());
    ASSERT_FALSE(university_.empty());
  }

  template <typename Request, typename Response>
  Response Decide(grpc::Status (Curations::*method)(grpc::ClientContext*, const Request&, Response*),
                  Request request) {
    request.set_author("편집부");
    const absl::StatusOr<Response> decided = pair_->Curate(method, request);
    EXPECT_TRUE(decided.ok()) << decided.status();
    return decided.value_or(Response());
  }

  v1::AddAliasResponse AddAlias(const std::string& entity, const std::string& alias) {
    v1::AddAliasRequest request;
    request.set_entity(entity);
    request.set_alias(alias);
    return Decide(&Curations::AddAlias, request);
  }

  v1::UndoCurationResponse Undo(const std::string& name) {
    v1::UndoCurationRequest request;
    request.set_name(name);
    return Decide(&Curations::UndoCuration, request);
  }

  // The names of the decisions, in their order.
  std::vector<std::string> List(bool show_undone) {
    std::vector<std::string> names;
    v1::ListCurationsRequest request;
    request.set_page_size(1);
    request.set_show_undone(show_undone);
    do {
      const auto page = pair_->Curate(&Curations::ListCurations, request);
      EXPECT_TRUE(page.ok()) << page.status();
      if (!page.ok()) break;
      for (const v1::Curation& curation : page->curations()) names.push_back(curation.name());
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return names;
  }

  // Whether the view comes to include the commit.
  bool Reaches(const v1::CommitToken& commit) {
    v1::GetStatusRequest request;
    *request.add_min_commit() = commit;
    const auto status = pair_->Query(&v1::QueryService::Stub::GetStatus, request);
    EXPECT_TRUE(status.ok()) << status.status();
    return status.ok() && status->sources(0).applied() >= commit.id();
  }

  std::string company_;
  std::string university_;
};

TEST_F(CurationTest, DecisionsAreKeptAndWithdrawn) {
  v1::NeverMergeRequest apart;
  apart.add_entities(university_);
  apart.add_entities(company_);
  const v1::NeverMergeResponse kept_apart = Decide(&Curations::NeverMerge, apart);
  EXPECT_THAT(kept_apart.curation().never_merge().entities(),
              ElementsAre(std::min(company_, university_), std::max(company_, university_)));
  v1::SplitEntityRequest split;
  split.set_entity(company_);
  split.add_referents(university_);
  const v1::SplitEntityResponse splitted = Decide(&Curations::SplitEntity, split);
  const v1::AddAliasResponse alias = AddAlias(company_, "다음카카오");
  EXPECT_THAT(List(false),
              ElementsAre(kept_apart.curation().name(), splitted.curation().name(), alias.curation().name()));

  const v1::UndoCurationResponse undo = Undo(splitted.curation().name());
  EXPECT_EQ(Undo(splitted.curation().name()).commit().id(), undo.commit().id());
  EXPECT_THAT(List(false), ElementsAre(kept_apart.curation().name(), alias.curation().name()));
  EXPECT_THAT(List(true), SizeIs(4));
}

TEST_F(CurationTest, TheViewGoesOnBehindADecision) {
  v1::MergeEntitiesRequest merge;
  merge.add_entities(company_);
  merge.add_entities(university_);
  const v1::MergeEntitiesResponse merged = Decide(&Curations::MergeEntities, merge);
  EXPECT_TRUE(Reaches(merged.commit()));
  const v1::CommitToken undone = Undo(merged.curation().name()).commit();
  EXPECT_GT(undone.id(), merged.commit().id());
  EXPECT_TRUE(Reaches(undone));
  const v1::CommitToken newer = Store(MeetingPage());
  EXPECT_EQ(newer.id(), undone.id() + 1);
  const std::string company = Find("카카오", newer);
  EXPECT_FALSE(company.empty());

  pair_->ForgetView();
  ASSERT_TRUE(pair_->StartQuery()) << pair_->Log();
  EXPECT_TRUE(Reaches(newer)) << "a new view comes past the decisions as well";
  EXPECT_EQ(Find("카카오", newer), company);
}

TEST_F(CurationTest, DecisionsAreThereAfterARestart) {
  const v1::AddAliasResponse alias = AddAlias(company_, "다음카카오");
  const std::vector<std::string> before = List(true);
  EXPECT_EQ(pair_->ingest().Stop(), 0);
  ASSERT_TRUE(pair_->StartIngest()) << pair_->Log();
  EXPECT_EQ(List(true), before);
  const v1::UndoCurationResponse undo = Undo(alias.curation().name());
  EXPECT_EQ(undo.commit().id(), alias.commit().id() + 1);
  EXPECT_THAT(List(false), IsEmpty());
  EXPECT_TRUE(Reaches(undo.commit()));
}

}  // namespace
}  // namespace sillok
