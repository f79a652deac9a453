#include "ingest/serve/reextraction.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "absl/time/clock.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "ingest/serve/article_difference.h"
#include "ingest/serve/read_page.h"
#include "ingest/serve/validate.h"

namespace sillok::ingest {
namespace {

constexpr size_t kListedAtOnce = 256;
constexpr int kMostFacts = 100;
constexpr int64_t kToldEvery = 100;
// Twice as often as promised.
constexpr absl::Duration kToldAfter = absl::Milliseconds(500);
// How often somebody who waits looks whether the call may go on.
constexpr std::chrono::milliseconds kLook(50);

// What is read must not hang on when the page happened to come.
v1::RawArticle AsGiven(const storage::v1::StoredPage& stored) {
  v1::RawArticle page = stored.page();
  if (stored.fetch_time_stamped()) page.clear_fetch_time();
  return page;
}

v1::ReextractFailure Failure(const std::string& article_id, const absl::Status& status) {
  v1::ReextractFailure failure;
  failure.set_name(ArticleName(article_id));
  if (!failure.mutable_status()->ParseFromString(SerializeRpcStatus(status))) {
    failure.mutable_status()->set_code(static_cast<int32_t>(absl::StatusCode::kInternal));
  }
  return failure;
}

}  // namespace

Reextraction::Reextraction(const Pipeline& pipeline, ArticleStore& store, WorkerPool& pool, int most_at_once,
                           const v1::ReextractArticlesRequest& request, const ReextractionReader& reader)
    : pipeline_(pipeline),
      store_(store),
      pool_(pool),
      most_at_once_(std::max(most_at_once, 1)),
      request_(request),
      reader_(reader),
      only_outdated_(!request.has_only_outdated() || request.only_outdated()),
      walk_(store.WalkArticles()),
      newest_commit_(walk_.end()),
      told_at_(absl::InfinitePast()) {}

absl::Status Reextraction::Run() {
  SILLOK_RETURN_IF_ERROR(CheckNames());
  const absl::Status status = ReadAll();
  WaitForAll();
  SILLOK_RETURN_IF_ERROR(status);
  progress_.set_total(progress_.done());
  v1::ReextractArticlesResponse last;
  last.mutable_commit()->set_origin(store_.origin());
  last.mutable_commit()->set_id(newest_commit_);
  return Tell(std::move(last));
}

absl::Status Reextraction::CheckNames() {
  std::set<std::string> ids;
  for (const std::string& name : request_.articles()) {
    const std::string id(ArticleIdIn(name));
    SILLOK_ASSIGN_OR_RETURN(const bool there, store_.Has(id));
    if (!there) return NotFoundResource("sillok.v1.Article", name);
    ids.insert(id);
  }
  named_.assign(ids.begin(), ids.end());
  return absl::OkStatus();
}

absl::Status Reextraction::ReadAll() {
  if (request_.articles().empty()) {
    SILLOK_ASSIGN_OR_RETURN(const int64_t total, walk_.Count());
    progress_.set_total(total);
  } else {
    progress_.set_total(static_cast<int64_t>(named_.size()));
  }
  while (true) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> ids, NextArticles());
    if (ids.empty()) return SettleDownTo(0);
    for (const std::string& id : ids) {
      SILLOK_RETURN_IF_ERROR(SettleDownTo(most_at_once_ - 1));
      SILLOK_RETURN_IF_ERROR(Begin(id));
    }
  }
}

absl::StatusOr<std::vector<std::string>> Reextraction::NextArticles() {
  if (request_.articles().empty()) return walk_.Next(kListedAtOnce);
  return std::exchange(named_, {});
}

absl::Status Reextraction::Begin(const std::string& article_id) {
  const auto read = [this, article_id] {
    Settled settled = ReadAgain(article_id);
    // Notified with the lock held: once the last one is taken, this object may go.
    const std::lock_guard lock(mutex_);
    settled_.push_back(std::move(settled));
    changed_.notify_one();
  };
  // Pages that come in go first: where they fill the pool, this waits.
  while (!pool_.Submit(read)) {
    absl::SleepFor(absl::FromChrono(kLook));
    SILLOK_RETURN_IF_ERROR(reader_.check());
    SILLOK_RETURN_IF_ERROR(TellWhenDue());
  }
  ++running_;
  return absl::OkStatus();
}

absl::Status Reextraction::SettleDownTo(int most) {
  SILLOK_RETURN_IF_ERROR(reader_.check());
  while (running_ > most) {
    std::optional<Settled> next;
    {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, kLook, [this] { return !settled_.empty(); });
      if (!settled_.empty()) {
        next = std::move(settled_.front());
        settled_.pop_front();
      }
    }
    if (next) {
      --running_;
      SILLOK_RETURN_IF_ERROR(Settle(*std::move(next)));
    }
    SILLOK_RETURN_IF_ERROR(TellWhenDue());
    SILLOK_RETURN_IF_ERROR(reader_.check());
  }
  return absl::OkStatus();
}

absl::Status Reextraction::Settle(Settled settled) {
  SILLOK_RETURN_IF_ERROR(settled.store_status);
  progress_.set_done(progress_.done() + 1);
  switch (settled.outcome) {
    case Outcome::kChanged:
      progress_.set_changed(progress_.changed() + 1);
      break;
    case Outcome::kUnchanged:
      progress_.set_unchanged(progress_.unchanged() + 1);
      break;
    case Outcome::kSkipped:
      progress_.set_skipped(progress_.skipped() + 1);
      break;
    case Outcome::kFailed:
      progress_.set_failed(progress_.failed() + 1);
      break;
  }
  newest_commit_ = std::max(newest_commit_, settled.commit_id);
  if (!settled.difference && !settled.failure) return absl::OkStatus();
  v1::ReextractArticlesResponse response;
  if (settled.difference) response.mutable_difference()->Swap(&*settled.difference);
  if (settled.failure) response.mutable_failure()->Swap(&*settled.failure);
  return Tell(std::move(response));
}

absl::Status Reextraction::TellWhenDue() {
  const bool due = progress_.done() - told_done_ >= kToldEvery || absl::Now() - told_at_ >= kToldAfter;
  return due ? Tell({}) : absl::OkStatus();
}

absl::Status Reextraction::Tell(v1::ReextractArticlesResponse response) {
  *response.mutable_progress() = progress_;
  told_done_ = progress_.done();
  told_at_ = absl::Now();
  return reader_.send(response);
}

// What is being read refers to this object.
void Reextraction::WaitForAll() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return settled_.size() >= static_cast<size_t>(running_); });
}

Reextraction::Settled Reextraction::ReadAgain(const std::string& article_id) const {
  const auto failed = [&article_id](const absl::Status& status) {
    return Settled{.outcome = Outcome::kFailed, .failure = Failure(article_id, status)};
  };
  const absl::StatusOr<std::optional<StoredArticle>> found = store_.Read(article_id);
  if (!found.ok()) return failed(found.status());
  if (!found->has_value()) return {};
  const StoredArticle& stored = **found;
  if (only_outdated_ && stored.facts.extractor() == pipeline_.fingerprint()) return {};
  const absl::StatusOr<v1::Article> article = ReadPage(pipeline_, AsGiven(stored.page));
  if (!article.ok()) return failed(article.status());
  const bool alike = IsAlike(stored.facts, *article);
  Settled settled{.outcome = alike ? Outcome::kUnchanged : Outcome::kChanged};
  if (!alike || request_.validate_only()) {
    settled.difference = Compare(stored.facts, *article, request_.validate_only() ? kMostFacts : 0);
  }
  if (!request_.validate_only()) Write(stored, *article, alike, settled);
  return settled;
}

void Reextraction::Write(const StoredArticle& stored, const v1::Article& article, bool alike,
                         Settled& settled) const {
  // Another fingerprint is worth a commit by itself; without one this is what is there already.
  if (alike && stored.facts.extractor() == article.extractor()) return;
  const absl::StatusOr<std::optional<int64_t>> commit =
      store_.Reread(stored.page.page().article_id(), stored.commit_id, article);
  if (!commit.ok()) {
    settled.store_status = commit.status();
  } else if (commit->has_value()) {
    settled.commit_id = **commit;
  } else {
    settled = {};
  }
}

}  // namespace sillok::ingest
