#include "query/answer/quotes.h"

#include <string>
#include <utility>
#include <vector>

#include "common/page/page.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/text/normalize.h"
#include "query/answer/choice.h"
#include "query/answer/day_filter.h"
#include "query/answer/entity_ref.h"

namespace sillok::query {
namespace {

// The quotes that every given role's cursor holds, in their common order.
class QuoteWalk {
 public:
  explicit QuoteWalk(std::vector<QuoteCursor> cursors) : cursors_(std::move(cursors)) {}

  void Seek(const std::string& after) {
    for (QuoteCursor& cursor : cursors_) after.empty() ? cursor.SeekToFirst() : cursor.SeekAfter(after);
    Meet();
  }
  void Next() {
    cursors_.front().Next();
    Meet();
  }
  [[nodiscard]] bool Valid() const { return cursors_.front().Valid() && cursors_.back().Valid(); }
  [[nodiscard]] const QuoteCursor& here() const { return cursors_.front(); }
  [[nodiscard]] absl::Status status() const {
    for (const QuoteCursor& cursor : cursors_) SILLOK_RETURN_IF_ERROR(cursor.status());
    return absl::OkStatus();
  }

 private:
  // Moves whichever is behind until both stand on one quote; one cursor meets itself at once.
  void Meet() {
    while (Valid() && cursors_.front().key() != cursors_.back().key()) {
      QuoteCursor& behind =
          cursors_.front().key() < cursors_.back().key() ? cursors_.front() : cursors_.back();
      behind.Next();
    }
  }

  std::vector<QuoteCursor> cursors_;  // one or two
};

absl::StatusOr<std::vector<QuoteCursor>> OpenCursors(const v1::ListQuotesRequest& request,
                                                     const ViewReader& reader) {
  if (request.speaker().empty() && request.about().empty()) {
    return InvalidField("speaker", "is missing; give speaker, about, or both, entities/{id} each");
  }
  std::vector<QuoteCursor> cursors;
  if (!request.speaker().empty()) {
    SILLOK_ASSIGN_OR_RETURN(const NameKey key, FindEntity(request.speaker(), "speaker", reader));
    SILLOK_ASSIGN_OR_RETURN(QuoteCursor cursor, reader.Quotes(key, QuoteRole::kSpeaker));
    cursors.push_back(std::move(cursor));
  }
  if (!request.about().empty()) {
    SILLOK_ASSIGN_OR_RETURN(const NameKey key, FindEntity(request.about(), "about", reader));
    SILLOK_ASSIGN_OR_RETURN(QuoteCursor cursor, reader.Quotes(key, QuoteRole::kAbout));
    cursors.push_back(std::move(cursor));
  }
  return cursors;
}

}  // namespace

absl::Status ListQuotes(const v1::ListQuotesRequest& request, const ViewReader& reader,
                        v1::ListQuotesResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const DayFilter said, DayFilter::Read(request.has_said(), request.said(), "said"));
  SILLOK_ASSIGN_OR_RETURN(const DayFilter published,
                          DayFilter::Read(request.has_published(), request.published(), "published"));
  SILLOK_RETURN_IF_ERROR(CheckText(request.words(), "words"));
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  SILLOK_ASSIGN_OR_RETURN(std::vector<QuoteCursor> cursors, OpenCursors(request, reader));
  const std::string words = NormalizeName(request.words());
  QuoteWalk walk(std::move(cursors));
  PageFill fill(page);
  std::string last;
  for (walk.Seek(page.after); walk.Valid(); walk.Next()) {
    if (!said.Overlaps(walk.here().days())) continue;
    v1::Quote& quote = *response.add_quotes();
    SILLOK_RETURN_IF_ERROR(walk.here().ReadQuote(quote));
    const bool wanted = published.Holds(quote.evidence()) &&
                        (words.empty() || NormalizeName(quote.text()).find(words) != std::string::npos);
    if (!wanted) {
      response.mutable_quotes()->RemoveLast();
      continue;
    }
    if (fill.full()) {
      response.mutable_quotes()->RemoveLast();
      response.set_next_page_token(MakePageToken(request, last));
      break;
    }
    fill.Count(quote);
    last = walk.here().key();
  }
  return walk.status();
}

}  // namespace sillok::query
