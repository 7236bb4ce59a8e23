#!/usr/bin/env bash
# Replays prediction and night-fault alerts on the real steel plant: bench/energytwin.sh 2018-06-01 FILE.csv [FILE.csv…]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
java="${JAVA_HOME:?set it to a JDK 25}/bin"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
path="$here/core/target/classes:$here/features/target/classes:$here/app/target/lib/*"
"$java/javac" -cp "$path" -d "$out" "$here/bench/src/main/java/org/boucle/bench/energytwin/SteelReplay.java"
"$java/java" -XX:+UseSerialGC -cp "$out:$path" org.boucle.bench.energytwin.SteelReplay "$@"
