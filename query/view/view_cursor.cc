#include "query/view/view_cursor.h"

#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/event_fold.h"
#include "query/view/keys.h"
#include "query/view/rows.h"
#include "query/view/snapshot.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

namespace {

// Where the unresolved rows of a timeline begin.
std::string UnresolvedSuffix() {
  std::string suffix;
  AppendUint32(kNoDay, suffix);
  return suffix;
}

DaySpan DaysAt(std::string_view suffix) {
  KeyReader reader(suffix);
  const DayNumber first = reader.Uint32().value_or(kNoDay);
  const DayNumber last = reader.Uint32().value_or(kNoDay);
  return {first, last};
}

}  // namespace

TimelineCursor::TimelineCursor(PrefixCursor rows, std::shared_ptr<const Snapshot> snapshot,
                               TimelineOrder order)
    : rows_(std::move(rows)), snapshot_(std::move(snapshot)), order_(order) {}

void TimelineCursor::SeekToFirst() {
  in_unresolved_ = false;
  if (order_ == TimelineOrder::kDescending) {
    rows_.SeekBefore(UnresolvedSuffix());
  } else {
    rows_.SeekToFirst();
  }
  Load();
}

void TimelineCursor::SeekAfter(const TimelinePosition& position) {
  in_unresolved_ = !position.days.resolved();
  std::string suffix;
  AppendTimelinePosition(position, suffix);
  if (backward()) {
    rows_.SeekBefore(suffix);
  } else {
    rows_.SeekAfter(suffix);
  }
  Load();
}

void TimelineCursor::SeekDay(DayNumber day) {
  in_unresolved_ = day == kNoDay;
  std::string suffix;
  AppendUint32(backward() ? day + 1 : day, suffix);
  if (backward()) {
    rows_.SeekBefore(suffix);
  } else {
    rows_.Seek(suffix);
  }
  Load();
}

void TimelineCursor::Next() {
  if (backward()) {
    rows_.Prev();
  } else {
    rows_.Next();
  }
  Load();
}

void TimelineCursor::Load() {
  if (backward() && !rows_.Valid() && rows_.status().ok()) {
    in_unresolved_ = true;
    rows_.Seek(UnresolvedSuffix());
  }
  valid_ = rows_.Valid();
  if (!valid_) return;
  std::optional<TimelinePosition> position = ParseTimelinePosition(rows_.suffix());
  valid_ = position.has_value();
  if (valid_) position_ = *std::move(position);
}

absl::Status TimelineCursor::ReadEvent(int evidence_limit, v1::Event& event) const {
  if (evidence_limit > kTimelineEvidence) {
    SILLOK_ASSIGN_OR_RETURN(const bool found,
                            snapshot_->Read(Family::kEvents, TextPrefix(position_.group), event));
    if (!found) return absl::DataLossError("a timeline names an event that is not there");
    return FinishEvent(*snapshot_, evidence_limit, event);
  }
  std::string bytes;
  SILLOK_RETURN_IF_ERROR(ReadEventBytes(bytes));
  SILLOK_RETURN_IF_ERROR(ParseRow(bytes, event));
  LimitEvidence(evidence_limit, event);
  return absl::OkStatus();
}

absl::Status TimelineCursor::ReadEventBytes(std::string& bytes) const {
  storage::v1::TimelineRowBytes row;
  SILLOK_RETURN_IF_ERROR(ParseRow(rows_.value(), row));
  SILLOK_RETURN_IF_ERROR(LabelParticipants(*snapshot_, *row.mutable_names()));
  bytes = std::move(*row.mutable_event());
  row.names().AppendToString(&bytes);
  return absl::OkStatus();
}

absl::Status EvidenceCursor::ReadEvidence(v1::Evidence& evidence) const {
  storage::v1::StoredEventMention mention;
  SILLOK_RETURN_IF_ERROR(ParseRow(rows_.value(), mention));
  evidence = std::move(*mention.mutable_event()->mutable_evidence(0));
  return absl::OkStatus();
}

absl::Status ReferentCursor::ReadReferent(v1::Referent& referent) const {
  const std::string id = ParseEntityDay(rows_.suffix()).referent_id;
  storage::v1::Referent row;
  SILLOK_ASSIGN_OR_RETURN(const bool found, snapshot_->Read(Family::kReferents, TextPrefix(id), row));
  if (!found) return absl::DataLossError("entities/" + id + " is listed and not there");
  referent.set_name("entities/" + id);
  referent.set_text(row.text());
  referent.set_article("articles/" + row.article_id());
  return absl::OkStatus();
}

DaySpan QuoteCursor::days() const { return DaysAt(rows_.suffix()); }

absl::Status QuoteCursor::ReadQuote(v1::Quote& quote) const {
  SILLOK_RETURN_IF_ERROR(ParseRow(rows_.value(), quote));
  if (!quote.has_speaker()) return absl::OkStatus();
  v1::Speaker& speaker = *quote.mutable_speaker();
  return snapshot_->PutLabel(*speaker.mutable_entity(), *speaker.mutable_display_name());
}

DaySpan QuantityCursor::days() const {
  if (measure_in_prefix_) return DaysAt(rows_.suffix());
  KeyReader reader(rows_.suffix());
  if (!reader.Text().has_value()) return {};
  const DayNumber first = reader.Uint32().value_or(kNoDay);
  const DayNumber last = reader.Uint32().value_or(kNoDay);
  return {first, last};
}

absl::Status QuantityCursor::ReadQuantity(v1::Quantity& quantity) const {
  SILLOK_RETURN_IF_ERROR(ParseRow(rows_.value(), quantity));
  return snapshot_->PutLabel(*quantity.mutable_subject(), *quantity.mutable_subject_text());
}

void ArticleCursor::SeekDay(DayNumber day) { rows_.Seek(ArticleDayPrefix(day)); }

DayNumber ArticleCursor::published() const { return ArticleDay(rows_.suffix()); }

absl::Status ArticleCursor::ReadArticle(v1::Article& article) const {
  return ParseRow(rows_.value(), article);
}

void NameCursor::Load() {
  form_.clear();
  if (!rows_.Valid()) return;
  const std::string key = prefix_ + std::string(rows_.suffix());
  KeyReader reader(key);
  for (int text = 0; text < texts_; ++text) form_ = reader.Text().value_or("");
  key_ = ReadNameKey(reader).value_or(NameKey());
  storage::v1::Tally tally;
  if (ParseRow(rows_.value(), tally).ok()) mentions_ = tally.count();
}

}  // namespace sillok::query
