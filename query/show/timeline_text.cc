#include "query/show/timeline_text.h"

#include <string_view>
#include <vector>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "common/time/civil_interval.h"

namespace sillok::query {
namespace {

constexpr int kDateColumns = 26;

int Columns(char32_t code) { return code >= 0x1100 && code != U'…' && code != U'·' ? 2 : 1; }

int Columns(std::string_view text) {
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    columns += Columns(rune.code);
    at += rune.length;
  }
  return columns;
}

// Lines of at most `width` columns, broken at spaces where there are any.
std::vector<std::string_view> Wrap(std::string_view text, int width) {
  std::vector<std::string_view> lines;
  size_t begin = 0;
  size_t last_space = 0;
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedRune rune = DecodeRune(text, at);
    if (columns + Columns(rune.code) > width && at > begin) {
      const size_t end = last_space > begin ? last_space : at;
      lines.push_back(text.substr(begin, end - begin));
      begin = last_space > begin ? last_space + 1 : at;
      at = begin;
      columns = 0;
      continue;
    }
    if (rune.code == U' ') last_space = at;
    columns += Columns(rune.code);
    at += rune.length;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

void AppendBlock(std::string_view first_margin, std::string_view text, int width, std::string& out) {
  bool first = true;
  for (const std::string_view line : Wrap(text, width - kDateColumns)) {
    out += first ? std::string(first_margin) : std::string();
    out.append(first ? kDateColumns - std::min(kDateColumns, Columns(first_margin)) : kDateColumns, ' ');
    out.append(line);
    out += '\n';
    first = false;
  }
}

std::string StatusWord(v1::EventStatus status) {
  const std::string name = v1::EventStatus_Name(status);
  constexpr std::string_view kPrefix = "EVENT_STATUS_";
  return name.substr(kPrefix.size());
}

std::string People(const v1::Event& event) {
  std::string line;
  for (const v1::Participant& participant : event.participants()) {
    if (!line.empty()) line += ", ";
    line += participant.display_name();
  }
  if (!event.place().empty()) line += " · " + event.place();
  return line;
}

}  // namespace

std::string FormatDate(const v1::DateSpan& date) {
  const auto first = ParseDay(date.first_day());
  const auto last = ParseDay(date.last_day());
  if (!first || !last) return date.pattern().empty() ? "(undated)" : "(" + date.pattern() + ")";
  std::string text = FormatInterval({*first, *last, Grain::kRange});
  if (const size_t slash = text.find('/'); slash != std::string::npos) text.replace(slash, 1, "…");
  return text;
}

std::string FormatEvent(const v1::Event& event, int width) {
  std::string out;
  AppendBlock(FormatDate(event.date()) + " ", StatusWord(event.status()) + "  " + event.summary(), width,
              out);
  AppendBlock("", People(event), width, out);
  for (const v1::Evidence& evidence : event.evidence()) {
    AppendBlock("", "「" + evidence.text() + "」 " + evidence.article() + " " + evidence.published(), width,
                out);
  }
  if (event.evidence_count() > event.evidence_size()) {
    AppendBlock("", "… " + std::to_string(event.evidence_count()) + " sentences in all", width, out);
  }
  return out;
}

}  // namespace sillok::query
