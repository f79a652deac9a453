#include "common/page/page.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok {
namespace {

using ::testing::HasSubstr;

v1::ListArticlesRequest Labelled() {
  v1::ListArticlesRequest request;
  (*request.mutable_labels())["desk"] = "경제";
  (*request.mutable_labels())["feed"] = "시험";
  return request;
}

TEST(Page, DefaultsAndCutsTheSize) {
  v1::ListArticlesRequest request;
  EXPECT_EQ(ReadPage(request)->size, 20U);
  request.set_page_size(7);
  EXPECT_EQ(ReadPage(request)->size, 7U);
  request.set_page_size(1'000'000);
  EXPECT_EQ(ReadPage(request)->size, 1000U);
  request.set_page_size(-1);
  EXPECT_EQ(ReadPage(request).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(ReadPage(request).status().message()), HasSubstr("page_size"));
}

TEST(Page, TokenCarriesTheSortKey) {
  v1::ListArticlesRequest request = Labelled();
  const std::string key("2024\0-03\xff", 9);
  request.set_page_token(MakePageToken(Labelled(), key));
  EXPECT_EQ(ReadPage(request)->after, key);
  request.set_page_size(3);
  request.add_min_commit()->set_id(1);
  EXPECT_EQ(ReadPage(request)->after, key);
}

TEST(Page, TokenBelongsToItsRequest) {
  const std::string token = MakePageToken(Labelled(), "key");
  v1::ListArticlesRequest other = Labelled();
  other.set_outlet("다른신문");
  other.set_page_token(token);
  EXPECT_THAT(std::string(ReadPage(other).status().message()), HasSubstr("page_token"));
  v1::ListEvidenceRequest another_method;
  another_method.set_page_token(token);
  EXPECT_EQ(ReadPage(another_method).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(Page, GarbageIsNoToken) {
  for (const char* garbage : {"x", "!!!", "AAAA", "가나다", "AAAAAAAAAAAAAAAAAAAA"}) {
    v1::ListArticlesRequest request;
    request.set_page_token(garbage);
    EXPECT_EQ(ReadPage(request).status().code(), absl::StatusCode::kInvalidArgument) << garbage;
  }
}

}  // namespace
}  // namespace sillok
