// Articles as ingest would commit them, for tests of the view: ids are made the way extraction makes them.
//
//   ArticleBuilder article("hankyung-1");
//   article.Published("2024-03-18").Body("오픈AI가 서울에서 행사를 열었다.");
//   const std::string openai = article.Name(v1::ENTITY_TYPE_ORGANIZATION, "오픈AI", {"오픈AI", "오픈AI"});
//   article.Event({.sentence = "오픈AI가 행사를 열었다.", .day = "2024-03-14", .participants = {openai}});
//   const v1::Commit commit = CommitOf(7, article.Build(), revision_time);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sillok/v1/commit.pb.h"

namespace sillok::query {

inline constexpr v1::EntityType kPerson = v1::ENTITY_TYPE_PERSON;
inline constexpr v1::EntityType kOrganization = v1::ENTITY_TYPE_ORGANIZATION;

struct TestEvent {
  std::string sentence = {};
  std::string day = {};       // empty: unresolved
  std::string last_day = {};  // empty: the same day
  v1::EventType type = v1::EVENT_TYPE_MEETING;
  v1::EventStatus status = v1::EVENT_STATUS_REPORTED;
  std::string predicate = "만나다";
  std::vector<std::string> participants = {};  // as Name returned them
  std::string place = {};
  int confidence = 50;
};

class ArticleBuilder {
 public:
  explicit ArticleBuilder(const std::string& article_id);

  ArticleBuilder& Published(const std::string& day);
  ArticleBuilder& Title(const std::string& title);
  ArticleBuilder& Body(const std::string& paragraph);
  // A referent, named in a sentence of its own for each of the texts. Returns `entities/{id}`.
  std::string Name(v1::EntityType type, const std::string& canonical, const std::vector<std::string>& texts);
  // Returns the bare id.
  std::string Event(const TestEvent& event);
  // Words said in a sentence of their own that holds `about` as a mention; "" for nobody.
  void Quote(const std::string& words, const std::string& speaker, const std::string& day,
             const std::string& about = "");
  void Quantity(const std::string& subject, const std::string& measure, double value, const std::string& day);
  void Position(const std::string& person, const std::string& title, const std::string& organization,
                const std::string& organization_entity, const std::string& day);
  void Relation(const std::string& subject, const std::string& object, const std::string& label,
                const std::string& day, v1::RelationKind kind = v1::RELATION_KIND_AGREEMENT,
                v1::EventStatus status = v1::EVENT_STATUS_REPORTED);
  [[nodiscard]] v1::Article Build() const { return article_; }

 private:
  int AddSentence(const std::string& text);
  v1::Evidence EvidenceAt(int sentence, int confidence) const;

  std::string id_;
  v1::Article article_;
};

// `seconds` is the revision time.
[[nodiscard]] v1::Commit CommitOf(int64_t id, const v1::Article& article, int64_t seconds);
[[nodiscard]] v1::Commit DeletionOf(int64_t id, const std::string& article_id, int64_t seconds);

}  // namespace sillok::query
