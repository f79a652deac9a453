#include "ingest/date/direction.h"

#include <algorithm>
#include <array>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

// Indices of final consonants in Unicode's order.
constexpr int kFinalNieun = 4;
constexpr int kFinalRieul = 8;
constexpr int kFinalSsangSiot = 20;

// Nouns of intent and expectation that end a plan.
constexpr std::array<std::string_view, 7> kPlanNouns = {"예정", "계획", "방침", "전망",
                                                        "앞두", "앞둔", "예고"};
// Adnominal pasts that no 았/었 marks.
constexpr std::array<std::string_view, 12> kPastAdnominals = {"열린 ",   "개최된 ", "진행된 ", "발표된 ",
                                                              "공개된 ", "체결된 ", "발생한 ", "가진 ",
                                                              "숨진 ",   "출시된 ", "취임한 ", "별세한 "};
// Verbs that set a time: what they set it to is to come.
constexpr std::array<std::string_view, 24> kMovings = {
    "미뤘",   "미뤄졌", "연기했", "연기됐", "연기한", "늦췄",   "늦춰졌", "앞당겼",
    "당겼",   "정했",   "정해졌", "확정했", "확정됐", "확정한", "잡았",   "잡혔",
    "변경했", "변경됐", "바꿨",   "바뀌었", "옮겼",   "못박",   "결정했", "잠정"};
constexpr std::array<std::string_view, 6> kOngoing = {"방문 중", "방문중",    "진행 중",
                                                      "진행중",  "열리고 있", "개최 중"};
// What may stand after a future adnominal (할 것, 할 듯) without making it a plan.
constexpr std::array<std::string_view, 4> kNotPlans = {" 수", " 때", " 만", " 정도"};

template <size_t N>
bool StartsWithAny(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

// 한다, 연다 at the end of a clause; the syllable before 다.
bool EndsClause(std::string_view rest) {
  return rest.empty() || !IsHangulSyllable(DecodeRune(rest, 0).code) || rest.starts_with("고") ||
         rest.starts_with("며") || rest.starts_with("는");
}

// -고, within a few syllables after a verb: its clause is somebody's words.
bool IsReported(std::string_view rest) {
  constexpr size_t kNear = 24;
  return rest.substr(0, kNear).find("고") != std::string_view::npos;
}

// 예정이었으나, 예정됐던; `rest` begins within the noun.
bool IsRevoked(std::string_view rest) {
  constexpr size_t kNear = 15;
  constexpr std::array<std::string_view, 6> kRevoking = {"이었", "였", "됐던", "되었던", "했던", "이던"};
  const std::string_view near = rest.substr(0, kNear);
  return std::any_of(kRevoking.begin(), kRevoking.end(),
                     [&](std::string_view word) { return near.find(word) != std::string_view::npos; });
}

}  // namespace

SentenceDirection::SentenceDirection(std::string_view text, const std::vector<TextSpan>& quotations) {
  auto quotation = quotations.begin();
  for (size_t at = 0; at < text.size(); at += DecodeRune(text, at).length) {
    while (quotation != quotations.end() && quotation->end <= static_cast<int>(at)) ++quotation;
    const bool quoted = quotation != quotations.end() && quotation->begin <= static_cast<int>(at);
    if (!quoted && StartsWithAny(text.substr(at), kOngoing)) ongoing_ = true;
    const std::optional<Marker> marker = ReadMarker(text, at);
    if (!marker) continue;
    all_.push_back(*marker);
    if (!quoted) outside_.push_back(*marker);
  }
}

std::optional<SentenceDirection::Marker> SentenceDirection::ReadMarker(std::string_view text, size_t at) {
  const DecodedRune rune = DecodeRune(text, at);
  const std::optional<Jamo> jamo = Decompose(rune.code);
  if (!jamo) return std::nullopt;
  const std::string_view here = text.substr(at);
  const std::string_view rest = here.substr(rune.length);
  const int begin = static_cast<int>(at);
  // 열 예정이었으나: what came of it, the text does not say here.
  if (StartsWithAny(here, kPlanNouns) && IsRevoked(rest)) {
    return Marker{begin, Direction::kUnclear, false, false};
  }
  if (StartsWithAny(here, kPlanNouns)) return Marker{begin, Direction::kFuture, IsReported(rest), true};
  if (StartsWithAny(here, kPastAdnominals)) return Marker{begin, Direction::kPast, false, false};
  if (StartsWithAny(here, kMovings)) return Marker{begin, Direction::kPast, false, false, true};
  if (jamo->final == kFinalSsangSiot && rune.code != U'있') {
    const bool reported = rest.starts_with("다고") || rest.starts_with("다며") || rest.starts_with("다는");
    return Marker{begin, rune.code == U'겠' ? Direction::kFuture : Direction::kPast, reported, false};
  }
  if (jamo->final == kFinalRieul && rest.starts_with(" 것")) {
    return Marker{begin, Direction::kFuture, IsReported(rest), true};
  }
  const bool adnominal = rune.code == U'릴' || rune.code == U'될' || rune.code == U'할';
  if (adnominal && rest.starts_with(" ") && !StartsWithAny(rest, kNotPlans) &&
      !StartsWithAny(rest.substr(1), kPlanNouns)) {
    return Marker{begin, Direction::kFuture, false, false};
  }
  if (rune.code == U'다' && at > 0 && EndsClause(rest)) {
    const std::optional<Jamo> before = Decompose(DecodeRuneBefore(text, at).code);
    if (before && before->final == kFinalNieun) {
      return Marker{begin, Direction::kFuture, IsReported(rest.substr(0, 3)), false};
    }
  }
  return std::nullopt;
}

Direction SentenceDirection::After(int begin, int next, int end, bool quoted, bool target) const {
  const std::vector<Marker>& markers = quoted ? all_ : outside_;
  const auto marker = std::lower_bound(markers.begin(), markers.end(), begin,
                                       [](const Marker& one, int at) { return one.at < at; });
  const Direction final = Final(markers, begin, end);
  if (marker == markers.end() || marker->at >= std::min(next, end)) return final;
  if (target && marker->moving) return Direction::kFuture;
  if (marker->direction != Direction::kFuture) return marker->direction;
  // 9일 … 출시할 예정이라고 밝혔다: the day may be that of the saying.
  if (marker->reported && next >= end && final == Direction::kPast) return Direction::kUnclear;
  return Direction::kFuture;
}

Direction SentenceDirection::Final(const std::vector<Marker>& markers, int begin, int end) {
  const auto after = std::lower_bound(markers.begin(), markers.end(), end,
                                      [](const Marker& one, int at) { return one.at < at; });
  if (after == markers.begin() || (after - 1)->at < begin) return Direction::kUnclear;
  return (after - 1)->direction;
}

bool SentenceDirection::EndsInPlan() const { return !outside_.empty() && outside_.back().plan; }

}  // namespace sillok::ingest
