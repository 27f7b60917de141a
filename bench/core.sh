# Steps a second against prosemirror-transform under Node, the two in turn on the same logs at 1, 20 and 200 KB; heap of
# 1,000 open texts of 20 KB.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/classpath.sh
logs="$(mktemp -d)"
trap 'rm -rf "$logs"' EXIT
[[ -d frontend/oracle/node_modules/prosemirror-transform ]] || (cd frontend/oracle && npm ci --no-audit --no-fund --loglevel=error >&2)
oracle() { (cd frontend/oracle && node speed.mjs "$1" ../editor/schema.json "${@:2}"); }
oracle log "$logs" 20000
options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx512m)
for kb in 1 20 200; do
    for _ in 1 2 3; do
        echo "$kb node $(oracle time "$logs/$kb.json")"
        echo "$kb java $(java "${options[@]}" -cp "$bench_classpath" app.candor.prosemirror.CoreSpeed "$logs/$kb.json")"
    done
done | tee "$logs/figures"
heap="$(java "${options[@]}" -Xmx1g -cp "$bench_classpath" app.candor.coedit.authority.OpenTextsHeap 2>/dev/null | grep '^{' | tail -n 1)"
echo "open texts $heap"
node -e '
const lines = require("fs").readFileSync(process.argv[1], "utf8").trim().split("\n").map(line => /^(\d+) (\w+) (.*)$/.exec(line))
const figures = {}
let least = Infinity
for (const kb of [1, 20, 200]) {
  const of = who => lines.filter(l => l[1] == kb && l[2] === who).map(l => JSON.parse(l[3]))
  const middle = list => list.map(one => one.rate).sort((a, b) => a - b)[1]
  if (of("java")[0].size !== of("node")[0].size) throw new Error("The two ended with other documents")
  figures[`core_${kb}kb_steps_per_s`] = Math.round(middle(of("java")))
  figures[`core_${kb}kb_speedup`] = +(middle(of("java")) / middle(of("node"))).toFixed(2)
  least = Math.min(least, figures[`core_${kb}kb_speedup`])
}
const heap = JSON.parse(process.argv[2])
console.log(JSON.stringify({core_speedup: least, ...figures, open_texts: heap.texts, open_texts_heap_mb: heap.megabytes}))
' "$logs/figures" "$heap"
