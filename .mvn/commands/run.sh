# ./candor run [--port N] [--data DIR] [--empty]: builds if needed, then becomes the portal.
port=8080
data=demo-data
demo=full
while [[ $# -gt 0 ]]; do
    case "$1" in
        --port) port="$2"; shift 2 ;;
        --data) data="$2"; shift 2 ;;
        --empty) demo=empty; shift ;;
        *) echo "Unknown option $1. Use: ./candor run [--port N] [--data DIR] [--empty]" >&2; exit 2 ;;
    esac
done

bash .mvn/commands/build.sh
exec java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -jar target/candor.jar \
    --server.port="$port" --candor.data="$data" --candor.demo="$demo"
