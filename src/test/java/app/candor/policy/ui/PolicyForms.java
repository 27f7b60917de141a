package app.candor.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What tests of policies in fields have in common. */
final class PolicyForms {
    private PolicyForms() {}

    /** The policy of that file as this release ships it. */
    static String shipped(String file) {
        try (var json = PolicyForms.class.getResourceAsStream("/policy/" + file)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its text, or the beginning of its label. */
    static void press(Component within, String name) {
        below(within)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button ->
                        button.getText().equals(name)
                                || button.getAriaLabel()
                                        .filter(label -> label.startsWith(name))
                                        .isPresent())
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static Stream<Component> below(Component component) {
        return Stream.concat(
                Stream.of(component), component.getChildren().flatMap(PolicyForms::below));
    }
}
