# Difference of two versions of a 200 KB document, as the page of versions asks for it: from the two documents to the
# markup, inline and side by side. One thread of a warm JVM on this machine; there is no peer.
set -euo pipefail
rm -f target/diff.json
bash .mvn/commands/mvn.sh -q -B -ntp test-compile surefire:test -Dtest=DiffBench -Dtest.groups=bench -Dtest.excludedGroups= \
    -Dsurefire.failIfNoSpecifiedTests=false >&2
cat target/diff.json
echo
