package app.candor.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The rulebook as it ships, read as the policy reads it. */
public final class ShippedRules {
    public static final Rulebook BOOK = read();
    public static final Checker CHECKER = new Checker(BOOK);

    private ShippedRules() {}

    private static Rulebook read() {
        try (var file = ShippedRules.class.getResourceAsStream("/policy/voice.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(file), Rulebook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
