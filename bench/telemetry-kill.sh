#!/bin/sh
# SIGKILL again and again (200 times unless KILLS says otherwise) while 2,000 points a second arrive by MQTT QoS 1 through
# Mosquitto, with the broker away in the middle (ten minutes with AWAY=600000): nothing acknowledged may be missing, nothing doubled.
set -eu
cd "$(dirname "$0")/.."
mvn -q -o -pl app -am test -Dtest=KillNineTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dboucle.kills="${KILLS:-200}" -Dboucle.broker.away.millis="${AWAY:-5000}"
