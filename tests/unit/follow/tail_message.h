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

}  // namespace sillok::query
