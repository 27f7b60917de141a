# How long the built portal takes from a warm disk to its first answer, and what it then holds in memory.
# Median of five starts on a data folder that holds the demo; there is no peer, so the figures are absolute.
set -euo pipefail
data="$(mktemp -d)"
port=18477
trap 'rm -rf "$data"' EXIT
java_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

start() {
    local begun now pid
    begun=$(date +%s%N)
    java "${java_options[@]}" -jar target/candor.jar --server.port=$port --candor.data="$data" --candor.demo=full >"$data/start.log" 2>&1 &
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

first=($(start))
runs=()
for _ in 1 2 3 4 5; do runs+=("$(start)"); done
median() { printf '%s\n' "${runs[@]}" | awk -v c="$1" '{print $c}' | sort -n | sed -n 3p; }
printf '{"first_start_ms": %d, "warm_start_ms": %d, "rss_idle_mb": %d}\n' "${first[0]}" "$(median 1)" "$(median 2)"
