// What the benchmark prints: for each thing a line with Sillok's figure, the floor's, and their ratio, from rounds run in turn so
// that a machine whose speed drifts slows both.
//
//   Comparison comparison = Compare("GetEntity", "gRPC echo, same bytes", "calls/s", 5, RunSillok, RunFloor);
//   PrintTable({comparison});
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace sillok::bench {

struct Comparison {
  std::string what;
  std::string floor_name;
  std::string unit;
  double sillok = 0;  // median of the rounds
  double floor = 0;   // median of the rounds
  double ratio = 0;   // median of sillok / floor, round by round
  double bar = 0;     // the ratio that it must have; 0: none is set
  double aim = 0;     // the ratio that is asked for
  std::string note;   // replies verified, sizes
};

// Runs both, in turn, `rounds` times after a warm-up of each.
[[nodiscard]] Comparison Compare(std::string what, std::string floor_name, std::string unit, int rounds,
                                 const std::function<double()>& sillok, const std::function<double()>& floor);

// A Markdown table on standard output.
void PrintTable(const std::vector<Comparison>& comparisons);

}  // namespace sillok::bench
