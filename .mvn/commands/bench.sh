# ./candor bench NAME: the last line is one JSON object with the figures.
set -euo pipefail
name="${1:-}"
if [[ ! "$name" =~ ^[a-z]+$ || ! -f "bench/$name.sh" ]]; then
    echo "Which measurement? There are: $(cd bench && ls *.sh | sed 's/\.sh$//' | paste -sd' ')" >&2
    exit 2
fi
bash .mvn/commands/build.sh
exec bash "bench/$name.sh" "${@:2}"
