package app.candor.flows;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * A real Keycloak as a process, with the realm file that docker-compose.yml uses. {@code ./candor
 * test} unpacks the distribution to {@code target/keycloak} first.
 */
final class KeycloakProcess implements AutoCloseable {
    private static final Path HOME = Path.of("target/keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final int port;
    private final Process process;
    private final Path log;

    private KeycloakProcess(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it for a portal at that address and waits until the realm answers.
     *
     * @param portalUrl where codes may be sent
     * @param folder for its log
     */
    static KeycloakProcess forPortalAt(String portalUrl, Path folder) throws IOException {
        var script = HOME.resolve("bin/kc.sh");
        if (!Files.exists(script)) {
            throw new IllegalStateException("No Keycloak in " + HOME + ". Run ./candor test.");
        }
        // An earlier run's database knows the portal at another port and would not import again.
        FileSystemUtils.deleteRecursively(HOME.resolve("data/h2"));
        var realms = HOME.resolve("data/import");
        Files.createDirectories(realms);
        Files.writeString(
                realms.resolve("candor-realm.json"),
                Files.readString(Path.of("deploy/keycloak/candor-realm.json")));
        var port = freePort();
        var log = folder.resolve("keycloak.log");
        var builder =
                new ProcessBuilder(
                        List.of(
                                "bash",
                                script.toString(),
                                "start-dev",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--import-realm"));
        builder.environment().put("CANDOR_URL", portalUrl);
        builder.environment().put("CANDOR_CLIENT_SECRET", "test-secret");
        builder.environment()
                .put("JAVA_OPTS_APPEND", "-Dkeycloak.migration.replace-placeholders=true -Xmx512m");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        var keycloak = new KeycloakProcess(port, process, log);
        keycloak.awaitReady();
        return keycloak;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/candor";
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private void awaitReady() throws IOException {
        var http = HttpClient.newHttpClient();
        var request =
                HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                        .build();
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
