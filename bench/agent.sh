#!/usr/bin/env bash
# Resident memory and processor time of `boucle agent` at one sample per 5 s: ./bench/agent.sh [minutes]
# A stand-in takes the points; the first minute (start, first compilations) is left out of the processor time.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
minutes="${1:-10}"
scratch="$(mktemp -d)"
python3 - "$scratch/port" <<'PY' &
import http.server, sys
class Taker(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(202); self.send_header("Content-Length", "0"); self.end_headers()
    def log_message(self, *a): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Taker)
open(sys.argv[1], "w").write(str(server.server_port))
server.serve_forever()
PY
taker=$!
while [ ! -s "$scratch/port" ]; do sleep 0.1; done
"$here/boucle" agent --url "http://127.0.0.1:$(cat "$scratch/port")" --every 5s --buffer "$scratch/buffer" \
  --metrics-port 0 >/dev/null &
agent=$!
trap 'kill $agent $taker 2>/dev/null; rm -rf "$scratch"' EXIT
ticks() { awk '{print $14 + $15}' "/proc/$agent/stat"; }
sleep 60
before="$(ticks)"
sleep "$((minutes * 60))"
after="$(ticks)"
hertz="$(getconf CLK_TCK)"
awk -v t="$((after - before))" -v hz="$hertz" -v m="$minutes" -v rss="$(awk '/VmRSS/{print $2}' "/proc/$agent/status")" \
  -v n="$(ls /proc | grep -c '^[0-9]')" \
  'BEGIN { printf "%d processes: %.1f MB resident, %.3f %% of a core over %d min\n", n, rss * 1.024 / 1000, 100 * t / hz / (60 * m), m }'
