#include "tests/bench/bench_table.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "absl/strings/str_format.h"

namespace sillok::bench {
namespace {

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

Comparison Compare(std::string what, std::string floor_name, std::string unit, int rounds,
                   const std::function<double()>& sillok, const std::function<double()>& floor) {
  (void)sillok();
  (void)floor();
  std::vector<double> ours;
  std::vector<double> floors;
  std::vector<double> ratios;
  for (int round = 0; round < rounds; ++round) {
    ours.push_back(sillok());
    floors.push_back(floor());
    ratios.push_back(ours.back() / floors.back());
  }
  Comparison comparison;
  comparison.what = std::move(what);
  comparison.floor_name = std::move(floor_name);
  comparison.unit = std::move(unit);
  comparison.sillok = Median(std::move(ours));
  comparison.floor = Median(std::move(floors));
  comparison.ratio = Median(std::move(ratios));
  return comparison;
}

void PrintTable(const std::vector<Comparison>& comparisons) {
  std::printf("| what | floor in the same run | unit | Sillok | floor | ratio | bar | aim | |\n");
  std::printf("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
  for (const Comparison& row : comparisons) {
    const std::string bar = row.bar == 0 ? "" : absl::StrFormat("%.2f", row.bar);
    std::printf("| %s | %s | %s | %.4g | %.4g | %.2f | %s | %.2f | %s |\n", row.what.c_str(),
                row.floor_name.c_str(), row.unit.c_str(), row.sillok, row.floor, row.ratio, bar.c_str(),
                row.aim, row.note.c_str());
  }
}

}  // namespace sillok::bench
