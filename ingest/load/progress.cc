#include "ingest/load/progress.h"

#include "absl/time/clock.h"

namespace sillok::ingest {
namespace {

constexpr int64_t kWidth = 30;

const char* WordOf(v1::Disposition disposition) {
  switch (disposition) {
    case v1::DISPOSITION_CREATED:
      return "created";
    case v1::DISPOSITION_UPDATED:
      return "updated";
    case v1::DISPOSITION_UNCHANGED:
      return "unchanged";
    case v1::DISPOSITION_SUPERSEDED:
      return "superseded";
    default:
      return "answered";
  }
}

}  // namespace

std::string Summarize(const LoadReport& report) {
  std::string text;
  const auto add = [&text](const std::string& word, int64_t count) {
    if (count > 0) text += (text.empty() ? "" : "  ") + word + " " + std::to_string(count);
  };
  for (const auto& [disposition, pages] : report.dispositions) add(WordOf(disposition), pages);
  add("failed", static_cast<int64_t>(report.failures.size()));
  return text.empty() ? "nothing" : text;
}

void Progress::Show(const LoadReport& report) {
  const absl::Time now = absl::Now();
  if (now - drawn_ < (terminal_ ? absl::Milliseconds(100) : absl::Seconds(10))) return;
  drawn_ = now;
  Draw(report);
}

void Progress::End(const LoadReport& report) {
  Draw(report);
  if (terminal_) out_ << std::endl;
}

void Progress::Draw(const LoadReport& report) {
  const int64_t settled = report.settled();
  const std::string count = std::to_string(settled) + "/" + std::to_string(total_) + "  " + Summarize(report);
  if (!terminal_) {
    out_ << count << std::endl;
    return;
  }
  const auto filled = static_cast<size_t>(total_ == 0 ? kWidth : kWidth * settled / total_);
  // Back to the line's beginning, and away with what a longer line left.
  out_ << "\r[" << std::string(filled, '#') << std::string(static_cast<size_t>(kWidth) - filled, '.') << "] "
       << count << "\033[K" << std::flush;
}

}  // namespace sillok::ingest
