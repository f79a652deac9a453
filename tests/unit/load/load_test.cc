#include <atomic>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <sstream>

#include "gmock/gmock.h"
#include "grpcpp/grpcpp.h"
#include "gtest/gtest.h"
#include "ingest/load/loader.h"
#include "ingest/load/manifest.h"
#include "ingest/load/page_source.h"
#include "ingest/load/progress.h"
#include "ingest/load/reextract.h"

namespace sillok::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ParseManifestRow, ReadsFileAndHints) {
  const auto row = ParseManifestRow(
      R"({"file":"a.html","articleId":"a-1","outlet":"한빛일보","publish_time":"2024-03-18T09:00:00+09:00","labels":{"desk":"경제"}})");
  ASSERT_TRUE(row.ok()) << row.status();
  EXPECT_EQ(row->file, "a.html");
  EXPECT_EQ(row->page.article_id(), "a-1");
  EXPECT_EQ(row->page.outlet(), "한빛일보");
  EXPECT_EQ(row->page.publish_time().seconds(), 1710720000);
  EXPECT_EQ(row->page.labels().at("desk"), "경제");
}

TEST(ParseManifestRow, TakesAPageByItself) {
  const auto row = ParseManifestRow(R"({"articleId":"a-1","text":"본문"})");
  ASSERT_TRUE(row.ok()) << row.status();
  EXPECT_EQ(row->page.text(), "본문");
}

TEST(ParseManifestRow, SaysWhatIsWrong) {
  for (const auto& [line, why] : {std::pair{"[1]", "JSON object"},
                                  {"{\"file\":", "JSON object"},
                                  {R"({"file":7})", "`file`"},
                                  {R"({"articleId":"a"})", "neither"},
                                  {R"({"file":"a.txt","text":"x"})", "both"},
                                  {R"({"file":"a.txt","publisher":"x"})", "publisher"},
                                  {R"({"file":"a.txt","publishTime":"18일"})", "RawArticle"}}) {
    const auto row = ParseManifestRow(line);
    ASSERT_FALSE(row.ok()) << line;
    EXPECT_THAT(std::string(row.status().message()), HasSubstr(why)) << line;
  }
}

class LoadTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ + "/below");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << content;
  }
  std::vector<std::string> Labels(const FoundPages& found) const {
    std::vector<std::string> labels;
    for (const PageSource& page : found.pages) labels.push_back(page.label.substr(folder_.size() + 1));
    return labels;
  }

  const std::string folder_ =
      std::filesystem::path(testing::TempDir() + "/load_test/" +
                            testing::UnitTest::GetInstance()->current_test_info()->name())
          .lexically_normal();
};

TEST_F(LoadTest, FindsPagesInAFolder) {
  Write("b.txt", "나");
  Write("a.HTML", "<p>가</p>");
  Write("below/c.htm", "다");
  Write("notes.md", "아니다");
  Write(".hidden.txt", "아니다");
  const FoundPages found = FindPages({folder_, folder_ + "/b.txt"});
  EXPECT_THAT(Labels(found), ElementsAre("a.HTML", "b.txt", "below/c.htm")) << "each once";
  EXPECT_THAT(found.failures, IsEmpty());
  EXPECT_EQ(ReadPage(found.pages[1])->raw(), "나");
}

TEST_F(LoadTest, AppliesTheManifestOfTheFolder) {
  Write("b.txt", "나");
  Write("c.txt", "다");
  Write("manifest.jsonl",
        "{\"file\":\"b.txt\",\"articleId\":\"b-1\"}\n\n{\"nonsense\":1}\n{\"text\":\"라\"}\n"
        "{\"file\":\"gone.txt\"}\n");
  const FoundPages found = FindPages({folder_});
  EXPECT_THAT(Labels(found), ElementsAre("b.txt", "c.txt", "manifest.jsonl:4", "gone.txt"));
  ASSERT_EQ(found.failures.size(), 1u);
  EXPECT_THAT(found.failures[0].label, HasSubstr("manifest.jsonl:3"));
  EXPECT_EQ(ReadPage(found.pages[0])->article_id(), "b-1");
  EXPECT_EQ(ReadPage(found.pages[0])->raw(), "나");
  EXPECT_EQ(ReadPage(found.pages[1])->article_id(), "");
  EXPECT_EQ(ReadPage(found.pages[2])->text(), "라");
  EXPECT_FALSE(ReadPage(found.pages[3]).ok());
  EXPECT_EQ(FindPages({folder_ + "/b.txt"}).pages[0].page.article_id(), "b-1") << "also for the file alone";
}

TEST_F(LoadTest, ReportsAPathThatIsNotThere) {
  const FoundPages found = FindPages({folder_ + "/none"});
  ASSERT_EQ(found.failures.size(), 1u);
  EXPECT_THAT(found.failures[0].label, HasSubstr("none"));
}

// Breaks the first streams, has no room for some pages at first, and refuses pages that say "나쁜".
class FlakyIngest final : public v1::IngestService::Service {
 public:
  grpc::Status IngestArticles(
      grpc::ServerContext* /*context*/,
      grpc::ServerReaderWriter<v1::IngestArticlesResponse, v1::IngestArticlesRequest>* stream) override {
    const int number = ++streams;
    v1::IngestArticlesRequest request;
    for (int i = 0; stream->Read(&request); ++i) {
      if (number <= 2 && i == 3) return {grpc::StatusCode::UNAVAILABLE, "going down"};
      v1::IngestArticlesResponse response;
      response.set_sequence(request.sequence());
      if (request.article().raw().find("나쁜") != std::string::npos) {
        response.mutable_status()->set_code(grpc::StatusCode::INVALID_ARGUMENT);
        response.mutable_status()->set_message("article.raw is bad");
      } else if (number == 3 && request.sequence() % 2 == 0) {
        response.mutable_status()->set_code(grpc::StatusCode::RESOURCE_EXHAUSTED);
      } else {
        const bool added = stored.insert(request.article().raw()).second;
        response.mutable_result()->set_disposition(added ? v1::DISPOSITION_CREATED
                                                         : v1::DISPOSITION_UNCHANGED);
      }
      stream->Write(response);
    }
    return grpc::Status::OK;
  }

  std::atomic<int> streams = 0;
  std::set<std::string> stored;  // one stream at a time
};

TEST_F(LoadTest, SendsAgainWhatABrokenStreamLeft) {
  FlakyIngest service;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  for (int i = 0; i < 20; ++i) Write("p" + std::to_string(100 + i) + ".txt", "기사 " + std::to_string(i));
  Write("q.txt", "나쁜 기사");
  Write("r.txt", std::string((4 << 20) + 1, 'x'));
  Write("manifest.jsonl", "{\"file\":\"s.txt\"}\n");

  Loader loader(grpc::CreateChannel("127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials()),
                {});
  int64_t seen = 0;
  const LoadReport report = loader.Load(
      FindPages({folder_}).pages, [&](const LoadReport& so_far) { EXPECT_EQ(so_far.settled(), ++seen); });
  EXPECT_EQ(service.stored.size(), 20u);
  EXPECT_EQ(report.settled(), 23);
  EXPECT_GE(service.streams, 4);
  ASSERT_EQ(report.failures.size(), 3u);
  std::set<std::string> failures;
  for (const LoadFailure& failure : report.failures) {
    failures.insert(failure.label.substr(folder_.size() + 1) + " " + failure.reason);
  }
  EXPECT_THAT(failures,
              ElementsAre("q.txt article.raw is bad", "r.txt is larger than 4 MiB", "s.txt cannot be read"));
}

TEST_F(LoadTest, GivesUpWhenNobodyAnswers) {
  Write("a.txt", "가");
  Loader loader(grpc::CreateChannel("127.0.0.1:1", grpc::InsecureChannelCredentials()),
                {.patience = absl::Milliseconds(300)});
  const LoadReport report = loader.Load(FindPages({folder_}).pages, [](const LoadReport&) {});
  ASSERT_EQ(report.failures.size(), 1u);
  EXPECT_THAT(report.failures[0].reason, HasSubstr("does not answer"));
}

TEST(Progress, IsALineOrABar) {
  LoadReport report;
  report.dispositions[v1::DISPOSITION_CREATED] = 7;
  report.failures.push_back({"a", "b"});
  std::ostringstream lines;
  Progress(lines, false, 24).Show(report);
  EXPECT_EQ(lines.str(), "8/24  created 7  failed 1\n");
  std::ostringstream bar;
  Progress(bar, true, 24).Show(report);
  EXPECT_THAT(bar.str(), HasSubstr("[##########....................] 8/24"));
  EXPECT_EQ(Summarize({}), "nothing");
}

// Breaks off after the first message until it has been called three times.
class FlakyReextraction final : public v1::IngestService::Service {
 public:
  explicit FlakyReextraction(bool works = true) : works_(works) {}
  grpc::Status ReextractArticles(grpc::ServerContext* /*context*/,
                                 const v1::ReextractArticlesRequest* request,
                                 grpc::ServerWriter<v1::ReextractArticlesResponse>* writer) override {
    ++calls;
    v1::ReextractArticlesResponse response;
    response.mutable_progress()->set_total(9);
    response.mutable_progress()->set_done(int64_t{3} * calls);
    response.mutable_progress()->set_changed(2);
    response.mutable_progress()->set_unchanged(1);
    response.mutable_progress()->set_skipped(int64_t{3} * (calls - 1));
    v1::ArticleDifference& difference = *response.mutable_difference();
    difference.set_name("articles/a");
    v1::FactDifferenceCount& count = *difference.add_counts();
    count.set_kind(v1::FACT_KIND_EVENT);
    count.set_added(1);
    if (request->validate_only()) {
      v1::FactDifference& fact = *difference.add_facts();
      fact.set_kind(v1::FACT_KIND_EVENT);
      fact.set_change(v1::FACT_CHANGE_CHANGED);
      fact.set_text("연구소를 열었다");
      fact.set_detail("place: → 부산\n");
    }
    writer->Write(response);
    if (calls < 3) return {grpc::StatusCode::UNAVAILABLE, "stopping"};
    return works_ ? grpc::Status::OK : grpc::Status(grpc::StatusCode::INTERNAL, "broken");
  }

  std::atomic<int> calls = 0;

 private:
  const bool works_;
};

std::pair<ReextractReport, std::string> ReextractFrom(FlakyReextraction& service, bool validate_only) {
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  std::ostringstream out;
  std::ostringstream log;
  const ReextractReport report =
      Reextract(grpc::CreateChannel("127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials()),
                {.validate_only = validate_only}, out, log);
  return {report, out.str()};
}

TEST(Reextract, GoesOnWhereItBrokeOff) {
  FlakyReextraction service;
  const auto [report, out] = ReextractFrom(service, /*validate_only=*/false);
  EXPECT_EQ(service.calls, 3);
  EXPECT_EQ(report.failure, "");
  EXPECT_EQ(Describe(report.progress), "9/9  changed 6  unchanged 3  skipped 6");
  EXPECT_EQ(out, "");
}

TEST(Reextract, PrintsWhatWouldChangeOnce) {
  FlakyReextraction service;
  const auto [report, out] = ReextractFrom(service, /*validate_only=*/true);
  EXPECT_EQ(service.calls, 1);
  EXPECT_EQ(report.failure, "stopping");
  EXPECT_EQ(out, "articles/a  event +1 -0 ~0\n  ~ event 연구소를 열었다\n      place: → 부산\n");
}

TEST(Reextract, SaysWhyItCouldNotGoOn) {
  FlakyReextraction service(/*works=*/false);
  EXPECT_EQ(ReextractFrom(service, /*validate_only=*/false).first.failure, "broken");
}

}  // namespace
}  // namespace sillok::ingest
