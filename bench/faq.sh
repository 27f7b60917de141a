# The index of the FAQ library at 100,000 generated entries: building it, the heap it keeps, the CPU time of the search
# after every letter typed, and how often the right entry is among the first three although one letter is wrong (also
# at 1,000 entries). A query is the words of a question or of another wording of it, fillers and about every fourth word
# left out. With three to five words whichever (few_words) several entries often have all of them, and then no ranking
# can know which was meant: best_possible says what one could reach at most, each such query counting 3 in so many. The
# library and the queries come from one seed; synonyms play no part. There is no peer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/classpath.sh
java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx1g -cp "$bench_classpath" app.candor.faq.index.FaqSpeed "${1:-20261118}" | tail -n 1
