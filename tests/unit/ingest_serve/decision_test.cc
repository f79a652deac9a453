#include "ingest/serve/decision.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"

namespace sillok::ingest {
namespace {

using testing::ElementsAre;

constexpr char kOne[] = "entities/000000000000000000000001";
constexpr char kTwo[] = "entities/0123456789abcdef01234567";

// The field that the status names; empty when it is OK or names none.
template <typename Request>
std::string BadFieldOf(const Request& request) {
  const absl::Status status = DecisionOf(request).status();
  const auto payload = status.GetPayload("type.googleapis.com/google.rpc.BadRequest");
  google::rpc::BadRequest detail;
  if (!absl::IsInvalidArgument(status) || !payload || !detail.ParseFromString(std::string(*payload))) {
    return "";
  }
  EXPECT_FALSE(detail.field_violations(0).description().empty());
  EXPECT_LT(status.message().size(), 400U) << "a status must fit into a header";
  return detail.field_violations(0).field();
}

template <typename Request>
Request Signed() {
  Request request;
  request.set_author("편집부");
  return request;
}

v1::MergeEntitiesRequest Merge(const std::vector<std::string>& entities) {
  auto request = Signed<v1::MergeEntitiesRequest>();
  for (const std::string& entity : entities) request.add_entities(entity);
  return request;
}

v1::SplitEntityRequest Split(const std::string& entity, const std::vector<std::string>& referents) {
  auto request = Signed<v1::SplitEntityRequest>();
  request.set_entity(entity);
  for (const std::string& referent : referents) request.add_referents(referent);
  return request;
}

v1::NeverMergeRequest NeverMerge(const std::vector<std::string>& entities) {
  auto request = Signed<v1::NeverMergeRequest>();
  for (const std::string& entity : entities) request.add_entities(entity);
  return request;
}

v1::AddAliasRequest Alias(const std::string& entity, const std::string& alias) {
  auto request = Signed<v1::AddAliasRequest>();
  request.set_entity(entity);
  request.set_alias(alias);
  return request;
}

v1::UndoCurationRequest Undo(const std::string& name) {
  auto request = Signed<v1::UndoCurationRequest>();
  request.set_name(name);
  return request;
}

std::string NumberedEntity(int number) {
  const std::string digits = std::to_string(number);
  return "entities/" + std::string(24 - digits.size(), '0') + digits;
}

std::vector<std::string> NumberedEntities(int count) {
  std::vector<std::string> entities;
  entities.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) entities.push_back(NumberedEntity(i));
  return entities;
}

TEST(DecisionOf, CarriesWhatWasAsked) {
  v1::MergeEntitiesRequest merge = Merge({kTwo, kOne});
  merge.set_reason("두 이름, 한 회사");
  merge.mutable_create_time()->set_seconds(1'700'000'000);
  const auto merged = DecisionOf(merge);
  ASSERT_TRUE(merged.ok()) << merged.status();
  EXPECT_THAT(merged->merge().entities(), ElementsAre(kTwo, kOne));
  EXPECT_EQ(merged->author(), "편집부");
  EXPECT_EQ(merged->reason(), "두 이름, 한 회사");
  EXPECT_EQ(merged->create_time().seconds(), 1'700'000'000);

  const auto split = DecisionOf(Split(kOne, {kTwo}));
  ASSERT_TRUE(split.ok()) << split.status();
  EXPECT_EQ(split->split().entity(), kOne);
  EXPECT_THAT(split->split().referents(), ElementsAre(kTwo));
  EXPECT_FALSE(split->has_create_time()) << "stamped at receipt, not here";
  EXPECT_THAT(DecisionOf(NeverMerge({kOne, kTwo}))->never_merge().entities(), ElementsAre(kOne, kTwo));
  EXPECT_EQ(DecisionOf(Alias(kOne, "한빛 · 테크"))->alias().alias(), "한빛 · 테크");
  EXPECT_EQ(DecisionOf(Undo("curations/0123456789abcdef01234567"))->undo().curation(),
            "curations/0123456789abcdef01234567");
}

TEST(DecisionOf, CountsEntities) {
  EXPECT_EQ(BadFieldOf(Merge({})), "entities");
  EXPECT_EQ(BadFieldOf(Merge({kOne})), "entities");
  EXPECT_EQ(BadFieldOf(Merge(NumberedEntities(100))), "");
  EXPECT_EQ(BadFieldOf(Merge(NumberedEntities(101))), "entities");
  EXPECT_EQ(BadFieldOf(NeverMerge({kOne})), "entities");
  EXPECT_EQ(BadFieldOf(NeverMerge(NumberedEntities(3))), "entities");
  EXPECT_EQ(BadFieldOf(Split(kTwo, {})), "referents");
  EXPECT_EQ(BadFieldOf(Split(kTwo, NumberedEntities(100))), "");
  EXPECT_EQ(BadFieldOf(Split(kTwo, NumberedEntities(101))), "referents");
}

TEST(DecisionOf, WantsDifferentEntities) {
  EXPECT_EQ(BadFieldOf(Merge({kOne, kTwo, kOne})), "entities[2]");
  EXPECT_EQ(BadFieldOf(NeverMerge({kOne, kOne})), "entities[1]");
  EXPECT_EQ(BadFieldOf(Split(kOne, {kTwo, kTwo})), "referents[1]");
  EXPECT_EQ(BadFieldOf(Split(kOne, {kTwo, kOne})), "referents[1]") << "an entity does not leave itself";
}

TEST(DecisionOf, KnowsANameFromNone) {
  for (const char* name : {"", "한빛", "000000000000000000000001", "entities/", "entities/1",
                           "events/000000000000000000000001", "entities/00000000000000000000000A",
                           "entities/0000000000000000000000011", "entities/00000000000000000000000/"}) {
    EXPECT_EQ(BadFieldOf(Merge({kOne, name})), "entities[1]") << name;
    EXPECT_EQ(BadFieldOf(Split(name, {kOne})), "entity") << name;
    EXPECT_EQ(BadFieldOf(Split(kOne, {name})), "referents[0]") << name;
    EXPECT_EQ(BadFieldOf(NeverMerge({name, kOne})), "entities[0]") << name;
    EXPECT_EQ(BadFieldOf(Alias(name, "한빛")), "entity") << name;
    EXPECT_EQ(BadFieldOf(Undo(name)), "name") << name;
  }
  EXPECT_EQ(BadFieldOf(Undo(kOne)), "name");
}

TEST(DecisionOf, WantsAnAliasThatIsAName) {
  for (const char* alias : {"", " ", "·", " · \u3000\u200b", "한빛\n테크", "\n", "한빛\t", "\x7F"}) {
    EXPECT_EQ(BadFieldOf(Alias(kOne, alias)), "alias") << alias;
  }
  EXPECT_EQ(BadFieldOf(Alias(kOne, std::string(256, 'a'))), "");
  EXPECT_EQ(BadFieldOf(Alias(kOne, std::string(257, 'a'))), "alias");
}

TEST(DecisionOf, WantsToKnowWhoAndWhen) {
  v1::AddAliasRequest request = Alias(kOne, "한빛");
  for (const char* author : {"", " ", "\u3000\n"}) {
    request.set_author(author);
    EXPECT_EQ(BadFieldOf(request), "author");
  }
  request.set_author(std::string(257, 'a'));
  EXPECT_EQ(BadFieldOf(request), "author");
  request.set_author("편집부");
  request.set_reason(std::string(1024, 'a'));
  EXPECT_EQ(BadFieldOf(request), "");
  request.set_reason(std::string(1025, 'a'));
  EXPECT_EQ(BadFieldOf(request), "reason");
  request.clear_reason();
  request.mutable_create_time()->set_seconds(-9'000'000'000);
  EXPECT_EQ(BadFieldOf(request), "create_time");
  request.mutable_create_time()->set_seconds(0);
  request.mutable_create_time()->set_nanos(1'000'000'000);
  EXPECT_EQ(BadFieldOf(request), "create_time");
}

}  // namespace
}  // namespace sillok::ingest
