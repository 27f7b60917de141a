# The index of the FAQ library at 100,000 generated entries: building it, the heap it keeps, the CPU time of the search
# after every letter typed, and how often the right entry is among the first three although one letter is wrong (also
# at 1,000 entries). The library and the queries come from one seed; synonyms play no part. There is no peer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/classpath.sh
java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx1g -cp "$bench_classpath" app.candor.faq.index.FaqSpeed "${1:-20261118}" | tail -n 1
