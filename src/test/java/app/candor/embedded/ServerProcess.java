package app.candor.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The embedded server as a process of its own, to be killed the hard way. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private final Thread reader;

    private ServerProcess(Process process, String address, Thread reader) {
        this.process = process;
        this.address = address;
        this.reader = reader;
    }

    /** Serves the folder given until killed; prints its address. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(EmbeddedServer.serve(Path.of(arguments[0])).address());
    }

    public static ServerProcess on(Path folder) throws IOException {
        return start(ServerProcess.class, line -> {}, folder.toString());
    }

    /**
     * @param main prints the address of a server first
     * @param printed is told of what it prints afterwards, the line it is killed in included
     */
    public static ServerProcess start(Class<?> main, Consumer<String> printed, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener");
        command.add(main.getName());
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("mongodb://")) {
                var reader = Thread.ofVirtual().start(() -> out.lines().forEach(printed));
                return new ServerProcess(process, line, reader);
            }
        }
        throw new IOException("The server ended before it served anything");
    }

    public String address() {
        return address;
    }

    /** As {@code kill -9} does; what it printed has been told of then. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            reader.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
