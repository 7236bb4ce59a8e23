#!/bin/sh
# The telemetry store beside DuckDB, QuestDB and PostgreSQL rows on the same month of generated plant signals, and its
# codec beside deflate, zstd and Apache TsFile. Build first: mvn -DskipTests package. Takes some minutes and about 4 GB
# of disk in SCRATCH. PostgreSQL, which needs a hundred times more, gets three days.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
scratch=${SCRATCH:-/tmp/boucle-bench}
mkdir -p "$scratch"
classpath=${CLASSPATH:-$here/bench/target/classes:$(cd "$here" && mvn -q -o -pl bench -am package -DskipTests dependency:build-classpath -Dmdep.outputFile=/dev/stdout | tail -1)}
export QDB_LOG_W_STDOUT_LEVEL=ERROR
run() {
  java -XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED -cp "$classpath" "$@" 2>/dev/null | grep -v " i\.q\."
}
run org.boucle.bench.telemetry.CodecComparison
for engine in boucle duckdb questdb; do
  run org.boucle.bench.telemetry.StoreComparison $engine 1000 "${DAYS:-30}" 10000 "$scratch"
done
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
if [ -z "$bin" ]; then
  echo "PostgreSQL is not installed: skipped (Debian: apt install postgresql)"
  exit 0
fi
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi; }
pg=$(mktemp -d "$scratch/pg.XXXXXX")
[ "$(id -u)" = 0 ] && chown postgres "$pg"
cd "$pg"
as "$bin/initdb" -D "$pg/data" -U boucle -A trust -E UTF8 >/dev/null
as "$bin/pg_ctl" -D "$pg/data" -w -l "$pg/log" -o "-p 54329 -k $pg -c listen_addresses=127.0.0.1" start >/dev/null
trap 'as "$bin/pg_ctl" -D "$pg/data" -m immediate stop >/dev/null; rm -rf "$pg"' EXIT
as "$bin/createdb" -h "$pg" -p 54329 -U boucle bench
pid=$(head -1 "$pg/data/postmaster.pid")
url="jdbc:postgresql://127.0.0.1:54329/bench?user=boucle"
run org.boucle.bench.telemetry.StoreComparison postgresql 1000 3 10000 "$scratch" "$url" "$pid"
as "$bin/createdb" -h "$pg" -p 54329 -U boucle chunks
run org.boucle.bench.telemetry.StoreComparison boucle 1000 3 10000 "$scratch" "jdbc:postgresql://127.0.0.1:54329/chunks?user=boucle" "$pid"
