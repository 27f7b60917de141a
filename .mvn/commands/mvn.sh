# Maven from the PATH where it is 3.8 or newer, else the wrapper's own.
set -euo pipefail
if command -v mvn >/dev/null && [[ "$(mvn -v 2>/dev/null)" =~ Apache\ Maven\ (3\.([89]|[1-9][0-9])|[4-9]) ]]; then
    exec mvn "$@"
fi
exec bash ./mvnw "$@"
