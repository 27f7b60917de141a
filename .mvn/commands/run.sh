# ./candor run [--port N] [--data DIR] [--empty]: builds if needed, then becomes the portal.
set -euo pipefail
port=8080
data=demo-data
demo=full
usage() { echo "$1 Use: ./candor run [--port N] [--data DIR] [--empty]" >&2; exit 2; }
while [[ $# -gt 0 ]]; do
    case "$1" in
        --port | --data) [[ $# -gt 1 ]] || usage "$1 needs a value." ;;
    esac
    case "$1" in
        --port)
            [[ "$2" =~ ^[0-9]{1,5}$ ]] && ((10#$2 <= 65535)) || usage "--port needs a number up to 65535; $2 is none."
            port="$2"; shift 2 ;;
        --data)
            data="$2"; shift 2
            [[ "$data" == /* ]] || data="$called_from/$data" ;;
        --empty) demo=empty; shift ;;
        *) usage "Unknown option $1." ;;
    esac
done

bash .mvn/commands/build.sh
source .mvn/commands/portal.sh
choose_portal
exec "${portal_command[@]}" --server.port="$port" --candor.data="$data" --candor.demo="$demo"
