package app.candor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Empties the folders of earlier runs: the embedded store keeps what they wrote. */
public class FreshTestData implements LauncherSessionListener {
    private static final Path DATA = Path.of("target/test-data");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Files.exists(DATA)) {
            return;
        }
        try (var old = Files.walk(DATA)) {
            for (var file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
