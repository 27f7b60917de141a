# ./candor test [--quick | --long]: every check; closes with the runners' own counts.
set -euo pipefail
mode=full
case "${1:-}" in
    "") ;;
    --quick | --long) mode="${1#--}" ;;
    *) echo "Unknown option $1. Use: ./candor test [--quick | --long]" >&2; exit 2 ;;
esac

browser() {
    local candidate
    for candidate in "${CANDOR_CHROMIUM:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        [[ -n "$candidate" && -x "$candidate" ]] && { printf '%s' "$candidate"; return; }
    done
    if command -v apt-get >/dev/null && [[ "$(id -u)" == 0 ]]; then
        echo "Installing Chromium for the browser tests." >&2
        { apt-get update && for package in chromium-headless-shell chromium; do
            DEBIAN_FRONTEND=noninteractive apt-get install -y "$package" && break
        done; } >/dev/null 2>&1 || true
        for candidate in /usr/bin/chromium-headless-shell /usr/bin/chromium; do
            [[ -x "$candidate" ]] && { printf '%s' "$candidate"; return; }
        done
    fi
    echo "The browser tests need Chromium. Install the package chromium, or set CANDOR_CHROMIUM to its executable." >&2
    exit 1
}

step() { printf '\n== %s\n' "$1"; }
mvn_() { bash .mvn/commands/mvn.sh -B -ntp "$@"; }
long=false
[[ "$mode" == long ]] && long=true

if [[ "$mode" == quick ]]; then
    step "Format, static checks, unit and module tests"
    mvn_ spotless:check test -Dvaadin.skip
    exit
fi

CANDOR_CHROMIUM="$(browser)"
export CANDOR_CHROMIUM

step "Format, static checks, build, unit, module, view and oracle tests"
mvn_ spotless:check package -Dcandor.long="$long"
source .mvn/commands/portal.sh
lay_out_portal

step "Editor: types, style and tests"
(cd frontend && npm run --silent typecheck && npm run --silent lint && npm run --silent test)

step "Crashes of the embedded store"
mvn_ surefire:test -Dtest.groups=crash -Dtest.excludedGroups= -Dcandor.long="$long"

step "Journeys in a real browser over the built portal"
# Two journeys at once, each with its own portal and browser: one of them alone mostly waits. They end before the JVM's
# second compiler pays off; without it a portal takes half the processor time of a journey.
mvn_ surefire:test -Dtest.groups=browser -Dtest.excludedGroups= -Dcandor.long="$long" -DforkCount=2 \
    -Dtest.jvm=-XX:TieredStopAtLevel=1

step "Sign-in through a real Keycloak"
bash .mvn/commands/keycloak.sh
mvn_ surefire:test -Dtest.groups=keycloak -Dtest.excludedGroups=

step "All checks passed"
