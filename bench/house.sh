#!/usr/bin/env bash
# Start and idle of the server: CPU seconds to the first page, memory and CPU of a minute's idling, with an empty store and
# with the demonstration loaded (whose factory goes on living). Five runs each, every figure printed; quote the medians.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs="${1:-5}"
port=18473
tick="$(getconf CLK_TCK)"
./boucle --version >/dev/null

cpu() { awk -v t="$tick" '{ printf "%.2f", ($14 + $15) / t }' "/proc/$1/stat"; }
rss() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }

measure() {
  local name="$1" command="$2" data="$3" pid first after
  ./boucle "$command" --port "$port" --data "$data" --no-open >/dev/null 2>&1 &
  pid=$!
  until curl -sf "http://127.0.0.1:$port/login" >/dev/null; do sleep 0.05; done
  first="$(cpu "$pid")"
  sleep 20
  after="$(cpu "$pid")"
  sleep 60
  printf '%-8s start %s CPU-s, idle %s MB, %s CPU-s in a minute\n' "$name" "$first" "$(rss "$pid")" \
    "$(awk -v a="$(cpu "$pid")" -v b="$after" 'BEGIN { printf "%.2f", a - b }')"
  kill "$pid"
  wait "$pid" || true
}

for _ in $(seq "$runs"); do
  data="$(mktemp -d)"
  measure empty serve "$data"
  rm -rf "$data"
done
data="$(mktemp -d)"
measure first demo "$data" # makes the year of history
for _ in $(seq "$runs"); do
  measure demo demo "$data"
done
rm -rf "$data"
