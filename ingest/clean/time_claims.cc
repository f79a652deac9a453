#include "ingest/clean/time_claims.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/hangul.h"
#include "ingest/clean/byline.h"
#include "ingest/clean/meta_line.h"
#include "ingest/clean/outlets.h"
#include "ingest/clean/prose.h"
#include "ingest/clean/time_labels.h"

namespace sillok::ingest {
namespace {

// A line that shows times is short; of longer ones only sentences could speak.
constexpr size_t kMaxClaimRunes = 160;
constexpr size_t kMaxLabelBytes = 48;
constexpr size_t kMinGluedBytes = 6;

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
  Claim claim = Claim::kPublish;
};

// A label that stands behind who signs without a space: "한도윤 기자입력".
std::optional<Label> GluedLabel(std::string_view text, size_t begin, size_t end) {
  for (size_t at = begin + kMinGluedBytes; at < end; ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    const std::optional<Claim> claim = ClaimOf(text.substr(at, end - at));
    if (!claim.has_value() || !ReadByline(text.substr(0, at)).has_value()) continue;
    return Label{at, text.size(), *claim};
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
    const std::optional<Claim> claim = ClaimOf(Squeeze(word));
    if (claim.has_value()) found = Label{begin, text.size(), *claim};
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
  const std::optional<Claim> claim = ClaimOf(Squeeze(text.substr(begin, end - begin)));
  if (!claim.has_value()) return std::nullopt;
  return Label{begin, end, *claim};
}

// True when a time goes on to another one: 14:00 ~ 15:20, 3월 2일부터.
bool IsRange(std::string_view behind) {
  while (!behind.empty() && behind.front() == ' ') behind.remove_prefix(1);
  constexpr std::string_view kMarks[] = {"~", "∼", "～", "부터", "까지"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return behind.starts_with(mark); });
}

// "16:48l최종업데이트": a letter that some write for a bar, right behind a time.
size_t SkipBarLetter(std::string_view text, size_t at) {
  if (at >= text.size() || (text[at] != 'l' && text[at] != 'I')) return at;
  const bool alone =
      at + 1 == text.size() || text[at + 1] == ' ' || static_cast<unsigned char>(text[at + 1]) >= 0x80;
  return alone ? at + 1 : at;
}

// Adds what parts two stretches: a space, or the bar that stands between them.
void AddGap(std::string_view stretch, std::string& rest) {
  const std::string_view bar = FirstBar(stretch);
  rest += ' ';
  if (!bar.empty()) rest.append(bar).append(" ");
}

// Adds the words of a stretch between times, without `label` and what stands behind it. A bar stands on that side of the words
// where the stretch has one, as it is written there.
void AddBeside(std::string_view stretch, size_t label, std::string& rest) {
  const std::string_view words = TrimSeparators(stretch.substr(0, label));
  const size_t begin = words.empty() ? stretch.size() : static_cast<size_t>(words.data() - stretch.data());
  AddGap(stretch.substr(0, begin), rest);
  if (words.empty()) return;
  rest += words;
  AddGap(stretch.substr(begin + words.size()), rest);
}

// One line, taken apart.
struct TakenLine {
  std::vector<ShownTime> times;
  std::string rest;  // without times and labels
  bool labelled = false;
  bool barred = false;  // bars part it from them
  bool at_end = false;  // the times stand at one end of the line
  bool begins = false;  // at its beginning
};

void Describe(Claim claim, ShownTime& shown) {
  shown.labelled = true;
  shown.weak = claim == Claim::kWeak;
  shown.claim.update = claim == Claim::kUpdate;
}

TakenLine TakeApart(std::string_view text, std::optional<Claim> label_above) {
  TakenLine taken;
  const std::vector<WrittenTime> times = FindTimes(text);
  if (times.empty()) return taken;
  // Labels stand behind all of the times, or before them.
  const bool behind = LabelAfter(text.substr(times.back().end)).has_value();
  size_t at = 0;
  for (size_t i = 0; i < times.size(); ++i) {
    const std::string_view before = text.substr(at, times[i].begin - at);
    const size_t next = i + 1 < times.size() ? times[i + 1].begin : text.size();
    ShownTime shown;
    shown.claim = {.day = times[i].day, .time = times[i].time, .source = "visible_text", .update = false};
    size_t kept = before.size();
    size_t after = times[i].end;
    if (IsRange(text.substr(after))) return {};
    after = SkipBarLetter(text, after);
    std::optional<Claim> claim;
    if (const std::optional<Label> label = LabelBefore(before); label.has_value()) {
      claim = label->claim;
      kept = label->begin;
    } else if (const std::optional<Label> trailing = LabelAfter(text.substr(after, next - after));
               trailing.has_value() && (behind || times[i].end == times.back().end)) {
      claim = trailing->claim;
      after += trailing->end;
    } else if (i == 0 && label_above.has_value() && TrimSeparators(before).empty()) {
      claim = label_above;
    }
    if (claim.has_value()) Describe(*claim, shown);
    taken.labelled = taken.labelled || claim.has_value();
    AddBeside(before, kept, taken.rest);
    if (claim != Claim::kNone) taken.times.push_back(std::move(shown));
    at = after;
  }
  taken.begins = TrimSeparators(text.substr(0, times.front().begin)).empty();
  taken.at_end = taken.begins || TrimSeparators(text.substr(at)).empty();
  taken.barred = !FirstBar(text).empty();
  AddBeside(text.substr(at), text.npos, taken.rest);
  return taken;
}

// The claim of a line that is a label and nothing else.
std::optional<Claim> BareLabel(std::string_view text) {
  if (text.size() > kMaxLabelBytes) return std::nullopt;
  return ClaimOf(Squeeze(TrimSeparators(text)));
}

// One word of Hangul beside a day: the ministry, the paper or the section that it comes from.
bool IsIssuer(std::string_view text) {
  constexpr size_t kMostBytes = 36;
  return text.size() <= kMostBytes && IsHangulWord(text) && text.find(' ') == text.npos;
}

// "이 기사는 2024년 3월 28일 09:00 나루에 게재된 기사입니다."
std::optional<ShownTime> ReadSentence(std::string_view text) {
  const std::vector<WrittenTime> times = FindTimes(text);
  if (times.size() != 1 || !StatesTime(Squeeze(text))) return std::nullopt;
  ShownTime shown;
  shown.claim = {.day = times[0].day, .time = times[0].time, .source = "visible_text", .update = false};
  shown.labelled = shown.stated = true;
  return shown;
}

// What a line of times has beside them, and what that is.
struct Beside {
  std::string rest;
  bool alone = false;   // nothing that matters
  bool named = false;   // a name signs
  bool signs = false;   // a byline
  bool issued = false;  // who issued it
};

// Of many parts between bars, the one that names who signs.
std::string SigningPart(std::string_view rest, bool marked) {
  while (!rest.empty()) {
    const std::string_view bar = FirstBar(rest);
    const auto end = static_cast<size_t>(bar.data() - rest.data());
    const std::string_view part = TrimSeparators(rest.substr(0, end));
    if (ReadByline(part).has_value() || ReadBareNames(part, marked).has_value()) return std::string(part);
    rest.remove_prefix(end + bar.size());
  }
  return "";
}

Beside LookBeside(const TakenLine& taken, bool marked) {
  constexpr size_t kMostBytes = 90;
  Beside beside;
  MetaLine meta = ReadMeta(TrimSeparators(taken.rest));
  beside.rest = std::move(meta.rest);
  // Parts of which one signs or is a counter: the others are sections and the like.
  if (meta.parted && beside.rest.size() <= kMostBytes && !ReadByline(beside.rest).has_value()) {
    const std::string signing = SigningPart(beside.rest, marked);
    if (!signing.empty() || meta.dressed) beside.rest = signing;
  }
  const std::string_view rest = TrimSeparators(beside.rest);
  // One word beside a label: a portal says whose article it shows.
  const bool source =
      taken.labelled && meta.dressed && rest.find(' ') == rest.npos && OutletNamed(rest).empty();
  beside.alone = rest.empty() || source;
  beside.named = !beside.alone && ReadBareNames(rest, marked).has_value();
  beside.signs = beside.named || (taken.at_end && ReadByline(rest).has_value()) ||
                 (meta.dressed && ReadByline(rest).has_value());
  const bool paper = taken.barred && taken.at_end && (!OutletNamed(rest).empty() || SoundsLikeOutlet(rest));
  beside.issued = !beside.alone && !taken.labelled && ((taken.begins && IsIssuer(rest)) || paper);
  beside.rest = std::string(rest);
  return beside;
}

// Leaves in a line what its times have beside them.
void LeaveRest(std::string_view rest, bool named, PageLine& line) {
  PageLine left = MakeLine(rest);
  left.after_gap = line.after_gap;
  left.outside = line.outside;
  left.signed_by = line.signed_by || named;
  left.source = line.source;
  left.heading = line.heading;
  left.timed = true;
  line = std::move(left);
}

}  // namespace

bool IsLabelledTime(std::string_view text) {
  constexpr size_t kMostBytes = 120;
  if (text.size() > kMostBytes) return false;
  const TakenLine taken = TakeApart(text, std::nullopt);
  return taken.labelled && TrimSeparators(taken.rest).empty();
}

std::vector<ShownTime> TakeTimes(PageLines& lines) {
  std::vector<ShownTime> shown;
  std::optional<Claim> label_above;
  const auto show = [&](ShownTime time, size_t line) {
    time.line = line;
    shown.push_back(std::move(time));
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    PageLine& line = lines[i];
    const std::optional<Claim> above = std::exchange(label_above, std::nullopt);
    if (line.runes > kMaxClaimRunes) continue;
    if (line.statement) {
      std::optional<ShownTime> stated = ReadSentence(line.text);
      if (!stated.has_value()) continue;
      show(*std::move(stated), i);
      line.role = LineRole::kTime;
      continue;
    }
    label_above = BareLabel(line.text);
    if (label_above.has_value()) {
      line.role = LineRole::kChrome;
      continue;
    }
    TakenLine taken = TakeApart(line.text, above);
    if (taken.times.empty() && !taken.labelled) continue;
    const Beside beside = LookBeside(taken, line.signed_by);
    // Words around a time without a label: a headline, the weather, a copyright. But who signs may stand there.
    if (!taken.labelled && !beside.alone && !beside.signs && !beside.issued) continue;
    for (ShownTime& time : taken.times) {
      time.issued = beside.issued && !beside.signs;
      show(std::move(time), i);
    }
    if (beside.alone) {
      line.role = LineRole::kTime;
    } else if (beside.issued) {
      line.timed = true;
    } else {
      LeaveRest(beside.rest, beside.named, line);
    }
  }
  return shown;
}

}  // namespace sillok::ingest
