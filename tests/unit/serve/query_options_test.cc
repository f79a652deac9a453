#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/serve/options.h"

namespace sillok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(QueryOptions, TakesBothWaysOfWriting) {
  const absl::StatusOr<Options> options = ParseOptions(
      {"--data_dir=/var/lib/view", "--listen", "0.0.0.0:7", "--workers=3", "--queue", "9", "--cache_mib=64"});
  ASSERT_TRUE(options.ok()) << options.status();
  EXPECT_EQ(options->data_dir, "/var/lib/view");
  EXPECT_EQ(options->listen, "0.0.0.0:7");
  EXPECT_EQ(options->workers, 3);
  EXPECT_EQ(options->queue, 9);
  EXPECT_EQ(options->cache_mib, 64);
  EXPECT_THAT(options->follow, ElementsAre("127.0.0.1:50051"));
}

TEST(QueryOptions, FollowsSeveralStores) {
  const absl::StatusOr<Options> options =
      ParseOptions({"--data_dir=d", "--follow=a:1,b:2", "--follow", "c:3"});
  ASSERT_TRUE(options.ok()) << options.status();
  EXPECT_THAT(options->follow, ElementsAre("a:1", "b:2", "c:3"));
}

TEST(QueryOptions, SaysWhatIsWrong) {
  const std::pair<std::vector<std::string>, const char*> wrong[] = {
      {{}, "--data_dir"},
      {{"--data_dir"}, "lacks its value"},
      {{"--data_dir=d", "--folow=a:1"}, "--folow"},
      {{"--data_dir=d", "--follow=a"}, "HOST:PORT"},
      {{"--data_dir=d", "--follow=a:1,"}, "HOST:PORT"},
      {{"--data_dir=d", "--listen=:5"}, "HOST:PORT"},
      {{"--data_dir=d", "--workers=many"}, "--workers"},
      {{"--data_dir=d", "--queue=0"}, "--queue"},
      {{"d"}, "'d'"},
  };
  for (const auto& [arguments, problem] : wrong) {
    const absl::StatusOr<Options> options = ParseOptions(arguments);
    EXPECT_EQ(options.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(options.status().message()), HasSubstr(problem));
  }
}

TEST(QueryOptions, HelpNeedsNothingElse) {
  EXPECT_TRUE(ParseOptions({"--help"})->help);
  EXPECT_THAT(std::string(Usage()), HasSubstr("--follow"));
}

}  // namespace
}  // namespace sillok::query
