// Marks: one for each thing that a gold asks for, and one for each that it does not know.
//
//   Scores scores;
//   scores.Mark("one.html", "byline", found, "김도윤");
//   scores.Of("byline").recall();    // right / (right + missed)
//   PrintScores(scores, std::cout);  // a table, then every miss, and every invention with its reasons
//
// One thread a Scores.
#pragma once

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace sillok {

struct Score {
  int right = 0;
  int missed = 0;
  int invented = 0;
  // The gold is complete in this, so that what it does not know is wrong; elsewhere there is no precision.
  bool complete = false;
  // Of what was asked for; 1 when nothing was.
  [[nodiscard]] double recall() const;
  [[nodiscard]] std::optional<double> precision() const;
};

enum class FaultKind {
  kMissed,
  kInvented,
  kUnasked  // found where the gold need not be complete: right or wrong, nobody has said
};

// What went wrong: on which page, in which measure, with what, and why the product thought so.
struct Fault {
  std::string file;
  std::string measure;
  std::string what;
  FaultKind kind = FaultKind::kMissed;
  std::vector<std::string> why = {};  // a line each
};

class Scores {
 public:
  void Mark(const std::string& file, const std::string& measure, bool right, const std::string& what);
  // From now on the measure has a precision.
  void DeclareComplete(const std::string& measure) { At(measure).complete = true; }
  void Invented(const std::string& file, const std::string& measure, const std::string& what,
                std::vector<std::string> why = {});
  // Counts for nothing, but is listed.
  void Unasked(const std::string& file, const std::string& measure, const std::string& what,
               std::vector<std::string> why = {});

  // All zero for a measure that was never marked.
  [[nodiscard]] Score Of(const std::string& measure) const;
  // In the order in which they first came.
  [[nodiscard]] const std::vector<std::string>& measures() const { return measures_; }
  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

 private:
  Score& At(const std::string& measure);

  std::vector<std::string> measures_;
  std::map<std::string, Score> scores_;
  std::vector<Fault> faults_;
};

void PrintScores(const Scores& scores, std::ostream& out);

}  // namespace sillok
