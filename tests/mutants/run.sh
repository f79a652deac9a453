#!/usr/bin/env bash
# Breaks the promises on purpose: every patch of this folder is a mistake that somebody could make, and a property test has to
# find it. Each is put into a copy of the tree, the copy is built, and its test must fail.
#
#   tests/mutants/run.sh            # all of them, some 20 seconds each
#   tests/mutants/run.sh 03 07      # those whose names begin so
#
# The first line of a patch names the test that finds it, and says what the mistake is. Exit code 0: every one was found.
set -euo pipefail
cd "$(dirname "$0")/../.."

copy=build/mutants
if [[ $# -eq 0 ]]; then set -- ''; fi

# Apart from the repository that the copy lies in.
patched() { GIT_CEILING_DIRECTORIES="$PWD/build" git -C "$copy" apply "$@"; }

# Everything is new to ninja, for what an interrupted run left cannot be told from it; ccache knows better.
mkdir -p "$copy"
find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
tar --exclude=./build --exclude=./.git -c . | tar -xm -C "$copy"
(cd "$copy" && cmake --preset dev >/dev/null)

missed=0
for beginning in "$@"; do
  for patch in tests/mutants/"$beginning"*.patch; do
    name=$(basename "$patch" .patch)
    read -r test why <"$patch"
    patched "$PWD/$patch"
    cmake --build "$copy/build/dev" --target "$test" >"$copy/build/$name.log" ||
      { echo "$name: does not build; see $copy/build/$name.log"; exit 1; }
    if "$copy/build/dev/bin/$test" >"$copy/build/$name.log" 2>&1; then
      echo "$name: NOT FOUND by $test: $why"
      missed=1
    else
      echo "$name: found by $test: $why"
    fi
    patched --reverse "$PWD/$patch"
  done
done
exit "$missed"
