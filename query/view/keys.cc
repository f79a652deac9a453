#include "query/view/keys.h"

#include "absl/strings/escaping.h"
#include "common/store/key_coding.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::query {
namespace {

void AppendNameKey(const NameKey& key, std::string& out) {
  AppendUint8(static_cast<uint8_t>(key.type), out);
  AppendText(key.name, out);
  AppendText(key.facet, out);
}

std::string Backwards(std::string_view text) {
  std::string out;
  for (size_t at = text.size(); at > 0;) {
    const DecodedRune rune = DecodeRuneBefore(text, at);
    AppendRune(rune.code, out);
    at -= rune.length;
  }
  return out;
}

// Days newest first: a smaller number for a later day, undated still last.
DayNumber NewestFirst(DayNumber day) { return day == kNoDay ? kNoDay : kNoDay - 1 - day; }

std::string DayWord(DayNumber day) { return day == kNoDay ? "undated" : DayText(day); }

// One part of a key in words; nothing when it is not there.
std::optional<std::string> DescribePart(char letter, KeyReader& reader) {
  if (letter == 't') {
    const std::optional<std::string> text = reader.Text();
    return text.has_value() ? std::optional("'" + *text + "'") : std::nullopt;
  }
  if (letter == 'y' || letter == 'k') {
    const std::optional<uint8_t> number = reader.Uint8();
    return number.has_value() ? std::optional(std::to_string(*number)) : std::nullopt;
  }
  const std::optional<uint32_t> number = reader.Uint32();
  if (!number.has_value()) return std::nullopt;
  if (letter == 'd') return DayWord(*number);
  if (letter == 'D') return DayWord(NewestFirst(*number));
  return std::to_string(*number);
}

}  // namespace

std::string TextPrefix(std::string_view text) {
  std::string key;
  AppendText(text, key);
  return key;
}

std::string NamePrefix(const NameKey& key) {
  std::string prefix;
  AppendNameKey(key, prefix);
  return prefix;
}

std::string BaseNamePrefix(const NameKey& key) {
  std::string prefix;
  AppendUint8(static_cast<uint8_t>(key.type), prefix);
  AppendText(key.name, prefix);
  return prefix;
}

std::string NameLinkKey(const NameKey& key, NameLinkKind kind, const NameKey& other) {
  std::string row = NamePrefix(key);
  AppendUint8(static_cast<uint8_t>(kind), row);
  AppendNameKey(other, row);
  return row;
}

std::string NameSoundKey(std::string_view sound, SoundOf of, const NameKey& key) {
  std::string row = TextPrefix(sound);
  AppendUint8(static_cast<uint8_t>(of), row);
  AppendNameKey(key, row);
  return row;
}

std::string NameEndKey(const NameKey& key, std::string_view sound) {
  std::string row = NamePrefix(key);
  AppendText(sound, row);
  return row;
}

std::optional<NameKey> ReadNameKey(KeyReader& reader) {
  const std::optional<uint8_t> type = reader.Uint8();
  std::optional<std::string> name = reader.Text();
  std::optional<std::string> facet = reader.Text();
  if (!reader.ok()) return std::nullopt;
  return NameKey{static_cast<v1::EntityType>(*type), *std::move(name), *std::move(facet)};
}

std::string ArticleOriginKey(std::string_view article_id, std::string_view origin) {
  std::string key = TextPrefix(article_id);
  AppendText(origin, key);
  return key;
}

std::string CurationOriginKey(std::string_view curation_id, std::string_view origin) {
  std::string key = TextPrefix(curation_id);
  AppendText(origin, key);
  return key;
}

std::string ArticleDayPrefix(DayNumber published) {
  std::string key;
  AppendUint32(NewestFirst(published), key);
  return key;
}

DayNumber ArticleDay(std::string_view key) { return NewestFirst(KeyReader(key).Uint32().value_or(kNoDay)); }

std::string ArticleByDateKey(DayNumber published, std::string_view article_id) {
  std::string key = ArticleDayPrefix(published);
  AppendText(article_id, key);
  return key;
}

std::string NameRowKey(std::string_view form, const NameKey& key) {
  std::string row = TextPrefix(form);
  AppendNameKey(key, row);
  return row;
}

std::string NameInitialsKey(std::string_view names_row) {
  const std::string form = KeyReader(names_row).Text().value_or("");
  const std::string initials = InitialConsonants(form);
  return initials == form ? "" : TextPrefix(initials) + std::string(names_row);
}

std::string NameTitlePrefix(std::string_view surname, std::string_view title_end) {
  std::string row = TextPrefix(surname);
  AppendTextPrefix(Backwards(title_end), row);
  return row;
}

std::string NameTitleKey(std::string_view surname, std::string_view title, const NameKey& key) {
  std::string row = TextPrefix(surname);
  AppendText(Backwards(title), row);
  AppendNameKey(key, row);
  return row;
}

std::string EntityDayPrefix(const NameKey& key, DayNumber published) {
  std::string row = NamePrefix(key);
  AppendUint32(published, row);
  return row;
}

std::string EntityDayKey(const NameKey& key, DayNumber published, std::string_view article_id,
                         std::string_view referent_id) {
  std::string row = EntityDayPrefix(key, published);
  AppendText(article_id, row);
  AppendText(referent_id, row);
  return row;
}

EntityDay ParseEntityDay(std::string_view suffix) {
  KeyReader reader(suffix);
  EntityDay day;
  day.published = reader.Uint32().value_or(kNoDay);
  day.article_id = reader.Text().value_or("");
  day.referent_id = reader.Text().value_or("");
  return day;
}

std::string PositionPrefix(const NameKey& key, const std::vector<std::string>& parts, DayEnd end) {
  std::string row = NamePrefix(key);
  for (const std::string& part : parts) AppendText(part, row);
  AppendUint8(static_cast<uint8_t>(end), row);
  return row;
}

std::string PositionDayKey(const NameKey& key, const std::vector<std::string>& parts, DayEnd end,
                           DayNumber day, std::string_view article_id, uint32_t ordinal) {
  std::string row = PositionPrefix(key, parts, end);
  AppendUint32(day, row);
  AppendText(article_id, row);
  AppendUint32(ordinal, row);
  return row;
}

std::string EventMentionKey(std::string_view group, DayNumber published, std::string_view article_id,
                            uint32_t sentence, std::string_view mention_id) {
  std::string row = TextPrefix(group);
  AppendUint32(published, row);
  AppendText(article_id, row);
  AppendUint32(sentence, row);
  AppendText(mention_id, row);
  return row;
}

std::string EventBlockKey(const EventBlock& block, std::string_view mention_id) {
  std::string row = EventBlockPrefix(block);
  AppendText(mention_id, row);
  return row;
}

std::string EventBlockPrefix(const EventBlock& block) {
  std::string prefix = TextPrefix(block.name);
  AppendText(block.bucket, prefix);
  AppendText(block.within, prefix);
  return prefix;
}

std::string TimelineKey(const NameKey& key, const TimelinePosition& position) {
  std::string row = NamePrefix(key);
  AppendTimelinePosition(position, row);
  return row;
}

std::string QuotePrefix(const NameKey& key, QuoteRole role) {
  std::string row = NamePrefix(key);
  AppendUint8(static_cast<uint8_t>(role), row);
  return row;
}

std::string QuantityPrefix(const NameKey& key, std::string_view measure) {
  std::string row = NamePrefix(key);
  AppendText(measure, row);
  return row;
}

void AppendFactKey(const DaySpan& days, std::string_view article_id, uint32_t ordinal, std::string& key) {
  AppendUint32(days.first, key);
  AppendUint32(days.last, key);
  AppendText(article_id, key);
  AppendUint32(ordinal, key);
}

void AppendTimelinePosition(const TimelinePosition& position, std::string& key) {
  AppendUint32(position.days.first, key);
  AppendUint32(position.days.last, key);
  AppendText(position.group, key);
}

std::optional<TimelinePosition> ParseTimelinePosition(std::string_view suffix) {
  KeyReader reader(suffix);
  const std::optional<uint32_t> first = reader.Uint32();
  const std::optional<uint32_t> last = reader.Uint32();
  std::optional<std::string> group = reader.Text();
  if (!reader.done()) return std::nullopt;
  return TimelinePosition{{*first, *last}, *std::move(group)};
}

std::string DescribeKey(Family family, std::string_view key) {
  const std::string& grammar = InfoOf(family).grammar;
  KeyReader reader(key);
  std::string words;
  const auto describe = [&](char letter) {
    const std::optional<std::string> word = DescribePart(letter, reader);
    if (word.has_value()) words += (words.empty() ? "" : " ") + *word;
  };
  for (const char letter : grammar) {
    if (letter == kScannedBefore) continue;
    if (letter != '*') describe(letter);
    while (letter == '*' && reader.ok() && !reader.done()) describe('t');
  }
  if (!reader.done()) return "0x" + absl::BytesToHexString(absl::string_view(key.data(), key.size()));
  return words;
}

}  // namespace sillok::query
