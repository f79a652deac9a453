#!/usr/bin/env bash
# One check of how the tree is written. Run by ctest from the top of the tree; exit code 0 is clean.
#
#   check.sh format | tidy | proto_lint | proto_breaking
set -euo pipefail

buf=$(echo build/tools/buf-*/bin/buf)
sources() { find common ingest query tests -name "$1" | sort; }

format() { { sources '*.h'; sources '*.cc'; } | xargs clang-format --dry-run -Werror; }

# By the units that the preset asan makes of a room's files: most of the time goes with headers, which they share.
tidy() {
  local folder=build/asan
  cmake --preset asan >/dev/null
  cmake --build --preset asan --target sillok_grpc sillok_bench_echo_proto >/dev/null
  find "$folder" -name 'unity_*.cxx' | sort | xargs -P "$(nproc)" -n 1 clang-tidy -p "$folder" --quiet \
    --checks=-bugprone-suspicious-include 2>/dev/null
}

proto_lint() { "$buf" lint proto; }

# Against the last commit on main; on main itself, against the commit before.
proto_breaking() {
  local base
  base=$(git rev-parse -q --verify main || git rev-parse HEAD)
  [[ $base != $(git rev-parse HEAD) ]] || base=$(git rev-parse -q --verify HEAD~1) || return 0
  git cat-file -e "$base:proto/buf.yaml" 2>/dev/null || return 0
  local before
  before=$(mktemp -d)
  trap 'rm -rf "$before"' RETURN
  git archive "$base" proto | tar -x -C "$before"
  "$buf" breaking proto --against "$before/proto"
}

"$@"
