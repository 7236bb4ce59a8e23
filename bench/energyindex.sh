#!/bin/sh
# Posts x years per second of the sector consolidation, from 10 to 10,000 companies of 40 posts and 12 years.
# Usage: bench/energyindex.sh [jmh options]
set -e
cd "$(dirname "$0")/.."
mvn -q -o -pl bench -am compile dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=target/bench-classpath.txt >/dev/null 2>&1 || mvn -q -pl bench -am package -DskipTests
CLASSPATH="bench/target/classes:app/target/classes:features/target/classes:core/target/classes"
if [ -f bench/target/bench-classpath.txt ]; then CLASSPATH="$CLASSPATH:$(cat bench/target/bench-classpath.txt)"; else CLASSPATH="$CLASSPATH:app/target/lib/*"; fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$CLASSPATH" org.openjdk.jmh.Main org.boucle.bench.energyindex.SectorBenchmark "$@"
