#include "query/link/name_groups.h"

#include <algorithm>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::query {
namespace {

using testing::ElementsAre;

GraphName Person(const std::string& name, const std::string& facet = "") {
  return {.key = {.type = v1::ENTITY_TYPE_PERSON, .name = name, .facet = facet}};
}

GraphName Foreign(const std::string& name, const std::string& facet, std::set<std::string> last_words = {}) {
  return {.key = {.type = v1::ENTITY_TYPE_PERSON, .name = name, .facet = facet},
          .foreign = true,
          .last_words = std::move(last_words)};
}

// Groups as words, "샘올트먼(business/오픈ai)+샘올트먼()"; the same whatever the order of the names.
std::vector<std::string> Groups(NameGraph graph) {
  const auto words = [](const std::vector<std::vector<NameKey>>& groups) {
    std::vector<std::string> said;
    for (const std::vector<NameKey>& group : groups) {
      std::string& text = said.emplace_back();
      for (const NameKey& key : group) text += (text.empty() ? "" : "+") + key.name + "(" + key.facet + ")";
    }
    return said;
  };
  std::vector<std::string> forward = words(GroupNames(graph));
  std::reverse(graph.names.begin(), graph.names.end());
  std::reverse(graph.links.begin(), graph.links.end());
  EXPECT_EQ(forward, words(GroupNames(graph)));
  return forward;
}

TEST(NameGroups, SoundAndASharedOrganizationJoin) {
  EXPECT_THAT(Groups({.names = {Foreign("샘올트먼", "business/오픈ai"), Foreign("샘알트만", "/오픈ai")}}),
              ElementsAre("샘알트만(/오픈ai)+샘올트먼(business/오픈ai)"));
}

TEST(NameGroups, SoundAloneProposesAndDoesNotDecide) {
  EXPECT_EQ(Groups({.names = {Foreign("샘올트먼", "business/오픈ai"), Foreign("샘알트만", "")}}).size(), 2);
  EXPECT_EQ(Groups({.names = {Foreign("샘올트먼", "business/오픈ai"), Foreign("샘알트만", "business/가온")}})
                .size(),
            2);
}

TEST(NameGroups, ALastWordBelongsToTheOnlyOneOfItsOrganization) {
  EXPECT_EQ(
      Groups({.names = {Foreign("샘올트먼", "business/오픈ai", {"ltmn"}), Foreign("올트먼", "/오픈ai")}})
          .size(),
      1);
  EXPECT_EQ(Groups({.names = {Foreign("샘올트먼", "business/오픈ai", {"ltmn"}),
                              Foreign("잭올트먼", "/오픈ai", {"ltmn"}), Foreign("올트먼", "/오픈ai")}})
                .size(),
            3);
}

TEST(NameGroups, WalksOfLifeThatExcludeEachOtherAreTwoPeople) {
  EXPECT_EQ(Groups({.names = {Person("표은서", "sport/두산"), Person("표은서", "politics/")}}).size(), 2);
  EXPECT_EQ(Groups({.names = {Person("표은서", "academia/한빛대"), Person("표은서", "politics/")}}).size(),
            1);
}

TEST(NameGroups, ANameThatManyBearIsOnePersonOnlyWithinAnOrganization) {
  EXPECT_EQ(Groups({.names = {Person("김민수", "business/가람전자"), Person("김민수", "business/한빛은행")}})
                .size(),
            2);
  EXPECT_EQ(Groups({.names = {Person("김민수", "business/가람전자"), Person("김민수", "/가람전자")}}).size(),
            1);
}

TEST(NameGroups, ANameWithoutAPositionGoesToTheOnlyNamesake) {
  EXPECT_EQ(Groups({.names = {Person("김민수"), Person("김민수", "business/가람전자")}}).size(), 1);
  EXPECT_THAT(Groups({.names = {Person("김민수"), Person("김민수", "business/가람전자"),
                                Person("김민수", "sport/두산")}}),
              ElementsAre("김민수()", "김민수(business/가람전자)", "김민수(sport/두산)"));
}

TEST(NameGroups, WhatAnArticleStatesJoins) {
  const GraphName player = Person("김민수", "sport/두산");
  const GraphName manager = Person("김민수", "business/가람전자");
  EXPECT_EQ(Groups({.names = {player, manager},
                    .links = {{.kind = NameLinkKind::kPosition, .a = player.key, .b = manager.key}}})
                .size(),
            1);
  const GraphName body = {.key = {.type = v1::ENTITY_TYPE_ORGANIZATION, .name = "오픈ai"}};
  const GraphName latin = {.key = {.type = v1::ENTITY_TYPE_ORGANIZATION, .name = "openai"}};
  EXPECT_EQ(Groups({.names = {body, latin}}).size(), 2);
  EXPECT_EQ(Groups({.names = {body, latin},
                    .links = {{.kind = NameLinkKind::kStated, .a = body.key, .b = latin.key}}})
                .size(),
            1);
}

TEST(NameGroups, NamesOfOneArticleStayAlone) {
  EXPECT_EQ(Groups({.names = {Person("표은서", "=a1"), Person("표은서", "=a2"), Person("표은서")}}).size(),
            3);
}

}  // namespace
}  // namespace sillok::query
