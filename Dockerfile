# Build the jar first: ./candor build
FROM eclipse-temurin:25-jre
RUN useradd --system --create-home candor && mkdir /data && chown candor /data
USER candor
COPY target/candor.jar /app/candor.jar
EXPOSE 8080
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/candor.jar", "--server.address=0.0.0.0", "--candor.data=/data"]
