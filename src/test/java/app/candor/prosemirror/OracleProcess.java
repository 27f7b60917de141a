package app.candor.prosemirror;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Node script beside the real ProseMirror packages that asks, line by line, and is answered. */
public final class OracleProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader requests;
    private final Writer answers;

    private OracleProcess(Process process) {
        this.process = process;
        requests =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        answers = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    public static OracleProcess start(String script, String... arguments)
            throws IOException, InterruptedException {
        Oracle.install();
        var command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return new OracleProcess(Oracle.start(command));
    }

    /**
     * @throws IllegalStateException if it ended without one; its exit code says whether it was
     *     killed, and why it failed stands in what it wrote to the standard error
     */
    public Map<String, @Nullable Object> next() throws IOException, InterruptedException {
        var line = requests.readLine();
        if (line == null) {
            throw new IllegalStateException("The script ended early: " + process.waitFor());
        }
        return Json.object(Json.parse(line), "request");
    }

    public void answer(String line) throws IOException {
        answers.write(line + "\n");
        answers.flush();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
