#!/usr/bin/env bash
# Bundles the browser parts into DEST. Fast when nothing changed: a key press in Java should not wait for npm.
set -euo pipefail

dest="${1:?usage: build.sh DEST}"
mkdir -p "$dest"
dest="$(cd "$dest" && pwd)"
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v node >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    echo "The front end needs Node 20 or newer on the PATH." >&2
    exit 1
fi

digest() { sha256sum "$@" 2>/dev/null || shasum -a 256 "$@"; }

lock="$(digest package-lock.json)"
if [ "$(cat node_modules/.candor-lock 2>/dev/null || true)" != "$lock" ]; then
    npm ci --no-audit --no-fund --loglevel=error
    printf '%s' "$lock" >node_modules/.candor-lock
fi

sources="$lock $(find editor voice copy panel shell bundle.mjs schema-hash.mjs NOTICE -type f | LC_ALL=C sort | while IFS= read -r file; do digest "$file"; done)"
# Not in DEST: everything there is served.
built="node_modules/.candor-built-$(printf '%s' "$dest" | cksum | cut -d' ' -f1)"
if [ "$(cat "$built" 2>/dev/null || true)" = "$sources" ] && [ -f "$dest/editor.js" ] && [ -f "$dest/editor.css" ] \
    && [ -f "$dest/copy.js" ] && [ -f "$dest/shell.js" ]; then
    exit 0
fi
rm -f "$built"
node bundle.mjs "$dest"
printf '%s' "$sources" >"$built"
