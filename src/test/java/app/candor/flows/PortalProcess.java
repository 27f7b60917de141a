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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The built portal as its own process, so that a test can kill it the hard way. */
final class PortalProcess implements AutoCloseable {
    /** Two busy cores of a slow machine need minutes for what a quiet one does in seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int port;
    private final Path data;
    private final List<String> options;
    private Process process;

    private PortalProcess(int port, Path data, List<String> options) throws IOException {
        this.port = port;
        this.data = data;
        this.options = options;
        this.process = launch();
    }

    /** Starts with an empty database below {@code data} and waits until it answers. */
    static PortalProcess empty(Path data, String... options) throws IOException {
        return start(data, "empty", options);
    }

    /** Starts filled with the demo, and waits until all of its story is told. */
    static PortalProcess withDemo(Path data, String... options) throws IOException {
        var portal = start(data, "full", options);
        var deadline = Instant.now().plus(PATIENCE);
        while (!portal.log().contains("The demo's story was told")) {
            if (Instant.now().isAfter(deadline) || !portal.process.isAlive()) {
                throw new IllegalStateException("The story was not told:\n" + portal.log());
            }
            pause();
        }
        return portal;
    }

    /** Starts with a real identity provider and without the demo. */
    static PortalProcess withRealSignIn(Path data, int port, String... options) throws IOException {
        var portal = new PortalProcess(port, data, List.of(options));
        portal.awaitReady();
        return portal;
    }

    private static PortalProcess start(Path data, String demo, String... options)
            throws IOException {
        var all = new ArrayList<String>(List.of("--candor.demo=" + demo));
        all.addAll(List.of(options));
        var portal = new PortalProcess(freePort(), data, all);
        portal.awaitReady();
        return portal;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Path data() {
        return data;
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: no shutdown hook runs. */
    void killHard() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, as a new release ends the old. */
    void stop() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    void startAgain() throws IOException {
        process = launch();
        awaitReady();
    }

    String log() throws IOException {
        return Files.readString(data.resolve("portal.log"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(10))) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.add(System.getProperty("candor.portal.jvm", "-XX:+TieredCompilation"));
        command.addAll(jar());
        command.addAll(List.of("--server.port=" + port, "--candor.data=" + data));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("portal.log").toFile()))
                .start();
    }

    /** Laid out for a quick start where that was done after the last build, as {@code run} does. */
    private static List<String> jar() throws IOException {
        var built = Path.of("target/candor.jar");
        var cache = Path.of("target/portal/candor.aot");
        if (Files.exists(cache)
                && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(built))
                        > 0) {
            return List.of(
                    "-XX:AOTCache=" + cache, "-Xlog:aot=off", "-jar", "target/portal/candor.jar");
        }
        return List.of("-jar", built.toString());
    }

    private void awaitReady() throws IOException {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(url("/assets/candor.css"))).build();
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The portal stopped while starting:\n" + log());
            }
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The portal was not ready in time:\n" + log());
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
