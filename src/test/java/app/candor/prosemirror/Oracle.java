package app.candor.prosemirror;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The real prosemirror-transform, run by Node, editing at random from a seed. */
final class Oracle {
    private static final Path FOLDER = Path.of("frontend/oracle");

    private Oracle() {}

    /** Hands every line of the run to the reader; the first describes the schema. */
    static void run(
            long seed, int steps, boolean variant, Consumer<Map<String, @Nullable Object>> reader)
            throws IOException, InterruptedException {
        install();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "node",
                                "oracle.mjs",
                                "../editor/schema.json",
                                Long.toString(seed),
                                Integer.toString(steps)));
        if (variant) {
            command.add("variant");
        }
        Process node = start(command);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(Json.object(Json.parse(line), "line"));
            }
        } finally {
            node.destroy();
        }
        if (node.waitFor() != 0) {
            throw new IllegalStateException("The oracle stopped with " + node.exitValue());
        }
    }

    static synchronized void install() throws IOException, InterruptedException {
        if (Files.isDirectory(FOLDER.resolve("node_modules/prosemirror-transform"))) {
            return;
        }
        Process npm = start(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        npm.getInputStream().transferTo(System.out);
        if (npm.waitFor() != 0) {
            throw new IllegalStateException("npm ci failed in " + FOLDER);
        }
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
