# Builds target/candor.jar if a source is newer than it, and lays it out for a quick start.
set -euo pipefail
sources=(pom.xml src/main frontend)
if [[ ! -f target/candor.jar ]] || [[ -n "$(find "${sources[@]}" -path '*/node_modules' -prune -o -type f -newer target/candor.jar -print -quit)" ]]; then
    echo "Building Candor. The first time takes a few minutes." >&2
    bash .mvn/commands/mvn.sh -q -B package -DskipTests >${TMPDIR:-/tmp}/candor-build.log 2>&1 || { tail -n 40 ${TMPDIR:-/tmp}/candor-build.log >&2; echo "The build failed; the whole log is in ${TMPDIR:-/tmp}/candor-build.log." >&2; exit 1; }
fi
source .mvn/commands/portal.sh
lay_out_portal
