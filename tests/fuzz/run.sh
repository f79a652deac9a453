#!/usr/bin/env bash
# Fuzzes what reads pages, under AddressSanitizer and UndefinedBehaviorSanitizer. As many targets at a time as there are cores.
#
#   tests/fuzz/run.sh                    # 15 seconds each, as tests/run.sh does
#   tests/fuzz/run.sh 900                # 15 minutes each
#   tests/fuzz/run.sh 900 date quote     # of these only
#   build/fuzz/bin/date_fuzz FILE        # one input again
#
# A run of a minute or less takes the same way each time; a longer one begins elsewhere each time. Inputs that reached
# something new stay in build/fuzz/corpus, where the next run begins. The first finding of a target ends it; the input is
# left in build/fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-15}
targets=("${@:2}")
((${#targets[@]})) || targets=(clean date name quote)

# words TARGET: what it writes with, every byte as libFuzzer's dictionaries spell it.
words() {
  local line
  while read -r line; do
    case $line in
      '# '*) ;;
      @*) grep -v '^#' "${line#@}" | sed 1d | cut -f 1 | tr _ ' ' ;;
      *) echo "$line" ;;
    esac
  done <tests/fuzz/words/"$1".txt |
    perl -ne 'chomp; s/(.)/sprintf "\\x%02x", ord $1/ge unless /\\x/; print "\"$_\"\n" if length() < 250'
}

# fuzz TARGET SECONDS: quiet but for its last words and its findings.
fuzz() {
  local target=$1 start=1 bytes=1024 log=build/fuzz/$1.log folders=("build/fuzz/corpus/$1" "tests/fuzz/seeds/$1")
  words "$target" >"build/fuzz/$target.dict"
  [[ $target == clean ]] && bytes=4096 && folders+=(deploy/samples)
  mkdir -p "${folders[0]}" build/fuzz/findings
  ((seconds > 60)) && start=0  # of the clock
  # Every seed is tried, long ones cut. Schedules by entropy would cost more time than reading.
  if build/fuzz/bin/"${target}_fuzz" -max_total_time="$2" -timeout=30 -rss_limit_mb=2048 -max_len=$bytes -entropic=0 -seed=$start \
    -dict="build/fuzz/$target.dict" -artifact_prefix=build/fuzz/findings/"$target"- -print_final_stats=1 \
    "${folders[@]}" >"$log" 2>&1; then
    echo "$target: nothing found in $(grep -oP 'Done \K.*' "$log"), $(grep -oP 'DONE +\Kcov: \d+' "$log")"
    return
  fi
  {
    if ! grep -q 'Test unit written to' "$log"; then
      echo "$target: did not run to its end; the last lines of $log:"
      tail -n 8 "$log"
      return 1
    fi
    echo "$target: FOUND; all of it in $log, the input below build/fuzz/findings"
    grep -m 3 -E 'not kept:|ERROR:|runtime error:' "$log" | cut -c 1-500 || true
    grep -m 12 -E '^ +#[0-9]+ .*/(common|ingest)/' "$log" || true
    grep -m 1 'Test unit written to' "$log"
  } >&2
  return 1
}

if [[ ${FUZZ_ONE:-} ]]; then
  fuzz "$FUZZ_ONE" "$seconds"
  exit
fi
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
export ASAN_OPTIONS=malloc_context_size=6:quarantine_size_mb=32 UBSAN_OPTIONS=print_stacktrace=1
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I '{}' env FUZZ_ONE='{}' "$0" "$seconds"
