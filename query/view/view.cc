#include "query/view/view.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "common/store/store.h"
#include "query/view/apply_curation.h"
#include "query/view/article_changes.h"
#include "query/view/keys.h"
#include "query/view/revisions.h"
#include "query/view/row_cache.h"
#include "query/view/row_filter.h"
#include "query/view/snapshot.h"
#include "query/view/store_rows.h"
#include "query/view/waiting_rows.h"

namespace sillok::query {
namespace {

constexpr char kLinkerRow[] = "linker";
constexpr char kCompleteRow[] = "complete";
// Rows that commits read may take a byte for so many of the block cache.
constexpr size_t kCacheShareOfRows = 8;
// Of a rebuild's filter: eleven bits a key for a million articles.
constexpr size_t kFilterBytes = size_t{32} << 20;

absl::StatusOr<std::optional<std::string>> GetMeta(Rows& rows, std::string_view name) {
  return rows.Get(Family::kMeta, TextPrefix(name));
}

absl::StatusOr<storage::v1::Position> GetPosition(Rows& rows, std::string_view origin) {
  storage::v1::Position position;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                          rows.Get(Family::kOrigins, TextPrefix(origin)));
  if (row.has_value()) SILLOK_RETURN_IF_ERROR(ParseRow(*row, position));
  return position;
}

absl::Status CheckCommit(const v1::Commit& commit) {
  if (commit.change_case() == v1::Commit::CHANGE_NOT_SET) {
    return InvalidField("commit.change", "is absent; a commit carries an article, a deletion or a curation");
  }
  if (commit.article_id().empty() && !commit.has_curation()) {
    return InvalidField("commit.article_id", "is empty; the commit of an article names it");
  }
  return absl::OkStatus();
}

}  // namespace

class View::State {
 public:
  State(std::unique_ptr<Store> store, const ViewOptions& options)
      : commits_that_wait_(options.commits_that_wait),
        store_(std::move(store)),
        labels_(std::make_shared<LabelCache>()),
        cache_(options.block_cache_bytes / kCacheShareOfRows),
        waiting_bytes_(options.waiting_bytes) {}
  ~State();

  absl::Status Begin();
  absl::Status Apply(std::string_view origin, std::vector<v1::Commit> commits, int64_t complete_through);
  absl::Status Advance(std::string_view origin, int64_t complete_through);
  absl::Status DropOrigin(std::string_view origin);
  absl::StatusOr<std::map<std::string, OriginPosition>> Positions();
  absl::Status Publish();
  std::shared_ptr<const ViewReader> Latest() const;

 private:
  // Empties the store and names this linker in it, in one batch.
  absl::Status Restart();
  StoreRows NewRows() { return StoreRows(*store_, waiting_, cache_, filter_.get()); }
  absl::Status Fold(StoreRows& rows, ArticleChanges& changes);
  // Whose labels are others from then on. Before the first state is published nobody has asked for any.
  void NoteChanged(std::set<NameKey>& names) {
    if (version_ > 0) changed_.merge(names);
  }
  absl::Status PutPosition(StoreRows& rows, std::string_view origin, const storage::v1::Position& position);
  // Remembers on disk whether the state, after this batch, is one to answer from.
  absl::Status SetComplete(StoreRows& rows, bool complete);
  // Writes a batch, or has it wait: for others that `wait`, and while one does. After a crash no later batch may be there without it.
  absl::Status Commit(StoreRows& rows, bool wait = false);
  void PublishLocked();

  const size_t commits_that_wait_;
  const std::shared_ptr<Store> store_;
  const std::shared_ptr<LabelCache> labels_;
  std::mutex mutex_;                   // everything that writes
  RowCache cache_;                     // what that reads
  std::unique_ptr<RowFilter> filter_;  // from when the view is empty until it is published
  const size_t waiting_bytes_;
  WaitingRows waiting_;        // hardly more than so many
  bool complete_ = false;      // what the row says
  uint64_t version_ = 0;       // of the last published state
  std::set<NameKey> changed_;  // since then
  mutable std::mutex latest_mutex_;
  std::shared_ptr<const ViewReader> latest_;
};

View::State::~State() {
  // What is lost is tailed again.
  waiting_.WriteTo(*store_).IgnoreError();
}

absl::Status View::State::Begin() {
  StoreRows rows = NewRows();
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> linker, GetMeta(rows, kLinkerRow));
  if (linker != LinkerVersion()) return Restart();
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> complete, GetMeta(rows, kCompleteRow));
  complete_ = complete.has_value();
  if (complete_) PublishLocked();
  return absl::OkStatus();
}

absl::Status View::State::Restart() {
  rocksdb::WriteBatch batch;
  for (const FamilyInfo& info : Families()) {
    rocksdb::ColumnFamilyHandle* family = store_->family(info.name);
    const std::unique_ptr<rocksdb::Iterator> row(store_->db().NewIterator(rocksdb::ReadOptions(), family));
    row->SeekToLast();
    SILLOK_RETURN_IF_ERROR(FromRocks(row->status(), "emptying the view"));
    if (!row->Valid()) continue;
    SILLOK_RETURN_IF_ERROR(FromRocks(batch.DeleteRange(family, "", row->key()), "emptying the view"));
    SILLOK_RETURN_IF_ERROR(FromRocks(batch.Delete(family, row->key()), "emptying the view"));
  }
  SILLOK_RETURN_IF_ERROR(FromRocks(
      batch.Put(store_->family(InfoOf(Family::kMeta).name), TextPrefix(kLinkerRow), LinkerVersion()),
      "naming the linker"));
  cache_.Clear();
  rocksdb::WriteOptions synced;
  synced.sync = true;
  SILLOK_RETURN_IF_ERROR(FromRocks(store_->db().Write(synced, &batch), "emptying the view"));
  filter_ = std::make_unique<RowFilter>(kFilterBytes);
  filter_->Add(Family::kMeta, TextPrefix(kLinkerRow));
  return absl::OkStatus();
}

absl::Status View::State::Apply(std::string_view origin, std::vector<v1::Commit> commits,
                                int64_t complete_through) {
  for (const v1::Commit& commit : commits) SILLOK_RETURN_IF_ERROR(CheckCommit(commit));
  const std::lock_guard lock(mutex_);
  const bool wait = commits.size() >= commits_that_wait_;
  StoreRows rows = NewRows();
  SILLOK_ASSIGN_OR_RETURN(storage::v1::Position position, GetPosition(rows, origin));
  ArticleChanges changes;
  for (v1::Commit& commit : commits) {
    position.set_applied(std::max(position.applied(), commit.id()));
    if (!commit.has_curation()) {
      SILLOK_RETURN_IF_ERROR(changes.Set(rows, origin, std::move(commit)));
      continue;
    }
    // It finds the articles as they were before the batch; folding derives those that change with it.
    SILLOK_ASSIGN_OR_RETURN(std::set<NameKey> names, ApplyCuration(rows, origin, commit.curation()));
    NoteChanged(names);
  }
  SILLOK_RETURN_IF_ERROR(Fold(rows, changes));
  position.set_complete_through(complete_through);
  SILLOK_RETURN_IF_ERROR(PutPosition(rows, origin, position));
  return Commit(rows, wait);
}

absl::Status View::State::Fold(StoreRows& rows, ArticleChanges& changes) {
  SILLOK_ASSIGN_OR_RETURN(std::set<NameKey> names, changes.Fold(rows));
  NoteChanged(names);
  return absl::OkStatus();
}

absl::Status View::State::PutPosition(StoreRows& rows, std::string_view origin,
                                      const storage::v1::Position& position) {
  SILLOK_RETURN_IF_ERROR(rows.Put(Family::kOrigins, TextPrefix(origin), SerializeRow(position)));
  // Only Publish makes a state complete; a step of catching up makes it incomplete again.
  return SetComplete(rows, complete_ && position.complete_through() >= position.applied());
}

absl::Status View::State::SetComplete(StoreRows& rows, bool complete) {
  if (complete == complete_) return absl::OkStatus();
  complete_ = complete;
  if (!complete) return rows.Delete(Family::kMeta, TextPrefix(kCompleteRow));
  return rows.Put(Family::kMeta, TextPrefix(kCompleteRow), "yes");
}

absl::Status View::State::Advance(std::string_view origin, int64_t complete_through) {
  const std::lock_guard lock(mutex_);
  StoreRows rows = NewRows();
  SILLOK_ASSIGN_OR_RETURN(storage::v1::Position position, GetPosition(rows, origin));
  position.set_complete_through(complete_through);
  SILLOK_RETURN_IF_ERROR(PutPosition(rows, origin, position));
  return Commit(rows);
}

absl::Status View::State::DropOrigin(std::string_view origin) {
  const std::lock_guard lock(mutex_);
  StoreRows rows = NewRows();
  // From the first step on there is no state to answer from after a crash, until the follower says so again.
  SILLOK_RETURN_IF_ERROR(SetComplete(rows, false));
  SILLOK_RETURN_IF_ERROR(Commit(rows));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> articles, ArticlesOf(rows, origin));
  for (const std::string& article_id : articles) {
    ArticleChanges changes;
    SILLOK_RETURN_IF_ERROR(changes.Drop(rows, origin, article_id));
    SILLOK_RETURN_IF_ERROR(Fold(rows, changes));
    SILLOK_RETURN_IF_ERROR(Commit(rows));
  }
  SILLOK_ASSIGN_OR_RETURN(const std::vector<v1::Curation> curations, CurationsOf(rows, origin));
  for (const v1::Curation& curation : curations) {
    SILLOK_ASSIGN_OR_RETURN(std::set<NameKey> names, WithdrawCuration(rows, origin, curation));
    NoteChanged(names);
    SILLOK_RETURN_IF_ERROR(Commit(rows));
  }
  // Last, so that a crash leaves the origin known, to be dropped again.
  SILLOK_RETURN_IF_ERROR(rows.Delete(Family::kOrigins, TextPrefix(origin)));
  return Commit(rows);
}

absl::StatusOr<std::map<std::string, OriginPosition>> View::State::Positions() {
  const std::lock_guard lock(mutex_);
  StoreRows rows = NewRows();
  std::map<std::string, OriginPosition> positions;
  absl::Status status;
  SILLOK_RETURN_IF_ERROR(rows.Scan(Family::kOrigins, "", [&](std::string_view key, std::string_view value) {
    storage::v1::Position position;
    status = ParseRow(value, position);
    positions[KeyReader(key).Text().value_or("")] = {position.applied(), position.complete_through()};
    return status.ok();
  }));
  SILLOK_RETURN_IF_ERROR(status);
  return positions;
}

absl::Status View::State::Publish() {
  const std::lock_guard lock(mutex_);
  StoreRows rows = NewRows();
  SILLOK_RETURN_IF_ERROR(rows.WriteWaiting());
  SILLOK_RETURN_IF_ERROR(store_->MergeLate(false));
  SILLOK_RETURN_IF_ERROR(SetComplete(rows, true));
  SILLOK_RETURN_IF_ERROR(Commit(rows));
  filter_.reset();
  PublishLocked();
  return absl::OkStatus();
}

absl::Status View::State::Commit(StoreRows& rows, bool wait) {
  if (!wait && waiting_.empty()) return rows.Commit();
  rows.Defer();
  if (waiting_.bytes() < waiting_bytes_) return absl::OkStatus();
  SILLOK_RETURN_IF_ERROR(store_->MergeLate(true));
  return rows.WriteWaiting();
}

void View::State::PublishLocked() {
  auto snapshot = std::make_shared<const Snapshot>(store_, labels_, ++version_);
  labels_->Advance(version_, changed_);
  changed_.clear();
  auto reader = std::make_shared<const ViewReader>(std::move(snapshot));
  const std::lock_guard lock(latest_mutex_);
  latest_.swap(reader);
}

std::shared_ptr<const ViewReader> View::State::Latest() const {
  const std::lock_guard lock(latest_mutex_);
  return latest_;
}

absl::StatusOr<std::unique_ptr<View>> View::Open(const ViewOptions& options) {
  SILLOK_ASSIGN_OR_RETURN(std::unique_ptr<Store> store,
                          Store::Open({.path = options.path,
                                       .schema = kViewSchema,
                                       .families = FamilyNames(),
                                       .scanned_by = ScannedBy(),
                                       .large_values = {InfoOf(Family::kCurrent).name},
                                       .packed_values = {InfoOf(Family::kCurrent).name},
                                       .found_by_walks = OnlyWalked(),
                                       .merged_latest = UnreadByGrowth(),
                                       .derived = true,
                                       .block_cache_bytes = options.block_cache_bytes}));
  auto state = std::make_unique<State>(std::move(store), options);
  SILLOK_RETURN_IF_ERROR(state->Begin());
  return std::unique_ptr<View>(new View(std::move(state)));
}

View::View(std::unique_ptr<State> state) : state_(std::move(state)) {}
View::~View() = default;

absl::Status View::Apply(std::string_view origin, std::vector<v1::Commit> commits, int64_t complete_through) {
  return state_->Apply(origin, std::move(commits), complete_through);
}
absl::Status View::Advance(std::string_view origin, int64_t complete_through) {
  return state_->Advance(origin, complete_through);
}
absl::Status View::DropOrigin(std::string_view origin) { return state_->DropOrigin(origin); }
absl::StatusOr<std::map<std::string, OriginPosition>> View::Positions() const { return state_->Positions(); }
absl::Status View::Publish() { return state_->Publish(); }
std::shared_ptr<const ViewReader> View::Latest() const { return state_->Latest(); }

}  // namespace sillok::query
