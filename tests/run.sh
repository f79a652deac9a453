#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test: the unit tests also under AddressSanitizer and
# UndefinedBehaviorSanitizer, those with threads also under ThreadSanitizer; then what reads pages is fuzzed for a minute. Ends
# with ctest's summary.
#
#   tests/run.sh            # everything, as on a fresh clone
#   tests/run.sh quick      # build/dev and its unit tests only
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/install-dependencies.sh test

if [[ ${1:-} == quick ]]; then
  cmake --preset dev >/dev/null
  cmake --build --preset dev --target unit_tests
  exec ctest --preset dev -j "$(nproc)" -L unit
fi

# sanitized PRESET LABEL: builds and runs the tests with the label under the preset's sanitizers.
sanitized() {
  cmake --preset "$1" >/dev/null
  cmake --build --preset "$1" --target "$2_tests"
  ctest --preset "$1" -j "$(nproc)" -L "$2"
}

cmake --preset dev >/dev/null
cmake --build --preset dev
sanitized asan unit
sanitized tsan thread
tests/fuzz/run.sh
ctest --preset dev -j "$(nproc)"
