#include "query/answer/resource_name.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::query {
namespace {

using ::testing::HasSubstr;

TEST(ResourceName, GivesTheId) {
  EXPECT_EQ(*ParseEntityName("entities/0123456789abcdef01234567", "name"), "0123456789abcdef01234567");
  EXPECT_EQ(*ParseEventName("events/0123456789abcdef01234567", "name"), "0123456789abcdef01234567");
  EXPECT_EQ(*ParseArticleName("articles/A-z_0.9~", "name"), "A-z_0.9~");
}

TEST(ResourceName, RefusesEverythingElse) {
  for (const char* name : {"", "entities/", "0123456789abcdef01234567", "events/0123456789abcdef01234567",
                           "entities/0123456789ABCDEF01234567", "entities/0123456789abcdef0123456",
                           "entities/0123456789abcdef012345678", "entities/0123456789abcdef0123456g",
                           "entities/0123456789abcdef01234567/"}) {
    const auto id = ParseEntityName(name, "subject");
    EXPECT_EQ(id.status().code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_THAT(std::string(id.status().message()), HasSubstr("subject")) << name;
  }
  EXPECT_FALSE(ParseEventName("entities/0123456789abcdef01234567", "event").ok());
  EXPECT_FALSE(ParseArticleName("articles/", "name").ok());
  EXPECT_FALSE(ParseArticleName("articles/가", "name").ok());
  EXPECT_FALSE(ParseArticleName("articles/a/b", "name").ok());
  EXPECT_TRUE(ParseArticleName("articles/" + std::string(128, 'a'), "name").ok());
  EXPECT_FALSE(ParseArticleName("articles/" + std::string(129, 'a'), "name").ok());
}

}  // namespace
}  // namespace sillok::query
