# Ours and the peers under the same load, interleaved on this machine; about two hours, BENCH_QUICK=1 about 30.
# Needs Node 20, npm, and PostgreSQL 15 for the durable peers. Figures: bench/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export BENCH_HOME="${BENCH_HOME:-${TMPDIR:-/tmp}/candor-bench}"
export PG_BIN="${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)}"
missing=()
[[ -x "${PG_BIN:-/nowhere}/postgres" ]] || missing+=("PostgreSQL's server (Debian: apt-get install postgresql; elsewhere set PG_BIN to its folder)")
command -v psql >/dev/null || missing+=("psql (Debian: apt-get install postgresql-client)")
id postgres >/dev/null 2>&1 || missing+=("an account named postgres, which the peers' database runs as")
[[ "$(id -u)" == 0 ]] || missing+=("root, to run the peers' database as postgres")
[[ -d /proc/self/fd ]] || missing+=("Linux: processor time is read from /proc")
if [[ ${#missing[@]} -gt 0 ]]; then
    echo "The measurement cannot run here. Missing:" >&2
    printf -- '- %s\n' "${missing[@]}" >&2
    exit 2
fi
quick="${BENCH_QUICK:-}"
runs="${BENCH_RUNS:-3}"
[[ -d bench/node_modules/mongodb && -d "$BENCH_HOME/peers/pmref/node_modules" ]] || bash bench/install.sh >"$(mktemp)" 2>&1

export BENCH_RESULTS="$BENCH_HOME/results-$(date +%s)" CANDOR_BENCH_DATA="$BENCH_HOME/candor-data"
export OURS_ADAPTER=bench/candor-adapter.mjs OURS_CMD="bash bench/portal.sh" OURS_PORT="${OURS_PORT:-18478}"
# A started portal tries out the way to a text for up to five seconds (docs/decisions/0006-rehearsal.md), from when it is ready.
export OURS_SETTLE_MS="${OURS_SETTLE_MS:-8000}"
mkdir -p "$BENCH_RESULTS"
echo "Results go to $BENCH_RESULTS" >&2

prepare() {
    local log="$BENCH_HOME/prepare.log" pid
    rm -rf "$CANDOR_BENCH_DATA"
    bash ./candor run --port "$OURS_PORT" --data "$CANDOR_BENCH_DATA" >"$log" 2>&1 &
    pid=$!
    until grep -q 'Candor is ready' "$log"; do
        kill -0 $pid 2>/dev/null || { cat "$log" >&2; exit 1; }
        sleep 0.2
    done
    node bench/seed.mjs $pid 100 >&2
    kill $pid
    wait $pid 2>/dev/null || true
}
measure() { timeout -k 20 "$1" node bench/bench.mjs "${@:2}" >>"$BENCH_RESULTS/run.log" 2>&1 || echo "  $2 $3 did not finish; see $BENCH_RESULTS/run.log" >&2; echo "$(date +%T) ${*:2}" >&2; }

prepare
durable=(sharedb pmref-pg pmref-rebase)
others=(yws hocuspocus)
only="${BENCH_ONLY:-s1 s2 s3 s4}"
sec=10
[[ -z "$quick" ]] || { sec=6; runs=1; }
for _ in $(seq "$runs"); do
    for s in ours "${durable[@]}" "${others[@]}"; do
        [[ $only != *s1* ]] || measure 200 "$s" s1 --runs 1 --warm 90 --sec $sec
    done
done
for _ in $(seq "$runs"); do
    for s in ours "${durable[@]}" "${others[@]}"; do
        [[ $only != *s2* ]] || measure 260 "$s" s2 --runs 1 --warm 150 --sec $((sec * 2)) --rate 2
    done
done
if [[ $only == *s3* ]]; then
    for s in ours "${durable[@]}" "${others[@]}"; do measure 400 "$s" s3 --runs 1 --edits 10000 --limit 90; done
    [[ -n "$quick" ]] || measure 900 ours s3 --runs 1 --edits 100000 --limit 600
fi
[[ $only != *s4* ]] || measure 1500 ours s4 --runs "${BENCH_KILLS:-$([[ -n "$quick" ]] && echo 2 || echo 20)}" --sec 3
node bench/summary.mjs "$BENCH_RESULTS/results.jsonl"
