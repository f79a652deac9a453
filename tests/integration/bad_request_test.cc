// Requests that must fail say which field and why; and the processes live on.
#include <functional>
#include <map>

#include "google/protobuf/text_format.h"
#include "tests/integration/pair_test.h"
#include "tests/support/case_table.h"

namespace sillok {
namespace {

// Calls a method with a request in text format.
using Method = std::function<absl::Status(ServicePair&, const std::string&)>;

template <typename Request, typename Response>
Method Of(grpc::Status (v1::QueryService::Stub::*method)(grpc::ClientContext*, const Request&, Response*)) {
  return [method](ServicePair& pair, const std::string& text) {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
    return pair.Query(method, request).status();
  };
}

template <typename Request, typename Response>
Method Of(grpc::Status (v1::IngestService::Stub::*method)(grpc::ClientContext*, const Request&, Response*)) {
  return [method](ServicePair& pair, const std::string& text) {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
    return pair.Ingest(method, request).status();
  };
}

template <typename Request, typename Response>
Method Of(grpc::Status (v1::CurationService::Stub::*method)(grpc::ClientContext*, const Request&,
                                                            Response*)) {
  return [method](ServicePair& pair, const std::string& text) {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
    return pair.Curate(method, request).status();
  };
}

absl::Status StreamTimeline(ServicePair& pair, const std::string& text) {
  v1::StreamTimelineRequest request;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
  grpc::ClientContext context;
  const auto reader = pair.query_stub().StreamTimeline(&context, request);
  v1::StreamTimelineResponse response;
  while (reader->Read(&response)) ADD_FAILURE() << "an event came: " << response.ShortDebugString();
  return FromGrpc(reader->Finish());
}

absl::Status ReextractArticles(ServicePair& pair, const std::string& text) {
  v1::ReextractArticlesRequest request;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
  grpc::ClientContext context;
  const auto reader = pair.ingest_stub().ReextractArticles(&context, request);
  v1::ReextractArticlesResponse response;
  while (reader->Read(&response)) ADD_FAILURE() << "a message came: " << response.ShortDebugString();
  return FromGrpc(reader->Finish());
}

std::map<std::string, Method> Methods() {
  using Query = v1::QueryService::Stub;
  using Ingest = v1::IngestService::Stub;
  using Curation = v1::CurationService::Stub;
  return {{"LookupEntities", Of(&Query::LookupEntities)},
          {"GetEntity", Of(&Query::GetEntity)},
          {"BatchGetEntities", Of(&Query::BatchGetEntities)},
          {"GetTimeline", Of(&Query::GetTimeline)},
          {"StreamTimeline", StreamTimeline},
          {"GetEvent", Of(&Query::GetEvent)},
          {"ListEvidence", Of(&Query::ListEvidence)},
          {"ListReferents", Of(&Query::ListReferents)},
          {"ListQuotes", Of(&Query::ListQuotes)},
          {"ListQuantities", Of(&Query::ListQuantities)},
          {"ListRelations", Of(&Query::ListRelations)},
          {"ListRelatedEntities", Of(&Query::ListRelatedEntities)},
          {"GetArticle", Of(&Query::GetArticle)},
          {"ListArticles", Of(&Query::ListArticles)},
          {"GetStatus", Of(&Query::GetStatus)},
          {"IngestArticle", Of(&Ingest::IngestArticle)},
          {"ExtractArticle", Of(&Ingest::ExtractArticle)},
          {"DeleteArticle", Of(&Ingest::DeleteArticle)},
          {"ReextractArticles", ReextractArticles},
          {"MergeEntities", Of(&Curation::MergeEntities)},
          {"SplitEntity", Of(&Curation::SplitEntity)},
          {"NeverMerge", Of(&Curation::NeverMerge)},
          {"AddAlias", Of(&Curation::AddAlias)},
          {"UndoCuration", Of(&Curation::UndoCuration)},
          {"ListCurations", Of(&Curation::ListCurations)}};
}

class BadRequestTest : public PairTest {};

TEST_F(BadRequestTest, NamesTheFieldAndTheFix) {
  const std::map<std::string, Method> methods = Methods();
  ForEachCase("integration/bad_requests.tsv", [&](const LexiconRow& row) {
    const std::string request(row[1]);
    const auto method = methods.find(std::string(row[0]));
    ASSERT_NE(method, methods.end());
    const absl::Status status = method->second(*pair_, request);
    EXPECT_EQ(absl::StatusCodeToString(status.code()), row[2]) << request << "\n" << status;
    if (row[2] == "NOT_FOUND") {
      EXPECT_TRUE(HasDetail(status, "ResourceInfo")) << request;
    } else {
      EXPECT_THAT(BadFields(status), ::testing::ElementsAre(std::string(row[3]))) << request << "\n"
                                                                                  << status;
    }
  });
  EXPECT_TRUE(pair_->query().running());
  EXPECT_TRUE(pair_->ingest().running());
  EXPECT_TRUE(Status().ok());
}

TEST_F(BadRequestTest, APageTokenOfAnotherRequest) {
  Store(AgreementPage());
  v1::ListArticlesRequest articles;
  *articles.add_min_commit() = Store(MeetingPage());
  articles.set_page_size(1);
  const auto page = pair_->Query(&v1::QueryService::Stub::ListArticles, articles);
  ASSERT_TRUE(page.ok()) << page.status();
  ASSERT_FALSE(page->next_page_token().empty());
  articles.set_page_token(page->next_page_token());
  articles.set_outlet("한빛신문");
  const auto other = pair_->Query(&v1::QueryService::Stub::ListArticles, articles);
  EXPECT_EQ(other.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(BadFields(other.status()), ::testing::ElementsAre("page_token"));
  v1::LookupEntitiesRequest lookup;
  lookup.set_query("새봄");
  lookup.set_page_token(page->next_page_token());
  const auto another = pair_->Query(&v1::QueryService::Stub::LookupEntities, lookup);
  EXPECT_THAT(BadFields(another.status()), ::testing::ElementsAre("page_token"));
}

TEST_F(BadRequestTest, APageAboveTheLimit) {
  v1::RawArticle page;
  page.set_text(std::string((4 << 20) + 1, 'a'));
  const auto stored = pair_->Ingest(page);
  EXPECT_EQ(stored.status().code(), absl::StatusCode::kInvalidArgument) << stored.status();
  EXPECT_THAT(BadFields(stored.status()), ::testing::ElementsAre("article.text"));
}

}  // namespace
}  // namespace sillok
