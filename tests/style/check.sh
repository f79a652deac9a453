#!/usr/bin/env bash
# One check of how the tree is written. Run by ctest from the top of the tree; exit code 0 is clean.
#
#   check.sh format | tidy BUILD_FOLDER | proto_lint | proto_breaking
set -euo pipefail

buf=$(echo build/tools/buf-*/bin/buf)
sources() { find common ingest query tests -name "$1" | sort; }

format() { { sources '*.h'; sources '*.cc'; } | xargs clang-format --dry-run -Werror; }

tidy() {
  # Generated code is not ours; only files that the build compiles are checked.
  sources '*.cc' | grep -F -f <(sed -n 's/^ *"file": ".*\/\(common\|ingest\|query\|tests\)\//\1\//p' \
    "$1/compile_commands.json" | tr -d '",') | xargs -P "$(nproc)" -n 4 clang-tidy -p "$1" --quiet 2>/dev/null
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
