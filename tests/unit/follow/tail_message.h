// Messages of a tail, as ingest sends them.
#pragma once

#include <cstdint>
#include <string>

#include "sillok/v1/commit_log_service.pb.h"
#include "tests/unit/view/article_builder.h"

namespace sillok::query {

inline v1::TailCommitsResponse Heartbeat(const std::string& origin, int64_t complete_through, int64_t head) {
  v1::TailCommitsResponse message;
  message.set_origin(origin);
  message.set_complete_through(complete_through);
  message.set_head(head);
  return message;
}

// A commit of the article "page-{article}" that names one person.
inline v1::TailCommitsResponse CommitMessage(const std::string& origin, int64_t id,
                                             const std::string& article, int64_t complete_through,
                                             int64_t head) {
  v1::TailCommitsResponse message = Heartbeat(origin, complete_through, head);
  ArticleBuilder builder("page-" + article);
  builder.Published("2024-03-18").Name(v1::ENTITY_TYPE_PERSON, "김하늘", {"김하늘"});
  *message.mutable_commit() = CommitOf(id, builder.Build(), id);
  return message;
}

// A commit in which somebody gives an entity another name.
inline v1::TailCommitsResponse CurationMessage(const std::string& origin, int64_t id,
                                               int64_t complete_through, int64_t head) {
  v1::TailCommitsResponse message = Heartbeat(origin, complete_through, head);
  message.mutable_commit()->set_id(id);
  v1::Curation& curation = *message.mutable_commit()->mutable_curation();
  curation.set_name("curations/000000000000000000000001");
  curation.mutable_alias()->set_entity("entities/000000000000000000000002");
  curation.mutable_alias()->set_alias("하늘");
  curation.set_author("편집부");
  curation.mutable_create_time()->set_seconds(id);
  return message;
}

}  // namespace sillok::query
