# How long the built portal takes from a warm disk to its first answer, and what it then holds in memory.
# Medians of five starts on a data folder that holds the demo, with and without the cache, taking turns; there is no peer,
# so the figures are absolute.
set -euo pipefail
data="$(mktemp -d)"
port=18477
trap 'rm -rf "$data"' EXIT
source .mvn/commands/portal.sh
plain=(java "${portal_options[@]}" "${portal_patience[@]}" -jar target/candor.jar)
choose_portal

start() {
    local begun now pid
    begun=$(date +%s%N)
    "$@" --server.port=$port --candor.data="$data" --candor.demo=full >"$data/start.log" 2>&1 &
    pid=$!
    until curl -sf -o /dev/null "http://127.0.0.1:$port/assets/candor.css"; do
        kill -0 $pid 2>/dev/null || { cat "$data/start.log" >&2; exit 1; }
        sleep 0.02
    done
    now=$(date +%s%N)
    until grep -q 'Candor is ready' "$data/start.log"; do sleep 0.1; done
    sleep 5
    echo "$(((now - begun) / 1000000)) $(awk '/VmRSS/ {print int($2 / 1024)}' /proc/$pid/status)"
    kill $pid
    wait $pid 2>/dev/null || true
}

median() { printf '%s\n' "${@:2}" | awk -v c="$1" '{print $c}' | sort -n | sed -n 3p; }
first=($(start "${portal_command[@]}"))
cached=() uncached=()
for _ in 1 2 3 4 5; do
    cached+=("$(start "${portal_command[@]}")")
    uncached+=("$(start "${plain[@]}")")
done
printf '{"first_start_ms": %d, "warm_start_ms": %d, "warm_start_without_cache_ms": %d, "rss_idle_mb": %d}\n' \
    "${first[0]}" "$(median 1 "${cached[@]}")" "$(median 1 "${uncached[@]}")" "$(median 2 "${cached[@]}")"
