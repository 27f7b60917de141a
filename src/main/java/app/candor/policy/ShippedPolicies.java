package app.candor.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What comes with this release: version 1 of each kind where there is none yet. */
final class ShippedPolicies {
    private ShippedPolicies() {}

    static String text(PolicyKind kind) {
        try (var file = ShippedPolicies.class.getResourceAsStream(kind.file())) {
            return new String(
                    Objects.requireNonNull(file, kind.file()).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
