# The embedded store at a million documents: pages of a log, inserts and updates by 1, 8 and 32 threads. There is no peer
# of its kind, so the figures are absolute.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/classpath.sh
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx2g -cp "$bench_classpath" app.candor.embedded.StoreSpeed "$folder" 2>/dev/null | grep '^{' | tail -n 1
