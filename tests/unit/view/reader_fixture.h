// A view, an article at a time, and what its newest reader answers.
//
//   TEST_F(ReaderTest, ...) { Put(article); EXPECT_EQ(Entity(name).display_name(), "박서준"); }
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "query/view/article_facts.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {

class ReaderTest : public testing::Test {
 protected:
  void Put(const ArticleBuilder& article) {
    ++commits_;
    ApplyAndPublish(*view_, "one", CommitOf(commits_, article.Build(), commits_));
  }
  void Delete(const std::string& id) {
    ++commits_;
    ApplyAndPublish(*view_, "one", DeletionOf(commits_, id, commits_));
  }
  std::shared_ptr<const ViewReader> reader() { return view_->Latest(); }

  // The entity that `entities/{id}` now stands for; one without a name when it stands for none.
  v1::Entity Entity(const std::string& name) {
    const auto key = reader()->ResolveEntity(BareId(name));
    EXPECT_TRUE(key.ok()) << key.status();
    if (!key->has_value()) return {};
    return (*reader()->ReadEntity(**key)).value_or(v1::Entity());
  }
  std::vector<std::string> Timeline(const NameKey& key, TimelineOrder order) {
    std::vector<std::string> summaries;
    TimelineCursor cursor = *reader()->Timeline(key, order);
    for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
      v1::Event event;
      EXPECT_TRUE(cursor.ReadEvent(3, event).ok());
      summaries.push_back(event.summary());
    }
    EXPECT_TRUE(cursor.status().ok());
    return summaries;
  }

  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
  int64_t commits_ = 0;
};

}  // namespace sillok::query
