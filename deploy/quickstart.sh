#!/usr/bin/env bash
# From a bare Debian 12 to a timeline: installs, builds, starts the pair, loads the sample pages, shows a timeline.
# As root, or with sudo. Run again, it does only what is missing.
#
#   deploy/quickstart.sh          # leaves the pair running
#   deploy/quickstart.sh stop     # stops it; the stores stay in build/quickstart
set -euo pipefail
cd "$(dirname "$0")/.."

bin=build/release/bin
state=build/quickstart
ingest=127.0.0.1:50051
query=127.0.0.1:50052
entity=오픈AI

running() { [[ -s $state/$1.pid ]] && kill -0 "$(<"$state/$1.pid")" 2>/dev/null; }

stop() {
  local name
  for name in sillok-query sillok-ingest; do
    running "$name" || continue
    kill "$(<"$state/$name.pid")"
    while running "$name"; do sleep 0.1; done
    echo "$name stopped"
  done
}

# start NAME FLAGS…: starts the program unless it runs, and waits until it listens.
start() {
  local name=$1
  shift
  if ! running "$name"; then
    nohup "$bin/$name" "$@" >"$state/$name.log" 2>&1 &
    echo $! >"$state/$name.pid"
  fi
  local address=$ingest
  [[ $name == sillok-query ]] && address=$query
  for _ in {1..200}; do
    (exec 3<>"/dev/tcp/${address%:*}/${address#*:}") 2>/dev/null && return
    running "$name" || break
    sleep 0.1
  done
  echo "$name did not start; its log, $state/$name.log, ends:" >&2
  tail -n 5 "$state/$name.log" >&2
  return 1
}

if [[ ${1:-} == stop ]]; then
  stop
  exit
fi

deploy/install-dependencies.sh build
[[ -f build/release/build.ninja ]] || cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release --target programs

mkdir -p "$state"
start sillok-ingest --data_dir="$state/ingest" --listen=$ingest
start sillok-query --data_dir="$state/query" --listen=$query --follow=$ingest

"$bin/sillok-load" --ingest=$ingest deploy/samples
echo
"$bin/sillok-show" --query=$query "$entity"

cat <<MSG

The pair is running: sillok-ingest on $ingest, sillok-query on $query. Ask it from any gRPC client, for example
  grpcurl -plaintext -d '{"query": "$entity"}' $query sillok.v1.QueryService/LookupEntities
or with the program above
  $bin/sillok-show --first=2024 --last=2024 "$entity"
Stop it with
  deploy/quickstart.sh stop
MSG
