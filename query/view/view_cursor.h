// Walks over the ordered rows of a published view. One cursor, one thread; any number of cursors on one reader.
//
//   TimelineCursor cursor = reader.Timeline(key, TimelineOrder::kAscending);
//   for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
//     SILLOK_RETURN_IF_ERROR(cursor.ReadEvent(3, *response.add_events()));
//   }
//   SILLOK_RETURN_IF_ERROR(cursor.status());
//
// A cursor keeps its reader's snapshot alive. Messages it reads are ready to send: ids are those of the groups now.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "query/link/name_key.h"
#include "query/view/day_number.h"
#include "query/view/prefix_cursor.h"
#include "query/view/timeline_row.h"
#include "sillok/v1/article.pb.h"
#include "sillok/v1/fact.pb.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// The events of one name, each once. ANY of several entities is the merge of their cursors with equal positions taken
// once, ALL the positions that every cursor has. Moving costs a key; only ReadEvent reads a value.
class TimelineCursor {
 public:
  TimelineCursor(PrefixCursor rows, std::shared_ptr<const Snapshot> snapshot, TimelineOrder order);

  void SeekToFirst();
  // The first event after `position` in the cursor's order, whether or not an event stands there now.
  void SeekAfter(const TimelinePosition& position);
  // The first event in the cursor's order whose first day is ≥ `day` (ascending) or ≤ `day` (descending). An interval
  // filter by overlap goes from SeekToFirst when ascending, passing over those whose last day is before the interval.
  void SeekDay(DayNumber day);
  void Next();
  [[nodiscard]] bool Valid() const { return valid_; }
  [[nodiscard]] const TimelinePosition& position() const { return position_; }
  // The event with its best `evidence_limit` (0…100) pieces of evidence. Up to 3 cost nothing beyond this row.
  [[nodiscard]] absl::Status ReadEvent(int evidence_limit, v1::Event& event) const;
  // The event with its best kTimelineEvidence pieces of evidence, serialised: what ReadEvent reads, mostly unparsed.
  [[nodiscard]] absl::Status ReadEventBytes(std::string& bytes) const;
  [[nodiscard]] absl::Status status() const { return rows_.status(); }

 private:
  void Load();
  // kDescending walks the dated rows backward and then the unresolved ones forward.
  [[nodiscard]] bool backward() const { return order_ == TimelineOrder::kDescending && !in_unresolved_; }

  PrefixCursor rows_;
  std::shared_ptr<const Snapshot> snapshot_;
  TimelineOrder order_;
  bool in_unresolved_ = false;
  bool valid_ = false;
  TimelinePosition position_;
};

// The evidence of one event group, by publish date (undated last), then article and sentence.
class EvidenceCursor {
 public:
  explicit EvidenceCursor(PrefixCursor rows) : rows_(std::move(rows)) {}
  void SeekToFirst() { rows_.SeekToFirst(); }
  // The first row after the one with this key.
  void SeekAfter(std::string_view key) { rows_.SeekAfter(key); }
  void Next() { rows_.Next(); }
  [[nodiscard]] bool Valid() const { return rows_.Valid(); }
  // Names this row among those of the group; for a page token. Bytes, not text.
  [[nodiscard]] std::string_view key() const { return rows_.suffix(); }
  [[nodiscard]] absl::Status ReadEvidence(v1::Evidence& evidence) const;
  [[nodiscard]] absl::Status status() const { return rows_.status(); }

 private:
  PrefixCursor rows_;
};

// The referents of one entity, by the publish day of their articles, undated last.
class ReferentCursor {
 public:
  ReferentCursor(PrefixCursor rows, std::shared_ptr<const Snapshot> snapshot)
      : rows_(std::move(rows)), snapshot_(std::move(snapshot)) {}
  void SeekToFirst() { rows_.SeekToFirst(); }
  void SeekAfter(std::string_view key) { rows_.SeekAfter(key); }
  void Next() { rows_.Next(); }
  [[nodiscard]] bool Valid() const { return rows_.Valid(); }
  [[nodiscard]] std::string_view key() const { return rows_.suffix(); }
  [[nodiscard]] absl::Status ReadReferent(v1::Referent& referent) const;
  [[nodiscard]] absl::Status status() const { return rows_.status(); }

 private:
  PrefixCursor rows_;
  std::shared_ptr<const Snapshot> snapshot_;
};

// The quotes of one name in one role, by the days they were said, unresolved last.
class QuoteCursor {
 public:
  QuoteCursor(PrefixCursor rows, std::shared_ptr<const Snapshot> snapshot)
      : rows_(std::move(rows)), snapshot_(std::move(snapshot)) {}
  void SeekToFirst() { rows_.SeekToFirst(); }
  void SeekAfter(std::string_view key) { rows_.SeekAfter(key); }
  void Next() { rows_.Next(); }
  [[nodiscard]] bool Valid() const { return rows_.Valid(); }
  // Names this row: equal for one quote in every role and under every name, and ordered as the rows are.
  [[nodiscard]] std::string_view key() const { return rows_.suffix(); }
  [[nodiscard]] DaySpan days() const;
  [[nodiscard]] absl::Status ReadQuote(v1::Quote& quote) const;
  [[nodiscard]] absl::Status status() const { return rows_.status(); }

 private:
  PrefixCursor rows_;
  std::shared_ptr<const Snapshot> snapshot_;
};

// The quantities of one name, by normalised measure, then by the days they hold for, unresolved last.
class QuantityCursor {
 public:
  QuantityCursor(PrefixCursor rows, std::shared_ptr<const Snapshot> snapshot, bool measure_in_prefix)
      : rows_(std::move(rows)), snapshot_(std::move(snapshot)), measure_in_prefix_(measure_in_prefix) {}
  void SeekToFirst() { rows_.SeekToFirst(); }
  void SeekAfter(std::string_view key) { rows_.SeekAfter(key); }
  void Next() { rows_.Next(); }
  [[nodiscard]] bool Valid() const { return rows_.Valid(); }
  [[nodiscard]] std::string_view key() const { return rows_.suffix(); }
  [[nodiscard]] DaySpan days() const;
  [[nodiscard]] absl::Status ReadQuantity(v1::Quantity& quantity) const;
  [[nodiscard]] absl::Status status() const { return rows_.status(); }

 private:
  PrefixCursor rows_;
  std::shared_ptr<const Snapshot> snapshot_;
  bool measure_in_prefix_;
};

// Articles without their text, newest publish date first, undated last, then by article id.
class ArticleCursor {
 public:
  explicit ArticleCursor(PrefixCursor rows) : rows_(std::move(rows)) {}
  void SeekToFirst() { rows_.SeekToFirst(); }
  void SeekAfter(std::string_view key) { rows_.SeekAfter(key); }
  // The first article published on `day` or before.
  void SeekDay(DayNumber day);
  void Next() { rows_.Next(); }
  [[nodiscard]] bool Valid() const { return rows_.Valid(); }
  [[nodiscard]] std::string_view key() const { return rows_.suffix(); }
  [[nodiscard]] DayNumber published() const;
  // Name, url, outlet, title, byline, dates, warnings, labels and extractor.
  [[nodiscard]] absl::Status ReadArticle(v1::Article& article) const;
  [[nodiscard]] absl::Status status() const { return rows_.status(); }

 private:
  PrefixCursor rows_;
};

// The names that are, or begin with, a text; by name, then by key. One entity comes once a form. Rows that find names by another
// text begin with that one and end the same.
class NameCursor {
 public:
  // `texts` stand before the name's key; the last is the form.
  NameCursor(PrefixCursor rows, std::string prefix, int texts = 1)
      : rows_(std::move(rows)), prefix_(std::move(prefix)), texts_(texts) {}
  void SeekToFirst() {
    rows_.SeekToFirst();
    Load();
  }
  void Next() {
    rows_.Next();
    Load();
  }
  [[nodiscard]] bool Valid() const { return rows_.Valid(); }
  // The normalised form and whose it is.
  [[nodiscard]] const std::string& form() const { return form_; }
  [[nodiscard]] const NameKey& key() const { return key_; }
  // In how many places the form stands for this entity; 0 for an alias that only the rows know, and in rows that do not tell.
  [[nodiscard]] int64_t mentions() const { return mentions_; }
  [[nodiscard]] absl::Status status() const { return rows_.status(); }

 private:
  void Load();

  PrefixCursor rows_;
  std::string prefix_;
  int texts_;
  std::string form_;
  NameKey key_;
  int64_t mentions_ = 0;
};

}  // namespace sillok::query
