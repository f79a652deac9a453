// A foreign last name is whoever of its organisation bears it, as long as only one does.
#include "gmock/gmock.h"
#include "tests/unit/view/reader_fixture.h"

namespace sillok::query {
namespace {

class ShortFormTest : public ReaderTest {
 protected:
  // An article that names one person with a position; returns the referent.
  std::string Tell(const std::string& id, const std::string& name, const std::string& organization) {
    ArticleBuilder article(id);
    std::string person = article.Name(kPerson, name, {name});
    article.Position(person, "대표", organization, "", "2024-03-18");
    Put(article);
    return person;
  }
  bool AreOne(const std::string& a, const std::string& b) { return Entity(a).name() == Entity(b).name(); }
};

TEST_F(ShortFormTest, IsTheOnlyBearersUntilAnotherComes) {
  const std::string daniel = Tell("a1", "다니엘 보르만", "가람항공");
  const std::string borman = Tell("a2", "보르만", "가람항공");
  EXPECT_TRUE(AreOne(daniel, borman));
  const std::string lucas = Tell("a3", "루카스 보르만", "가람항공");
  EXPECT_FALSE(AreOne(daniel, borman));
  EXPECT_FALSE(AreOne(lucas, borman));
}

TEST_F(ShortFormTest, IsTheOnlyBearersAgainWhenTheOtherGoesToAnotherBody) {
  const std::string daniel = Tell("a1", "다니엘 보르만", "가람항공");
  const std::string borman = Tell("a2", "보르만", "가람항공");
  (void)Tell("a3", "루카스 보르만", "가람항공");
  // The article says now that he works elsewhere: nothing of the other two has changed.
  (void)Tell("a3", "루카스 보르만", "한빛전자");
  EXPECT_TRUE(AreOne(daniel, borman));
}

}  // namespace
}  // namespace sillok::query
