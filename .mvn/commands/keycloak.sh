# Unpacks Keycloak's distribution, taken through Maven, to target/keycloak.
set -euo pipefail
version="$(sed -n 's/.*<keycloak.version>\(.*\)<.*/\1/p' pom.xml)"
if [[ ! -x "target/keycloak-$version/bin/kc.sh" ]]; then
    bash .mvn/commands/mvn.sh -q -B -ntp dependency:copy -Dartifact="org.keycloak:keycloak-quarkus-dist:$version:tar.gz" \
        -DoutputDirectory=target -Dmdep.useBaseVersion=true
    mkdir -p target
    tar -xzf "target/keycloak-quarkus-dist-$version.tar.gz" -C target
fi
ln -sfn "keycloak-$version" target/keycloak
