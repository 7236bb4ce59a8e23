#!/usr/bin/env bash
# Every test: installs what only tests need where it may, says loudly what is skipped where it may not, runs the build's
# checks and tests, and prints the counts.
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$here" || exit 1

say() { printf '%s\n' "boucle test: $*" >&2; }

missing=()
[ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ] || missing+=(chromium chromium-driver)
command -v mosquitto >/dev/null || [ -x /usr/sbin/mosquitto ] || missing+=(mosquitto)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]} from Debian for the tests…"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
      say "WARNING: could not install ${missing[*]}: the tests that need them are skipped"
  else
    say "WARNING: ${missing[*]} missing and not installable here: the tests that need them are SKIPPED"
  fi
fi
[ -d ../shared ] || [ -n "${BOUCLE_SHARED:-}" ] || say "NOTE: no oracle data beside this checkout: the tests that read it are skipped"

log="$(mktemp)"
mvn -B -ntp verify "$@" 2>&1 | tee "$log" | grep -E --line-buffered 'Tests run:|ERROR|FAIL|BUILD|Skipped:|skipped' || true
status=${PIPESTATUS[0]}

# The per-class reports sum up to the counts, whatever the modules print.
awk -v status="$status" '
  match($0, /tests="[0-9]+"/) { t += substr($0, RSTART + 7, RLENGTH - 8) }
  match($0, /errors="[0-9]+"/) { e += substr($0, RSTART + 8, RLENGTH - 9) }
  match($0, /skipped="[0-9]+"/) { s += substr($0, RSTART + 9, RLENGTH - 10) }
  match($0, /failures="[0-9]+"/) { f += substr($0, RSTART + 10, RLENGTH - 11) }
  END { printf "%d passed, %d failed, %d skipped\n", t - e - f - s, e + f, s }
' <(cat ./*/target/surefire-reports/TEST-*.xml 2>/dev/null | grep -E '<testsuite ' | tr '\n' '\n') </dev/null
rm -f "$log"
exit "$status"
