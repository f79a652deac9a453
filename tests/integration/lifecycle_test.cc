// What becomes of answers when articles go, and when processes come and go.
#include "absl/time/clock.h"
#include "tests/integration/pair_test.h"
#include "tests/support/wire_dump.h"

namespace sillok {
namespace {

using Stub = v1::QueryService::Stub;

class LifecycleTest : public PairTest {
 protected:
  std::string Dump() {
    const absl::StatusOr<std::string> dump = WireDump(pair_->query_stub(), {});
    EXPECT_TRUE(dump.ok()) << dump.status();
    return dump.value_or("");
  }

  // Asks until the view has caught up with its only source.
  bool CatchesUp() {
    const absl::Time end = absl::Now() + absl::Seconds(30);
    while (absl::Now() < end) {
      const absl::StatusOr<v1::GetStatusResponse> status = Status();
      if (status.ok() && status->sources(0).connected() && status->sources(0).lag_millis() == 0) return true;
      absl::SleepFor(absl::Milliseconds(20));
    }
    return false;
  }
};

TEST_F(LifecycleTest, ADeletedArticleLeavesNothing) {
  Store(AgreementPage());
  const v1::CommitToken with_two = Store(OtherAgreementPage());
  ASSERT_FALSE(Find("카카오", with_two).empty());
  const std::string before = Dump();
  Store(MeetingPage());
  const absl::StatusOr<v1::DeleteArticleResponse> deleted = pair_->Delete("meeting-1");
  ASSERT_TRUE(deleted.ok()) << deleted.status();
  (void)Find("카카오", deleted->commit());
  EXPECT_EQ(Dump(), before);
  for (const char* id : {"agreement-1", "agreement-2"}) ASSERT_TRUE(pair_->Delete(id).ok());
  v1::GetStatusRequest request;
  *request.add_min_commit() =
      Store(TextPage("rest-1", "한빛신문", "2024-07-01", "장마", "오늘은 비가 왔다."));
  const auto status = pair_->Query(&Stub::GetStatus, request);
  ASSERT_TRUE(status.ok()) << status.status();
  EXPECT_EQ(status->articles(), 1);
  EXPECT_EQ(status->quotes(), 0);
  EXPECT_EQ(status->quantities(), 0);
}

TEST_F(LifecycleTest, TheSamePageAgainChangesNothing) {
  v1::RawArticle page = AgreementPage();
  page.mutable_fetch_time()->set_seconds(1'720'000'000);
  const v1::CommitToken first = Store(page);
  (void)Find("카카오", first);
  const std::string before = Dump();
  const auto again = pair_->Ingest(page);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->disposition(), v1::DISPOSITION_UNCHANGED);
  page.mutable_fetch_time()->set_seconds(1'710'000'000);
  page.set_text("옛 글이다. 카카오는 없다.");
  const auto older = pair_->Ingest(page);
  ASSERT_TRUE(older.ok());
  EXPECT_EQ(older->disposition(), v1::DISPOSITION_SUPERSEDED);
  (void)Find("카카오", older->commit());
  EXPECT_EQ(Dump(), before);
}

TEST_F(LifecycleTest, QueryAnswersWhileIngestIsAway) {
  const v1::CommitToken stored = Store(AgreementPage());
  const std::string company = Find("카카오", stored);
  EXPECT_EQ(pair_->ingest().Stop(), 0);
  absl::SleepFor(absl::Milliseconds(300));
  EXPECT_EQ(Find("카카오", stored), company);
  const absl::StatusOr<v1::GetStatusResponse> away = Status();
  ASSERT_TRUE(away.ok()) << away.status();
  EXPECT_FALSE(away->sources(0).connected());
  EXPECT_GT(away->sources(0).lag_millis(), 0);
  EXPECT_EQ(away->sources(0).applied(), stored.id());

  ASSERT_TRUE(pair_->StartIngest());
  const v1::CommitToken newer = Store(MeetingPage());
  EXPECT_EQ(newer.origin(), stored.origin());
  EXPECT_GT(newer.id(), stored.id());
  EXPECT_EQ(Find("카카오", newer).empty(), false);
  EXPECT_TRUE(CatchesUp());
}

TEST_F(LifecycleTest, QueryRestartsAndGoesOnFromItsPosition) {
  const v1::CommitToken stored = Store(AgreementPage());
  const std::string company = Find("카카오", stored);
  EXPECT_EQ(pair_->query().Stop(), 0);
  const v1::CommitToken missed = Store(OtherAgreementPage());
  ASSERT_TRUE(pair_->StartQuery());
  EXPECT_EQ(Find("카카오", missed).empty(), false);
  EXPECT_TRUE(CatchesUp());
  EXPECT_EQ(Status()->articles(), 2);
  const std::string continued = Dump();

  pair_->ForgetView();
  ASSERT_TRUE(pair_->StartQuery());
  (void)Find("카카오", missed);
  EXPECT_EQ(Dump(), continued) << "a view that went on equals one made anew";
}

TEST_F(LifecycleTest, AStoredStateIsServedWithoutIngest) {
  const v1::CommitToken stored = Store(AgreementPage());
  const std::string company = Find("카카오", stored);
  EXPECT_EQ(pair_->query().Stop(), 0);
  EXPECT_EQ(pair_->ingest().Stop(), 0);
  ASSERT_TRUE(pair_->StartQuery()) << "health must be SERVING: the stored state is complete";
  EXPECT_EQ(Find("카카오", stored), company);
  EXPECT_EQ(Status()->sources(0).lag_millis(), -1);
}

TEST_F(LifecycleTest, AFreshViewWithoutIngestIsNotServing) {
  EXPECT_EQ(pair_->ingest().Stop(), 0);
  pair_->ForgetView();
  pair_->LaunchQuery();
  EXPECT_FALSE(WaitForHealth(pair_->query_address(), absl::Seconds(2)));
  const absl::StatusOr<v1::GetStatusResponse> status = Status();
  EXPECT_EQ(status.status().code(), absl::StatusCode::kUnavailable) << status.status();
  EXPECT_TRUE(HasDetail(status.status(), "RetryInfo")) << status.status();
}

TEST_F(LifecycleTest, ACommitThatDoesNotComeIsUnavailable) {
  v1::GetStatusRequest request;
  v1::CommitToken& token = *request.add_min_commit();
  token.set_origin("0123456789abcdef");
  token.set_id(1);
  const absl::Time begin = absl::Now();
  const auto status = pair_->Query(&Stub::GetStatus, request, absl::Seconds(1));
  EXPECT_EQ(status.status().code(), absl::StatusCode::kUnavailable) << status.status();
  EXPECT_TRUE(HasDetail(status.status(), "RetryInfo"));
  EXPECT_GE(absl::Now() - begin, absl::Milliseconds(700));
}

}  // namespace
}  // namespace sillok
