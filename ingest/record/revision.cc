#include "ingest/record/revision.h"

#include <map>
#include <string_view>

#include "common/store/key_coding.h"
#include "common/text/hash.h"
#include "common/time/timestamp.h"

namespace sillok::ingest {
namespace {

// Which field holds the content: a page given as text is read differently from one given as HTML.
std::string_view ContentKind(const v1::RawArticle& page) {
  switch (page.content_case()) {
    case v1::RawArticle::kText:
      return "text";
    case v1::RawArticle::kHtml:
      return "html";
    case v1::RawArticle::kRaw:
      return "raw";
    case v1::RawArticle::CONTENT_NOT_SET:
      break;
  }
  return "";
}

std::string_view Content(const v1::RawArticle& page) {
  switch (page.content_case()) {
    case v1::RawArticle::kText:
      return page.text();
    case v1::RawArticle::kHtml:
      return page.html();
    case v1::RawArticle::kRaw:
      return page.raw();
    case v1::RawArticle::CONTENT_NOT_SET:
      break;
  }
  return "";
}

}  // namespace

std::strong_ordering operator<=>(const Revision& a, const Revision& b) {
  if (a.time != b.time) return a.time < b.time ? std::strong_ordering::less : std::strong_ordering::greater;
  if (a.deleted != b.deleted) return a.deleted <=> b.deleted;
  return a.content_hash <=> b.content_hash;
}

Verdict Judge(const std::optional<Revision>& current, const Revision& incoming) {
  if (!current) return {Disposition::kCreated, true};
  const bool newer = incoming > *current;
  if (!current->deleted && incoming.content_hash == current->content_hash) {
    return {Disposition::kUnchanged, newer};
  }
  if (!newer) return {Disposition::kSuperseded, false};
  return {current->deleted ? Disposition::kCreated : Disposition::kUpdated, true};
}

std::string ContentHash(const v1::RawArticle& page) {
  std::string publish_time;
  if (page.has_publish_time()) {
    AppendUint64(static_cast<uint64_t>(page.publish_time().seconds()), publish_time);
    AppendUint32(static_cast<uint32_t>(page.publish_time().nanos()), publish_time);
  }
  std::string labels;
  for (const auto& [key, value] : std::map(page.labels().begin(), page.labels().end())) {
    AppendText(key, labels);
    AppendText(value, labels);
  }
  return Sha256({"page", ContentKind(page), Content(page), page.url(), page.outlet(), page.title(),
                 publish_time, labels});
}

Revision RevisionOf(const v1::RawArticle& page) {
  return {.time = FromTimestamp(page.fetch_time()), .deleted = false, .content_hash = ContentHash(page)};
}

Revision RevisionOf(const storage::v1::StoredCommit& commit) {
  return {.time = FromTimestamp(commit.revision_time()),
          .deleted = commit.deleted(),
          .content_hash = commit.content_hash()};
}

storage::v1::StoredCommit ToStoredCommit(const std::string& article_id, const Revision& revision) {
  storage::v1::StoredCommit commit;
  commit.set_article_id(article_id);
  *commit.mutable_revision_time() = ToTimestamp(revision.time);
  commit.set_content_hash(revision.content_hash);
  commit.set_deleted(revision.deleted);
  return commit;
}

}  // namespace sillok::ingest
