#include "ingest/record/article_store.h"

#include <functional>
#include <random>
#include <utility>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "ingest/record/keyspace.h"
#include "sillok/storage/v1/record.pb.h"

namespace sillok::ingest {
namespace {

std::string RandomOrigin() {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::random_device random;
  std::string origin;
  while (origin.size() < 16) origin.push_back(kDigits[random() & 0xF]);
  return origin;
}

absl::StatusOr<std::string> FindOrMakeOrigin(Store& store, bool renew) {
  std::string origin;
  const rocksdb::Status found =
      store.db().Get(rocksdb::ReadOptions(), store.family(kMeta), kOriginKey, &origin);
  if (found.ok() && !renew) return origin;
  if (!found.ok() && !found.IsNotFound()) return FromRocks(found, "reading the origin");
  origin = RandomOrigin();
  rocksdb::WriteOptions synced;
  synced.sync = true;
  SILLOK_RETURN_IF_ERROR(
      FromRocks(store.db().Put(synced, store.family(kMeta), kOriginKey, origin), "writing the origin"));
  return origin;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleStore>> ArticleStore::Open(const ArticleStoreOptions& options) {
  SILLOK_ASSIGN_OR_RETURN(std::unique_ptr<Store> store,
                          Store::Open(StoreOptionsFor(options.data_dir, /*read_only=*/false)));
  SILLOK_ASSIGN_OR_RETURN(std::string origin, FindOrMakeOrigin(*store, options.renew_origin));
  // The newest commit is always a curation or some article's current one, so the log's last key is the last id given out.
  const int64_t head = CommitStretch(*store, 0).end();
  return std::unique_ptr<ArticleStore>(new ArticleStore(std::move(store), std::move(origin), head));
}

absl::StatusOr<std::optional<PutOutcome>> ArticleStore::FindSettled(const v1::RawArticle& page) const {
  const std::lock_guard lock(LockOf(page.article_id()));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<Current> current, Find(page.article_id()));
  if (!current) return std::nullopt;
  const Verdict verdict = Judge(current->revision, RevisionOf(page));
  if (verdict.writes) return std::nullopt;
  return PutOutcome{verdict.disposition, current->commit_id};
}

absl::StatusOr<PutOutcome> ArticleStore::Put(const v1::RawArticle& page, bool stamped,
                                             const v1::Article& facts) {
  const std::string& id = page.article_id();
  const Revision revision = RevisionOf(page);
  storage::v1::StoredPage stored;
  *stored.mutable_page() = page;
  stored.set_fetch_time_stamped(stamped);
  ArticleWrite write{.article_id = id,
                     .commit = ToStoredCommit(id, revision).SerializeAsString(),
                     .page = stored.SerializeAsString(),
                     .facts = facts.SerializeAsString()};

  const std::lock_guard lock(LockOf(id));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<Current> current, Find(id));
  const Verdict verdict = Judge(current ? std::optional(current->revision) : std::nullopt, revision);
  if (!verdict.writes) return PutOutcome{verdict.disposition, current->commit_id};
  if (current) write.replaces = current->commit_id;
  SILLOK_ASSIGN_OR_RETURN(const int64_t commit_id, writer_.Write(std::move(write)));
  return PutOutcome{verdict.disposition, commit_id};
}

absl::StatusOr<int64_t> ArticleStore::Delete(const std::string& article_id, absl::Time time,
                                             bool allow_missing) {
  const Revision revision = {.time = time, .deleted = true};
  const std::lock_guard lock(LockOf(article_id));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<Current> current, Find(article_id));
  const bool present = current && !current->revision.deleted;
  if (!present && !allow_missing) return NotFoundResource("sillok.v1.Article", "articles/" + article_id);
  if (present && current->revision > revision) {
    return Precondition("REVISION", "articles/" + article_id,
                        "has a revision of " + absl::FormatTime(current->revision.time, absl::UTCTimeZone()) +
                            ", later than delete_time; give a delete_time not earlier than that");
  }
  // A deletion that is already recorded, at this time or later.
  if (current && revision <= current->revision) return current->commit_id;
  ArticleWrite write{.article_id = article_id,
                     .commit = ToStoredCommit(article_id, revision).SerializeAsString()};
  if (current) write.replaces = current->commit_id;
  return writer_.Write(std::move(write));
}

absl::StatusOr<std::optional<StoredArticle>> ArticleStore::Read(const std::string& article_id) const {
  const std::lock_guard lock(LockOf(article_id));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<Current> current, Find(article_id));
  if (!current || current->revision.deleted) return std::nullopt;
  StoredArticle article{.commit_id = current->commit_id};
  SILLOK_RETURN_IF_ERROR(Load(kPages, article_id, article.page));
  SILLOK_RETURN_IF_ERROR(Load(kFacts, article_id, article.facts));
  return article;
}

absl::StatusOr<bool> ArticleStore::Has(const std::string& article_id) const {
  const std::lock_guard lock(LockOf(article_id));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<Current> current, Find(article_id));
  return current && !current->revision.deleted;
}

absl::StatusOr<std::optional<int64_t>> ArticleStore::Reread(const std::string& article_id, int64_t commit_id,
                                                            const v1::Article& facts) {
  ArticleWrite write{.article_id = article_id,
                     .commit = {},  // once the revision is known
                     .replaces = commit_id,
                     .facts = facts.SerializeAsString(),
                     .keeps_page = true};
  const std::lock_guard lock(LockOf(article_id));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<Current> current, Find(article_id));
  if (!current || current->commit_id != commit_id || current->revision.deleted) return std::nullopt;
  write.commit = ToStoredCommit(article_id, current->revision).SerializeAsString();
  SILLOK_ASSIGN_OR_RETURN(const int64_t id, writer_.Write(std::move(write)));
  return id;
}

absl::StatusOr<std::optional<ArticleStore::Current>> ArticleStore::Find(const std::string& article_id) const {
  const rocksdb::ReadOptions options;
  std::string key;
  const rocksdb::Status found = store_->db().Get(options, store_->family(kArticles), article_id, &key);
  if (found.IsNotFound()) return std::nullopt;
  SILLOK_RETURN_IF_ERROR(FromRocks(found, "reading the state of article " + article_id));
  const std::optional<int64_t> commit_id = ParseCommitKey(key);
  std::string value;
  SILLOK_RETURN_IF_ERROR(FromRocks(store_->db().Get(options, store_->family(kCommits), key, &value),
                                   "reading the commit of article " + article_id));
  storage::v1::StoredCommit commit;
  if (!commit_id || !commit.ParseFromString(value)) {
    return absl::DataLossError("the commit of article " + article_id + " cannot be read");
  }
  return Current{*commit_id, RevisionOf(commit)};
}

absl::Status ArticleStore::Load(const char* family, const std::string& article_id,
                                google::protobuf::MessageLite& value) const {
  rocksdb::PinnableSlice bytes;
  SILLOK_RETURN_IF_ERROR(
      FromRocks(store_->db().Get(rocksdb::ReadOptions(), store_->family(family), article_id, &bytes),
                "reading the " + std::string(family) + " of article " + article_id));
  if (value.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return absl::OkStatus();
  return absl::DataLossError("the " + std::string(family) + " of article " + article_id + " cannot be read");
}

std::mutex& ArticleStore::LockOf(const std::string& article_id) const {
  return locks_[std::hash<std::string>()(article_id) % locks_.size()];
}

}  // namespace sillok::ingest
