// What answers are made from: one published state of the view, which never changes under the reader.
//
//   std::shared_ptr<const ViewReader> reader = view.Latest();
//   if (reader == nullptr) …                                           // not yet complete once
//   SILLOK_ASSIGN_OR_RETURN(std::optional<NameKey> key, reader->ResolveEntity(id));
//   if (!key.has_value()) return NotFoundResource("sillok.v1.Entity", name);
//   SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Entity> entity, reader->ReadEntity(*key));
//
// Ids are given bare, 24 hex digits, without `entities/` or `events/`; messages that come back carry full
// resource names and are ready to send. A fact that is not there is an empty optional; a status is a failing
// disk or a broken row (INTERNAL, DATA_LOSS). Safe from any thread. Readers and cursors keep the store open.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "query/link/name_key.h"
#include "query/view/article_counter.h"
#include "query/view/copies.h"
#include "query/view/day_number.h"
#include "query/view/label_cache.h"
#include "query/view/named_together.h"
#include "query/view/quote_role.h"
#include "query/view/relation_cursor.h"
#include "query/view/timeline_row.h"
#include "query/view/view_cursor.h"
#include "sillok/v1/article.pb.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// How far one ingest store has been followed.
struct OriginPosition {
  int64_t applied = 0;           // the last commit applied
  int64_t complete_through = 0;  // the view is exactly the store's state at this commit

  friend bool operator==(const OriginPosition&, const OriginPosition&) = default;
};

// What is in the view.
struct ViewCounts {
  int64_t articles = 0;
  int64_t entities = 0;
  int64_t events = 0;
  int64_t quotes = 0;
  int64_t quantities = 0;
  int64_t relations = 0;
  std::map<std::string, int64_t> extractors;  // fingerprint → articles
};

// A closed stretch of publish days; undated articles are never inside.
struct PublishedBetween {
  DayNumber first = 0;
  DayNumber last = kNoDay - 1;
};

class ViewReader {
 public:
  explicit ViewReader(std::shared_ptr<const Snapshot> snapshot) : snapshot_(std::move(snapshot)) {}

  // Whose referent this is: the first name of the entity, by which everything below knows it. Two point reads.
  [[nodiscard]] absl::StatusOr<std::optional<NameKey>> ResolveEntity(std::string_view id) const;
  // The same for a name, such as a NameCursor's.
  [[nodiscard]] absl::StatusOr<NameKey> EntityOf(const NameKey& key) const;
  // Names by mentions, then text; positions by title, then organisation. Two point reads, beside the organisations' and those of other names.
  [[nodiscard]] absl::StatusOr<std::optional<v1::Entity>> ReadEntity(const NameKey& key) const;
  // Id and display name; mostly from memory.
  [[nodiscard]] absl::StatusOr<std::optional<EntityLabel>> ReadLabel(const NameKey& key) const;
  [[nodiscard]] absl::StatusOr<ReferentCursor> Referents(const NameKey& key) const;
  // Names that are `normalised` (NormalizeName of what was asked), or begin with it.
  [[nodiscard]] NameCursor NamesEqualTo(std::string_view normalised) const;
  [[nodiscard]] NameCursor NamesBeginningWith(std::string_view normalised) const;
  // Names with a syllable whose InitialConsonants are, or begin with, these; the cursor does not tell their mentions.
  [[nodiscard]] NameCursor NamesOfInitials(std::string_view initials) const;
  [[nodiscard]] NameCursor NamesOfInitialsBeginning(std::string_view initials) const;
  // Korean persons of a surname with a position that ends so, both normalised; the form is the title backwards, the
  // mentions those of the position.
  [[nodiscard]] NameCursor NamesOfTitle(std::string_view surname, std::string_view title_end) const;
  // In how many places a form stands for a name. One point read.
  [[nodiscard]] absl::StatusOr<int64_t> ReadMentions(std::string_view normalised, const NameKey& key) const;

  [[nodiscard]] absl::StatusOr<TimelineCursor> Timeline(const NameKey& key, TimelineOrder order) const;
  // The group that an event mention's id belongs to.
  [[nodiscard]] absl::StatusOr<std::optional<std::string>> ResolveEvent(std::string_view id) const;
  // The event of a group, with its best `evidence_limit` (0…100) pieces of evidence.
  [[nodiscard]] absl::StatusOr<std::optional<v1::Event>> ReadEvent(std::string_view group,
                                                                   int evidence_limit) const;
  // The same from articles published in the interval only: evidence, counts, status and conflicts. Nothing
  // when none of them tells it. Reads all of the group's evidence.
  [[nodiscard]] absl::StatusOr<std::optional<v1::Event>> ReadEvent(std::string_view group, int evidence_limit,
                                                                   const PublishedBetween& published) const;
  [[nodiscard]] EvidenceCursor Evidence(std::string_view group) const;

  [[nodiscard]] absl::StatusOr<QuoteCursor> Quotes(const NameKey& key, QuoteRole role) const;
  [[nodiscard]] absl::StatusOr<QuantityCursor> Quantities(const NameKey& key) const;
  // Only those of one measure, given as NormalizeName of it.
  [[nodiscard]] absl::StatusOr<QuantityCursor> Quantities(const NameKey& key, std::string_view measure) const;

  // Of `kinds` none is all.
  [[nodiscard]] absl::StatusOr<RelationCursor> Relations(const NameKey& key, std::vector<int> kinds) const;
  // Who is named in the entity's articles, of those published on the days when there are any.
  [[nodiscard]] absl::StatusOr<NamedTogether> ReadTogether(const NameKey& key,
                                                           const std::optional<DaySpan>& published) const;
  // Counts articles; for one call.
  [[nodiscard]] ArticleCounter CountArticles() const { return ArticleCounter(snapshot_); }

  // The current article, with the ids of the groups its mentions and events belong to. `article_id` is the caller's.
  [[nodiscard]] absl::StatusOr<std::optional<v1::Article>> ReadArticle(std::string_view article_id) const;
  // Articles whose text is a copy of this one's, nearest first.
  [[nodiscard]] absl::StatusOr<std::vector<ArticleCopy>> ReadCopies(const v1::Article& article) const;
  [[nodiscard]] ArticleCursor Articles() const;

  [[nodiscard]] absl::StatusOr<ViewCounts> ReadCounts() const;
  // By origin.
  [[nodiscard]] absl::StatusOr<std::map<std::string, OriginPosition>> ReadPositions() const;
  // Every row of a family, as it is stored: for dumps and tests.
  [[nodiscard]] PrefixCursor Rows(Family family) const;
  // Rises with every published state of this process, from 1.
  [[nodiscard]] uint64_t version() const;

 private:
  // The rows of all the names of the entity; `prefix_of` gives a name's prefix.
  template <typename PrefixOf>
  [[nodiscard]] absl::StatusOr<PrefixCursor> RowsOf(const NameKey& key, Family family,
                                                    PrefixOf prefix_of) const;

  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace sillok::query
