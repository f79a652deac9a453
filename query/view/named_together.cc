#include "query/view/named_together.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/link/facet.h"
#include "query/view/article_counter.h"
#include "query/view/prefix_cursor.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

// Counts the entities of one article after another.
class TogetherCount {
 public:
  TogetherCount(const Snapshot& snapshot, NameKey self) : snapshot_(snapshot), self_(std::move(self)) {}

  absl::Status Add(const std::string& article_id) {
    storage::v1::ArticleNames row;
    SILLOK_ASSIGN_OR_RETURN(const bool found,
                            snapshot_.Read(Family::kArticleNames, TextPrefix(article_id), row));
    if (!found) return absl::DataLossError("articles/" + article_id + " has no row of names");
    ++articles_;
    for (const std::string& name : row.names()) {
      SILLOK_ASSIGN_OR_RETURN(Other * other, OtherOf(name));
      // Two names of one entity are one.
      if (other == nullptr || other->last_read == articles_) continue;
      other->last_read = articles_;
      if (other->with.articles++ == 0) other->with.newest_article = article_id;
    }
    return absl::OkStatus();
  }

  [[nodiscard]] int32_t articles() const { return articles_; }

  std::vector<TogetherWith> Take() && {
    std::vector<TogetherWith> others;
    others.reserve(others_.size());
    for (auto& [first, other] : others_) {
      if (other.with.articles > 0) others.push_back(std::move(other.with));
    }
    return others;
  }

 private:
  struct Other {
    TogetherWith with;
    int32_t last_read = 0;  // the number of the article that was counted last
  };

  // Null for the entity itself.
  absl::StatusOr<Other*> OtherOf(const std::string& name) {
    const auto [known, is_new] = by_name_.try_emplace(name, nullptr);
    if (!is_new) return known->second;
    const std::optional<NameKey> key = ParseNameKey(name);
    if (!key.has_value()) return absl::DataLossError("an article names '" + name + "'");
    SILLOK_ASSIGN_OR_RETURN(std::vector<NameKey> group, snapshot_.Group(*key));
    if (group.front() == self_) return nullptr;
    Other& other = others_[group.front()];
    if (other.with.names.empty()) other.with.names = std::move(group);
    known->second = &other;
    return &other;
  }

  const Snapshot& snapshot_;
  const NameKey self_;
  int32_t articles_ = 0;
  std::map<NameKey, Other> others_;  // by the first name of each
  std::unordered_map<std::string, Other*> by_name_;
};

std::string DayStart(DayNumber day) {
  std::string start;
  AppendUint32(day, start);
  return start;
}

// The articles of an entity that are read, newest first, and what they are all of.
struct Postings {
  std::vector<std::string> article_ids;
  std::optional<DaySpan> days;
  bool cut = false;

  // Once for all referents in it, whose rows follow each other.
  void Add(std::string article_id) {
    if (article_ids.empty() || article_ids.back() != article_id) article_ids.push_back(std::move(article_id));
  }
};

// Undated ones, unless they are too many.
absl::Status AddUndated(PrefixCursor& rows, DayNumber oldest, Postings& postings) {
  const size_t dated = postings.article_ids.size();
  for (rows.Seek(DayStart(kNoDay)); rows.Valid(); rows.Next()) {
    if (postings.article_ids.size() >= kMaxArticlesTogether) {
      postings.article_ids.resize(dated);
      postings.cut = true;
      postings.days = DaySpan{.first = oldest == kNoDay ? 0 : oldest, .last = kNoDay - 1};
      break;
    }
    postings.Add(ParseEntityDay(rows.suffix()).article_id);
  }
  return rows.status();
}

absl::StatusOr<Postings> ReadPostings(const std::shared_ptr<const Snapshot>& snapshot,
                                      const std::vector<NameKey>& names,
                                      const std::optional<DaySpan>& published) {
  std::vector<std::string> prefixes;
  prefixes.reserve(names.size());
  for (const NameKey& name : names) prefixes.push_back(NamePrefix(name));
  PrefixCursor rows(snapshot, Family::kEntityDays, std::move(prefixes));
  Postings postings;
  postings.days = published;
  const DaySpan within = published.value_or(DaySpan{.first = 0, .last = kNoDay - 1});
  DayNumber oldest = kNoDay;
  for (rows.SeekBefore(DayStart(within.last + 1)); rows.Valid(); rows.Prev()) {
    EntityDay row = ParseEntityDay(rows.suffix());
    if (row.published < within.first) break;
    if (postings.article_ids.size() >= kMaxArticlesTogether && row.published != oldest) {
      postings.cut = true;
      postings.days = DaySpan{.first = oldest, .last = within.last};
      break;
    }
    oldest = row.published;
    postings.Add(std::move(row.article_id));
  }
  SILLOK_RETURN_IF_ERROR(rows.status());
  if (!postings.days.has_value()) SILLOK_RETURN_IF_ERROR(AddUndated(rows, oldest, postings));
  return postings;
}

}  // namespace

void AddTogetherFacts(const v1::Article& article, const LinkedNames& names, ArticleFacts& facts) {
  const DayNumber published = DayNumberOf(article.publish_date());
  ++facts.tallies[{Family::kArticleCounts, ArticleCountKey(TallySpan::kMonth, MonthOf(published))}].count;
  ++facts.tallies[{Family::kArticleCounts, ArticleCountKey(TallySpan::kDay, published)}].count;
  std::set<NameKey> keys;
  for (const auto& [id, referent] : names.referents()) keys.insert(referent.key);
  std::set<std::string> words;
  for (const NameKey& key : keys) {
    // A name that is meant only here stands for nobody else, unless somebody has decided so.
    if (IsLocalFacet(key.facet) && CuratedReferentOf(key.facet).empty()) continue;
    words.insert(NameKeyText(key));
  }
  storage::v1::ArticleNames row;
  row.mutable_names()->Assign(words.begin(), words.end());
  facts.rows.emplace(RowKey(Family::kArticleNames, TextPrefix(BareId(article.name()))), SerializeRow(row));
}

absl::StatusOr<NamedTogether> ReadNamedTogether(const std::shared_ptr<const Snapshot>& snapshot,
                                                const std::vector<NameKey>& names,
                                                const std::optional<DaySpan>& published) {
  SILLOK_ASSIGN_OR_RETURN(const Postings postings, ReadPostings(snapshot, names, published));
  TogetherCount count(*snapshot, names.front());
  for (const std::string& id : postings.article_ids) SILLOK_RETURN_IF_ERROR(count.Add(id));
  NamedTogether named;
  named.articles = count.articles();
  named.others = std::move(count).Take();
  named.days = postings.days;
  named.cut = postings.cut;
  return named;
}

}  // namespace sillok::query
