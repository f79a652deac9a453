// Names as people type them: a table over a view of some sixty names; namesakes, pages and bounds.
#include "query/answer/lookup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "query/answer/name_search.h"
#include "tests/support/case_table.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

v1::EntityType TypeOf(std::string_view word) {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  EXPECT_TRUE(
      v1::EntityType_Parse(absl::StrCat("ENTITY_TYPE_", absl::AsciiStrToUpper(std::string(word))), &type))
      << word;
  return type;
}

class NamedView {
 public:
  void Put(const ArticleBuilder& article) {
    ++commits_;
    ApplyAndPublish(*view_, "aa", CommitOf(commits_, article.Build(), commits_));
  }

  // A name in an article of its own.
  std::string Name(v1::EntityType type, const std::string& name, const std::vector<std::string>& forms,
                   const std::string& title = "", const std::string& organization = "") {
    ArticleBuilder article(absl::StrCat("article-", commits_));
    std::string entity = article.Name(type, name, forms);
    if (!title.empty()) article.Position(entity, title, organization, "", "2024-03-18");
    Put(article);
    return entity;
  }

  v1::LookupEntitiesResponse Ask(const v1::LookupEntitiesRequest& request) const {
    v1::LookupEntitiesResponse response;
    const absl::Status status = LookupEntities(request, *view_->Latest(), response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }
  v1::LookupEntitiesResponse Ask(std::string_view query) const {
    v1::LookupEntitiesRequest request;
    request.set_query(std::string(query));
    return Ask(request);
  }

 private:
  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
  int64_t commits_ = 0;
};

std::vector<std::string> NamesIn(const v1::LookupEntitiesResponse& response) {
  std::vector<std::string> names;
  for (const auto& match : response.matches()) names.push_back(match.entity().display_name());
  return names;
}

void PutTable(NamedView& view) {
  ForEachCase("answer/lookup_names.tsv", [&](const LexiconRow& row) {
    const std::string name(row[1]);
    std::vector<std::string> forms(std::stoul(std::string(row[2])), name);
    for (const absl::string_view form :
         absl::StrSplit(absl::string_view(row[3].data(), row[3].size()), '|', absl::SkipEmpty())) {
      forms.emplace_back(form);
    }
    view.Name(TypeOf(row[0]), name, forms, std::string(row[4]), std::string(row[5]));
  });
}

TEST(Lookup, FindsWhatPeopleType) {
  NamedView view;
  PutTable(view);
  ForEachCase("answer/lookup.tsv", [&](const LexiconRow& row) {
    const v1::LookupEntitiesResponse answer = view.Ask(row[0]);
    if (row[1] == "none") {
      EXPECT_EQ(absl::StrJoin(NamesIn(answer), "|"), "");
      return;
    }
    std::vector<std::string> names = NamesIn(answer);
    const std::vector<std::string> wanted =
        absl::StrSplit(absl::string_view(row[2].data(), row[2].size()), '|');
    ASSERT_FALSE(names.empty());
    names.resize(std::min(names.size(), wanted.size()));
    EXPECT_EQ(absl::StrJoin(names, "|"), row[2]);
    EXPECT_EQ(v1::MatchReason_Name(answer.matches(0).reason()),
              absl::StrCat("MATCH_REASON_", absl::AsciiStrToUpper(std::string(row[1]))));
    for (int at = 1; at < answer.matches_size(); ++at) {
      EXPECT_GE(answer.matches(at - 1).score(), answer.matches(at).score());
    }
  });
}

TEST(Lookup, NamesakesAreAllThereOnEveryPage) {
  NamedView view;
  view.Name(kPerson, "김민수", {"김민수", "김민수"}, "투수", "두산");
  view.Name(kPerson, "김민수", {"김민수", "김민수", "김민수"}, "교수", "한결대학교");
  view.Name(kPerson, "김민수", {"김민수", "김민수"}, "검사", "가람지검");
  const v1::LookupEntitiesResponse all = view.Ask("김민수");
  ASSERT_THAT(all.matches(), SizeIs(3));
  EXPECT_EQ(all.matches(0).entity().positions(0).title(), "교수") << "the best known first";
  v1::LookupEntitiesRequest request;
  request.set_query("김민수");
  request.set_page_size(1);
  std::vector<std::string> names;
  do {
    const v1::LookupEntitiesResponse page = view.Ask(request);
    for (const auto& match : page.matches()) names.push_back(match.entity().name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(names, ElementsAre(all.matches(0).entity().name(), all.matches(1).entity().name(),
                                 all.matches(2).entity().name()));
}

TEST(Lookup, NamesMeantInsideTheirArticleAreNotFound) {
  NamedView view;
  view.Name(kPerson, "임 실장", {"임 실장"});
  for (const char* typed : {"임 실장", "임실장", "ㅇㅅㅈ", "임실정"}) {
    EXPECT_THAT(view.Ask(typed).matches(), SizeIs(0)) << typed;
  }
}

TEST(Lookup, TypesChooseBeforeGuesses) {
  NamedView view;
  view.Name(v1::ENTITY_TYPE_PLACE, "가람", {"가람"});
  view.Name(kOrganization, "가람전자", {"가람전자"});
  v1::LookupEntitiesRequest request;
  request.set_query("ㄱㄹ");
  request.add_types(kOrganization);
  EXPECT_THAT(NamesIn(view.Ask(request)), ElementsAre("가람전자"));
  request.set_query("가람정자");
  EXPECT_THAT(NamesIn(view.Ask(request)), ElementsAre("가람전자"));
  request.set_types(0, kPerson);
  EXPECT_THAT(view.Ask(request).matches(), SizeIs(0));
}

TEST(Lookup, OneInitialReadsABoundedNumberOfNames) {
  NamedView view;
  ArticleBuilder article("many");
  for (int number = 0; number < kMaxGuesses + 500; ++number) {
    const std::string name = absl::StrCat("가", number);
    article.Name(kOrganization, name, {name});
  }
  view.Put(article);
  v1::LookupEntitiesRequest request;
  request.set_page_size(1000);
  request.set_query("ㄱ");
  size_t found = 0;
  do {
    const v1::LookupEntitiesResponse page = view.Ask(request);
    found += static_cast<size_t>(page.matches_size());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(found, static_cast<size_t>(kMaxGuesses));
}

}  // namespace
}  // namespace sillok::query
