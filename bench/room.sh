# The room of an incident with 5,000 timeline entries, 100,000 accounts and 200 tasks: server time to open it, what an open
# page holds in memory, and when 200 open pages, five of them in Chromium, see a new stage while 20 people write. There is
# no peer.
set -euo pipefail
rm -f target/room.json
bash .mvn/commands/mvn.sh -q -B -ntp test-compile surefire:test -Dtest=RoomBench -Dtest.groups=bench -Dtest.excludedGroups= \
    -Dsurefire.failIfNoSpecifiedTests=false >&2
cat target/room.json
echo
