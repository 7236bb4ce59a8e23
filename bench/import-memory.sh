#!/usr/bin/env bash
# What importing a large life-cycle archive takes: memory after collections, memory used, CPU. Generated archives.
#   bench/import-memory.sh [heap in MB, 256 by default] [processes, 5000 by default]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$here"
mvn -q -B ${MAVEN_OPTIONS:-} -pl bench -am compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath -Dspotless.check.skip=true
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
classpath="bench/target/classes:core/target/classes:features/target/classes:app/target/classes:$(cat bench/target/classpath)"
for format in jsonld ecospold2; do
  "$java" "-Xmx${1:-256}m" -XX:+UseSerialGC -cp "$classpath" org.boucle.bench.footprint.ImportMemory "$format" "${2:-5000}"
done
