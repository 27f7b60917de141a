package app.candor.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The embedded server as a process of its own, to be killed the hard way. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Serves the folder given until killed; prints its address. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(EmbeddedServer.serve(Path.of(arguments[0])).address());
    }

    public static ServerProcess on(Path folder) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                                ServerProcess.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("mongodb://")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
                return new ServerProcess(process, line);
            }
        }
        throw new IOException("The server ended before it served anything");
    }

    public String address() {
        return address;
    }

    /** As {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
