#!/usr/bin/env bash
# Footprints of products under JMH: bench/footprint.sh [options of JMH]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -q -B ${MAVEN_OPTIONS:-} -pl bench -am compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath -Dspotless.check.skip=true
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
exec "$java" -cp "bench/target/classes:core/target/classes:features/target/classes:app/target/classes:$(cat bench/target/classpath)" \
  org.openjdk.jmh.Main FootprintBenchmark "$@"
