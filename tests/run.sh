#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every check: the sanitizers over the unit tests, then all tests.
# Ends with ctest's summary.
#
#   tests/run.sh            # everything, as on a fresh clone
#   tests/run.sh quick      # build/dev and its unit tests only
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/install-dependencies.sh test

if [[ ${1:-} == quick ]]; then
  cmake --preset dev >/dev/null
  cmake --build --preset dev
  exec ctest --preset dev -j "$(nproc)" -L unit
fi

# sanitized PRESET TARGET LABEL
sanitized() {
  cmake --preset "$1" >/dev/null
  cmake --build --preset "$1" --target "$2"
  ctest --preset "$1" -j "$(nproc)" -L "$3"
}
sanitized asan unit_tests unit
sanitized tsan thread_tests thread

cmake --preset dev >/dev/null
cmake --build --preset dev
ctest --preset dev -j "$(nproc)"
