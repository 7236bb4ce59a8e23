#!/usr/bin/env bash
# The life-cycle engine against its targets and beside KLU, EJML and openLCA's Java solver, in one run.
#   bench/lca.sh [folder with uslci_A.csv]     the comparison
#   bench/lca.sh jmh [options of JMH]          the kernels under JMH
#   bench/lca.sh adjoint                       the adjoint sixteen abreast and in fours, five starts
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$here"
mvn -q -B ${MAVEN_OPTIONS:-} -pl bench -am compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath -Dspotless.check.skip=true
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
classpath="bench/target/classes:core/target/classes:features/target/classes:app/target/classes:$(cat bench/target/classpath)"
flags=(-Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$classpath")
if [ "${1:-}" = jmh ]; then
  shift
  exec "$java" "${flags[@]}" org.openjdk.jmh.Main LifeCycleEngineBenchmark "$@"
fi
if [ "${1:-}" = adjoint ]; then
  for _ in 1 2 3 4 5; do "$java" "${flags[@]}" org.boucle.bench.lca.AdjointComparison; done
  exit
fi
exec "$java" "${flags[@]}" org.boucle.bench.lca.EngineComparison "${1:-${BOUCLE_SHARED:-../shared}/oracle/lca/uslci}"
