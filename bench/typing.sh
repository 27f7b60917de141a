# From a key to the paint that shows its letter, in a document of 500 KB with tables while 20 carets move, and from the
# click on a document of 100 KB to a text one can type in. Chromium, headless, on this machine; there is no peer.
set -euo pipefail
rm -f target/typing.json
bash .mvn/commands/mvn.sh -q -B -ntp test-compile surefire:test -Dtest=TypingBench -Dtest.groups=bench -Dtest.excludedGroups= \
    -Dsurefire.failIfNoSpecifiedTests=false >&2
cat target/typing.json
echo
