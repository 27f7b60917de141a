# The portal as ./candor run starts it, on $PORT with its data below $DATA_DIR: an empty folder is filled with the demo
# and the harness's texts first, or from $CANDOR_BENCH_DATA, where that was done before.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [[ ! -d "$DATA_DIR/mongo" ]]; then
    mkdir -p "$DATA_DIR"
    cp -r "$CANDOR_BENCH_DATA/." "$DATA_DIR/"
fi
exec bash ./candor run --port "$PORT" --data "$DATA_DIR"
