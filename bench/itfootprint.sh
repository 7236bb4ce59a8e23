#!/usr/bin/env bash
# CPU per request, throughput per core and latency at 80 % load of the digital-footprint dialect, over HTTP.
# ONLY="GET" measures those requests alone whose names begin so.
# Usage: bench/itfootprint.sh   (needs JDK 25 in JAVA_HOME and a built tree: mvn -o package -DskipTests -pl bench -am)
set -euo pipefail
cd "$(dirname "$0")/.."
java="${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java"
port="${PORT:-18743}"
scratch="$(mktemp -d)"
path="core/target/classes:features/target/classes:app/target/classes:bench/target/classes:app/target/lib/*"
./boucle --version >/dev/null # builds and prepares where needed, so that the process below is the server itself
./boucle serve --public-it --no-open --port "$port" --data "$scratch" >"$scratch/out" 2>&1 &
server=$!
"$java" -XX:+UseSerialGC -Xmx32m -cp "$path" org.boucle.bench.itfootprint.PlainServer "$((port + 1))" 2>/dev/null &
plain=$!
trap 'kill "$server" "$plain" 2>/dev/null; wait "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
for _ in $(seq 600); do # the first start makes its cache
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
  sleep 0.2
done
# The client shares the cores with what it measures: its compiler, which takes half a second for one method, has the lowest
# priority (and all its threads from the start, so that the client can tell them to wait), and it has no concurrent collector.
"$java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=19 -XX:-UseDynamicNumberOfCompilerThreads -Xmx512m -Drequests="${REQUESTS:-20000}" -Donly="${ONLY:-}" -cp "$path" org.boucle.bench.itfootprint.DialectLoad "$port" "$server" "$((port + 1))" "$plain"
echo "Recorded for BoaviztAPI 2.4.1 on the same kind of machine: 14-47 ms CPU per request, 21-70 requests/s per core."
