#!/usr/bin/env bash
# Posts x years per second of the sector consolidation, from 10 to 10,000 companies of 40 posts and 12 years.
#   bench/energyindex.sh                       CPU time by size
#   bench/energyindex.sh jmh [options of JMH]  the same under JMH
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$here"
mvn -q -B ${MAVEN_OPTIONS:-} -pl bench -am compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath -Dspotless.check.skip=true
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
classpath="bench/target/classes:core/target/classes:features/target/classes:app/target/classes:$(cat bench/target/classpath)"
flags=(-Xmx1g -XX:+UseSerialGC -cp "$classpath")
if [ "${1:-}" = jmh ]; then
  shift
  exec "$java" "${flags[@]}" org.openjdk.jmh.Main SectorBenchmark "$@"
fi
exec "$java" "${flags[@]}" org.boucle.bench.energyindex.SectorGrowth
