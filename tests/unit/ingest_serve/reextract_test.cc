// ReextractArticles over a loopback connection. The other extractor is a reading of the pages that is put into the store by
// hand under an older fingerprint.
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/time/clock.h"
#include "common/server/unary.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/serve/read_page.h"
#include "tests/unit/ingest_serve/reading_service.h"

namespace sillok::ingest {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr char kOlder[] = "sillok-0.0.1+of-a-test";

v1::RawArticle LabPage(const std::string& id, const std::string& extra = "") {
  v1::RawArticle page;
  page.set_article_id(id);
  page.set_text(
      "한빛테크, 부산에 연구소 연다\n\n한빛테크는 2024년 3월 18일 부산에 새 연구소를 열었다고 밝혔다. 직원은 "
      "30명이다. " +
      extra);
  page.mutable_fetch_time()->set_seconds(1'710'800'000);
  return page;
}

class ReextractTest : public ReadingServiceTest {
 protected:
  using Responses = std::vector<v1::ReextractArticlesResponse>;

  void SetUp() override {
    OpenStore();
    if (IsSkipped() || HasFatalFailure()) return;
    Serve([this] { ingest_->StopReextraction(); }, {ingest_.get()});
  }

  // What this extractor reads in the page.
  static v1::Article Reading(const v1::RawArticle& page) {
    absl::StatusOr<v1::Article> article = ReadPage(*pipeline_, page);
    EXPECT_TRUE(article.ok()) << article.status();
    return article.value_or(v1::Article());
  }
  // The same under the fingerprint of an older one, that found no quantities when it was `worse`.
  static v1::Article OlderReading(const v1::RawArticle& page, bool worse) {
    v1::Article article = Reading(page);
    article.set_extractor(kOlder);
    for (v1::Event& event : *article.mutable_events()) event.mutable_evidence(0)->set_extractor(kOlder);
    for (v1::Quantity& quantity : *article.mutable_quantities()) {
      quantity.mutable_evidence()->set_extractor(kOlder);
    }
    if (worse) article.clear_quantities();
    return article;
  }
  void PutOlder(const std::string& id, bool worse = true) {
    ASSERT_TRUE(store_->Put(LabPage(id), false, OlderReading(LabPage(id), worse)).ok());
  }
  void PutManyOlder(int count) {
    v1::Article reading = OlderReading(LabPage("many-0"), true);
    for (int i = 0; i < count; ++i) {
      reading.set_name("articles/many-" + std::to_string(i));
      ASSERT_TRUE(store_->Put(LabPage("many-" + std::to_string(i)), false, reading).ok());
    }
  }

  absl::Status Reextract(const v1::ReextractArticlesRequest& request, Responses& responses) {
    grpc::ClientContext context;
    const auto reader = stub_->ReextractArticles(&context, request);
    v1::ReextractArticlesResponse response;
    while (reader->Read(&response)) responses.push_back(response);
    return FromGrpc(reader->Finish());
  }
  // Those that tell of an article, by its name.
  static std::map<std::string, v1::ReextractArticlesResponse> Told(const Responses& responses) {
    std::map<std::string, v1::ReextractArticlesResponse> told;
    for (const v1::ReextractArticlesResponse& response : responses) {
      const std::string& name =
          response.has_difference() ? response.difference().name() : response.failure().name();
      if (!name.empty()) told[name] = response;
    }
    return told;
  }
  // "changed unchanged skipped failed of total", and that they add up.
  static std::string Totals(const Responses& responses) {
    if (responses.empty()) return "";
    const v1::ReextractProgress& progress = responses.back().progress();
    EXPECT_TRUE(responses.back().has_commit()) << "the last message has it";
    EXPECT_EQ(progress.done(), progress.total());
    EXPECT_EQ(progress.done(),
              progress.changed() + progress.unchanged() + progress.skipped() + progress.failed());
    return std::to_string(progress.changed()) + " " + std::to_string(progress.unchanged()) + " " +
           std::to_string(progress.skipped()) + " " + std::to_string(progress.failed());
  }
  // Every current commit.
  [[nodiscard]] std::map<std::string, v1::Commit> Log() const {
    std::map<std::string, v1::Commit> log;
    CommitStretch stretch = store_->ReadAfter(0);
    v1::Commit commit;
    while (stretch.Next(commit)) log[commit.article_id()] = commit;
    EXPECT_TRUE(stretch.status().ok()) << stretch.status();
    return log;
  }
};

TEST_F(ReextractTest, AnEmptyStoreHasNothingToRead) {
  Responses responses;
  ASSERT_TRUE(Reextract({}, responses).ok());
  EXPECT_EQ(Totals(responses), "0 0 0 0");
  EXPECT_EQ(responses.back().commit().origin(), store_->origin());
  EXPECT_EQ(responses.back().commit().id(), 0);
}

TEST_F(ReextractTest, ReadsWhatAnotherExtractorReadAndNothingElse) {
  PutOlder("worse");
  PutOlder("alike", /*worse=*/false);
  ASSERT_TRUE(store_->Put(LabPage("current"), false, Reading(LabPage("current"))).ok());
  ASSERT_TRUE(store_->Delete("gone", absl::Now(), true).ok());
  const std::map<std::string, v1::Commit> before = Log();

  Responses responses;
  ASSERT_TRUE(Reextract({}, responses).ok());
  EXPECT_EQ(Totals(responses), "1 1 1 0");
  EXPECT_EQ(responses.back().commit().id(), store_->head());
  EXPECT_EQ(store_->head(), 6);
  const auto told = Told(responses);
  ASSERT_THAT(told, SizeIs(1)) << "only what is read differently";
  const v1::ArticleDifference& difference = told.at("articles/worse").difference();
  EXPECT_EQ(difference.extractor(), kOlder);
  ASSERT_THAT(difference.counts(), SizeIs(1));
  EXPECT_EQ(difference.counts(0).kind(), v1::FACT_KIND_QUANTITY);
  EXPECT_GT(difference.counts(0).added(), 0);
  EXPECT_THAT(difference.facts(), IsEmpty()) << "only validate_only tells the facts";

  const std::map<std::string, v1::Commit> after = Log();
  ASSERT_THAT(after, SizeIs(4));
  for (const char* id : {"worse", "alike"}) {
    EXPECT_EQ(after.at(id).article().DebugString(), Reading(LabPage(id)).DebugString()) << id;
    EXPECT_EQ(after.at(id).content_hash(), before.at(id).content_hash()) << id;
    EXPECT_EQ(after.at(id).revision_time().seconds(), before.at(id).revision_time().seconds()) << id;
    EXPECT_GT(after.at(id).id(), 4) << id;
  }
  for (const char* id : {"current", "gone"}) EXPECT_EQ(after.at(id).id(), before.at(id).id());

  Responses again;
  ASSERT_TRUE(Reextract({}, again).ok());
  EXPECT_EQ(Totals(again), "0 0 3 0");
  EXPECT_EQ(store_->head(), 6);
  EXPECT_EQ(again.back().commit().id(), 6) << "what the call before stored is included";
}

TEST_F(ReextractTest, ValidateOnlyTellsEverythingAndChangesNothing) {
  PutOlder("worse");
  PutOlder("alike", /*worse=*/false);
  const std::map<std::string, v1::Commit> before = Log();
  v1::ReextractArticlesRequest request;
  request.set_validate_only(true);
  Responses responses;
  ASSERT_TRUE(Reextract(request, responses).ok());
  EXPECT_EQ(Totals(responses), "1 1 0 0");
  const auto told = Told(responses);
  ASSERT_THAT(told, SizeIs(2));
  EXPECT_THAT(told.at("articles/alike").difference().counts(), IsEmpty());
  const v1::ArticleDifference& difference = told.at("articles/worse").difference();
  ASSERT_GT(difference.facts_size(), 0);
  EXPECT_EQ(difference.facts(0).change(), v1::FACT_CHANGE_ADDED);
  EXPECT_THAT(difference.facts(0).text(), testing::HasSubstr("30명"));
  const std::map<std::string, v1::Commit> after = Log();
  ASSERT_EQ(after.size(), before.size());
  for (const auto& [id, commit] : before) EXPECT_EQ(after.at(id).DebugString(), commit.DebugString());
}

TEST_F(ReextractTest, ReadsTheNamedArticlesOnly) {
  for (const char* id : {"a", "b", "c"}) PutOlder(id);
  v1::ReextractArticlesRequest request;
  for (const char* name : {"articles/c", "articles/a", "articles/c"}) request.add_articles(name);
  Responses responses;
  ASSERT_TRUE(Reextract(request, responses).ok());
  EXPECT_EQ(Totals(responses), "2 0 0 0");
  EXPECT_EQ(Log().at("b").article().extractor(), kOlder);

  request.add_articles("articles/none");
  responses.clear();
  const absl::Status missing = Reextract(request, responses);
  EXPECT_EQ(missing.code(), absl::StatusCode::kNotFound);
  EXPECT_TRUE(missing.GetPayload("type.googleapis.com/google.rpc.ResourceInfo").has_value());
  EXPECT_THAT(responses, IsEmpty());

  request.mutable_articles()->RemoveLast();
  request.set_only_outdated(false);
  const int64_t head = store_->head();
  ASSERT_TRUE(Reextract(request, responses).ok());
  EXPECT_EQ(Totals(responses), "0 2 0 0") << "read again on demand";
  EXPECT_EQ(store_->head(), head) << "what is there already needs no commit";
}

TEST_F(ReextractTest, CountsFromNoStampedTime) {
  v1::RawArticle page = LabPage("a");
  page.set_text("3시간 전 올린 글\n\n한빛테크는 18일 연구소를 열었다.");
  v1::RawArticle given = page;
  given.clear_fetch_time();
  v1::Article older = Reading(given);
  older.set_extractor(kOlder);
  ASSERT_TRUE(store_->Put(page, /*stamped=*/true, older).ok());
  Responses responses;
  ASSERT_TRUE(Reextract({}, responses).ok());
  EXPECT_EQ(Log().at("a").article().DebugString(), Reading(given).DebugString());
}

TEST_F(ReextractTest, APageThatCannotBeReadEndsNothing) {
  v1::RawArticle unreadable = LabPage("broken");
  unreadable.set_raw(std::string("\0\1\2\3\xFF\xFE\xFD\0\1\2\3\4", 12));
  ASSERT_TRUE(store_->Put(unreadable, false, OlderReading(LabPage("broken"), true)).ok());
  PutOlder("whole");
  Responses responses;
  ASSERT_TRUE(Reextract({}, responses).ok());
  EXPECT_EQ(Totals(responses), "1 0 0 1");
  const auto told = Told(responses);
  EXPECT_EQ(told.at("articles/broken").failure().status().code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(Log().at("broken").article().extractor(), kOlder) << "it stays as it was";
}

// What comes in meanwhile wins, whichever is first.
TEST_F(ReextractTest, OverwritesNothingThatCameInMeanwhile) {
  constexpr int kArticles = 120;
  PutManyOlder(kArticles);
  std::thread writer([&] {
    for (int i = kArticles - 1; i >= 0; --i) {
      const std::string id = "many-" + std::to_string(i);
      if (i % 3 == 0) {
        EXPECT_TRUE(store_->Delete(id, absl::Now(), false).ok());
      } else if (i % 3 == 1) {
        v1::RawArticle page = LabPage(id, "고친 글이다.");
        page.mutable_fetch_time()->set_seconds(1'710'900'000);
        grpc::ClientContext context;
        v1::IngestArticleRequest request;
        *request.mutable_article() = page;
        v1::IngestArticleResponse response;
        EXPECT_TRUE(stub_->IngestArticle(&context, request, &response).ok()) << "pages are served meanwhile";
      }
    }
  });
  Responses responses;
  EXPECT_TRUE(Reextract({}, responses).ok());
  writer.join();
  (void)Totals(responses);
  const std::map<std::string, v1::Commit> log = Log();
  ASSERT_THAT(log, SizeIs(kArticles));
  for (int i = 0; i < kArticles; ++i) {
    const std::string id = "many-" + std::to_string(i);
    const v1::Commit& commit = log.at(id);
    ASSERT_EQ(commit.has_deletion(), i % 3 == 0) << id;
    if (commit.has_deletion()) continue;
    EXPECT_EQ(commit.article().extractor(), pipeline_->fingerprint()) << id;
    EXPECT_EQ(commit.revision_time().seconds(), i % 3 == 1 ? 1'710'900'000 : 1'710'800'000) << id;
  }
}

TEST_F(ReextractTest, OneAtATimeAndACancelledOneMakesRoom) {
  constexpr int kArticles = 400;
  PutManyOlder(kArticles);
  grpc::ClientContext context;
  const auto first = stub_->ReextractArticles(&context, v1::ReextractArticlesRequest());
  v1::ReextractArticlesResponse response;
  ASSERT_TRUE(first->Read(&response));
  EXPECT_EQ(response.progress().total(), kArticles);
  Responses responses;
  const absl::Status second = Reextract({}, responses);
  EXPECT_EQ(second.code(), absl::StatusCode::kResourceExhausted) << second;
  EXPECT_TRUE(second.GetPayload("type.googleapis.com/google.rpc.RetryInfo").has_value());
  context.TryCancel();
  EXPECT_EQ(first->Finish().error_code(), grpc::StatusCode::CANCELLED);

  const absl::Time give_up = absl::Now() + absl::Seconds(30);
  absl::Status status;
  do {
    responses.clear();
    status = Reextract({}, responses);
  } while (absl::IsResourceExhausted(status) && absl::Now() < give_up);
  ASSERT_TRUE(status.ok()) << status;
  const v1::ReextractProgress& progress = responses.back().progress();
  EXPECT_EQ(progress.done(), kArticles);
  EXPECT_GT(progress.changed(), 0) << "the cancelled call had not read all";
  for (const auto& [id, commit] : Log()) EXPECT_EQ(commit.article().extractor(), pipeline_->fingerprint());
}

TEST_F(ReextractTest, StopsSoonAndSaysSo) {
  PutManyOlder(400);
  grpc::ClientContext context;
  const auto reader = stub_->ReextractArticles(&context, v1::ReextractArticlesRequest());
  v1::ReextractArticlesResponse response;
  ASSERT_TRUE(reader->Read(&response));
  const absl::Time begin = absl::Now();
  server_->Stop();
  EXPECT_LT(absl::Now() - begin, absl::Seconds(4));
  while (reader->Read(&response)) {
  }
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
}

}  // namespace
}  // namespace sillok::ingest
