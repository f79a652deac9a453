// The keys of the view, built and taken apart in this one place. KEYSPACE.md tells what each is for.
//
//   const std::string prefix = NamePrefix(key);                    // every row of one name
//   const std::string row = TimelineKey(key, {{first, last}, group});
//   DescribeKey(Family::kTimeline, row)  → "2/오픈ai 2024-03-18 2024-03-18 07f3…"
//
// Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/key_coding.h"
#include "query/link/event_blocks.h"
#include "query/link/name_groups.h"
#include "query/link/name_key.h"
#include "query/view/day_number.h"
#include "query/view/families.h"
#include "query/view/quote_role.h"
#include "query/view/timeline_row.h"

namespace sillok::query {

// Whether the whole name sounds so, or the last word of several.
enum class SoundOf : uint8_t { kName = 1, kLastWord = 2 };
// Which end of a position's time a position_days row holds.
enum class DayEnd : uint8_t { kFirst = 1, kLast = 2 };

// The text as a whole part: "articles of this id", "names that are this text".
[[nodiscard]] std::string TextPrefix(std::string_view text);
// Every row of one name, in families that begin with a name key; the same whatever its facet.
[[nodiscard]] std::string NamePrefix(const NameKey& key);
[[nodiscard]] std::string BaseNamePrefix(const NameKey& key);
// The key that begins at the reader; nothing when there is none.
[[nodiscard]] std::optional<NameKey> ReadNameKey(KeyReader& reader);

[[nodiscard]] std::string NameLinkKey(const NameKey& key, NameLinkKind kind, const NameKey& other);
[[nodiscard]] std::string NameSoundKey(std::string_view sound, SoundOf of, const NameKey& key);
[[nodiscard]] std::string NameEndKey(const NameKey& key, std::string_view sound);

[[nodiscard]] std::string ArticleOriginKey(std::string_view article_id, std::string_view origin);
[[nodiscard]] std::string CurationOriginKey(std::string_view curation_id, std::string_view origin);
[[nodiscard]] std::string ArticleByDateKey(DayNumber published, std::string_view article_id);
// Articles published on the day or before begin at this part of the key; the day of a key.
[[nodiscard]] std::string ArticleDayPrefix(DayNumber published);
[[nodiscard]] DayNumber ArticleDay(std::string_view key);
[[nodiscard]] std::string NameRowKey(std::string_view form, const NameKey& key);
// The row that finds a row of names by the initials of its form; empty for a form without a syllable.
[[nodiscard]] std::string NameInitialsKey(std::string_view names_row);
// Titles stand backwards, so that those with one ending are one range: by the surname of who holds it, and the title or its end.
[[nodiscard]] std::string NameTitlePrefix(std::string_view surname, std::string_view title_end);
[[nodiscard]] std::string NameTitleKey(std::string_view surname, std::string_view title, const NameKey& key);
[[nodiscard]] std::string EntityDayKey(const NameKey& key, DayNumber published, std::string_view article_id,
                                       std::string_view referent_id);
// What such a key says after the name; of a broken one, no day and no ids.
struct EntityDay {
  DayNumber published = kNoDay;
  std::string article_id;
  std::string referent_id;
};
[[nodiscard]] EntityDay ParseEntityDay(std::string_view suffix);
// Rows of the name from the day on begin here.
[[nodiscard]] std::string EntityDayPrefix(const NameKey& key, DayNumber published);
[[nodiscard]] std::string PositionPrefix(const NameKey& key, const std::vector<std::string>& parts,
                                         DayEnd end);
[[nodiscard]] std::string PositionDayKey(const NameKey& key, const std::vector<std::string>& parts,
                                         DayEnd end, DayNumber day, std::string_view article_id,
                                         uint32_t ordinal);
[[nodiscard]] std::string EventMentionKey(std::string_view group, DayNumber published,
                                          std::string_view article_id, uint32_t sentence,
                                          std::string_view mention_id);
// A clause of this id in a block; without an id, every clause of the block.
[[nodiscard]] std::string EventBlockKey(const EventBlock& block, std::string_view mention_id);
[[nodiscard]] std::string EventBlockPrefix(const EventBlock& block);
[[nodiscard]] std::string TimelineKey(const NameKey& key, const TimelinePosition& position);
[[nodiscard]] std::string QuotePrefix(const NameKey& key, QuoteRole role);
[[nodiscard]] std::string QuantityPrefix(const NameKey& key, std::string_view measure);
// The end of a quote's or quantity's key, after its prefix: days, article and its ordinal there.
void AppendFactKey(const DaySpan& days, std::string_view article_id, uint32_t ordinal, std::string& key);

// The part of a timeline key after the name.
void AppendTimelinePosition(const TimelinePosition& position, std::string& key);
[[nodiscard]] std::optional<TimelinePosition> ParseTimelinePosition(std::string_view suffix);

// The key in words, parts separated by spaces, texts in quotation marks; hex when it does not follow the grammar.
[[nodiscard]] std::string DescribeKey(Family family, std::string_view key);

}  // namespace sillok::query
