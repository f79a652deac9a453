#include "query/view/relation_key.h"

#include <utility>

#include "common/store/key_coding.h"
#include "common/text/normalize.h"

namespace sillok::query {

bool EitherMayBeSubject(v1::RelationKind kind) {
  return kind == v1::RELATION_KIND_AGREEMENT || kind == v1::RELATION_KIND_PARTNERSHIP;
}

std::string OtherOfWords(std::string_view words) { return "=" + NormalizeName(words); }

std::string RelationPart(const RelationHead& head) {
  std::string part;
  AppendUint8(static_cast<uint8_t>(head.kind), part);
  AppendUint8(static_cast<uint8_t>(head.side), part);
  AppendText(head.label, part);
  AppendText(head.other, part);
  return part;
}

std::optional<ParsedRelationPart> ParseRelationPart(std::string_view suffix) {
  KeyReader reader(suffix);
  const std::optional<uint8_t> kind = reader.Uint8();
  const std::optional<uint8_t> side = reader.Uint8();
  std::optional<std::string> label = reader.Text();
  std::optional<std::string> other = reader.Text();
  if (!reader.ok()) return std::nullopt;
  ParsedRelationPart parsed;
  parsed.head = {.kind = static_cast<v1::RelationKind>(*kind),
                 .side = static_cast<RelationSide>(*side),
                 .label = *std::move(label),
                 .other = *std::move(other)};
  parsed.part = RelationPart(parsed.head);
  return parsed;
}

std::string RelationTail(const RelationRow& row) {
  std::string tail;
  AppendUint32(row.days.first, tail);
  AppendUint32(row.days.last, tail);
  AppendUint8(static_cast<uint8_t>(row.status), tail);
  AppendUint32(row.published, tail);
  AppendText(row.article_id, tail);
  AppendUint32(row.ordinal, tail);
  return tail;
}

std::optional<RelationRow> ParseRelationTail(std::string_view tail) {
  KeyReader reader(tail);
  const std::optional<uint32_t> first = reader.Uint32();
  const std::optional<uint32_t> last = reader.Uint32();
  const std::optional<uint8_t> status = reader.Uint8();
  const std::optional<uint32_t> published = reader.Uint32();
  std::optional<std::string> article_id = reader.Text();
  const std::optional<uint32_t> ordinal = reader.Uint32();
  if (!reader.done()) return std::nullopt;
  return RelationRow{.days = {*first, *last},
                     .status = static_cast<v1::EventStatus>(*status),
                     .published = *published,
                     .article_id = *std::move(article_id),
                     .ordinal = *ordinal};
}

}  // namespace sillok::query
