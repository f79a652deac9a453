#include "ingest/clean/time_claims.h"

#include <map>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "ingest/clean/byline.h"
#include "ingest/clean/byline_words.h"
#include "ingest/clean/prose.h"

namespace sillok::ingest {
namespace {

// A line that shows times is short; of longer ones only sentences could speak.
constexpr size_t kMaxClaimRunes = 160;
constexpr size_t kMaxLabelBytes = 48;
constexpr size_t kMinGluedBytes = 6;

// What a label claims; keys are squeezed and in lower case.
const std::map<std::string, bool, std::less<>>& Labels() {
  static const auto* const labels = [] {
    auto* const all = new std::map<std::string, bool, std::less<>>;
    const LexiconTable table = FindLexicon("time_labels");
    for (const LexiconRow& row : table.rows()) {
      all->emplace(std::string(row[0]), row[1] == "update");
    }
    return all;
  }();
  return *labels;
}

bool IsSeparator(char byte) {
  return std::string_view(" :|/()[]<>,;~-.").find(byte) != std::string_view::npos;
}

std::string_view TrimSeparators(std::string_view text) {
  text = StripBullets(text);
  while (!text.empty() && IsSeparator(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSeparator(text.back())) text.remove_suffix(1);
  return StripBullets(text);
}

std::string Squeeze(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == ' ' || byte == ':') continue;
    out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte);
  }
  return out;
}

struct Label {
  size_t begin = 0;  // bytes of the text
  size_t end = 0;
  bool update = false;
};

// A label that stands behind who signs without a space: "한도윤 기자입력".
std::optional<Label> GluedLabel(std::string_view text, size_t begin, size_t end) {
  for (size_t at = begin + kMinGluedBytes; at < end; ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    const auto label = Labels().find(text.substr(at, end - at));
    if (label == Labels().end() || !ReadByline(text.substr(0, at)).has_value()) continue;
    return Label{at, text.size(), label->second};
  }
  return std::nullopt;
}

// The longest label that ends the text; of several words at most three.
std::optional<Label> LabelBefore(std::string_view text) {
  size_t end = text.size();
  while (end > 0 && IsSeparator(text[end - 1])) --end;
  std::optional<Label> found;
  size_t begin = end;
  for (int words = 0; words < 3 && begin > 0; ++words) {
    while (begin > 0 && IsSeparator(text[begin - 1])) --begin;
    while (begin > 0 && !IsSeparator(text[begin - 1])) --begin;
    const std::string_view word = StripBullets(text.substr(begin, end - begin));
    const auto label = Labels().find(Squeeze(word));
    if (label != Labels().end()) found = Label{begin, text.size(), label->second};
    if (words == 0 && !found.has_value()) found = GluedLabel(text, begin, end);
  }
  return found;
}

// A label that begins the text: one word.
std::optional<Label> LabelAfter(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size() && IsSeparator(text[begin])) ++begin;
  size_t end = begin;
  while (end < text.size() && !IsSeparator(text[end])) ++end;
  const auto label = Labels().find(Squeeze(text.substr(begin, end - begin)));
  if (label == Labels().end()) return std::nullopt;
  return Label{begin, end, label->second};
}

// One line, taken apart.
struct TakenLine {
  std::vector<ShownTime> times;
  std::string rest;     // without times and labels
  bool at_end = false;  // the times stand at one end of the line
  bool begins = false;  // at its beginning
};

TakenLine TakeApart(std::string_view text, std::optional<bool> label_above) {
  TakenLine taken;
  const std::vector<WrittenTime> times = FindTimes(text);
  size_t at = 0;
  for (size_t i = 0; i < times.size(); ++i) {
    const std::string_view before = text.substr(at, times[i].begin - at);
    const size_t next = i + 1 < times.size() ? times[i + 1].begin : text.size();
    ShownTime shown;
    shown.claim = {.day = times[i].day, .time = times[i].time, .source = "visible_text", .update = false};
    size_t kept = before.size();
    size_t after = times[i].end;
    if (const std::optional<Label> label = LabelBefore(before); label.has_value()) {
      shown.labelled = true;
      shown.claim.update = label->update;
      kept = label->begin;
    } else if (const std::optional<Label> trailing = LabelAfter(text.substr(after, next - after));
               trailing.has_value()) {
      shown.labelled = true;
      shown.claim.update = trailing->update;
      after += trailing->end;
    } else if (i == 0 && label_above.has_value() && TrimSeparators(before).empty()) {
      shown.labelled = true;
      shown.claim.update = *label_above;
    }
    taken.rest += std::string(TrimSeparators(before.substr(0, kept))) + " ";
    taken.times.push_back(std::move(shown));
    at = after;
  }
  taken.begins = !times.empty() && TrimSeparators(text.substr(0, times.front().begin)).empty();
  taken.at_end = taken.begins || (!times.empty() && TrimSeparators(text.substr(at)).empty());
  taken.rest += TrimSeparators(text.substr(at));
  return taken;
}

// The claim of a line that is a label and nothing else.
std::optional<bool> BareLabel(std::string_view text) {
  if (text.size() > kMaxLabelBytes) return std::nullopt;
  const auto label = Labels().find(Squeeze(TrimSeparators(text)));
  if (label == Labels().end()) return std::nullopt;
  return label->second;
}

// One word of Hangul beside a day: the ministry, the paper or the section that it comes from.
bool IsIssuer(std::string_view text) {
  constexpr size_t kMostBytes = 36;
  return text.size() <= kMostBytes && IsHangulWord(text) && text.find(' ') == text.npos;
}

}  // namespace

std::vector<ShownTime> TakeTimes(PageLines& lines) {
  std::vector<ShownTime> shown;
  std::optional<bool> label_above;
  for (size_t i = 0; i < lines.size(); ++i) {
    PageLine& line = lines[i];
    const std::optional<bool> above = std::exchange(label_above, std::nullopt);
    if (line.runes > kMaxClaimRunes || line.statement) continue;
    label_above = BareLabel(line.text);
    if (label_above.has_value()) {
      line.role = LineRole::kChrome;
      continue;
    }
    TakenLine taken = TakeApart(line.text, above);
    if (taken.times.empty()) continue;
    bool labelled = false;
    for (const ShownTime& time : taken.times) labelled = labelled || time.labelled;
    const std::string_view rest = TrimSeparators(taken.rest);
    const bool alone = rest.empty() || IsPageNumber(rest);
    // Words around a time without a label: a headline, the weather, a copyright. But who signs may stand there.
    const bool named = !alone && ReadBareNames(rest).has_value();
    const bool signed_beside = named || (taken.at_end && ReadByline(taken.rest).has_value());
    const bool issued = !alone && !labelled && taken.begins && IsIssuer(rest);
    if (!labelled && !alone && !signed_beside && !issued) continue;
    for (ShownTime& time : taken.times) {
      time.line = i;
      time.issued = issued && !signed_beside;
      shown.push_back(std::move(time));
    }
    if (alone) {
      line.role = LineRole::kTime;
    } else if (!issued) {
      const bool after_gap = line.after_gap;
      const bool outside = line.outside;
      const bool signed_by = line.signed_by || named;
      const PageSpan source = line.source;
      line = MakeLine(rest);
      line.after_gap = after_gap;
      line.outside = outside;
      line.signed_by = signed_by;
      line.source = source;
    }
  }
  return shown;
}

}  // namespace sillok::ingest
