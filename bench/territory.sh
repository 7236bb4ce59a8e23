#!/usr/bin/env bash
# Matching from 1,000 to 100,000 flows, and the exchange network of 20,000 flows at 3,000 sites to a proven gap.
#   bench/territory.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$here"
mvn -q -B ${MAVEN_OPTIONS:-} -pl bench -am compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath -Dspotless.check.skip=true
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
classpath="bench/target/classes:core/target/classes:features/target/classes:app/target/classes:$(cat bench/target/classpath)"
exec "$java" -Xmx4g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classpath" \
  org.boucle.bench.territory.TerritoryScale
