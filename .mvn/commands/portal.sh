# Sourced. Lays the built jar out for a quick start: its classes read, linked and kept in an AOT cache (JEP 514).
portal_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx512m -Xms64m -XX:NewSize=48m -XX:MaxHeapFreeRatio=50 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# What runs a few times a second is not worth a processor for a fifth of one: while that is compiled, everybody's keys wait.
# Not for the trial, which is to show what people's first steps need.
portal_patience=(-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000)

# They sign in twice: a dozen times is enough for the JVM to know where that spends its time.
tried_people=(commander engineer writer legal leader cslead support)

portal_is_current() { [[ -f target/portal/candor.aot && target/portal/candor.aot -nt target/candor.jar ]]; }

# A trial start shows the JVM what a start needs, and what people ask for next: they sign in, and a portal opens a text
# over its own socket after it is ready. Without the cache the portal runs too, only slower.
lay_out_portal() {
    portal_is_current && return
    local log="${TMPDIR:-/tmp}/candor-portal.log" trial
    trial="$(mktemp -d)"
    rm -rf target/portal
    java -Djarmode=tools -jar target/candor.jar extract --destination target/portal >"$log" 2>&1 \
        && try_portal "$trial" >>"$log" 2>&1 \
        && java "${portal_options[@]}" -XX:AOTCache=target/portal/candor.aot -XX:AOTMode=on -cp target/portal/candor.jar \
            -version >>"$log" 2>&1 \
        || echo "No cache for a quick start could be made ($log says why); starts take longer." >&2
    rm -rf "$trial"
}

# Until the command succeeds or the process ends, at most so many fifths of a second.
patiently() {
    local left="$2"
    until "${@:3}" || ((left-- == 0)); do
        kill -0 "$1" 2>/dev/null || return 0
        sleep 0.2
    done
}

# The jar goes by the name it is started with: a cache made under any other name is silently not used.
try_portal() {
    local pid
    java "${portal_options[@]}" -XX:AOTCacheOutput=target/portal/candor.aot -jar target/portal/candor.jar \
        --server.port=0 --candor.data="$1" --candor.demo=empty >"$1/out" 2>&1 &
    pid=$!
    patiently "$pid" 600 grep -q 'Candor is ready' "$1/out"
    sleep 6
    node .mvn/commands/sign-in.mjs "$(grep -o -m 1 'http://[^ ]*' "$1/out")" "${tried_people[@]}" "${tried_people[@]}"
    kill "$pid" 2>/dev/null
    # It writes the cache while it ends; one that hangs must not hold up the build.
    patiently "$pid" 900 false
    kill -9 "$pid" 2>/dev/null
    wait "$pid"
    cat "$1/out"
    [[ -f target/portal/candor.aot ]]
}

# Sets portal_command to what starts the portal.
choose_portal() {
    portal_command=(java "${portal_options[@]}" "${portal_patience[@]}" -jar target/candor.jar)
    if portal_is_current; then
        portal_command=(java "${portal_options[@]}" "${portal_patience[@]}" -XX:AOTCache=target/portal/candor.aot "-Xlog:aot*=off" -jar target/portal/candor.jar)
    fi
}
