#!/usr/bin/env bash
# Runs every grpcurl line of README.md against a pair that holds the sample pages, as `buf curl` with the same data and no schema
# given: it learns the services by reflection.
#
#   readme_calls.sh FOLDER_OF_THE_PROGRAMS
set -euo pipefail
bin=$1
buf=$(echo build/tools/buf-*/bin/buf)
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
ingest=127.0.0.1:$port
query=127.0.0.1:$((port + 1))

"$bin/sillok-ingest" --listen=$ingest --data_dir="$folder/ingest" >"$folder/log" 2>&1 &
"$bin/sillok-query" --listen=$query --data_dir="$folder/query" --follow=$ingest >>"$folder/log" 2>&1 &
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$folder"' EXIT
for address in $ingest $query; do
  for _ in {1..200}; do "$bin/sillok-health" $address >/dev/null 2>&1 && break || sleep 0.1; done
done
"$bin/sillok-load" --ingest=$ingest deploy/samples >/dev/null

# call ADDRESS METHOD [DATA]
call() { "$buf" curl --http2-prior-knowledge --protocol grpc ${3:+-d "$3"} "http://$1/$2"; }

# first COLLECTION: the first name of it in an answer
first() { grep -o "$1/[0-9a-f]\{24\}" | head -n 1; }

entity=$(call $query sillok.v1.QueryService/LookupEntities '{"query": "오픈AI"}' | first entities)
other=$(call $query sillok.v1.QueryService/LookupEntities '{"query": "카카오"}' | first entities)
calls=0
while read -r line; do
  address=$ingest
  [[ $line != *:50052* ]] || address=$query
  if [[ $line == *' list' ]]; then
    services=$("$buf" curl --http2-prior-knowledge --protocol grpc --list-services "http://$address")
    grep -q '^sillok\.v1\.' <<<"$services"
    "$buf" curl --http2-prior-knowledge --protocol grpc --list-methods "http://$address" >/dev/null
  else
    data=${line#*-d \'}
    data=${data%%\' 127.*}
    data=${data//ENTITY\"/$entity\"}
    data=${data//OTHER\"/$other\"}
    if [[ $data == *CURATION\"* ]]; then
      data=${data//CURATION\"/$(call $ingest sillok.v1.CurationService/ListCurations '{}' | first curations)\"}
    fi
    answer=$(call $address "${line##* }" "$data")
    [[ $answer == *'"'* ]] || { echo "an empty answer to: $line" >&2; exit 1; }
  fi
  calls=$((calls + 1))
done < <(grep '^grpcurl ' README.md)
echo "$calls calls of README.md answered"
((calls >= 16))
