#include "tests/quality/scores.h"

#include <string_view>
#include <utility>

#include "absl/strings/str_format.h"

namespace sillok {

double Score::recall() const {
  return right + missed == 0 ? 1.0 : static_cast<double>(right) / (right + missed);
}

std::optional<double> Score::precision() const {
  if (!complete) return std::nullopt;
  return right + invented == 0 ? 1.0 : static_cast<double>(right) / (right + invented);
}

void Scores::Mark(const std::string& file, const std::string& measure, bool right, const std::string& what) {
  ++(right ? At(measure).right : At(measure).missed);
  if (!right) faults_.push_back({.file = file, .measure = measure, .what = what});
}

void Scores::Invented(const std::string& file, const std::string& measure, const std::string& what,
                      std::vector<std::string> why) {
  ++At(measure).invented;
  faults_.push_back(
      {.file = file, .measure = measure, .what = what, .kind = FaultKind::kInvented, .why = std::move(why)});
}

void Scores::Unasked(const std::string& file, const std::string& measure, const std::string& what,
                     std::vector<std::string> why) {
  faults_.push_back(
      {.file = file, .measure = measure, .what = what, .kind = FaultKind::kUnasked, .why = std::move(why)});
}

Score Scores::Of(const std::string& measure) const {
  const auto found = scores_.find(measure);
  return found == scores_.end() ? Score() : found->second;
}

Score& Scores::At(const std::string& measure) {
  const auto [score, is_new] = scores_.try_emplace(measure);
  if (is_new) measures_.push_back(measure);
  return score->second;
}

namespace {

std::string_view WordOf(FaultKind kind) {
  switch (kind) {
    case FaultKind::kMissed:
      return "missed";
    case FaultKind::kInvented:
      return "invented";
    case FaultKind::kUnasked:
      break;
  }
  return "unasked";
}

}  // namespace

void PrintScores(const Scores& scores, std::ostream& out) {
  out << "| measure | right | missed | invented | recall | precision |\n| --- | ---: | ---: | ---: | ---: | "
         "---: |\n";
  for (const std::string& measure : scores.measures()) {
    const Score score = scores.Of(measure);
    const std::optional<double> precision = score.precision();
    out << absl::StrFormat("| %s | %d | %d | %s | %.3f | %s |\n", measure, score.right, score.missed,
                           precision ? absl::StrFormat("%d", score.invented) : "", score.recall(),
                           precision ? absl::StrFormat("%.3f", *precision) : "");
  }
  if (!scores.faults().empty()) out << "\n";
  for (const Fault& fault : scores.faults()) {
    out << fault.file << "  " << WordOf(fault.kind) << "  " << fault.measure << ": " << fault.what << "\n";
    for (const std::string& why : fault.why) out << "    " << why << "\n";
  }
}

}  // namespace sillok
