# The approvals inbox of a signer for whom 200 drafts in review wait, ten gates each: server time from the navigation to
# the built page, in a warm JVM with the embedded store on this machine; there is no peer.
set -euo pipefail
rm -f target/inbox.json
bash .mvn/commands/mvn.sh -q -B -ntp test-compile surefire:test -Dtest=InboxBench -Dtest.groups=bench -Dtest.excludedGroups= \
    -Dsurefire.failIfNoSpecifiedTests=false >&2
cat target/inbox.json
echo
