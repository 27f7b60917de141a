# ./candor run [--port N] [--data DIR] [--empty]: builds if needed, then becomes the portal.
set -euo pipefail
port=8080
data=demo-data
demo=full
usage() { echo "$1 Use: ./candor run [--port N] [--data DIR] [--empty]" >&2; exit 2; }
while [[ $# -gt 0 ]]; do
    [[ "$1" == --empty || $# -gt 1 ]] || usage "$1 needs a value or is unknown."
    case "$1" in
        --port) port="$2"; shift 2 ;;
        --data) data="$2"; shift 2 ;;
        --empty) demo=empty; shift ;;
        *) usage "Unknown option $1." ;;
    esac
done

bash .mvn/commands/build.sh
source .mvn/commands/portal.sh
choose_portal
exec "${portal_command[@]}" --server.port="$port" --candor.data="$data" --candor.demo="$demo"
